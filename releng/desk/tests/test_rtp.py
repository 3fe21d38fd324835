# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import unittest

from rtp import Flow


def flow(*numbers):
    made = Flow(("127.0.0.1", 1), ("127.0.0.1", 2), 3)
    for at, number in enumerate(numbers):
        made.add(at, number & 0xFFFF, 96)
    return made


class Loss(unittest.TestCase):
    def test_none_when_all_came_over_the_wrap(self):
        self.assertEqual(flow(*range(65530, 65546)).lost, 0)

    def test_counts_what_is_missing_on_both_sides_of_the_wrap(self):
        self.assertEqual(flow(65533, 65535, 65536, 65538).lost, 2)

    def test_late_and_double_packets_are_not_lost(self):
        late = flow(10, 12, 11, 11, 65535 - 65536 + 10)
        self.assertEqual((late.lost, late.received), (0, 4))

    def test_late_from_before_the_wrap(self):
        self.assertEqual(flow(65534, 65536, 65535).lost, 0)


if __name__ == "__main__":
    unittest.main()
