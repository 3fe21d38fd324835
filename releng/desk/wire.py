# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""The moments of calls as a packet capture shows them."""
import re

from loopback import packets


class CallOnWire:
    """One call between two ends through a server at a port: when the INVITE left, when sound followed the answer."""

    def __init__(self, begun, seen, server_port):
        self.begun = begun
        self.invited_at = self.told_at = self.answered_at = None
        self.caller_sound_at = self.called_sound_at = self.codec = None
        caller = called = None
        for at, _, source, target, payload in seen:
            # Others may be calling on this machine: only what passes our server is of this call.
            if target[1] == server_port and payload[:7] == b"INVITE " and self.invited_at is None:
                self.invited_at, caller = at, _audio_port(payload)
            elif server_port in (source[1], target[1]) and _is_answer(payload):
                if target[1] == server_port and self.answered_at is None:
                    self.answered_at, called, self.codec = at, _audio_port(payload), _first_codec(payload)
                elif source[1] == server_port and self.told_at is None:
                    self.told_at = at
            elif len(payload) >= 12 and payload[0] >> 6 == 2 and not 192 <= payload[1] <= 223:
                if source[1] == caller and self.caller_sound_at is None:
                    self.caller_sound_at = at
                elif source[1] == called and self.called_sound_at is None:
                    self.called_sound_at = at

    def invited_after(self):
        """Seconds from when it was begun to the INVITE."""
        return _between(self.begun, self.invited_at)

    def caller_first_rtp(self):
        """Seconds from the 200 at the caller to its first RTP."""
        return _between(self.told_at, self.caller_sound_at)

    def called_first_rtp(self):
        """Seconds from the 200 of the called one to its first RTP."""
        return _between(self.answered_at, self.called_sound_at)


def calls(path, started, server_port):
    """One CallOnWire for each moment at which a call was begun."""
    seen = list(packets(path))
    ends = [*started[1:], float("inf")]
    return [CallOnWire(begin, [one for one in seen if begin - 0.001 <= one[0] < end - 0.001], server_port)
            for begin, end in zip(started, ends)]


def _between(first, then):
    return None if first is None or then is None else then - first


def _is_answer(payload):
    return payload[:12] == b"SIP/2.0 200 " and re.search(rb"(?im)^cseq\s*:\s*\d+\s+INVITE", payload)


def _audio_port(payload):
    found = re.search(rb"(?m)^m=audio (\d+)", payload)
    return int(found.group(1)) if found else None


def _first_codec(payload):
    """The name of the first payload type of an answer."""
    media = re.search(rb"(?m)^m=audio \d+ \S+ (\d+)", payload)
    if not media:
        return None
    name = re.search(rb"(?m)^a=rtpmap:" + media.group(1) + rb" ([^/\s]+)", payload)
    return name.group(1).decode().lower() if name else {"0": "pcmu", "8": "pcma"}.get(media.group(1).decode())
