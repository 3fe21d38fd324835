# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import json
import os
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
DESK = os.path.dirname(HERE)


class Driving(unittest.TestCase):
    def setUp(self):
        self.out = tempfile.TemporaryDirectory()
        self.addCleanup(self.out.cleanup)
        self.driver = subprocess.Popen([sys.executable, os.path.join(DESK, "driver.py"), "--out", self.out.name],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(self.leave)
        self.env = json.loads(self.driver.stdout.readline())["env"]

    def leave(self):
        self.driver.stdin.close()
        self.assertEqual(self.driver.wait(20), 0)
        self.driver.stdout.close()

    def ask(self, do, **more):
        self.driver.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self.driver.stdin.flush()
        return json.loads(self.driver.stdout.readline())

    def test_finds_types_presses_and_tells_what_is_nameless(self):
        opened = self.ask("open", command=[sys.executable, os.path.join(HERE, "standin.py"), DESK, "0", "silent"])
        self.assertEqual(self.ask("wait_text", pattern=r"\bRegistered")["name"], "Registered as anna")
        self.assertTrue(self.ask("type", name="Search contacts and dialpad", text="60 9")["ok"])
        self.assertEqual(self.ask("focused")["text"], "60 9")
        self.ask("key", keys="Return")
        self.assertTrue(self.ask("wait", name="Hang up", enabled=True)["ok"])
        self.assertTrue(self.ask("press", name="Hang up")["ok"])
        self.assertTrue(self.ask("wait_gone", name="Hang up")["ok"])
        self.assertEqual([c["role"] for c in self.ask("unnamed")["controls"]], ["push button"])
        self.assertTrue(self.ask("picture", path=self.out.name + "/a.png")["ok"])
        self.assertGreater(os.path.getsize(self.out.name + "/a.png"), 500)
        self.assertTrue(self.ask("close", pid=opened["pid"])["ok"])
        self.assertFalse(self.ask("find", name="Search contacts and dialpad")["found"])

    def test_says_what_is_wrong_and_goes_on(self):
        wrong = self.ask("press", name="Dail", seconds=0.2)
        self.assertFalse(wrong["ok"])
        self.assertIn("'Dail'", wrong["error"])
        self.assertIn("no command", self.ask("fly")["error"])
        self.assertTrue(self.ask("tree")["ok"])

    def test_plays_and_hears(self):
        self.ask("play", hertz=440, level=-20)
        heard = self.ask("heard", sink="mic", seconds=1.5, hertz=440)
        self.assertAlmostEqual(heard["hertz"], 440, delta=1)
        self.assertAlmostEqual(heard["levelAtHertz"], -20, delta=1.5)
        self.ask("quiet", sink="mic")
        self.assertIsNone(self.ask("heard", sink="spk", seconds=0.5)["hertz"])


if __name__ == "__main__":
    unittest.main()
