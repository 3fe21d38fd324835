# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Tones into the microphone, and what comes out of the speaker. Levels are dBFS where a full-scale sine is 0."""
import array
import cmath
import math
import subprocess
import threading
import time
import wave

from children import Failure, need

RATE = 48000
SILENCE_DB = -120.0


class Sound:
    def __init__(self, children, env):
        self._children, self._env = children, env

    def keep_awake(self):
        """A reader on each monitor: idle null sinks work in blocks of two seconds, so callers would start late."""
        for sink in ("mic", "spk"):
            self._children.start([need("parec", "pulseaudio-utils"), "--latency-msec=10", "-d", sink + ".monitor"],
                                 self._env, stdout=subprocess.DEVNULL)

    def play(self, hertz, seconds, level=-12.0, sink="mic", burst=None):
        """A tone, steady or in bursts given as (on, off) seconds; returns the player, which ends by itself."""
        player = self._children.start(
            [need("pacat", "pulseaudio-utils"), "--playback", "-d", sink, f"--rate={RATE}", "--channels=1",
             "--format=s16le", "--latency-msec=100"], self._env, stdin=subprocess.PIPE)
        threading.Thread(target=_feed, args=(player.stdin, hertz, seconds, level, burst), daemon=True).start()
        return player

    def stop(self, player):
        self._children.end(player, 1)

    def record(self, sink="spk", loud=-40.0):
        return Recording(self._children, self._env, sink, loud)


class Recording:
    """What a sink plays, mono at 48 kHz, from now until close(); the time of its first loud sample is known."""

    def __init__(self, children, env, sink, loud):
        self._children = children
        self._loud = 32768 * 10 ** (loud / 20)
        self._lock = threading.Lock()
        self._pcm = bytearray()
        self._first_chunk = threading.Event()
        self.first_loud_at = None
        self._child = children.start(
            [need("parec", "pulseaudio-utils"), "-d", sink + ".monitor", f"--rate={RATE}", "--channels=1",
             "--format=s16le", "--latency-msec=10"], env, stdout=subprocess.PIPE)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._first_chunk.wait(10):
            raise Failure(f"no sound arrives from the monitor of {sink}")

    def _read(self):
        while True:
            chunk = self._child.stdout.read1(4096)
            if not chunk:
                return
            with self._lock:
                self._pcm += chunk
            self._first_chunk.set()
            if self.first_loud_at is None and len(chunk) >= 2:
                values = array.array("h", chunk[: len(chunk) // 2 * 2])
                if max(map(abs, values)) > self._loud:
                    self.first_loud_at = time.time()

    def seconds(self):
        with self._lock:
            return len(self._pcm) / 2 / RATE

    def samples(self, last=None):
        """Samples between -1 and 1, all of them or those of the last seconds."""
        with self._lock:
            raw = bytes(self._pcm[: len(self._pcm) // 2 * 2])
        if last is not None:
            raw = raw[-2 * int(last * RATE):]
        return [value / 32768 for value in array.array("h", raw)]

    def save(self, path):
        with self._lock:
            raw = bytes(self._pcm[: len(self._pcm) // 2 * 2])
        with wave.open(path, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(raw)

    def close(self):
        # The reader ends at the end of the stream; only then may the stream be closed under it.
        self._child.terminate()
        self._reader.join(5)
        self._children.end(self._child, 1)


def tone(hertz, seconds, level=-12.0, burst=None):
    """Samples of a tone as signed 16 bit."""
    amplitude = 32767 * 10 ** (level / 20)
    on, off = burst or (1, 0)
    period, lit = int((on + off) * RATE), int(on * RATE)
    step = 2 * math.pi * hertz / RATE
    return array.array("h", (round(amplitude * math.sin(step * i)) if i % period < lit else 0
                             for i in range(int(seconds * RATE))))


def _feed(stream, hertz, seconds, level, burst):
    if burst is None and hertz == int(hertz):
        # One second of a whole number of hertz joins itself without a click.
        second, left = tone(hertz, 1, level).tobytes(), seconds
        pieces = (second for _ in range(math.ceil(left)))
    else:
        pieces = [tone(hertz, seconds, level, burst).tobytes()]
    try:
        for piece in pieces:
            stream.write(piece)
        stream.close()
    except (BrokenPipeError, ValueError, OSError):
        pass  # the player was stopped


def level_of(samples, hertz, rate=RATE):
    """Level of one frequency by Goertzel's algorithm, over blocks of 0.1 s: a gap in the sound shifts the phase of all that
    follows, which in one long block would cancel what came before."""
    size = min(len(samples), int(rate * 0.1))
    if size == 0:
        return SILENCE_DB
    twice = 2 * math.cos(2 * math.pi * hertz / rate)
    window = [1 - math.cos(2 * math.pi * i / size) for i in range(size)]
    powers = []
    for start in range(0, len(samples) - size + 1, size):
        newer = older = 0.0
        for weight, sample in zip(window, samples[start:start + size]):
            newer, older = weight * sample + twice * newer - older, newer
        powers.append(max(newer * newer + older * older - twice * newer * older, 0))
    return decibel(2 * math.sqrt(sum(powers) / len(powers)) / size)


def level(samples):
    """Level of everything: a full-scale sine is 0."""
    return decibel(math.sqrt(2 * sum(s * s for s in samples) / len(samples))) if samples else SILENCE_DB


def decibel(amplitude):
    return max(SILENCE_DB, 20 * math.log10(amplitude)) if amplitude > 0 else SILENCE_DB


def peak(samples, rate=RATE, lowest=100, highest=3800):
    """(hertz, level) of the strongest frequency, (None, level) when there is only silence."""
    thinned, thin_rate = _thin(samples, 4), rate / 4
    size = 1 << max(0, min(len(thinned), 16384)).bit_length() - 1 if thinned else 0
    if size < 256 or level(samples) < -70:
        return None, level(samples)
    thinned = thinned[-size:]
    window = [0.5 - 0.5 * math.cos(2 * math.pi * i / size) for i in range(size)]
    spectrum = [abs(x) for x in _fft([s * w for s, w in zip(thinned, window)])[: size // 2]]
    first = max(2, int(lowest * size / thin_rate))
    at = max(range(first, min(int(highest * size / thin_rate), size // 2 - 2)), key=spectrum.__getitem__)
    left, middle, right = (math.log(spectrum[at + d] + 1e-12) for d in (-1, 0, 1))
    bend = left - 2 * middle + right
    hertz = (at + (0.5 * (left - right) / bend if bend else 0)) * thin_rate / size
    return hertz, level_of(samples[-int(rate):], hertz, rate)


def _thin(samples, by):
    """Every so many samples one, their mean: the low pass is weak, but speech band tones need no better."""
    return [sum(samples[i:i + by]) / by for i in range(0, len(samples) - by + 1, by)]


def _fft(values):
    size = len(values)
    if size == 1:
        return [complex(values[0])]
    even, odd = _fft(values[0::2]), _fft(values[1::2])
    turned = [cmath.exp(-2j * math.pi * k / size) * odd[k] for k in range(size // 2)]
    return [e + t for e, t in zip(even, turned)] + [e - t for e, t in zip(even, turned)]
