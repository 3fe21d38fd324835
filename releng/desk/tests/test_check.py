# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""The check itself on trial: it must pass a good call and fail each kind of bad one."""
import json
import os
import socket
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
DESK = os.path.dirname(HERE)


class CheckingACall(unittest.TestCase):
    def check(self, *faults):
        with tempfile.TemporaryDirectory() as out:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            product = [sys.executable, os.path.join(HERE, "standin.py"), DESK, str(port), *faults]
            run = subprocess.run(
                [sys.executable, os.path.join(DESK, "check.py"), "--out", out, "--exchange", f"http://127.0.0.1:{port}",
                 "--product", *product], cwd=out, capture_output=True, text=True, timeout=120)
            self.left = set(os.listdir(out))
            self.told = run.stderr
            self.assertEqual(len(run.stdout.splitlines()), 1, run.stderr)
            return run.returncode, json.loads(run.stdout)

    def test_passes_a_good_call(self):
        exit_code, result = self.check()
        self.assertEqual((exit_code, result["ok"]), (0, True), self.told)
        self.assertAlmostEqual(result["heardHz"], 1000, delta=2)
        self.assertAlmostEqual(result["heardLevelDb"], -15, delta=3)
        self.assertEqual((result["farHeardHz"], result["codec"], result["rtpLost"]), (620.2, "opus", 0))
        self.assertLess(result["setupMs"], 500)
        self.assertLessEqual({"screenshot.png", "tree.txt", "product.log", "heard.wav"}, self.left)

    def test_fails_when_this_side_hears_nothing(self):
        exit_code, result = self.check("silent")
        self.assertEqual((exit_code, result["ok"], result["heardHz"]), (1, False, None))
        self.assertIn("silence", self.told)
        self.assertLessEqual({"screenshot.png", "tree.txt", "product.log"}, self.left)

    def test_fails_when_the_far_side_hears_nothing(self):
        exit_code, result = self.check("deaf")
        self.assertEqual((exit_code, result["farHeardHz"]), (1, None))
        self.assertIn("the far side heard nothing", self.told)

    def test_fails_when_packets_are_lost_or_the_call_is_slow(self):
        exit_code, result = self.check("lossy", "slow")
        self.assertEqual(exit_code, 1)
        self.assertGreater(result["rtpLost"], 5)
        self.assertGreater(result["setupMs"], 1000)

    def test_says_when_the_product_ends(self):
        exit_code, _ = self.check("dies")
        self.assertEqual(exit_code, 1)
        self.assertIn("ended by itself with exit", self.told)


if __name__ == "__main__":
    unittest.main()
