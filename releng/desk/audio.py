# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""Mouth-to-ear delay of an Opus call, what it costs, and how quickly it begins: ours beside linphone-daemon and baresip."""
import itertools
import os
import shutil
import statistics
import time

import disturbance
import hearing
import wire
from children import Failure
from stage import Stage, say
from telephones import ORDER, OPUS, PCMU, Baresip, Linphone, Workstation

WARM_UP_SECONDS = 12
# What was promised; over it the bench still tells its figures.
MOST = {"mouthToEarMs": 80, "ratioToLinphone": 0.65, "firstRtpMs": 20, "dialMs": 10, "cpuPercent": 8}


def options(parser):
    parser.add_argument("--only", choices=ORDER, action="append", help="measure these alone (may be repeated)")
    parser.add_argument("--calls", type=int, default=4, help="calls that are only set up, before those that are listened to")
    parser.add_argument("--listen", type=int, default=3, help="calls that are listened to: some begin better than others")
    parser.add_argument("--seconds", type=float, default=12, help="how long each of these is listened to")
    parser.add_argument("--codec", choices=(OPUS, PCMU), default=OPUS)


def measure(folder, asked):
    kinds = asked.only or ORDER
    shutil.rmtree(folder, ignore_errors=True)
    with Stage(folder) as stage:
        found = {kind: _pair(stage, kind, asked) for kind in kinds}
    result = dict(found.get("ours", {}))
    for kind in ("linphone", "baresip"):
        if kind in found:
            if "ours" in found:
                result[f"ratioTo{kind.capitalize()}"] = round(result["mouthToEarMs"] / found[kind]["mouthToEarMs"], 2)
            result.update({f"{kind}{key[0].upper()}{key[1:]}": value for key, value in found[kind].items()})
    over = [key for key, most in MOST.items() if result.get(key) is not None and result[key] > most]
    for key in over:
        say(f"{key} is {result[key]}, over {MOST[key]}")
    return {**result, "over": over}, []


def _pair(stage, kind, asked):
    make = {"ours": lambda end: Workstation(stage, end, asked.codec, asked.run),
            "linphone": lambda end: Linphone(stage, end, asked.codec),
            "baresip": lambda end: Baresip(stage, end, asked.codec)}[kind]
    ends = [make("A"), make("B")]
    try:
        for end in ends:
            end.start()
        for end in ends:
            end.await_ready()
        say(f"{kind}: both are registered")
        sniffer = stage.sniff(f"{kind}.pcap")
        try:
            # The first finds everything cold.
            begun = [_set_up(ends, 2.0)]
            begun += [one for one, _ in disturbance.calmest(lambda: _set_up(ends, 2.0), asked.calls - 1)]
            numbers = itertools.count()
            taken = disturbance.calmest(lambda: _heard_call(stage, ends, asked.seconds, next(numbers)), asked.listen)
        finally:
            sniffer.stop()
        listened = [heard for (_, *heard), _ in taken]
        begun += [one for (one, *_), _ in taken]
        return {**_told(kind, listened), **_moments(kind, wire.calls(sniffer.path, begun, stage.port)),
                **disturbance.told([percent for _, percent in taken])}
    finally:
        for end in ends:
            end.stop()


def _set_up(ends, seconds):
    """A call from A to B that is over again after so many seconds, or goes on if None; when it was begun."""
    caller, called = ends
    begun = caller.call(called)
    called.answer()
    if seconds is not None:
        time.sleep(seconds)
        _hang_up(ends)
    return begun


def _heard_call(stage, ends, seconds, number):
    """A call that is listened to: when it was begun, the delays of chirps, and what it cost."""
    begun = _set_up(ends, None)
    heard = _listen(stage, ends, seconds, number)
    _hang_up(ends)
    return (begun, *heard)


def _hang_up(ends):
    ends[0].hang_up()
    for end in ends:
        end.await_idle()
    time.sleep(0.5)


def _listen(stage, ends, seconds, number):
    """The delays of chirps in the call that is up, and what it cost meanwhile."""
    time.sleep(WARM_UP_SECONDS)
    said, heard = hearing.Ear(stage, "micA"), hearing.Ear(stage, "spkB")
    before, start = [_cpu_seconds(end) for end in ends], time.monotonic()
    hearing.Player(stage, "micA", hearing.chirps(seconds)).wait(seconds + 20)
    spent = time.monotonic() - start
    cpu = statistics.mean(100 * (_cpu_seconds(end) - earlier) / spent for end, earlier in zip(ends, before))
    time.sleep(1)
    cost = {"cpu": cpu, **_memory(ends)}
    (before, before_clock), (after, after_clock) = said.close(), heard.close()
    for name, samples in (("said", before), ("heard", after)):
        hearing.save(os.path.join(stage.folder, f"{ends[0].kind}{number}-{name}.wav"), samples)
    return hearing.delays(before, after, before_clock, after_clock), cost


def _told(kind, listened):
    for found, cost in listened:
        one = hearing.summary(found)
        say(f"{kind}: mouth to ear {one['median']:.1f} ms ({one['least']:.1f} to {one['most']:.1f}), "
            f"{one['missed']} of {one['of']} chirps missed, {cost['cpu']:.1f} % of a core")
    heard = hearing.summary([delay for found, _ in listened for delay in found])
    return {"mouthToEarMs": round(heard["median"], 1), "mouthToEarP90Ms": round(heard["p90"], 1),
            "mouthToEarOfCallsMs": [round(hearing.summary(found)["median"], 1) for found, _ in listened],
            "chirpsMissed": heard["missed"], "cpuPercent": round(statistics.median(cost["cpu"] for _, cost in listened), 1),
            "rssMb": round(max(cost["rss"] for _, cost in listened)), "threads": max(cost["threads"] for _, cost in listened)}


def _moments(kind, seen):
    """Medians over all calls but the first, which finds everything cold, and that one's figures apart."""
    told = {}
    for key, times in (("dialMs", [one.invited_after() for one in seen]),
                       ("firstRtpMs", [one.caller_first_rtp() for one in seen]),
                       ("firstRtpCalledMs", [one.called_first_rtp() for one in seen])):
        times = [round(1000 * one, 1) for one in times if one is not None]
        say(f"{kind}: {key} {times}")
        if not times:
            raise Failure(f"{kind}: {key} could not be measured")
        told[key] = round(statistics.median(times[1:] or times), 1)
        told[key[:-2] + "ColdMs"] = times[0]
    told["codec"] = seen[-1].codec
    return told


def _cpu_seconds(end):
    end.alive()
    with open(f"/proc/{end.process.pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(ends):
    """Of the one that uses more."""
    found = {"rss": 0, "threads": 0}
    for end in ends:
        with open(f"/proc/{end.process.pid}/status", encoding="ascii") as status:
            told = dict(line.split(":", 1) for line in status)
        found["rss"] = max(found["rss"], int(told["VmRSS"].split()[0]) / 1024)
        found["threads"] = max(found["threads"], int(told["Threads"]))
    return found
