#!/usr/bin/python3
# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""A desk for tests in any language: one JSON object a line on stdin, one a line on stdout in the same order.

    driver.py --out DIR [--size 1280x800]

First it says {"ok": true, "env": {...}}: what a program needs in its environment to be on this desk. Then for instance
    {"do": "press", "name": "Dial", "seconds": 5}   ->  {"ok": true}
    {"do": "press", "name": "Dail"}                 ->  {"ok": false, "error": "no enabled control named 'Dail' ..."}
Each command has a deadline of its own (`seconds`). The desk and all it started end with the end of stdin.
"""
import argparse
import json
import re
import subprocess
import sys

from accessibility import Gone
from children import Failure, until
from sound import level_of, peak
from virtualdesk import VirtualDesk, end_on_signals

TOLD_ENV = ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "PULSE_SERVER", "PULSE_RUNTIME_PATH", "PULSE_SINK", "PULSE_SOURCE",
            "GTK_MODULES", "NO_AT_BRIDGE", "GTK_A11Y", "GDK_BACKEND", "LC_ALL", "LANG", "LANGUAGE")


class Driver:
    """Each method is a command; its parameters are the keys of the command, its answer the keys of the answer."""

    def __init__(self, desk):
        self._desk, self._controls, self._sound = desk, desk.controls, desk.sound
        self._products, self._players, self._remembered = {}, {}, []

    def open(self, command, log="product.log", env=None, cwd=None):
        child = self._desk.open(command, log, env, cwd)
        self._products[child.pid] = child
        return {"pid": child.pid}

    def close(self, pid, seconds=10):
        """End a program by asking it, and insist after some seconds."""
        child = self._products.pop(pid)
        self._desk.children.end(child, seconds)
        return {"exit": child.returncode}

    def ended(self, pid, seconds=10):
        """Wait until a program has ended by itself."""
        child = self._products[pid]
        until(lambda: child.poll() is not None, seconds, f"program {pid} still runs")
        return {"exit": child.returncode}

    def find(self, name, role=None):
        found = self._controls.find(name, role)
        return {"found": found is not None, **(found.as_json() if found else {})}

    def wait(self, name, seconds=30, role=None, enabled=False):
        return self._controls.wait(name, seconds, role, enabled).as_json()

    def wait_gone(self, name, seconds=10):
        self._controls.wait_gone(name, seconds)

    def wait_text(self, pattern, seconds=30):
        return self._controls.wait_text(re.compile(pattern), seconds).as_json()

    def wait_state(self, name, state, seconds=10, on=True):
        """Wait until a control has a state (or has it no more): checked, focused, sensitive, selected, ..."""
        def there():
            found = self._controls.find(name)
            return found if found and found.has(state) == on else None
        return until(there, seconds, f"{name!r} is not {'' if on else 'without '}{state}").as_json()

    def press(self, name, seconds=10, role=None):
        self._controls.press(name, seconds, role)

    def focus(self, name, seconds=10, role=None):
        self._controls.focus(name, seconds, role)

    def focused(self):
        """The control that has the keyboard."""
        found = [control for control in self._controls.all() if control.has("focused") and control.depth > 1]
        return {"found": bool(found), **(found[-1].as_json() if found else {})}

    def type(self, text, name=None, seconds=10):
        """Type, into a named control or where the focus is; a line end is the Return key."""
        if name is not None:
            self._controls.focus(name, seconds)
        self._controls.type(text)

    def key(self, keys):
        """Press keys by their X names, together with + (ctrl+a), one after the other."""
        self._controls.key(*([keys] if isinstance(keys, str) else keys))

    def click(self, name, seconds=10, button=1):
        self._controls.click(name, seconds, str(button))

    def hover(self, name, seconds=10):
        self._controls.hover(name, seconds)

    def resize(self, width, height):
        """Give the window that has the keyboard another size."""
        self._controls.resize(width, height)

    def drag(self, name, onto, seconds=10):
        """Drag what is selected in a box, or the control itself, onto another."""
        self._controls.drag(name, onto, seconds)

    def tree(self):
        return {"lines": self._controls.tree()}

    def unnamed(self):
        """Interactive controls without a name, each with the names of what it sits in."""
        return {"controls": [{**control.as_json(), "depth": control.depth} for control in self._controls.unnamed()]}

    def remember(self):
        """Keep every control on show, for ask_remembered."""
        self._remembered = [control.node for control in self._controls.all()]

    def ask_remembered(self, times=50):
        """Ask those kept how they are, also those that went, as a screen reader may; says how many still answer."""
        for _ in range(times):
            answered = 0
            for node in self._remembered:
                try:
                    node.states(), node.role(), node.children()
                    answered += 1
                except Gone:
                    pass
        return {"answered": answered}

    def picture(self, path):
        self._desk.picture(path)

    def play(self, hertz, seconds=600, level=-18, sink="mic", burst=None):
        """Play a tone into a sink, mic unless told, in place of one that plays there; answers when it can be heard."""
        self.quiet(sink)
        recording = self._sound.record(sink, level - 10)
        try:
            self._players[sink] = self._sound.play(hertz, seconds, level, sink, burst)
            until(lambda: recording.first_loud_at, 10, f"the tone is not heard in {sink}")
        finally:
            recording.close()

    def quiet(self, sink="mic"):
        if sink in self._players:
            self._sound.stop(self._players.pop(sink))

    def heard(self, seconds=1.5, sink="spk", hertz=None):
        """The strongest frequency a sink plays in the coming seconds, and the level of one that is asked for."""
        recording = self._sound.record(sink)
        try:
            until(lambda: recording.seconds() >= seconds, seconds + 10, f"no sound arrives from {sink}")
            samples = recording.samples(seconds)
        finally:
            recording.close()
        strongest, level = peak(samples)
        return {"hertz": strongest, "level": level,
                **({"levelAtHertz": level_of(samples, hertz)} if hertz is not None else {})}


def answer(driver, line):
    try:
        asked = json.loads(line)
        name = asked.pop("do")
        command = None if name.startswith("_") else getattr(driver, name, None)
        if command is None:
            raise Failure(f"no command {name!r}")
        return {"ok": True, **(command(**asked) or {})}
    except (Failure, OSError, subprocess.SubprocessError) as failed:
        return {"ok": False, "error": str(failed)}
    except Exception as wrong:  # a wrong command must not end the desk for the ones that follow
        return {"ok": False, "error": f"{type(wrong).__name__}: {wrong}"}


def tell(message):
    print(json.dumps(message), flush=True)


def main():
    parser = argparse.ArgumentParser(description="a desk driven over stdin and stdout")
    parser.add_argument("--out", required=True)
    parser.add_argument("--size", default="1280x800")
    options = parser.parse_args()
    end_on_signals()
    try:
        with VirtualDesk(options.out, options.size) as desk:
            driver = Driver(desk)
            tell({"ok": True, "env": {key: desk.env[key] for key in TOLD_ENV if key in desk.env}})
            for line in sys.stdin:
                if line.strip():
                    tell(answer(driver, line))
    except (Failure, OSError, subprocess.SubprocessError) as failed:
        tell({"ok": False, "error": str(failed)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
