/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer.Status;
import org.centralino.telephony.sip.internal.Lookup;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.eclipse.jdt.annotation.Nullable;

/** Which calls transfers have to do with besides the one transferred. Confined to the call event loop. */
final class Transfers {

    private static final Duration RETURNING = Duration.ofMinutes(3);

    /** The far side of a call that was sent to a target nobody had spoken to. */
    private record Sent(String call, AccountLine line, String number, Party target, Instant when) {}

    private final Map<LiveCall, LiveCall> consulted = new HashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    /** The far side of {@code referred} is sent to that of {@code target}. */
    void consult(LiveCall target, LiveCall referred) {
        consulted.values().removeIf(each -> each == referred);
        consulted.put(target, referred);
    }

    /** Whether the far side of another call was sent to that of {@code call}, and may have come there. */
    boolean isTarget(LiveCall call) {
        LiveCall referred = Lookup.in(consulted, call);
        Referral referral = referred == null ? null : referred.machine().referral();
        return referred != null
                && referral != null
                && referral.transfer().attended()
                && (referral.isUnderWay() || isTransferred(referred));
    }

    private static boolean isTransferred(LiveCall call) {
        return call.machine().visible() instanceof CallState.Ended ended
                && ended.reason().kind() == Kind.TRANSFERRED;
    }

    /** The transfer of {@code call} went from {@code before} to {@code now}, or the call went on with it. */
    void moved(LiveCall call, @Nullable Referral before, @Nullable Referral now) {
        if (now == null) {
            if (before != null) {
                sent.removeIf(each -> each.call().equals(call.id()));
            }
        } else if (now.transfer().attended()) {
            if (now.transfer().status() == Status.ANSWERED && !Objects.equals(now, before)) {
                endTargets(call);
            }
        } else if (!now.isWaiting() && (call.isEnded() || !Objects.equals(now, before))) {
            // The time to come back runs from the last that was heard of it.
            sent.removeIf(each -> each.call().equals(call.id()));
            forgetOld();
            sent.add(new Sent(
                    call.id(),
                    call.line(),
                    call.remote().number(),
                    now.transfer().target(),
                    Instant.now()));
        }
    }

    private void endTargets(LiveCall referred) {
        consulted.forEach((target, from) -> {
            if (from == referred) {
                target.post(() -> target.feed(new CallEvent.Replaced()));
            }
        });
    }

    private void forgetOld() {
        Instant oldest = Instant.now().minus(RETURNING);
        sent.removeIf(each -> each.when().isBefore(oldest));
    }

    /**
     * Who did not take a caller that we had sent there, when an INVITE is its coming back.
     *
     * @param referredBy what the INVITE says who sent it, empty when nobody did
     */
    @Nullable
    Party returnedFrom(AccountLine line, Party caller, String referredBy) {
        forgetOld();
        String ourselves = (line.user() + "@" + line.domain()).toLowerCase(Locale.ROOT);
        boolean byUs = referredBy.toLowerCase(Locale.ROOT).contains(":" + ourselves);
        for (Sent each : sent.reversed()) {
            if (each.line() == line && (byUs || each.number().equals(caller.number()))) {
                sent.remove(each);
                return each.target();
            }
        }
        return null;
    }

    void forget(LiveCall call) {
        consulted.remove(call);
    }
}
