# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Finds and works controls by the names a screen reader would say."""
import subprocess
import time

from accessibility import Bus, Gone
from children import Failure, need, until

INTERACTIVE = {"push button", "toggle button", "check box", "radio button", "text", "entry", "password text", "combo box",
               "menu item", "check menu item", "radio menu item", "menu", "slider", "spin button", "link", "page tab",
               "tree item", "list item", "table cell", "icon"}
# A row's or a tab's own text names what is inside it, and GTK wraps cells in nameless ones.
WRAPPERS = {"table cell", "tree item", "list item", "icon", "page tab"}
DEEPEST = 60


class Control:
    """One accessible as it was when looked at."""

    def __init__(self, node, depth, role, name, states):
        self.node, self.depth, self.role, self.name, self.states = node, depth, role, name, states

    def has(self, state):
        return state in self.states

    def text(self):
        """Its text where it has one (what is typed in an entry), else its name."""
        return _asked(lambda: self.node.text() if self.node.has("Text") else self.name, self.name)

    def description(self):
        return _asked(self.node.description, "")

    def as_json(self):
        return {"role": self.role, "name": self.name, "text": self.text(), "description": self.description(),
                "states": sorted(self.states)}


def _asked(question, otherwise):
    """Controls come and go while they are being looked at: one that went answers like one that never was."""
    try:
        return question()
    except Gone:
        return otherwise


class Controls:
    def __init__(self, env):
        self._env = env
        self._bus = Bus(env["DBUS_SESSION_BUS_ADDRESS"])

    def all(self, widest=300):
        """Every control on show, of one parent's children at most `widest`."""
        for application in _asked(self._bus.applications, []):
            yield from self._walk(application, 0, widest)

    def _walk(self, node, depth, widest):
        try:
            states = node.states()
            # An application itself never shows, and what does not show has nothing on show inside.
            if depth > DEEPEST or depth > 0 and "showing" not in states:
                return
            control = Control(node, depth, node.role(), node.name(), states)
            children = node.children()[:widest]
        except Gone:
            return
        yield control
        for child in children:
            yield from self._walk(child, depth + 1, widest)

    def find(self, name, role=None, within=None):
        """The first control of that name, `within` taking a part of the name instead; None when there is none."""
        for control in self.all():
            if (name in control.name if within else control.name == name) and role in (None, control.role):
                return control
        return None

    def wait(self, name, seconds=30, role=None, enabled=False):
        def there():
            found = self.find(name, role)
            return found if found and (not enabled or found.has("sensitive")) else None
        return until(there, seconds, f"no {'enabled ' if enabled else ''}{role or 'control'} named {name!r}")

    def wait_gone(self, name, seconds=10):
        until(lambda: self.find(name) is None, seconds, f"{name!r} is still there")

    def wait_text(self, pattern, seconds=30):
        """The first control whose name or text has a match of a compiled pattern."""
        def there():
            for control in self.all():
                if pattern.search(control.name) or control.role in ("label", "text") and pattern.search(control.text()):
                    return control
            return None
        return until(there, seconds, f"nothing on the screen says {pattern.pattern!r}", 0.1)

    def press(self, name, seconds=10, role=None):
        """Do the first action of the first enabled control of that name that has one."""
        def pressable():
            for control in self.all():
                if control.name == name and role in (None, control.role) and control.has("sensitive"):
                    if _asked(control.node.actions, 0) > 0:
                        return control.node
            return None
        node = until(pressable, seconds, f"no enabled control named {name!r} that can be pressed")
        try:
            if not node.act():
                raise Failure(f"{name!r} refused to be pressed")
        except Gone as gone:
            # A button that opens a modal dialog answers only after the dialog.
            if not gone.no_answer:
                raise Failure(f"{name!r} could not be pressed: {gone}") from gone

    def focus(self, name, seconds=10, role=None):
        control = self.wait(name, seconds, role, enabled=True)
        if not control.has("focused"):
            if not _asked(control.node.grab_focus, False):
                raise Failure(f"{name!r} does not take the focus")
            until(lambda: "focused" in _asked(control.node.states, ()), seconds, f"{name!r} did not get the focus")
        return control

    def type_into(self, name, text, seconds=30):
        self.focus(name, seconds)
        self.type(text)

    def type(self, text):
        """Type by the keyboard of the display; a line end is Return. Answers when the last key was about to be sent."""
        sent = time.time()
        for number, part in enumerate(text.split("\n")):
            if number:
                sent = self.key("Return")
            if part:
                sent = self._xdotool("type", "--delay", "15", "--", part)
        return sent

    def key(self, *names):
        return self._xdotool("key", "--delay", "15", "--", *names)

    def click(self, name, seconds=10, button="1"):
        x, y = self._middle(name, seconds)
        self._xdotool("mousemove", x, y, "click", button)

    def hover(self, name, seconds=10):
        self._xdotool("mousemove", *self._middle(name, seconds))

    def resize(self, width, height):
        self._xdotool("getactivewindow", "windowsize", "--sync", str(width), str(height))

    def drag(self, name, onto, seconds=10):
        """Drag from the left end of a control (where the text of a box begins) onto the middle of another."""
        x, y, width, height = self.wait(name, seconds).node.box()
        from_x, from_y = x + min(10, width // 2), y + height // 2
        to_x, to_y = (int(at) for at in self._middle(onto, seconds))
        way = []
        for step in range(1, 13):
            at = step / 12
            way += ["mousemove", str(round(from_x + (to_x - from_x) * at)), str(round(from_y + (to_y - from_y) * at)),
                    "sleep", "0.05"]
        self._xdotool("mousemove", str(from_x), str(from_y), "mousedown", "1", "sleep", "0.1", *way, "sleep", "0.2",
                      "mouseup", "1")

    def tree(self):
        """What a screen reader could read, as indented lines."""
        lines = []
        for control in self.all():
            told = [s for s in ("focused", "checked", "selected", "pressed") if control.has(s)]
            if control.role in INTERACTIVE and not control.has("sensitive"):
                told.append("greyed")
            text = control.text() if control.role in ("text", "entry", "label") else ""
            lines.append("  " * control.depth + f"{control.role} {control.name!r}"
                         + (f" text {text!r}" if text and text != control.name else "")
                         + (f" ({', '.join(told)})" if told else ""))
        return lines

    def unnamed(self):
        """Interactive controls that a screen reader would call nothing."""
        return [control for control in self.all() if control.role in INTERACTIVE - WRAPPERS and not control.name.strip()]

    def _middle(self, name, seconds):
        x, y, width, height = self.wait(name, seconds).node.box()
        return str(x + width // 2), str(y + height // 2)

    def _xdotool(self, *args):
        started = time.time()
        done = subprocess.run([need("xdotool", "xdotool"), *args], env=self._env, capture_output=True, text=True, timeout=30)
        if done.returncode:
            raise Failure(f"xdotool {args[0]}: {done.stderr.strip()}")
        return started

