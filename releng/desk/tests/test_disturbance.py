# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import unittest

import disturbance


class Told:
    """Stands for a watch that is told what it says."""

    def __init__(self, percents):
        self._percents = iter(percents)

    def __call__(self):
        return self

    def percent(self):
        return next(self._percents)


def taken(percents, wanted):
    numbers = iter(range(100))
    return [value for value, _ in disturbance.calmest(lambda: next(numbers), wanted, 1.0, Told(percents))]


class CalmestTest(unittest.TestCase):

    def test_where_nothing_disturbs_the_first_ones_count(self):
        self.assertEqual(taken([0.5, 0.9, 0.1], 3), [0, 1, 2])

    def test_what_was_disturbed_is_taken_again(self):
        self.assertEqual(taken([0, 7, 0, 5, 0], 3), [0, 2, 4])

    def test_where_all_is_disturbed_the_least_disturbed_count(self):
        self.assertEqual(taken([9, 2, 8, 3, 7, 4], 3), [1, 3, 5])

    def test_none_wanted_is_none_taken(self):
        self.assertEqual(taken([], 0), [])


class DisturbanceTest(unittest.TestCase):

    def test_it_is_the_share_of_all_processors(self):
        stolen, clock = iter([10.0, 10.5]), iter([100.0, 105.0])
        self.assertAlmostEqual(
            disturbance.Disturbance(lambda: next(stolen), lambda: next(clock), 2).percent(), 5.0)


if __name__ == "__main__":
    unittest.main()
