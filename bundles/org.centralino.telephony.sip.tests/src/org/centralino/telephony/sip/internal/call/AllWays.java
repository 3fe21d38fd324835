/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Party;

/** Every state that any order of events can lead a call to, and every event. */
final class AllWays {

    static final EndReason BUSY = new EndReason(Kind.BUSY, 486, "");
    static final Party TARGET = new Party(null, "sip:300@example.test", "300");

    static final List<CallEvent> EVENTS = List.of(
            new CallEvent.Answer(),
            new CallEvent.HangUp(),
            new CallEvent.MediaOpened(),
            new CallEvent.MediaFailed(),
            new CallEvent.Progressed(true),
            new CallEvent.Progressed(false),
            new CallEvent.Accepted(true, false),
            new CallEvent.Accepted(true, true),
            new CallEvent.Accepted(false, false),
            new CallEvent.Refused(BUSY),
            new CallEvent.Refused(new EndReason(Kind.NETWORK, 0, "")),
            new CallEvent.Cancelled(false),
            new CallEvent.Cancelled(true),
            new CallEvent.Confirmed(true),
            new CallEvent.Confirmed(false),
            new CallEvent.NeverConfirmed(),
            new CallEvent.Reoffered(),
            new CallEvent.RefreshDue(),
            new CallEvent.Changed(true),
            new CallEvent.Changed(false),
            new CallEvent.Unanswerable(),
            new CallEvent.OfferAccepted(true),
            new CallEvent.OfferAccepted(false),
            new CallEvent.OfferRefused(),
            new CallEvent.Glare(),
            new CallEvent.GlareOver(),
            new CallEvent.Moved(),
            new CallEvent.Hold(),
            new CallEvent.Resume(),
            new CallEvent.Transfer(TARGET, false, TARGET.address()),
            new CallEvent.Transfer(TARGET, true, TARGET.address()),
            new CallEvent.Progressing(true),
            new CallEvent.Progressing(false),
            new CallEvent.Transferred(),
            new CallEvent.NotTransferred(BUSY),
            new CallEvent.Replaced(),
            new CallEvent.PeerHungUp(false),
            new CallEvent.PeerHungUp(true),
            new CallEvent.Lost("lost"),
            new CallEvent.RangTooLong());

    /**
     * A state, with one way that leads to it.
     *
     * @param machine the state
     * @param history the effects on the way there
     */
    record Visit(CallMachine machine, List<CallEffect> history) {}

    private AllWays() {}

    static List<Visit> visits() {
        Set<CallMachine> known = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        List<Visit> visits = new ArrayList<>();
        for (CallMachine.Step first : List.of(
                CallMachine.dial(), CallMachine.offered(), CallMachine.replacing(false), CallMachine.replacing(true))) {
            known.add(first.next());
            open.add(new Visit(first.next(), first.effects()));
        }
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            visits.add(visit);
            for (CallEvent event : EVENTS) {
                CallMachine.Step step = visit.machine.on(event);
                List<CallEffect> history = new ArrayList<>(visit.history);
                history.addAll(step.effects());
                if (known.add(step.next())) {
                    open.add(new Visit(step.next(), history));
                }
            }
        }
        return visits;
    }
}
