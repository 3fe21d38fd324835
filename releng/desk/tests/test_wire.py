# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
import unittest

from wire import CallOnWire

SERVER, CALLER, CALLED = 5000, 6000, 7000
SOUND = b"\x80\x60" + bytes(40)


def packet(at, source, target, payload):
    return at, 17, ("127.0.0.1", source), ("127.0.0.1", target), payload


def message(start, port, method="INVITE"):
    return (f"{start}\r\nCSeq: 1 {method}\r\n\r\nm=audio {port} RTP/AVP 96 0\r\na=rtpmap:96 opus/48000/2\r\n").encode()


INVITE, ANSWER = message("INVITE sip:1@x SIP/2.0", 16000), message("SIP/2.0 200 OK", 17000)


class Moments(unittest.TestCase):
    def setUp(self):
        self.seen = [
            packet(1.000, 9000, 9001, message("INVITE sip:other@x SIP/2.0", 99)),
            packet(1.004, CALLER, SERVER, INVITE),
            packet(1.005, SERVER, CALLED, INVITE),
            packet(1.006, CALLED, SERVER, message("SIP/2.0 200 OK", 0, "REGISTER")),
            packet(2.000, CALLED, SERVER, ANSWER),
            packet(2.002, SERVER, CALLER, ANSWER),
            packet(2.005, 16001, 17001, b"\x80\xc8" + bytes(40)),
            packet(2.010, 17000, 16000, SOUND),
            packet(2.014, 16000, 17000, SOUND),
            packet(2.030, 17000, 16000, SOUND),
        ]

    def test_the_invite_of_this_call_and_no_other(self):
        self.assertAlmostEqual(CallOnWire(1.0, self.seen, SERVER).invited_after(), 0.004)

    def test_the_first_sound_after_the_answer_of_either_end(self):
        call = CallOnWire(1.0, self.seen, SERVER)
        self.assertAlmostEqual(call.caller_first_rtp(), 0.012)
        self.assertAlmostEqual(call.called_first_rtp(), 0.010)
        self.assertEqual(call.codec, "opus")

    def test_nothing_is_told_of_a_call_that_was_not_answered(self):
        call = CallOnWire(1.0, self.seen[:4], SERVER)
        self.assertIsNone(call.caller_first_rtp())
        self.assertIsNone(call.codec)


if __name__ == "__main__":
    unittest.main()
