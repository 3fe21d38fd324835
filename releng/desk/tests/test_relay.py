# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import socket
import unittest

from relay import Fate, Relay
from stage import free_ports


def udp():
    made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    made.bind(("127.0.0.1", 0))
    made.settimeout(5)
    return made


class Fates(unittest.TestCase):
    def test_the_same_seed_has_the_same_fates(self):
        one, other = Fate(0.1, 0.05, "7"), Fate(0.1, 0.05, "7")
        self.assertEqual([one.next() for _ in range(500)], [other.next() for _ in range(500)])

    def test_as_many_are_lost_as_was_asked_for(self):
        fate = Fate(0.2, 0, "1")
        self.assertAlmostEqual(sum(fate.next() is None for _ in range(10000)) / 10000, 0.2, delta=0.02)

    def test_delays_are_up_to_the_longest(self):
        fate = Fate(0, 0.15, "1")
        late = [fate.next() for _ in range(1000)]
        self.assertLess(max(late), 0.15)
        self.assertGreater(max(late), 0.14)
        self.assertLess(min(late), 0.01)

    def test_the_same_packets_are_lost_whatever_the_jitter(self):
        one, other = Fate(0.1, 0, "7"), Fate(0.1, 0.1, "7")
        self.assertEqual([one.next() is None for _ in range(500)], [other.next() is None for _ in range(500)])


class Passing(unittest.TestCase):
    def setUp(self):
        self.ports = free_ports(2), free_ports(2)
        self.caller, self.called = udp(), udp()
        self.relay = Relay(self.ports).__enter__()
        # Each has to have sent before anything can reach it.
        self.called.sendto(b"hello", ("127.0.0.1", self.ports[1]))
        self.caller.sendto(b"hello", ("127.0.0.1", self.ports[0]))
        self.heard(self.called, b"hello")

    @staticmethod
    def heard(one, wanted):
        """Where the packet wanted came from; what was under way before it is passed over."""
        while True:
            packet, sender = one.recvfrom(100)
            if packet == wanted:
                return sender

    def tearDown(self):
        self.relay.__exit__()
        self.caller.close()
        self.called.close()

    def test_each_hears_the_other_from_where_it_sends_to(self):
        self.caller.sendto(b"from the caller", ("127.0.0.1", self.ports[0]))
        self.assertEqual(self.heard(self.called, b"from the caller"), ("127.0.0.1", self.ports[1]))
        self.called.sendto(b"from the called", ("127.0.0.1", self.ports[1]))
        self.assertEqual(self.heard(self.caller, b"from the called"), ("127.0.0.1", self.ports[0]))

    def test_what_is_lost_does_not_arrive(self):
        self.relay.worsen(1, 0, "1")
        self.caller.sendto(b"lost", ("127.0.0.1", self.ports[0]))
        while self.relay.lost == 0:
            self.called.settimeout(0.05)
            with self.assertRaises(TimeoutError):
                self.called.recv(100)
        self.relay.worsen(0, 0, "1")
        self.called.settimeout(5)
        self.caller.sendto(b"whole", ("127.0.0.1", self.ports[0]))
        self.assertEqual(self.called.recv(100), b"whole")


if __name__ == "__main__":
    unittest.main()
