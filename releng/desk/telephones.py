# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Telephones that are compared: the workstation, worked as a person would, and two others, by their own commands."""
import ctypes
import json
import os
import socket
import subprocess
import time

from check import HANG_UP, REGISTERED, SEARCH
from children import Failure, need, until
from stage import DOMAIN, free_ports
from virtualdesk import VirtualDesk

ANSWER = "Answer"
ORDER = ("ours", "linphone", "baresip")
OPUS, PCMU = "opus", "pcmu"


class Telephone:
    """One end. `process` is what its CPU and memory are counted of."""

    def __init__(self, stage, end, codec):
        self.stage, self.end, self.codec = stage, end, codec
        self.number = stage.new_number()
        self.folder = os.path.join(stage.folder, f"{self.kind}-{codec}-{end}")
        os.makedirs(self.folder, exist_ok=True)
        self.process = None

    def alive(self):
        if self.process.poll() is not None:
            raise Failure(f"{self.kind} {self.end} ended with exit {self.process.returncode}; see {self.folder}")
        return True

    def _start(self, command, **streams):
        home = {"HOME": self.folder}
        self.process = self.stage.children.start(command, {**self.stage.env, **self.stage.sound_of(self.end), **home},
                                                 log=os.path.join(self.folder, "console.log"), **streams)


class Desk(VirtualDesk):
    """A desk of one end, on the sound server of the stage."""

    def __init__(self, folder, env):
        super().__init__(folder, given=env)

    def _pulse(self):
        pass


class Keyboard:
    """Presses keys through the X server's own test extension, so that no program has to be started first."""

    def __init__(self, display):
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XFlush.argtypes = (ctypes.c_void_p,)
        self._test.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise Failure(f"no X display {display}")

    def press(self, keysym):
        """The time just before the X server was told that the key goes down."""
        code = self._x.XKeysymToKeycode(self._display, keysym)
        self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        sent = time.time()
        self._x.XFlush(self._display)
        self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XFlush(self._display)
        return sent


class Workstation(Telephone):
    """Our own product, as releng/run starts it, on a display of its own."""
    kind = "ours"
    RETURN = 0xFF0D

    def __init__(self, stage, end, codec, run, options=""):
        super().__init__(stage, end, codec)
        self._run = run
        self._options = options
        self._desk = None

    def start(self):
        profile = os.path.join(self.folder, "profile.json")
        account = {"address": f"sip:{self.number}@{DOMAIN}", "password": "bench",
                   "registrar": f"sip:127.0.0.1:{self.stage.port};transport=udp"}
        if self.codec != OPUS:
            account["codecs"] = [self.codec]
        with open(profile, "w", encoding="utf-8") as out:
            json.dump({"version": 1, "user": {"id": self.number, "name": f"Bench {self.end}"}, "accounts": [account]}, out)
        env = {**self.stage.env, **self.stage.sound_of(self.end)}
        self._desk = Desk(self.folder, env).__enter__()
        self._desk.env["JAVA_TOOL_OPTIONS"] = self._options
        self._desk.env["CENTRALINO_DATA"] = os.path.join(self.folder, "home")
        # Kept between runs: the archive of classes that a start in daily life finds, too.
        self._desk.env["XDG_CACHE_HOME"] = os.path.join(os.path.dirname(self.stage.folder), "cache")
        self.process = self._desk.open([self._run, "--profile", profile])
        self._keyboard = Keyboard(self._desk.env["DISPLAY"])

    def await_ready(self):
        until(lambda: self.alive() and any(REGISTERED.search(control.name) for control in self._desk.controls.all()), 60,
              f"workstation {self.end} never said Registered", 0.2)

    def call(self, other):
        """The time at which the Enter key goes down."""
        self._desk.controls.type_into(SEARCH, other.number)
        time.sleep(0.5)  # an operator's pause; what typing set off is not part of dialling
        return self._keyboard.press(self.RETURN)

    def answer(self):
        self._desk.controls.press(ANSWER, 15)

    def hang_up(self):
        self._desk.controls.press(HANG_UP)

    def await_idle(self):
        self._desk.controls.wait_gone(HANG_UP, 15)

    def stop(self):
        if self._desk:
            self._desk.picture(os.path.join(self.folder, "screenshot.png"))
            self._desk.__exit__()


class Baresip(Telephone):
    """Debian's baresip with the configuration it writes for itself, plus the codec, an address and a way to command it."""
    kind = "baresip"
    CHANGED = ("audio_player", "audio_source", "audio_alert", "ctrl_tcp_listen", "cons_listen", "http_listen")

    def start(self):
        baresip = need("baresip", "baresip-core")
        subprocess.run([baresip, "-f", self.folder, "-t", "1"], env={**self.stage.env, "HOME": self.folder},
                       capture_output=True, timeout=20, stdin=subprocess.DEVNULL)
        with open(os.path.join(self.folder, ".asoundrc"), "w", encoding="utf-8") as out:
            out.write("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
        self._control = free_ports(1, socket.SOCK_STREAM)
        config = os.path.join(self.folder, "config")
        with open(config, encoding="utf-8") as written:
            lines = [line for line in written if not line.startswith(self.CHANGED)]
        # It takes the port after the one it is told as well.
        lines += [f"sip_listen 127.0.0.1:{free_ports(2)}\n", "net_interface 127.0.0.1\n", "audio_player alsa,default\n",
                  "audio_source alsa,default\n", "module opus.so\n", "module_app ctrl_tcp.so\n",
                  f"ctrl_tcp_listen 127.0.0.1:{self._control}\n", "ring_aufile none\n", "ringback_aufile none\n"]
        with open(config, "w", encoding="utf-8") as out:
            out.writelines(lines)
        codec = {OPUS: "opus/48000/2", PCMU: "pcmu/8000"}[self.codec]
        with open(os.path.join(self.folder, "accounts"), "w", encoding="utf-8") as out:
            out.write(f"<sip:{self.number}@127.0.0.1:{self.stage.port}>;regint=60;answermode=auto;audio_codecs={codec}\n")
        self._start([baresip, "-f", self.folder])

    def await_ready(self):
        until(lambda: self.alive() and "200 OK" in self._log(), 20, f"baresip {self.end} never registered")

    def call(self, other):
        return self._command("dial", f"sip:{other.number}@127.0.0.1:{self.stage.port}")

    def answer(self):
        pass

    def hang_up(self):
        self._command("hangup", "")

    def await_idle(self):
        time.sleep(1)

    def stop(self):
        self.stage.children.end(self.process)

    def _command(self, name, parameters):
        said = json.dumps({"command": name, "params": parameters}).encode()
        with socket.create_connection(("127.0.0.1", self._control), 5) as control:
            sent = time.time()
            control.sendall(b"%d:%s," % (len(said), said))
            control.recv(4096)
        return sent

    def _log(self):
        with open(os.path.join(self.folder, "console.log"), encoding="utf-8", errors="replace") as log:
            return log.read()


class Linphone(Telephone):
    """Debian's linphone-daemon with its defaults, except for the ports, which two on one machine cannot share."""
    kind = "linphone"

    def start(self):
        config = os.path.join(self.folder, "linphonerc")
        with open(config, "w", encoding="utf-8") as out:
            # It takes the first sink and a source that is no monitor, so the devices must be named.
            out.write(f"[sip]\nsip_port={free_ports(1)}\nsip_tcp_port=0\nsip_tls_port=0\n"
                      f"[rtp]\naudio_rtp_port=-1\nvideo_rtp_port=-1\n"
                      f"[sound]\nplayback_dev_id=PulseAudio Unknown: Speaker{self.end}\n"
                      f"ringer_dev_id=PulseAudio Unknown: Speaker{self.end}\n"
                      f"capture_dev_id=PulseAudio Unknown: Microphone{self.end}\n")
        os.makedirs(os.path.join(self.folder, ".local", "share", "linphone"), exist_ok=True)
        self._start([need("linphone-daemon", "linphone-cli"), "--config", config, "--disable-stats-events", "--auto-answer"],
                    stdin=subprocess.PIPE)
        self._command("ipv6 disable")  # else it never tries to register where there is only loopback
        if self.codec != OPUS:
            self._command("audio-codec-disable ALL")
            self._command(f"audio-codec-enable {self.codec.upper()}/8000/1")
        server = f"sip:127.0.0.1:{self.stage.port}"
        self._command(f"register sip:{self.number}@127.0.0.1:{self.stage.port} {server}")

    def await_ready(self):
        def registered():
            self.alive()
            self._command("register-status ALL")
            time.sleep(0.3)
            return "State: LinphoneRegistrationOk" in self._log()
        until(registered, 30, f"linphone {self.end} never registered")

    def call(self, other):
        return self._command(f"call sip:{other.number}@127.0.0.1:{self.stage.port}")

    def answer(self):
        pass

    def hang_up(self):
        self._command("terminate")

    def await_idle(self):
        time.sleep(1)

    def stop(self):
        self.stage.children.end(self.process)

    def _command(self, line):
        sent = time.time()
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        return sent

    def _log(self):
        with open(os.path.join(self.folder, "console.log"), encoding="utf-8", errors="replace") as log:
            return log.read()
