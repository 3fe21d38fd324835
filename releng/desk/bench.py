#!/usr/bin/python3
# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""What releng/bench runs: measures two workstations beside pairs of other telephones on one stage, and the directory.

    bench.py audio|conference|loss|search --out DIR --run releng/run [...]

Prints one JSON line last on stdout, progress on stderr.
"""
import argparse
import json
import os
import subprocess
import sys

import audio
import conference
import loss
import search
from children import Failure
from stage import say
from virtualdesk import end_on_signals

HERE = os.path.dirname(os.path.abspath(__file__))
BENCHES = {"audio": audio, "conference": conference, "loss": loss, "search": search}


def _go_first():
    """Before what else runs on this machine, where we may: all telephones and the sound server alike inherit it."""
    try:
        os.nice(-12)
    except OSError:
        say("other work on this machine may disturb the figures")


def main(args):
    root = os.path.dirname(os.path.dirname(HERE))
    parser = argparse.ArgumentParser(prog="releng/bench", description="measures, and prints one line of JSON")
    parser.add_argument("--run", default=os.path.join(root, "releng", "run"), help=argparse.SUPPRESS)
    parser.add_argument("--out", default=os.path.join(root, "target", "bench"), help="folder for logs and captures")
    kinds = parser.add_subparsers(dest="name", required=True)
    for name, bench in BENCHES.items():
        bench.options(kinds.add_parser(name, description=bench.__doc__))
    options = parser.parse_args(args)
    end_on_signals()
    _go_first()
    folder = os.path.join(os.path.abspath(options.out), options.name)
    try:
        result, wrong = BENCHES[options.name].measure(folder, options)
    except (Failure, OSError, subprocess.SubprocessError) as failed:
        result, wrong = {}, [str(failed)]
    for reason in wrong:
        say(f"FAILED: {reason}")
    print(json.dumps({**result, "ok": not wrong}), flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
