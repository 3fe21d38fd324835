# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import random
import unittest

from sound import RATE, level, level_of, peak, tone


def samples(*args, **more):
    return [value / 32768 for value in tone(*args, **more)]


class Hearing(unittest.TestCase):
    def test_finds_the_pitch_and_the_level_of_a_tone(self):
        for hertz in (440, 620, 1000, 1004, 3000):
            found, loud = peak(samples(hertz, 1.5, -12))
            self.assertAlmostEqual(found, hertz, delta=1)
            self.assertAlmostEqual(loud, -12, delta=0.5)

    def test_finds_a_tone_under_noise(self):
        noise = random.Random(1)
        found, _ = peak([s + noise.uniform(-0.05, 0.05) for s in samples(620, 1.5, -24)])
        self.assertAlmostEqual(found, 620, delta=2)

    def test_hears_nothing_in_silence(self):
        self.assertIsNone(peak([0.0] * RATE)[0])
        self.assertIsNone(peak([])[0])

    def test_tells_one_frequency_from_another(self):
        tone_1k = samples(1000, 1, -6)
        self.assertAlmostEqual(level_of(tone_1k, 1000), -6, delta=0.1)
        self.assertLess(level_of(tone_1k, 620), -50)

    def test_a_full_scale_sine_is_0_db(self):
        self.assertAlmostEqual(level(samples(1000, 1, 0)), 0, delta=0.01)


if __name__ == "__main__":
    unittest.main()
