#!/usr/bin/python3
# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Places one call with the real product as a person would, and judges it by the sound and the packets alone.

    check.py [--out DIR] [--number 609] [--exchange URL] --product COMMAND...

Prints one JSON line last on stdout, progress on stderr. Exit 0 when the call was good, 1 when not; the folder always has
screenshot.png, tree.txt and product.log, and what was heard (heard.wav) and captured (call.pcap) when it came that far.
Levels are dBFS where a full-scale sine is 0.
"""
import argparse
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request

import rtp
from children import Failure, until
from sound import peak
from virtualdesk import VirtualDesk, end_on_signals

SEARCH, HANG_UP = "Search contacts and dialpad", "Hang up"
REGISTERED = re.compile(r"(?<!Not )(?<!not )\bRegistered\b")
TONE_HZ, FAR_HZ, NEAR_ENOUGH_HZ = 620, 1000, 10
QUIETEST_DB = -50
MOST_SETUP_MS, MOST_LOST = 500, 5
LISTEN_SECONDS = 2.5
ALL_SECONDS = 150
HERE = os.path.dirname(os.path.abspath(__file__))


def say(text):
    print(f"check: {text}", file=sys.stderr, flush=True)


class Sniffer:
    """The packet capture, when this user may have one: as root, or through sudo without a password."""

    def __init__(self, desk, path):
        self._desk, self.path = desk, path
        command = [sys.executable, os.path.join(HERE, "loopback.py"), path]
        if os.geteuid():
            command = ["sudo", "-n", *command]
        try:
            self._child = desk.children.start(command, desk.env, log="capture.log", stdin=subprocess.PIPE,
                                              stdout=subprocess.PIPE)
            self.runs = self._child.stdout.readline().strip() == b"ready"
        except OSError:  # no sudo here
            self.runs = False

    def stop(self):
        if self.runs:
            self._child.stdin.close()
            missed = int(self._child.stdout.read().split()[-1])
            self._child.wait(10)
            if missed:
                raise Failure(f"the capture missed {missed} packets, so its figures would be wrong")


class Check:
    def __init__(self, desk, options):
        self.desk, self.options = desk, options
        self.result = dict.fromkeys(("setupMs", "codec", "heardHz", "heardLevelDb", "farHeardHz", "rtpLost"))
        self.wrong = []
        self._left = False

    def run(self):
        desk, controls = self.desk, self.desk.controls
        opened = time.monotonic()
        self.product = desk.open(self.options.product)
        found = until(lambda: self._alive() and next(
            (c for c in controls.all() if REGISTERED.search(c.name) or c.role == "label" and REGISTERED.search(c.text())), None),
            self.options.patience, "the status bar never said Registered", 0.1)
        say(f"{found.name or found.text()!r} after {time.monotonic() - opened:.1f} s")
        self._already = {call.get("callId") for call in self._calls()}
        player = desk.sound.play(TONE_HZ, ALL_SECONDS, -18)
        recording = desk.sound.record()
        sniffer = Sniffer(desk, self._file("call.pcap"))
        if not sniffer.runs:
            say("no packet capture for this user: setup is timed to the first sound heard, loss is the exchange's count")
        try:
            self._call(controls, recording)
        finally:
            sniffer.stop()
            recording.save(self._file("heard.wav"))
            recording.close()
            desk.sound.stop(player)
        self._packets(sniffer, recording)
        self._judge()

    def _call(self, controls, recording):
        controls.type_into(SEARCH, self.options.number)
        self.entered = controls.key("Return")
        until(lambda: self._alive() and controls.find(HANG_UP), 10, f"no call strip: nothing is named {HANG_UP!r}")
        say("the call strip is there")
        until(lambda: self._alive() and recording.first_loud_at, 15, "nothing but silence came from the far side")
        heard_until = recording.seconds() + LISTEN_SECONDS + 0.5
        until(lambda: recording.seconds() >= heard_until, 10, "the sound capture stopped")
        hertz, level = peak(recording.samples(LISTEN_SECONDS))
        self.result.update(heardHz=_rounded(hertz), heardLevelDb=_rounded(level))
        say(f"heard {_rounded(hertz)} Hz at {level:.1f} dBFS")
        self.leave_traces()
        try:
            until(lambda: self._far_call().get("heardHz"), 5, "the far side has not told what it heard")
        except Failure as silent:
            say(str(silent))
        self.dropped = rtp.dropped()
        controls.press(HANG_UP)
        controls.wait_gone(HANG_UP, 10)
        say("hung up")
        far = self._far_call()
        self.result.update(farHeardHz=_rounded(far.get("heardHz")), codec=far.get("codec"))
        self.far_lost = far.get("rtpLost")

    def _packets(self, sniffer, recording):
        if sniffer.runs:
            seen = rtp.Capture(sniffer.path, self.options.number, self.entered)
            first = seen.first_received_at()
            inward, outward = seen.inward(), seen.outward()
            say(f"RTP in {[(f.received, f.lost) for f in inward]}, out {[(f.received, f.lost) for f in outward]} (packets, lost)")
            if not inward or not outward:
                self.wrong.append("no RTP seen " + ("either way" if not inward and not outward else "in" if not inward else "out"))
            lost = seen.lost(inward, self.dropped) + max(seen.lost(outward, self.dropped), self.far_lost or 0)
            self.result["codec"] = self.result["codec"] or seen.codec()
        else:
            first, lost = recording.first_loud_at, self.far_lost
        self.result["setupMs"] = None if first is None else round(1000 * (first - self.entered))
        self.result["rtpLost"] = lost

    def _judge(self):
        result, wrong = self.result, self.wrong
        for key, who, expected in (("heardHz", "this side", FAR_HZ), ("farHeardHz", "the far side", TONE_HZ)):
            if result[key] is None:
                wrong.append(f"{who} heard nothing")
            elif abs(result[key] - expected) > NEAR_ENOUGH_HZ:
                wrong.append(f"{who} heard {result[key]} Hz, not {expected} Hz")
        if result["heardLevelDb"] is None or result["heardLevelDb"] < QUIETEST_DB:
            wrong.append(f"this side heard it at {result['heardLevelDb']} dBFS, under {QUIETEST_DB}")
        for key, most in (("setupMs", MOST_SETUP_MS), ("rtpLost", MOST_LOST)):
            if result[key] is None:
                wrong.append(f"{key} could not be measured")
            elif result[key] > most:
                wrong.append(f"{key} is {result[key]}, over {most}")

    def leave_traces(self):
        """Picture and tree, of the call itself where it came that far; what cannot be left must not hide what went wrong."""
        if self._left:
            return
        try:
            with open(self._file("tree.txt"), "w", encoding="utf-8") as out:
                out.write("\n".join(self.desk.controls.tree()) + "\n")
            self.desk.picture(self._file("screenshot.png"))
            self._left = True
        except (Failure, OSError, subprocess.SubprocessError) as broken:
            say(f"no picture or tree left: {broken}")

    def _alive(self):
        if self.product.poll() is not None:
            raise Failure(f"the product ended by itself with exit {self.product.returncode}; see {self._file('product.log')}")
        return True

    def _far_call(self):
        """What the exchange tells of the call placed here; empty when it tells nothing."""
        return next((call for call in self._calls() if call.get("extension") == self.options.number
                     and call.get("callId") not in self._already), {})

    def _calls(self):
        try:
            with urllib.request.urlopen(self.options.exchange + "/calls", timeout=3) as answer:
                told = json.load(answer)
            return told["calls"] if isinstance(told, dict) else told
        except (OSError, ValueError, KeyError):
            return []

    def _file(self, name):
        return os.path.join(self.options.out, name)


def _rounded(value):
    return None if value is None else round(value, 1)


def _options(args):
    root = os.path.dirname(os.path.dirname(HERE))
    parser = argparse.ArgumentParser(description="one call with the real product, judged by its sound")
    parser.add_argument("--out", default=os.path.join(root, "target", "check"))
    parser.add_argument("--number", default="609")
    parser.add_argument("--exchange", default="http://127.0.0.1:5063")
    parser.add_argument("--patience", type=float, default=30, help="seconds until Registered")
    parser.add_argument("--product", nargs=argparse.REMAINDER, required=True)
    options = parser.parse_args(args)
    if not options.product:
        parser.error("--product needs a command")
    options.out = os.path.abspath(options.out)
    return options


def _fresh(folder):
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        if name.endswith((".log", ".png", ".txt", ".wav", ".pcap")):
            os.remove(os.path.join(folder, name))


def main(args):
    options = _options(args)
    _fresh(options.out)
    end_on_signals()

    def too_late(*_):
        raise Failure(f"not done within {ALL_SECONDS} s")
    signal.signal(signal.SIGALRM, too_late)
    signal.alarm(ALL_SECONDS)
    check = Check(None, options)
    try:
        with VirtualDesk(options.out) as desk:
            check.desk = desk
            try:
                check.run()
            finally:
                check.leave_traces()
    except (Failure, OSError, subprocess.SubprocessError) as failed:
        check.wrong.append(str(failed))
    for reason in check.wrong:
        say(f"FAILED: {reason}")
    if check.wrong:
        say(f"look at screenshot.png, tree.txt and product.log in {options.out}")
    print(json.dumps({**check.result, "ok": not check.wrong}), flush=True)
    return 1 if check.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
