# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""What a capture and the kernel tell about one call: its media addresses, when sound first arrived, what was lost."""
import re
import struct

from loopback import packets

STATIC_CODECS = {0: "PCMU", 8: "PCMA", 9: "G722"}
BETWEEN_CLOCKS = 0.001


class Flow:
    """RTP of one source to one address, from its sequence numbers (RFC 3550, appendix A.3)."""

    def __init__(self, source, target, ssrc):
        self.source, self.target, self.ssrc = source, target, ssrc
        self.first_at = None
        self.payload_types = {}
        self._seen = set()
        self._newest = None

    def add(self, at, sequence, payload_type):
        if self.first_at is None:
            self.first_at = at
        self.payload_types[payload_type] = self.payload_types.get(payload_type, 0) + 1
        if self._newest is None:
            self._newest = sequence
        # The number nearest to the newest one: forward over the wrap, or late from before it.
        extended = self._newest + (sequence - self._newest + 0x8000) % 0x10000 - 0x8000
        self._newest = max(extended, self._newest)
        self._seen.add(extended)

    @property
    def received(self):
        return len(self._seen)

    @property
    def lost(self):
        return max(self._seen) - min(self._seen) + 1 - len(self._seen) if self._seen else 0


class Capture:
    """The one call to a number since a moment, found in a pcap file by the SDP of its INVITE and of the answers to it."""

    def __init__(self, path, number, since):
        self.flows = {}
        self.reported_lost = {}
        self.ours = self.theirs = self.call_id = None
        self.codecs = {}
        self._number = number
        for at, _, source, target, payload in packets(path):
            if at < since - BETWEEN_CLOCKS:
                continue
            if payload[:7] == b"INVITE " or payload[:8] == b"SIP/2.0 ":
                self._signalling(payload)
            elif len(payload) >= 12 and payload[0] >> 6 == 2:
                self._media(at, source, target, payload)

    def first_received_at(self):
        """When the first RTP came in at the address our INVITE offered; None when none was seen."""
        times = [flow.first_at for flow in self.inward()]
        return min(times) if times else None

    def inward(self):
        return [flow for flow in self.flows.values() if self.ours and flow.target == self.ours]

    def outward(self):
        return [flow for flow in self.flows.values() if self.theirs and flow.target == self.theirs]

    def lost(self, flows, dropped):
        """The worse of what was lost as seen from here (missing numbers, and what the kernel dropped at the receiving
        port) and of what the receiver itself reported over RTCP."""
        seen = sum(flow.lost for flow in flows) + sum(dropped.get(port, 0) for port in {flow.target[1] for flow in flows})
        return max(seen, sum(self.reported_lost.get(flow.ssrc, 0) for flow in flows))

    def codec(self):
        """The codec of most packets that came in."""
        counts = {}
        for flow in self.inward():
            for payload_type, count in flow.payload_types.items():
                name = self.codecs.get(payload_type) or STATIC_CODECS.get(payload_type, f"payload type {payload_type}")
                counts[name] = counts.get(name, 0) + count
        return max(counts, key=counts.get) if counts else None

    def _signalling(self, payload):
        text = payload.decode("utf-8", "replace")
        call_id = _first(r"(?im)^(?:call-id|i)\s*:\s*(\S+)", text)
        if text.startswith("INVITE") and re.match(rf"INVITE sips?:{re.escape(self._number)}@", text) and self.call_id is None:
            self.call_id = call_id
        if call_id is None or call_id != self.call_id or not re.search(r"(?im)^cseq\s*:\s*\d+\s+INVITE", text):
            return
        port = _first(r"(?m)^m=audio (\d+)", text)
        address = _first(r"(?m)^m=audio[^\n]*\n(?:[^m][^\n]*\n)*?c=IN IP[46] (\S+)", text) or _first(r"(?m)^c=IN IP[46] (\S+)", text)
        if not port or not address:
            return
        for payload_type, name in re.findall(r"(?m)^a=rtpmap:(\d+) ([^/\s]+)", text):
            self.codecs[int(payload_type)] = name
        if text.startswith("INVITE"):
            self.ours = address, int(port)
        else:
            self.theirs = address, int(port)

    def _media(self, at, source, target, payload):
        if 200 <= payload[1] <= 204:
            self._reports(payload)
            return
        _, kind, sequence, _, ssrc = struct.unpack("!BBHII", payload[:12])
        flow = self.flows.setdefault((source, target, ssrc), Flow(source, target, ssrc))
        flow.add(at, sequence, kind & 0x7F)

    def _reports(self, payload):
        while len(payload) >= 8:
            count, kind, words = payload[0] & 31, payload[1], struct.unpack("!H", payload[2:4])[0]
            at = {200: 28, 201: 8}.get(kind)
            for block in range(count if at else 0):
                part = payload[at + 24 * block:at + 24 * block + 8]
                if len(part) == 8:
                    self.reported_lost[int.from_bytes(part[:4], "big")] = int.from_bytes(part[5:], "big", signed=True)
            payload = payload[4 * (words + 1):]


def dropped():
    """For each local UDP port, the packets the kernel threw away at its full receive buffer."""
    ports = {}
    for table in ("/proc/net/udp", "/proc/net/udp6"):
        try:
            with open(table, encoding="ascii") as rows:
                for row in list(rows)[1:]:
                    columns = row.split()
                    port = int(columns[1].rsplit(":", 1)[1], 16)
                    ports[port] = ports.get(port, 0) + int(columns[-1])
        except FileNotFoundError:
            pass
    return ports


def _first(pattern, text):
    found = re.search(pattern, text.replace("\r\n", "\n"))
    return found.group(1) if found else None
