# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""The accessibility tree over D-Bus, as a screen reader gets it.

Spoken directly and not through libatspi: that one caches what only a running main loop keeps true, and with its cache off it
deadlocks when an event arrives during a call. Here every answer is fresh and every question has a deadline.
"""
from children import Failure

try:
    from gi.repository import Gio, GLib
except ImportError as missing:
    raise Failure(f"{missing}: apt-get install --no-install-recommends python3-gi at-spi2-core") from missing

ROOT = "/org/a11y/atspi/accessible/root"
PATIENCE_MS = 3000
STATES = ("invalid active armed busy checked collapsed defunct editable enabled expandable expanded focusable focused "
          "has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed resizable selectable selected "
          "sensitive showing single-line stale transient vertical visible manages-descendants indeterminate required truncated "
          "animated invalid-entry supports-autocompletion selectable-text is-default visited checkable has-popup "
          "read-only").split()
# What newer releases of at-spi2 say for a role, and what all of them said before.
NEWER_ROLE_NAMES = {"button": "push button"}


class Gone(Exception):
    """The control, or its application, is no longer there, or does not answer."""

    def __init__(self, error):
        super().__init__(str(error))
        self.no_answer = error.matches(Gio.io_error_quark(), Gio.IOErrorEnum.TIMED_OUT) or "NoReply" in str(error)


class Bus:
    def __init__(self, session_address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        try:
            session = Gio.DBusConnection.new_for_address_sync(session_address, flags, None, None)
            address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                        Gio.DBusCallFlags.NONE, 15000, None).unpack()[0]
            self._connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        except GLib.Error as error:
            raise Failure(f"no accessibility bus: {error.message}") from error

    def applications(self):
        return Accessible(self, "org.a11y.atspi.Registry", ROOT).children()

    def call(self, name, path, interface, method, parameters=None):
        try:
            return self._connection.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE,
                                              PATIENCE_MS, None).unpack()
        except GLib.Error as error:
            raise Gone(error) from error


class Accessible:
    """One object of the tree; any of its answers may be Gone instead."""

    def __init__(self, bus, name, path):
        self._bus, self._name, self._path = bus, name, path

    def children(self):
        return [Accessible(self._bus, name, path) for name, path in self._ask("Accessible", "GetChildren")[0]
                if path != "/org/a11y/atspi/null"]

    def role(self):
        told = self._ask("Accessible", "GetRoleName")[0]
        return NEWER_ROLE_NAMES.get(told, told)

    def name(self):
        return self._property("Accessible", "Name")

    def description(self):
        return self._property("Accessible", "Description")

    def states(self):
        low, high = self._ask("Accessible", "GetState")[0]
        bits = low | high << 32
        return {state for number, state in enumerate(STATES) if bits >> number & 1}

    def has(self, interface):
        return f"org.a11y.atspi.{interface}" in self._ask("Accessible", "GetInterfaces")[0]

    def text(self):
        return self._ask("Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]

    def actions(self):
        return self._property("Action", "NActions") if self.has("Action") else 0

    def act(self):
        """Do the first action; false when the control refuses."""
        return self._ask("Action", "DoAction", GLib.Variant("(i)", (0,)))[0]

    def grab_focus(self):
        return self._ask("Component", "GrabFocus")[0]

    def box(self):
        """(x, y, width, height) on the screen."""
        return self._ask("Component", "GetExtents", GLib.Variant("(u)", (0,)))[0]

    def _ask(self, interface, method, parameters=None):
        return self._bus.call(self._name, self._path, f"org.a11y.atspi.{interface}", method, parameters)

    def _property(self, interface, key):
        return self._bus.call(self._name, self._path, "org.freedesktop.DBus.Properties", "Get",
                              GLib.Variant("(ss)", (f"org.a11y.atspi.{interface}", key)))[0]
