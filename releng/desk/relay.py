# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""A bad network between two ends: their sound passes here, and some of it is lost or late, the same in each run."""
import heapq
import random
import select
import socket
import threading
import time


class Fate:
    """What becomes of one packet after the other: the delay in seconds, or None for one that is lost."""

    def __init__(self, loss, jitter, seed):
        self._loss, self._jitter, self._random = loss, jitter, random.Random(seed)

    def next(self):
        # Two draws for each packet, so that the same packets are lost whatever the jitter is.
        lost, late = self._random.random() < self._loss, self._random.random() * self._jitter
        return None if lost else late


class Relay:
    """with Relay(ports) as relay: the caller sends its sound to ports[0], the called one to ports[1]; reports at the next ports.

    Where each is reached is where it sends from. Packets may overtake each other, as they do when each is late by itself."""

    def __init__(self, ports):
        self._sockets = {}
        self._across = {}
        self._seen = {}
        self._waiting = []
        self._number = 0
        for caller, called, sound in ((ports[0], ports[1], True), (ports[0] + 1, ports[1] + 1, False)):
            pair = [self._open(port) for port in (caller, called)]
            for side, one in enumerate(pair):
                self._sockets[one] = (side, sound)
                self._across[one] = pair[1 - side]
        self._lock = threading.Lock()
        self.worsen(0, 0, 0)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join(5)
        for one in self._sockets:
            one.close()

    def worsen(self, loss, jitter, seed):
        """From now on: the share that is lost, and the longest delay in seconds; each packet's is anything up to it."""
        with self._lock:
            self._fates = [Fate(loss, jitter, f"{seed} {side}") for side in (0, 1)]
            self.passed, self.lost = 0, 0

    def forget(self):
        """The ends of the call before; the next ones are new."""
        self._seen.clear()

    @staticmethod
    def _open(port):
        made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        made.bind(("127.0.0.1", port))
        made.setblocking(False)
        return made

    def _run(self):
        while not self._over.is_set():
            patience = min(0.1, max(0.0, self._waiting[0][0] - time.monotonic())) if self._waiting else 0.1
            for one in select.select(list(self._sockets), [], [], patience)[0]:
                self._take(one)
            while self._waiting and self._waiting[0][0] <= time.monotonic():
                _, _, packet, out = heapq.heappop(self._waiting)
                self._send(packet, out)

    def _take(self, one):
        try:
            packet, sender = one.recvfrom(4096)
        except OSError:
            return
        self._seen[one] = sender
        side, sound = self._sockets[one]
        late = 0.0
        if sound:
            with self._lock:
                late = self._fates[side].next()
                self.passed += late is not None
                self.lost += late is None
        if late is not None:
            self._number += 1
            heapq.heappush(self._waiting, (time.monotonic() + late, self._number, packet, self._across[one]))

    def _send(self, packet, out):
        target = self._seen.get(out)
        if target:
            try:
                out.sendto(packet, target)
            except OSError:
                pass  # it has just hung up
