/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.centralino.ui.EndReasonWords;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** A call's state, time and codec in words for a person. */
final class Words {

    private Words() {}

    /** The state of a call in the strip. */
    static String state(Call call) {
        return switch (call.state()) {
            case CallState.Dialing dialing -> Messages.calling;
            case CallState.Ringing ringing -> Messages.ringing;
            case CallState.Incoming incoming -> Messages.incoming;
            case CallState.Active active when call.isWaiting() && !call.isHeldByUs() -> Messages.conferenceAway;
            case CallState.Active active -> active(active, call.microphoneOff());
            case CallState.Ended ended -> ended(ended.reason(), call.transfer());
        };
    }

    private static String ended(EndReason reason, @Nullable Transfer transfer) {
        return reason.kind() == EndReason.Kind.TRANSFERRED && transfer != null
                ? NLS.bind(Messages.transferredTo, transfer.target().label())
                : EndReasonWords.of(reason);
    }

    /** How far a transfer is. */
    static String transfer(Transfer transfer) {
        String target = transfer.target().label();
        return switch (transfer.status()) {
            case HOLDING -> NLS.bind(Messages.transferHolding, target);
            case TRYING -> NLS.bind(Messages.transferTrying, target);
            case RINGING -> NLS.bind(Messages.transferRinging, target);
            case ANSWERED -> NLS.bind(Messages.transferAnswered, target);
            case FAILED -> {
                EndReason failure = transfer.failure();
                yield failure == null
                        ? NLS.bind(Messages.transferFailed, target)
                        : NLS.bind(Messages.transferFailedWhy, target, EndReasonWords.of(failure));
            }
        };
    }

    private static String active(CallState.Active active, boolean microphoneOff) {
        if (active.heldByUs() && active.heldByPeer()) {
            return Messages.heldByBoth;
        }
        if (active.heldByUs()) {
            return Messages.onHold;
        }
        if (active.heldByPeer()) {
            return Messages.heldByPeer;
        }
        return microphoneOff ? Messages.inCallMicrophoneOff : Messages.inCall;
    }

    /** Whether the end is one that nobody here asked for. */
    static boolean isFailure(EndReason reason) {
        return switch (reason.kind()) {
            case HUNG_UP, PEER_HUNG_UP, TRANSFERRED, CANCELLED, DECLINED, ANSWERED_ELSEWHERE -> false;
            default -> true;
        };
    }

    /** {@code mm:ss}, from an hour on {@code h:mm:ss}. */
    static String clock(Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** {@code m:ss}, for how long something waits. */
    static String wait(Instant from, Instant to) {
        String clock = clock(from, to);
        return clock.startsWith("0") && clock.length() == 5 ? clock.substring(1) : clock;
    }

    /** A codec as people call it. */
    static String codec(@Nullable String encoding) {
        if (encoding == null) {
            return "";
        }
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "opus" -> "Opus";
            case "g722" -> "G.722";
            case "pcma" -> "G.711 A";
            case "pcmu" -> "G.711 \u00b5";
            default -> encoding;
        };
    }

    /** How far a call is encrypted, honestly: the exchange knows the key, and what it does with it is not seen here. */
    static String encryption(@Nullable String suite) {
        return suite == null ? "" : NLS.bind(Messages.encrypted, suite.contains("256") ? "256" : "128");
    }

    /** What stands under the name in the strip: the number, where that is, and whom the call was meant for. */
    static String origin(Call call, String about) {
        Party meant = call.divertedFrom();
        return joined(number(call), about, meant == null ? "" : NLS.bind(Messages.forNamed, meant.label()));
    }

    /** Where a contact works: the department, and the organisation where it is not our own. */
    static String about(Contact contact) {
        boolean ours = contact.kind() == Kind.INTERNAL && !contact.department().isEmpty();
        return Stream.of(contact.department(), ours ? "" : contact.organisation())
                .filter(part -> !part.isEmpty() && !part.equals(contact.name()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What there is of these, with dots between. */
    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" \u00b7 "));
    }

    /** The number, unless it is the name. */
    static String number(Call call) {
        String number = call.remote().number();
        return number.equals(call.remote().label()) ? "" : number;
    }
}
