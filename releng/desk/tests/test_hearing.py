# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import unittest

import numpy

import hearing
from children import Failure
from hearing import RATE, Clock, chirps, delays


def clock(start, seconds=20, each=0.01, late=()):
    """A recording that began at a moment; piece number n came so much later than it was made."""
    late = dict(late)
    return Clock([(start + (number + 1) * each + late.get(number, 0), int((number + 1) * each * RATE))
                  for number in range(int(seconds / each))])


class Delay(unittest.TestCase):
    def setUp(self):
        self.said = chirps(12) / 32768

    def heard(self, seconds, level=0.5, noise=0.001):
        shifted = numpy.concatenate((numpy.zeros(int(seconds * RATE)), self.said))
        return level * shifted + noise * numpy.random.default_rng(1).standard_normal(len(shifted))

    def test_is_what_the_sound_was_held_up(self):
        for seconds in (0.04, 0.0731, 0.25):
            found = delays(self.said, self.heard(seconds), clock(100), clock(100))
            self.assertGreater(len(found), 10)
            for one in found:
                self.assertAlmostEqual(one, seconds, delta=0.0003)

    def test_counts_from_when_each_recording_began(self):
        found = delays(self.said, self.heard(0.3), clock(100), clock(99.8))
        self.assertAlmostEqual(found[3], 0.1, delta=0.0003)

    def test_a_chirp_that_was_not_heard_is_missed(self):
        heard = self.heard(0.1)
        third = int((0.3 + 2 * hearing.EVERY_SECONDS) * RATE)
        heard[third:third + RATE // 2] = 0
        found = delays(self.said, heard, clock(100), clock(100))
        self.assertIsNone(found[2])
        self.assertAlmostEqual(found[3], 0.1, delta=0.0003)
        self.assertEqual(hearing.summary(found)["missed"], 1)

    def test_silence_is_not_a_delay(self):
        with self.assertRaises(Failure):
            hearing.summary(delays(self.said, 0 * self.heard(0.1), clock(100), clock(100)))


class Clocks(unittest.TestCase):
    def test_pieces_that_come_late_do_not_matter(self):
        late = {number: 0.05 for number in range(2000) if number % 7}
        self.assertAlmostEqual(clock(50, late=late).at(RATE), 51, delta=0.0005)

    def test_a_recording_that_hangs_for_seconds_keeps_its_time(self):
        late = {number: 0.4 for number in range(500, 700)}
        self.assertAlmostEqual(clock(50, late=late).at(RATE), 51, delta=0.0005)


if __name__ == "__main__":
    unittest.main()
