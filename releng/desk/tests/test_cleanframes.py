# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import unittest

import numpy

from cleanframes import FRAME, likeness, saying, share
from hearing import RATE

SAID = saying(8) / 32768


def heard(late=0.1, level=0.5):
    return numpy.concatenate((numpy.zeros(int(late * RATE)), level * SAID, numpy.zeros(RATE)))


class CleanFrames(unittest.TestCase):
    def test_all_are_clean_at_any_delay_and_level(self):
        for late, level in ((0, 1), (0.123, 0.1), (0.6, 0.3)):
            self.assertEqual(share(likeness(SAID, heard(late, level))), 1)

    def test_none_are_clean_when_something_else_was_said(self):
        other = numpy.concatenate((saying(8, seed=2) / 32768, numpy.zeros(RATE)))
        self.assertLess(share(likeness(SAID, other)), 0.02)

    def test_none_are_clean_in_silence(self):
        self.assertEqual(share(likeness(SAID, 0 * heard())), 0)

    def test_a_frame_that_is_missing_counts_and_one_that_is_repeated_in_its_place(self):
        whole = heard(0.1)
        for put in (lambda place: numpy.zeros(FRAME), lambda place: whole[place - FRAME:place]):
            broken = whole.copy()
            for place in range(int(0.1 * RATE), len(broken) - FRAME, 5 * FRAME):
                broken[place:place + FRAME] = put(place)
            found = share(likeness(SAID, broken))
            self.assertGreater(found, 0.55)
            self.assertLess(found, 0.87)

    def test_a_buffer_that_moves_the_sound_between_bursts_is_forgiven(self):
        half = len(SAID) // 2
        moved = numpy.concatenate((numpy.zeros(RATE // 10), SAID[:half], numpy.zeros(RATE // 20), SAID[half:], numpy.zeros(RATE)))
        self.assertGreater(share(likeness(SAID, moved)), 0.97)


if __name__ == "__main__":
    unittest.main()
