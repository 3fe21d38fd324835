#!/usr/bin/python3
# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Captures what passes on the loopback interface into a pcap file until its standard input closes. Needs root.

    loopback.py FILE      says "ready" on stdout when it listens, and "lost N" when it ends
"""
import os
import selectors
import socket
import struct
import sys

SO_TIMESTAMPNS = 35
SO_RCVBUFFORCE = 33
SOL_PACKET, PACKET_STATISTICS = 263, 6
ALL_PROTOCOLS = 3
LONGEST = 2048


def capture(path):
    listener = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL_PROTOCOLS))
    listener.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 16 << 20)
    listener.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
    listener.bind(("lo", ALL_PROTOCOLS))
    listener.setblocking(False)
    ears = selectors.DefaultSelector()
    ears.register(listener, selectors.EVENT_READ)
    ears.register(sys.stdin, selectors.EVENT_READ)
    with open(path, "wb") as out:
        out.write(struct.pack("=IHHiIII", 0xA1B23C4D, 2, 4, 0, 0, LONGEST, 1))
        print("ready", flush=True)
        while not any(key.fileobj is sys.stdin for key, _ in ears.select()):
            _drain(listener, out)
        _drain(listener, out)
    print("lost", struct.unpack("II", listener.getsockopt(SOL_PACKET, PACKET_STATISTICS, 8))[1], flush=True)


def _drain(listener, out):
    while True:
        try:
            frame, told, _, sender = listener.recvmsg(LONGEST, 64)
        except BlockingIOError:
            return
        # On loopback each packet is seen leaving and arriving; UDP and TCP matter, over IPv4 or IPv6.
        if sender[2] == socket.PACKET_OUTGOING or sender[1] not in (0x0800, 0x86DD):
            continue
        seconds, nanos = struct.unpack("qq", told[0][2][:16])
        out.write(struct.pack("=IIII", seconds, nanos, len(frame), len(frame)) + frame)


def packets(path):
    """(time, protocol, source (address, port), target, payload) of each UDP packet and TCP segment in the file."""
    with open(path, "rb") as file:
        file.read(24)
        while len(head := file.read(16)) == 16:
            seconds, nanos, kept, _ = struct.unpack("=IIII", head)
            found = _dissect(file.read(kept))
            if found:
                yield (seconds + nanos / 1e9, *found)


def _dissect(frame):
    kind = struct.unpack("!H", frame[12:14])[0]
    if kind == 0x0800:
        at, protocol = 14 + (frame[14] & 15) * 4, frame[23]
        source, target = socket.inet_ntop(socket.AF_INET, frame[26:30]), socket.inet_ntop(socket.AF_INET, frame[30:34])
    else:
        at, protocol = 54, frame[20]
        source, target = socket.inet_ntop(socket.AF_INET6, frame[22:38]), socket.inet_ntop(socket.AF_INET6, frame[38:54])
    if protocol not in (socket.IPPROTO_UDP, socket.IPPROTO_TCP) or len(frame) < at + 8:
        return None
    ports = struct.unpack("!HH", frame[at:at + 4])
    if protocol == socket.IPPROTO_TCP and len(frame) < at + 20:
        return None
    body = at + (8 if protocol == socket.IPPROTO_UDP else (frame[at + 12] >> 4) * 4)
    return protocol, (source, ports[0]), (target, ports[1]), frame[body:]


if __name__ == "__main__":
    try:
        capture(sys.argv[1])
    except PermissionError:
        sys.exit(f"capturing needs root (this is user {os.getuid()})")
