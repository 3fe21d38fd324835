# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""What two telephones stand on to be compared with two others: one sound server, one SIP server, one packet capture."""
import os
import shutil
import socket
import subprocess
import sys
import tempfile

from check import Sniffer
from children import Children, Failure, need, until

DOMAIN = "bench.test"
ENDS = ("A", "B")
PULSE_SCRIPT = """\
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
{sinks}
set-default-sink spkA
set-default-source sourceA
"""
# A telephone may not take a monitor for a microphone, so each has a source of its own in front of it.
PULSE_END = """\
load-module module-null-sink sink_name=mic{end} rate=48000 channels=2 sink_properties=device.description=mic{end}
load-module module-null-sink sink_name=spk{end} rate=48000 channels=2 sink_properties=device.description=Speaker{end}
load-module module-remap-source master=mic{end}.monitor source_name=source{end} source_properties=device.description=Microphone{end}
"""
KAMAILIO = """\
#!KAMAILIO
debug=1
log_stderror=yes
children=2
disable_tcp=yes
auto_aliases=no
alias="{domain}"
listen=udp:127.0.0.1:{port}
dns=no
rev_dns=no

loadmodule "kex.so"
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "sdpops.so"

modparam("usrloc", "db_mode", 0)
modparam("registrar", "min_expires", 1)
modparam("registrar", "gruu_enabled", 0)

request_route {{
    if (!mf_process_maxfwd_header("10")) {{ sl_send_reply("483", "Too Many Hops"); exit; }}
    force_rport();
    if (is_method("CANCEL")) {{ if (t_check_trans()) t_relay(); exit; }}
    if (has_totag()) {{
        if (loose_route()) {{ route(MEDIA); t_on_reply("ANSWER"); t_relay(); }}
        else if (is_method("ACK")) {{ if (t_check_trans()) t_relay(); }}
        else sl_send_reply("481", "Call/Transaction Does Not Exist");
        exit;
    }}
    if (is_method("ACK")) {{ if (t_check_trans()) t_relay(); exit; }}
    t_check_trans();
    if (is_method("REGISTER")) {{ if (!save("location")) sl_reply_error(); exit; }}
    if (is_method("OPTIONS|SUBSCRIBE|PUBLISH")) {{ sl_send_reply("200", "OK"); exit; }}
    record_route();
    if (!lookup("location")) {{ sl_send_reply("404", "Not Found"); exit; }}
    route(MEDIA);
    t_on_reply("ANSWER");
    if (!t_relay()) sl_reply_error();
}}

route[MEDIA] {{
{towards_caller}
    return;
}}

onreply_route[ANSWER] {{
{towards_called}
    return;
}}
"""


def free_ports(count, kind=socket.SOCK_DGRAM, step=1):
    """The first of `count` ports in a row (from an even one on) that nobody has now."""
    for _ in range(200):
        with socket.socket(socket.AF_INET, kind) as probe:
            probe.bind(("127.0.0.1", 0))
            first = probe.getsockname()[1] & ~1
        try:
            held = []
            for port in range(first, first + count * step, step):
                held.append(socket.socket(socket.AF_INET, kind))
                held[-1].bind(("127.0.0.1", port))
            return first
        except (OSError, OverflowError):
            continue
        finally:
            for one in held:
                one.close()
    raise Failure(f"no {count} free ports in a row")


class Stage:
    """with Stage(folder) as stage: stage.env reaches the sound server, stage.port is the SIP server's.

    relay: the ports (towards the caller's sound, towards the called one's) that all sound shall take, None for none."""

    def __init__(self, folder, relay=None):
        self.folder = os.path.abspath(folder)
        os.makedirs(self.folder, exist_ok=True)
        self.children = Children(self.folder)
        self.private = tempfile.mkdtemp(prefix="bench-")
        # What belongs to a person's own desk has no part in this.
        self.env = {key: value for key, value in os.environ.items() if not key.startswith(("PULSE_", "DBUS_SESSION", "XDG_"))
                    and key not in ("DISPLAY", "WAYLAND_DISPLAY")}
        self.relay = relay
        self._numbers = 2000

    def __enter__(self):
        try:
            self._pulse()
            self._kamailio()
            return self
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_):
        self.children.end_all()
        shutil.rmtree(self.private, ignore_errors=True)

    def sniff(self, name):
        """Captures what passes from now on; the file is whole after stop()."""
        sniffer = Sniffer(self, os.path.join(self.folder, name))
        if not sniffer.runs:
            raise Failure("measuring needs a packet capture: root, or sudo without a password")
        return sniffer

    def new_number(self):
        """One that nobody had: who was here before may not have signed off."""
        self._numbers += 1
        return str(self._numbers)

    def sound_of(self, end):
        """What leads a program's sound to the devices of end A or B."""
        return {"PULSE_SINK": "spk" + end, "PULSE_SOURCE": "source" + end}

    def pactl(self, *args):
        done = subprocess.run([need("pactl", "pulseaudio-utils"), *args], env=self.env, capture_output=True, text=True,
                              timeout=10)
        if done.returncode:
            raise Failure(f"pactl {' '.join(args)}: {done.stderr.strip()}")
        return done.stdout

    def _pulse(self):
        runtime = os.path.join(self.private, "pulse")
        os.mkdir(runtime, 0o700)
        script, address = os.path.join(runtime, "bench.pa"), os.path.join(runtime, "native")
        with open(script, "w", encoding="utf-8") as out:
            out.write(PULSE_SCRIPT.format(socket=address, sinks="".join(PULSE_END.format(end=end) for end in ENDS)))
        self.env.update(PULSE_SERVER="unix:" + address, PULSE_RUNTIME_PATH=runtime, PULSE_STATE_PATH=runtime,
                        LC_ALL="C.UTF-8", LANG="C.UTF-8")
        server = self.children.start(
            [need("pulseaudio", "pulseaudio"), "-n", "-F", script, "--exit-idle-time=-1", "--realtime=no",
             "--high-priority=no", "--daemonize=no", "--use-pid-file=no", "--log-target=stderr"], self.env)
        until(lambda: os.path.exists(address) or server.poll() is not None, 10, "PulseAudio did not start")
        if server.poll() is not None:
            raise Failure(f"PulseAudio ended at once; see {self.folder}/pulseaudio.log")
        # Idle null sinks work in blocks of two seconds.
        for end in ENDS:
            for sink in ("mic", "spk"):
                self.children.start([need("parec", "pulseaudio-utils"), "--latency-msec=10", "-d", f"{sink}{end}.monitor"],
                                    self.env, stdout=subprocess.DEVNULL)

    def _kamailio(self):
        self.port = free_ports(1)
        config = os.path.join(self.private, "kamailio.cfg")
        called, caller = (self._through(port) for port in self.relay) if self.relay else ("", "")
        with open(config, "w", encoding="utf-8") as out:
            out.write(KAMAILIO.format(domain=DOMAIN, port=self.port, towards_caller=caller, towards_called=called))
        server = self.children.start([need("kamailio", "kamailio"), "-f", config, "-DD", "-E", "-m", "32", "-M", "4",
                                      "-Y", self.private, "-w", self.private], self.env, log="kamailio.log")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind(("127.0.0.1", 0))
            probe.settimeout(0.3)
            ping = (f"OPTIONS sip:127.0.0.1:{self.port} SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:{probe.getsockname()[1]};rport;"
                    "branch=z9hG4bKping\r\nMax-Forwards: 9\r\nFrom: <sip:ping@bench.test>;tag=1\r\nTo: <sip:bench.test>\r\n"
                    "Call-ID: ping\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n").encode()

            def answered():
                if server.poll() is not None:
                    raise Failure(f"Kamailio ended at once; see {self.folder}/kamailio.log")
                try:
                    probe.sendto(ping, ("127.0.0.1", self.port))
                    return probe.recv(4096)
                except OSError:
                    return None
            until(answered, 15, "Kamailio does not answer")

    @staticmethod
    def _through(port):
        return (f"    if (sdp_content()) {{\n"
                f"        subst_body('/^m=audio [0-9]+ /m=audio {port} /');\n"
                f"        subst_body('/^a=rtcp:[0-9]+/a=rtcp:{port + 1}/');\n"
                f"        subst_body('/^a=candidate:.*//');\n"
                f"    }}")


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)
