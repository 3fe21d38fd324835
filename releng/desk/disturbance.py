# Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0
"""How much of the processors' time the machine's host gave to others: what was measured meanwhile says little of us."""
import os
import statistics
import time

from stage import say

# Of all processors; jitter buffers of all kinds learn from more than this.
MOST_PERCENT = 1.0


def _stolen_seconds():
    """0 where the machine is no guest, or does not know."""
    with open("/proc/stat", encoding="ascii") as stat:
        fields = stat.readline().split()
    return int(fields[8]) / os.sysconf("SC_CLK_TCK") if len(fields) > 8 else 0.0


class Disturbance:
    """Since it was made."""

    def __init__(self, stolen=_stolen_seconds, clock=time.monotonic, processors=os.cpu_count()):
        self._stolen, self._clock, self._processors = stolen, clock, processors
        self._before, self._start = stolen(), clock()

    def percent(self):
        spent = (self._clock() - self._start) * self._processors
        return 100 * (self._stolen() - self._before) / spent if spent > 0 else 0.0


def calmest(take, wanted, most=MOST_PERCENT, watch=Disturbance):
    """Takes until so many were calm, twice as many at most; the calmest of them, in the order in which they were taken.

    Each is what `take` gives, with the percentage stolen meanwhile.
    """
    taken = []
    while sum(percent <= most for _, percent in taken) < wanted and len(taken) < 2 * wanted:
        disturbance = watch()
        value = take()
        taken.append((value, disturbance.percent()))
        if taken[-1][1] > most:
            say(f"the host took {taken[-1][1]:.1f} % of the processors meanwhile")
    # Of the calm ones the first, for there all are alike.
    kept = sorted(range(len(taken)), key=lambda number: max(taken[number][1], most))[:wanted]
    return [taken[number] for number in sorted(kept)]


def told(percents):
    """What the figures beside it are worth."""
    return {"stolenPercent": round(statistics.median(percents), 1)} if percents else {}
