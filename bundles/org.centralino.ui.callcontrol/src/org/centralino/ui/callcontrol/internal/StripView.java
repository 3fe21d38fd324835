/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Instant;
import java.util.List;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * What the strip shows. Immutable.
 *
 * @param clock how long the call lasts, or has lasted; how long it has been held while we hold it
 * @param answered whether the clock counts a conversation
 * @param encryption what the padlock says, in words; empty where the call is in clear, and there is none
 * @param receipt how far the transfer of it is; empty where there is none
 * @param quality how the call sounds; null while nothing is known of it
 */
record StripView(
        Call call,
        String name,
        String number,
        String state,
        Tone tone,
        String clock,
        boolean answered,
        String codec,
        String encryption,
        Receipt receipt,
        @Nullable QualityView quality) {

    /** How the state looks; the word says it too. */
    enum Tone {
        /** Being set up. */
        CALM,
        /** In conversation. */
        UP,
        /** Held, by whichever side. */
        HELD,
        /** Over. */
        OVER,
        /** Over, and not as it should be. */
        FAILED
    }

    /**
     * @param about where the far side is, as the directory knows it; may be empty
     * @param advice shown under the receipt of a transfer that failed
     */
    static StripView of(Call call, String about, Instant now, String advice, @Nullable QualityView quality) {
        return new StripView(
                call,
                call.remote().label(),
                Words.origin(call, about),
                Words.state(call),
                tone(call),
                clock(call, now),
                call.answered() != null,
                Words.codec(call.codec()),
                Words.encryption(call.encryption()),
                Receipt.of(call, advice),
                quality);
    }

    private static String clock(Call call, Instant now) {
        Instant ended = call.ended();
        Instant answered = call.answered();
        Instant held = call.held();
        if (held != null && call.isHeldByUs()) {
            return Words.clock(held, now);
        }
        if (ended != null && answered == null) {
            return "";
        }
        return Words.clock(answered == null ? call.created() : answered, ended == null ? now : ended);
    }

    /** The same for a conference of people with these names. */
    StripView amid(List<String> names) {
        return new StripView(
                call,
                NLS.bind(Messages.conferenceOf, names.size()),
                String.join(", ", names),
                state,
                tone,
                clock,
                answered,
                codec,
                encryption,
                receipt,
                quality);
    }

    private static Tone tone(Call call) {
        if (call.isWaiting()) {
            return Tone.HELD;
        }
        return switch (call.state()) {
            case CallState.Active active -> active.heldByPeer() ? Tone.HELD : Tone.UP;
            case CallState.Ended ended -> Words.isFailure(ended.reason()) ? Tone.FAILED : Tone.OVER;
            default -> Tone.CALM;
        };
    }

    boolean isOver() {
        return tone == Tone.OVER || tone == Tone.FAILED;
    }
}
