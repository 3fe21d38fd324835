# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""How much of what was said is heard as it was said, in frames of 20 ms.

What is said: two voices of sweeps that never repeat, in bursts, so that no frame is like another (a tone whose period divides
the packet would be whole again after a loss) and noise suppression has nothing steady to take away. A frame is clean when
somewhere within 100 ms of its burst's delay (a jitter buffer that adapts moves things) what was heard is like it:
correlation 0.8 or more. Level and delay do not count.
"""
import random

import numpy

from hearing import RATE

FRAME = int(0.02 * RATE)
BURST_SECONDS, PAUSE_SECONDS = 0.5, 0.15
LONGEST_DELAY, AROUND = 0.9, 0.1
LIKE = 0.8
# Codecs for telephones carry less than all of this; thinned, the arithmetic is quicker.
THIN = 4


def saying(seconds, level=-9.0, seed=1):
    """Samples of what is said, as signed 16 bit."""
    draw = random.Random(seed)
    out = numpy.zeros(int(seconds * RATE))
    size = int(BURST_SECONDS * RATE)
    fade = numpy.ones(size)
    edge = int(0.005 * RATE)
    fade[:edge] = numpy.linspace(0, 1, edge)
    fade[-edge:] = fade[edge - 1::-1]
    for start in range(0, len(out) - size, size + int(PAUSE_SECONDS * RATE)):
        out[start:start + size] = fade * (_voice(draw, size, 350, 1400) + 0.7 * _voice(draw, size, 1400, 3000))
    return (out / 1.7 * 10 ** (level / 20) * 32767).astype("<i2")


def _voice(draw, size, lowest, highest):
    """Sweeps between random pitches, each of 40 to 100 ms, without a step in phase."""
    places, pitches = [0], [draw.uniform(lowest, highest)]
    while places[-1] < size:
        places.append(places[-1] + int(draw.uniform(0.04, 0.1) * RATE))
        pitches.append(draw.uniform(lowest, highest))
    hertz = numpy.interp(numpy.arange(size), places, pitches)
    return numpy.sin(2 * numpy.pi * numpy.cumsum(hertz) / RATE + draw.uniform(0, 6.28))


def thinned(samples):
    """Every fourth sample, after a low pass that leaves what is over 5 kHz out."""
    at = numpy.arange(-32, 33)
    low = numpy.sinc(at / (THIN * 1.2)) * numpy.hamming(len(at))
    return numpy.convolve(samples, low / low.sum(), "same")[::THIN]


def likeness(said, heard):
    """For each frame of the bursts that were said, how like it is what was heard: 0 to 1. Both begin at the same moment."""
    rate, frame = RATE // THIN, FRAME // THIN
    said, heard = thinned(said), thinned(heard)
    found = []
    for first, last in _bursts(said, rate):
        room = int(LONGEST_DELAY * rate)
        if last + room > len(heard):
            break
        delay = int(numpy.argmax(_correlation(said[first:last], heard[first:last + room])))
        around = int(AROUND * rate)
        for start in range(first, last - frame + 1, frame):
            if numpy.abs(said[start:start + frame]).max() < 0.02:
                continue  # the player itself stumbled here
            begin = max(0, start + delay - around)
            window = heard[begin:start + delay + around + frame]
            if len(window) > frame:
                found.append(float(_correlation(said[start:start + frame], window).max()))
    return found


def share(found):
    """How many are clean, of all."""
    return sum(one >= LIKE for one in found) / len(found) if found else 0.0


def _bursts(said, rate):
    """The beginning and the end of each, without its fading edges."""
    loud = numpy.abs(said) > 0.02 * numpy.abs(said).max()
    places = numpy.flatnonzero(loud)
    if not len(places):
        return
    for group in numpy.split(places, numpy.flatnonzero(numpy.diff(places) > 0.08 * rate) + 1):
        if group[-1] - group[0] > 0.8 * BURST_SECONDS * rate:
            yield int(group[0] + 0.01 * rate), int(group[-1] - 0.01 * rate)


def _correlation(pattern, samples):
    """Of the pattern with the samples from each place on, 1 where they differ by a factor only."""
    size = 1 << (len(samples) + len(pattern)).bit_length()
    product = numpy.fft.irfft(numpy.fft.rfft(samples, size) * numpy.conj(numpy.fft.rfft(pattern, size)), size)
    product = product[:len(samples) - len(pattern) + 1]
    sums = numpy.concatenate(([0.0], numpy.cumsum(samples ** 2)))
    energy = sums[len(pattern):] - sums[:-len(pattern)]
    # Silence is like nothing, whatever its rounding errors are like.
    floor = 1e-7 * len(pattern)
    return product / numpy.sqrt(numpy.maximum(energy, floor) * numpy.sum(pattern ** 2))
