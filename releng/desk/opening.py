#!/usr/bin/python3
# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""How long the product takes until its window is there and until it is registered, several times on one desk.

    opening.py [--times 4] --product COMMAND...

Prints one JSON line: {"openedMs": [...], "registeredMs": [...]}; the first of each is the cold start.
"""
import argparse
import json
import sys
import tempfile
import time

from check import REGISTERED, SEARCH
from children import Failure, until
from virtualdesk import VirtualDesk, end_on_signals


def opening(desk, command):
    started = time.monotonic()
    product = desk.open(command)

    def running(what):
        if product.poll() is not None:
            raise Failure(f"the product ended with exit {product.returncode}")
        return what()
    until(lambda: running(lambda: desk.controls.find(SEARCH)), 60, "no window", 0.02)
    opened = time.monotonic() - started
    until(lambda: running(lambda: any(REGISTERED.search(control.name) for control in desk.controls.all())), 60,
          "never registered", 0.02)
    registered = time.monotonic() - started
    desk.children.end(product)
    return round(1000 * opened), round(1000 * registered)


def main():
    parser = argparse.ArgumentParser(description="how long the product takes to open")
    parser.add_argument("--times", type=int, default=4)
    parser.add_argument("--product", nargs=argparse.REMAINDER, required=True)
    options = parser.parse_args()
    end_on_signals()
    with tempfile.TemporaryDirectory(prefix="desk-logs-") as folder:
        try:
            with VirtualDesk(folder) as desk:
                times = [opening(desk, options.product) for _ in range(options.times)]
        except Failure as failed:
            print(failed, file=sys.stderr)
            return 1
    print(json.dumps({"openedMs": [opened for opened, _ in times], "registeredMs": [done for _, done in times]}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
