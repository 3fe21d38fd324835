# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""A display, a session bus with accessibility, and a sound server; whatever the environment already gives is used as it is."""
import os
import shutil
import signal
import subprocess
import tempfile

from children import Children, Failure, need, until
from controls import Controls
from sound import Sound

AT_SPI_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PULSE_SCRIPT = """\
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
load-module module-null-sink sink_name=mic rate=48000 channels=1 sink_properties=device.description=mic
load-module module-null-sink sink_name=spk rate=48000 channels=2 sink_properties=device.description=Speaker
load-module module-remap-source master=mic.monitor source_name=microphone source_properties=device.description=Microphone
set-default-sink spk
set-default-source microphone
"""


class VirtualDesk:
    """with VirtualDesk(folder) as desk: desk.controls, desk.sound, desk.open(command), desk.picture(path)"""

    def __init__(self, folder, size="1280x800", given=None):
        self.folder = os.path.abspath(folder)
        os.makedirs(self.folder, exist_ok=True)
        self.size = size
        self.env = dict(os.environ if given is None else given)
        self.children = Children(self.folder)
        self.private = tempfile.mkdtemp(prefix="desk-")
        self._undo = []
        self.controls = None
        self.sound = None

    def __enter__(self):
        try:
            self._display()
            self._bus()
            self._accessibility()
            self._pulse()
            self.controls = Controls(self.env)
            return self
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        for undo in reversed(self._undo):
            undo()
        self.children.end_all()
        shutil.rmtree(self.private, ignore_errors=True)

    def open(self, command, log="product.log", env=None, cwd=None):
        """Start the product; its console goes to the log."""
        return self.children.start(command, {**self.env, **(env or {})}, log=log, cwd=cwd)

    def picture(self, path):
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        subprocess.run([need("import", "imagemagick"), "-window", "root", path], env=self.env, check=True, timeout=15)

    def _display(self):
        if not self.env.get("DISPLAY"):
            self.env["DISPLAY"] = start_display(self.children, self.env, self.size)
        self.env["GDK_BACKEND"] = "x11"
        # On a display that has a window manager this one says so and ends, which is as good.
        self.children.start([need("openbox", "openbox"), "--sm-disable"], self.env)

    def _bus(self):
        if self.env.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        bus = self.children.start([need("dbus-daemon", "dbus"), "--session", "--nofork", "--nopidfile", "--print-address=1"],
                                  self.env, stdout=subprocess.PIPE)
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise Failure(f"dbus-daemon gave no address; see {self.folder}/dbus-daemon.log")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        launcher = next((path for path in AT_SPI_LAUNCHERS if os.path.exists(path)), AT_SPI_LAUNCHERS[0])
        self.children.start([need(launcher, "at-spi2-core"), "--launch-immediately"], self.env)

    def _accessibility(self):
        self.env.update(GTK_MODULES="gail:atk-bridge", NO_AT_BRIDGE="0", GTK_A11Y="atspi", ACCESSIBILITY_ENABLED="1")
        # The names of the controls are an interface under C and English locales only.
        self.env.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", LANGUAGE="")

    def _pulse(self):
        if self.env.get("PULSE_SERVER"):
            self._null_sinks_on_given_server()
        else:
            runtime = os.path.join(self.private, "pulse")
            os.mkdir(runtime, 0o700)
            script, socket = os.path.join(runtime, "desk.pa"), os.path.join(runtime, "native")
            with open(script, "w", encoding="utf-8") as out:
                out.write(PULSE_SCRIPT.format(socket=socket))
            self.env.update(PULSE_SERVER="unix:" + socket, PULSE_RUNTIME_PATH=runtime, PULSE_STATE_PATH=runtime)
            server = self.children.start(
                [need("pulseaudio", "pulseaudio"), "-n", "-F", script, "--exit-idle-time=-1", "--realtime=no",
                 "--high-priority=no", "--daemonize=no", "--use-pid-file=no", "--log-target=stderr"], self.env)
            until(lambda: os.path.exists(socket) or server.poll() is not None, 10, "PulseAudio did not start")
            if server.poll() is not None:
                raise Failure(f"PulseAudio ended at once; see {self.folder}/pulseaudio.log")
        self.sound = Sound(self.children, self.env)
        self.sound.keep_awake()

    def _null_sinks_on_given_server(self):
        pactl = need("pactl", "pulseaudio-utils")
        listed = subprocess.run([pactl, "list", "short", "sinks"], env=self.env, capture_output=True, text=True, timeout=10)
        if listed.returncode:
            raise Failure(f"PULSE_SERVER={self.env['PULSE_SERVER']} does not answer: {listed.stderr.strip()}")
        there = {line.split("\t")[1] for line in listed.stdout.splitlines() if "\t" in line}
        if {"mic", "spk"} <= there:
            return
        for module in ("module-null-sink sink_name=mic rate=48000 channels=1", "module-null-sink sink_name=spk rate=48000",
                       "module-remap-source master=mic.monitor source_name=microphone"):
            loaded = subprocess.run([pactl, "load-module", *module.split()], env=self.env, capture_output=True, text=True,
                                    timeout=10, check=True)
            self._undo.append(lambda number=loaded.stdout.strip(): subprocess.run(
                [pactl, "unload-module", number], env=self.env, capture_output=True, timeout=10, check=False))
        # The person's own default devices stay as they are: only what this desk starts is led to the null sinks.
        self.env.update(PULSE_SINK="spk", PULSE_SOURCE="microphone")


def start_display(children, env, size):
    """Start an X server that nobody looks at; the name of its display."""
    read, write = os.pipe()
    xvfb = children.start(
        [need("Xvfb", "xvfb"), "-displayfd", str(write), "-screen", "0", size + "x24", "-nolisten", "tcp"],
        env, pass_fds=[write])
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    if not number:
        raise Failure(f"Xvfb gave no display (exit {xvfb.wait(5)}); see {children.folder}/Xvfb.log")
    return f":{number}"


def end_on_signals():
    """Turn the signals that would end this process into an exit that closes the desk."""
    def leave(number, _):
        raise SystemExit(128 + number)
    for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sign, leave)
