#!/usr/bin/python3
# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Stands in for the product and the exchange in the desk's own tests: a window with the names of the interface, a call that
is a few packets of SIP and RTP and a tone. Faults can be asked for: silent, deaf, lossy, slow, dies."""
import http.server
import json
import os
import random
import socket
import subprocess
import sys
import threading
import time

import gi

gi.require_version("Gtk", "3.0")
from gi.repository import GLib, Gtk  # noqa: E402

PORT, FAULTS = int(sys.argv[2]), set(sys.argv[3:])
calls = []


class Calls(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"calls": calls}).encode())

    def log_message(self, *_):
        pass


def udp():
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.bind(("127.0.0.1", 0))
    return made


def message(start, cseq, media):
    body = f"v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio {media.getsockname()[1]} RTP/AVP 96\r\na=rtpmap:96 opus/48000/2\r\n"
    return (f"{start}\r\nCall-ID: {calls[-1]['callId']}\r\nCSeq: 1 {cseq}\r\nContent-Length: {len(body)}\r\n\r\n{body}").encode()


class Call:
    def __init__(self):
        calls.append({"callId": str(random.random()), "extension": "609", "codec": "opus", "rtpLost": 0, "heardHz": None})
        self.over = threading.Event()
        self.tone = None
        ours, theirs, sip = udp(), udp(), udp()
        sip.sendto(message("INVITE sip:609@127.0.0.1 SIP/2.0", "INVITE", ours), sip.getsockname())
        time.sleep(1 if "slow" in FAULTS else 0.02)
        sip.sendto(message("SIP/2.0 200 OK", "INVITE", theirs), sip.getsockname())
        for source, target in ((ours, theirs), (theirs, ours)):
            threading.Thread(target=self._rtp, args=(source, target.getsockname(), source is theirs), daemon=True).start()
        if "silent" not in FAULTS:
            self.tone = subprocess.Popen(
                [sys.executable, "-c", "import sys; sys.path.insert(0, sys.argv[1]); import sound; "
                 "sys.stdout.buffer.write(20 * sound.tone(1000, 1, -15).tobytes())", sys.argv[1]], stdout=subprocess.PIPE)
            self.player = subprocess.Popen(["pacat", "--playback", "--rate=48000", "--channels=1", "--format=s16le",
                                            "--latency-msec=100"], stdin=self.tone.stdout)
        if "deaf" not in FAULTS:
            threading.Timer(1.0, lambda: calls[-1].update(heardHz=620.2)).start()

    def _rtp(self, source, target, inward):
        for number in range(65500, 70000):
            if not ("lossy" in FAULTS and inward and number % 20 == 0):
                source.sendto(b"\x80\x60" + (number & 0xFFFF).to_bytes(2, "big") + bytes(4) + (77 + inward).to_bytes(4, "big")
                              + bytes(40), target)
            if self.over.wait(0.02):
                return

    def end(self):
        self.over.set()
        if self.tone:
            self.tone.kill()
            self.player.kill()


class Window(Gtk.Window):
    def __init__(self):
        super().__init__(title="Stand-in")
        self.set_default_size(500, 300)
        self.box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
        entry = Gtk.Entry()
        entry.get_accessible().set_name("Search contacts and dialpad")
        entry.connect("activate", self.dial)
        self.status = Gtk.Label(label="Not registered: 503")
        self.nameless = Gtk.Button()
        for widget in (entry, self.nameless, self.status):
            self.box.pack_start(widget, False, False, 4)
        self.add(self.box)
        GLib.timeout_add(700, self.register)

    def register(self):
        self.status.set_text("Registered as anna")

    def dial(self, entry):
        if "dies" in FAULTS:
            os._exit(3)
        self.call = Call()
        self.strip = Gtk.Button(label="Hang up")
        self.strip.connect("clicked", self.hang_up)
        self.box.pack_start(self.strip, False, False, 4)
        self.show_all()
        entry.set_text("")

    def hang_up(self, _):
        self.call.end()
        self.box.remove(self.strip)


server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), Calls)
threading.Thread(target=server.serve_forever, daemon=True).start()
window = Window()
window.show_all()
Gtk.main()
