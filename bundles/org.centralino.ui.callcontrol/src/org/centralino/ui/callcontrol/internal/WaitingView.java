/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Party;
import org.eclipse.osgi.util.NLS;

/**
 * A card of what waits for the operator. Immutable.
 *
 * @param kind what can be done with it
 * @param first whether it is the incoming call that the keys act upon
 * @param why the words before the name
 * @param about where the far side is, as the directory knows it; may be empty
 * @param time how long, in words
 * @param receipt how far the transfer of it is; empty where there is none
 * @param canPark whether it can be parked
 */
record WaitingView(
        String id,
        Kind kind,
        boolean first,
        String why,
        String name,
        String number,
        String about,
        String time,
        Receipt receipt,
        boolean canPark) {

    /** What can be done with a call that waits. */
    enum Kind {
        /** It can be answered. */
        INCOMING,
        /** We dialled it and nobody answered yet. */
        DIALLED,
        /** It is up. */
        UP,
        /** It has just ended. */
        OVER
    }

    static WaitingView of(Call call, String about, boolean first, boolean canPark, Instant now) {
        Kind kind = kind(call);
        return new WaitingView(
                call.id(),
                kind,
                first,
                why(call),
                call.remote().label(),
                Words.number(call),
                about,
                time(call, kind, now),
                kind == Kind.UP ? Receipt.of(call, Messages.resumeTakesBack) : Receipt.NONE,
                canPark && kind == Kind.UP);
    }

    /** All of it for somebody who hears it. */
    String reading() {
        return Stream.of(why, name, number, about, time, receipt.text(), receipt.advice())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Kind kind(Call call) {
        return switch (call.state()) {
            case CallState.Incoming incoming -> Kind.INCOMING;
            case CallState.Active active -> Kind.UP;
            case CallState.Ended ended -> Kind.OVER;
            default -> Kind.DIALLED;
        };
    }

    private static String why(Call call) {
        Party returnedFrom = call.returnedFrom();
        Party divertedFrom = call.divertedFrom();
        if (call.state() instanceof CallState.Incoming && returnedFrom != null) {
            return NLS.bind(Messages.backFrom, returnedFrom.label());
        }
        return call.state() instanceof CallState.Incoming && divertedFrom != null
                ? NLS.bind(Messages.divertedFor, divertedFrom.label())
                : Words.state(call);
    }

    private static String time(Call call, Kind kind, Instant now) {
        Instant held = call.held();
        Instant answered = call.answered();
        return switch (kind) {
            case INCOMING -> NLS.bind(Messages.ringingSince, Words.wait(call.created(), now));
            case DIALLED -> Words.wait(call.created(), now);
            case UP -> Words.wait(held != null ? held : answered != null ? answered : call.created(), now);
            case OVER -> "";
        };
    }
}
