#!/usr/bin/python3
# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Keeps a program on a virtual desk for as long as it runs:  stay.py COMMAND...

Says on stderr how others reach the desk; ends with the program's exit code.
"""
import os
import sys
import tempfile

from children import Failure
from virtualdesk import VirtualDesk, end_on_signals


def main(command):
    end_on_signals()
    with tempfile.TemporaryDirectory(prefix="desk-logs-") as folder:
        try:
            with VirtualDesk(folder) as desk:
                reach = " ".join(f"{key}={desk.env[key]}" for key in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PULSE_SERVER"))
                print(f"On a virtual desk: {reach}", file=sys.stderr, flush=True)
                return desk.children.start(command, desk.env, shared_console=True, cwd=os.getcwd()).wait()
        except Failure as failed:
            print(failed, file=sys.stderr)
            return 2


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
