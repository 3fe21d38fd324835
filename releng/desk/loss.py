# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""How much of the sound arrives whole over a network that loses packets or delays each as it likes: ours beside baresip."""
import os
import shutil
import statistics
import time

import cleanframes
import hearing
from relay import Relay
from stage import Stage, free_ports, say
from telephones import OPUS, PCMU, Baresip, Workstation

# What is measured is what the network does to sound: noise suppression and gain control, which the others do not have,
# would make frames differ that nothing was lost of.
UNTOUCHED = "-Dcentralino.enhancement=none"
KINDS = {"ours": Workstation, "baresip": Baresip}
# Share lost, longest delay of a packet in ms.
NETWORKS = {"whole": (0, 0), "loss5": (0.05, 0), "loss10": (0.1, 0), "loss20": (0.2, 0),
            "jitter50": (0, 50), "jitter100": (0, 100), "jitter150": (0, 150)}
SETTLE_SECONDS = 6


def options(parser):
    parser.add_argument("--only", choices=KINDS, action="append", help="measure these alone (may be repeated)")
    parser.add_argument("--codec", choices=(OPUS, PCMU), action="append", help="these alone (may be repeated)")
    parser.add_argument("--network", choices=NETWORKS, action="append", help="these alone (may be repeated)")
    parser.add_argument("--seconds", type=float, default=12, help="how long each is listened to")
    parser.add_argument("--seed", type=int, default=1, help="of the packets that are lost and late")


def measure(folder, asked):
    shutil.rmtree(folder, ignore_errors=True)
    ports = free_ports(2), free_ports(2)
    result = {}
    with Relay(ports) as relay, Stage(folder, relay=ports) as stage:
        for codec in asked.codec or (OPUS, PCMU):
            for kind in asked.only or KINDS:
                relay.forget()
                for network, clean in _pair(stage, relay, kind, codec, asked).items():
                    result.setdefault(codec, {}).setdefault(network, {})[kind] = clean
    worse = [f"{codec} {network}" for codec, networks in result.items() for network, told in networks.items()
             if len(told) == 2 and told["ours"] < told["baresip"] - 0.005]
    return {"cleanFrames": result, "seed": asked.seed, "worseThanBaresip": worse}, []


def _pair(stage, relay, kind, codec, asked):
    ends = [KINDS[kind](stage, end, codec, *([asked.run, UNTOUCHED] if kind == "ours" else [])) for end in ("A", "B")]
    clean = {}
    try:
        for end in ends:
            end.start()
        for end in ends:
            end.await_ready()
        relay.worsen(0, 0, asked.seed)
        ends[0].call(ends[1])
        ends[1].answer()
        time.sleep(SETTLE_SECONDS)
        for network in asked.network or NETWORKS:
            lost, late = NETWORKS[network]
            relay.worsen(lost, late / 1000, f"{asked.seed} {network}")
            clean[network] = _listen(stage, f"{kind}-{codec}-{network}", asked)
            say(f"{kind} {codec} {network}: {100 * clean[network]:.1f} % of the frames are clean; "
                f"of {relay.passed + relay.lost} packets {relay.lost} were lost")
        ends[0].hang_up()
        for end in ends:
            end.await_idle()
        return clean
    finally:
        for end in ends:
            end.stop()


def _listen(stage, name, asked):
    """The share of clean frames, of what is said once the buffers have had time to learn what the network is like."""
    said, heard = hearing.Ear(stage, "micA"), hearing.Ear(stage, "spkB")
    hearing.Player(stage, "micA", cleanframes.saying(SETTLE_SECONDS + asked.seconds, seed=asked.seed)).wait(
        SETTLE_SECONDS + asked.seconds + 20)
    time.sleep(1.5)
    (said, said_clock), (heard, heard_clock) = said.close(), heard.close()
    # The same moment first in both, and from there what was said after the buffers had settled.
    ahead = round((heard_clock.at(0) - said_clock.at(0)) * hearing.RATE)
    said, heard = said[max(0, ahead):], heard[max(0, -ahead):]
    first = SETTLE_SECONDS * hearing.RATE
    said, heard = said[first:], heard[first:]
    for what, samples in (("said", said), ("heard", heard)):
        hearing.save(os.path.join(stage.folder, f"{name}-{what}.wav"), samples)
    found = cleanframes.likeness(said, heard)
    say(f"{name}: {len(found)} frames, likeness {statistics.median(found):.3f} in the median")
    return round(cleanframes.share(found), 4)
