# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""How long a sound takes from one sink to another: chirps played into the first, found again in the second."""
import statistics
import subprocess
import threading
import time
import wave

import numpy

from children import Failure, need

RATE = 48000
CHIRP_SECONDS, LOWEST_HZ, HIGHEST_HZ = 0.02, 600, 2800
# Prime to the length of packets and of blocks, so that no place within one is preferred.
EVERY_SECONDS = 0.887
LONGEST_DELAY = 0.6


def chirp():
    """20 ms of a tone that rises from 600 to 2800 Hz, faded in and out."""
    count = int(CHIRP_SECONDS * RATE)
    at = numpy.arange(count) / RATE
    phase = 2 * numpy.pi * (LOWEST_HZ * at + (HIGHEST_HZ - LOWEST_HZ) / (2 * CHIRP_SECONDS) * at ** 2)
    return numpy.sin(phase) * (0.5 - 0.5 * numpy.cos(2 * numpy.pi * numpy.arange(count) / count))


def chirps(seconds, level=-6.0, every=EVERY_SECONDS):
    """Samples of one chirp after the other, as signed 16 bit."""
    out = numpy.zeros(int(seconds * RATE))
    one = chirp() * 10 ** (level / 20)
    for start in range(int(0.3 * RATE), len(out) - len(one), int(every * RATE)):
        out[start:start + len(one)] = one
    return (out * 32767).astype("<i2")


def save(path, samples):
    with wave.open(path, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes((samples * 32767).astype("<i2").tobytes())


class Player:
    """Plays samples into a sink, without waiting for their end."""

    def __init__(self, stage, sink, samples):
        self._stage = stage
        self._child = stage.children.start(
            [need("pacat", "pulseaudio-utils"), "--playback", "-d", sink, f"--rate={RATE}", "--channels=1",
             "--format=s16le", "--latency-msec=100"], stage.env, stdin=subprocess.PIPE)
        self._feeder = threading.Thread(target=self._feed, args=(samples.tobytes(),), daemon=True)
        self._feeder.start()

    def _feed(self, pcm):
        try:
            self._child.stdin.write(pcm)
            self._child.stdin.close()
        except (BrokenPipeError, ValueError, OSError):
            pass  # it was stopped

    def wait(self, seconds):
        self._child.wait(seconds)

    def stop(self):
        self._stage.children.end(self._child, 1)


class Ear:
    """Records the monitor of a sink together with when each piece arrived."""

    def __init__(self, stage, sink):
        self._stage = stage
        self._chunks, self._arrivals = [], []
        self._first = threading.Event()
        self._child = stage.children.start(
            [need("parec", "pulseaudio-utils"), "-d", sink + ".monitor", f"--rate={RATE}", "--channels=1",
             "--format=s16le", "--latency-msec=10"], stage.env, stdout=subprocess.PIPE)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._first.wait(10):
            raise Failure(f"no sound arrives from the monitor of {sink}")

    def _read(self):
        count = 0
        while chunk := self._child.stdout.read1(65536):
            count += len(chunk)
            self._arrivals.append((time.monotonic(), count // 2))
            self._chunks.append(chunk)
            self._first.set()

    def close(self):
        """The samples, and the time of the first of them."""
        self._child.terminate()
        self._reader.join(5)
        self._stage.children.end(self._child, 1)
        raw = b"".join(self._chunks)
        samples = numpy.frombuffer(raw[:len(raw) // 2 * 2], "<i2") / 32768
        return samples, Clock(self._arrivals)


class Clock:
    """When a sample was heard, from when pieces of a recording arrived: none can arrive before it was made, and in each
    second one arrives nearly at once. Null sinks go by the system's own clock, so there is no drift to fit."""

    def __init__(self, arrivals):
        least = {}
        for arrived, count in arrivals[1:]:
            made = count / RATE
            if made > 0.5:
                least[int(made)] = min(arrived - made, least.get(int(made), arrived))
        if len(least) < 2:
            raise Failure("the recording is too short")
        self._start = float(numpy.percentile(list(least.values()), 10))

    def at(self, sample):
        return self._start + sample / RATE


def envelope(samples, pattern):
    """How much each place of the samples is like the pattern that begins there, whatever the phase."""
    size = 1 << (len(samples) + len(pattern)).bit_length()
    spectrum = numpy.fft.fft(samples, size) * numpy.conj(numpy.fft.fft(pattern, size))
    spectrum[size // 2:] = 0
    return 2 * numpy.abs(numpy.fft.ifft(spectrum))[:len(samples)] / numpy.sum(pattern ** 2)


def peaks(strength, least, apart):
    """The places of the highest values over `least`, none nearer to another than `apart`."""
    found = []
    above = numpy.flatnonzero(strength > least)
    if not len(above):
        return found
    for group in numpy.split(above, numpy.flatnonzero(numpy.diff(above) > apart) + 1):
        found.append(int(group[numpy.argmax(strength[group])]))
    return found


def delays(said, heard, said_clock, heard_clock):
    """For each chirp that was said, how many seconds later it was heard; None for one that was not."""
    pattern = chirp()
    before, after = envelope(said, pattern), envelope(heard, pattern)
    found = []
    for place in peaks(before, 0.5 * before.max(), int(0.2 * RATE)):
        moment = said_clock.at(place)
        # Places in the other recording between the moment itself and the longest delay.
        first = int(max(0, (moment - heard_clock.at(0)) * RATE))
        last = int(first + LONGEST_DELAY * RATE)
        if last > len(after):
            break
        window = after[first:last]
        at = int(numpy.argmax(window))
        level = window[at]
        # A chirp stands out of what else is there; after loss or suppression it may be far weaker than it was said.
        if level < 0.003 or level < 4 * numpy.median(window):
            found.append(None)
        else:
            found.append(heard_clock.at(first + at) - moment)
    return found


def summary(found):
    """Milliseconds: the median and the spread of delays, and how many were missed."""
    heard = sorted(1000 * one for one in found if one is not None)
    if len(heard) < 5:
        raise Failure(f"only {len(heard)} of {len(found)} chirps were heard")
    return {"median": statistics.median(heard), "least": heard[0], "most": heard[-1],
            "p90": heard[int(0.9 * (len(heard) - 1))], "missed": len(found) - len(heard), "of": len(found)}
