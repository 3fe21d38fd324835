/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import static org.centralino.telephony.sip.internal.call.CallEffect.*;

import java.util.ArrayList;
import java.util.List;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.sip.internal.call.CallMachine.Phase;
import org.centralino.telephony.sip.internal.call.CallMachine.Step;
import org.centralino.telephony.sip.internal.call.Renegotiation.Turn;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The part of {@link CallMachine} that begins with the answer: hold, transfer, the far side's wishes, the end.
 *
 * @param call in CONFIRMING or CONNECTED
 */
record Conversation(CallMachine call) {

    Step on(CallEvent event) {
        return switch (event) {
            case CallEvent.Hold e -> hold(call.referral());
            case CallEvent.Resume e -> resume();
            case CallEvent.Transfer e -> transfer(e);
            case CallEvent.Confirmed e -> confirmed(e.agreed(), e.refusal());
            case CallEvent.NeverConfirmed e when offers().turn() == Turn.THEIRS -> over(Kind.NETWORK, "No ACK");
            case CallEvent.HangUp e -> leave(Kind.HUNG_UP);
            case CallEvent.Replaced e -> leave(Kind.TRANSFERRED);
            case CallEvent.PeerHungUp e -> peerHungUp(e.replaced());
            case CallEvent.MediaFailed e -> over(Kind.FAILED, "Sound failed");
            case CallEvent.Lost e -> over(Kind.NETWORK, e.phrase());
            case CallEvent.Progressing e -> progressing(e.ringing());
            case CallEvent.Transferred e -> transferred();
            case CallEvent.NotTransferred e -> notTransferred(e.reason());
            default -> offered(event);
        };
    }

    /** Rounds of offer and answer. */
    private Step offered(CallEvent event) {
        boolean ours = offers().turn() == Turn.OURS;
        boolean theirs = isConfirmed() && offers().turn() == Turn.THEIRS;
        return switch (event) {
            case CallEvent.Reoffered e -> reoffered();
            case CallEvent.RefreshDue e
            when isConfirmed() && offers().turn() == Turn.FREE -> next(offers().ours(), heldByPeer(), SEND_OFFER);
            case CallEvent.Changed e ->
                next(offers().turn() == Turn.THEIRS ? offers().agree() : offers(), e.heldByPeer(), START_MEDIA);
            case CallEvent.Unanswerable e when theirs -> next(offers().free(), heldByPeer());
            case CallEvent.OfferAccepted e when ours -> next(offers().agree(), e.heldByPeer(), START_MEDIA);
            case CallEvent.OfferRefused e when ours -> next(offers().refuse(), heldByPeer());
            case CallEvent.Moved e -> next(offers().moving(), heldByPeer());
            case CallEvent.Glare e when ours -> next(offers().backOff(), heldByPeer(), ARM_GLARE_TIMER);
            case CallEvent.GlareOver e when offers().turn() == Turn.BACKING_OFF -> next(offers().free(), heldByPeer());
            default -> same();
        };
    }

    private Step hold(@Nullable Referral referral) {
        return offers().hold()
                ? next(offers(), heldByPeer(), referral)
                : next(offers().wanting(true), heldByPeer(), referral, MUSIC_ON);
    }

    private Step resume() {
        return offers().hold()
                ? next(offers().wanting(false), heldByPeer(), (Referral) null, MUSIC_OFF, TAKE_VOICE)
                : same();
    }

    private Step transfer(CallEvent.Transfer wanted) {
        Referral before = call.referral();
        return before != null && before.isUnderWay()
                ? same()
                : hold(Referral.asked(wanted.target(), wanted.attended(), wanted.referTo()));
    }

    private Step confirmed(boolean agreed, String refusal) {
        if (isConfirmed()) {
            return offers().turn() == Turn.THEIRS ? next(offers().free(), heldByPeer()) : same();
        }
        return agreed
                ? settled(Phase.CONNECTED, offers().free(), heldByPeer(), call.referral(), START_MEDIA)
                : over(Kind.NOT_ACCEPTABLE, refusal);
    }

    /** While ours is open, and before the ACK of the call itself, theirs has to come again (RFC 3261, 14.2). */
    private Step reoffered() {
        if (!isConfirmed() || offers().turn() == Turn.OURS) {
            return next(offers(), heldByPeer(), REFUSE_GLARE);
        }
        return offers().turn() == Turn.BACKING_OFF
                ? next(offers().theirs(), heldByPeer(), DISARM_TIMER, ANSWER_OFFER)
                : next(offers().theirs(), heldByPeer(), ANSWER_OFFER);
    }

    private Step progressing(boolean ringing) {
        Referral referral = call.referral();
        return referral != null && referral.isUnderWay()
                ? next(offers(), heldByPeer(), referral.progressed(ringing))
                : same();
    }

    private Step transferred() {
        Referral referral = call.referral();
        return referral != null && referral.isUnderWay()
                ? new Conversation(new CallMachine(call.phase(), call.visible(), offers(), referral.answered()))
                        .over(Kind.TRANSFERRED, "")
                : same();
    }

    private Step notTransferred(EndReason reason) {
        Referral referral = call.referral();
        return referral != null && referral.isUnderWay()
                ? next(offers(), heldByPeer(), referral.failed(reason))
                : same();
    }

    /** Exchanges hang up on who transfers as soon as they have taken the call over. */
    private Step peerHungUp(boolean replaced) {
        Referral referral = call.referral();
        boolean gone = replaced || referral != null && referral.isUnderWay();
        return end(Phase.OVER, gone ? Kind.TRANSFERRED : Kind.PEER_HUNG_UP, "", CLOSE_MEDIA, DISARM_TIMER, FORGET);
    }

    private Step leave(Kind kind) {
        return isConfirmed() ? over(kind, "") : end(Phase.PARTING, kind, "", CLOSE_MEDIA);
    }

    private Step over(Kind kind, String phrase) {
        return end(Phase.OVER, kind, phrase, SEND_BYE, CLOSE_MEDIA, DISARM_TIMER, FORGET);
    }

    private Step end(Phase phase, Kind kind, String phrase, CallEffect... effects) {
        CallState ended = new CallState.Ended(new EndReason(kind, 0, phrase));
        return new Step(new CallMachine(phase, ended, offers(), call.referral()), List.of(effects));
    }

    private Step same() {
        return new Step(call, List.of());
    }

    private Step next(Renegotiation offers, boolean heldByPeer, CallEffect... effects) {
        return settled(call.phase(), offers, heldByPeer, call.referral(), effects);
    }

    private Step next(Renegotiation offers, boolean heldByPeer, @Nullable Referral referral, CallEffect... effects) {
        return settled(call.phase(), offers, heldByPeer, referral, effects);
    }

    /** The state with what is due in it: an offer that may be sent now, a REFER that waited for the hold. */
    private static Step settled(
            Phase phase, Renegotiation offers, boolean heldByPeer, @Nullable Referral referral, CallEffect... effects) {
        List<CallEffect> all = new ArrayList<>(List.of(effects));
        Renegotiation then = offers;
        Referral sent = referral;
        if (offers.isDue()) {
            then = offers.ours();
            all.add(SEND_OFFER);
        }
        if (referral != null && referral.isWaiting() && phase == Phase.CONNECTED && then.isSettled()) {
            sent = referral.sent();
            all.add(SEND_REFER);
        }
        return new Step(new CallMachine(phase, new CallState.Active(then.hold(), heldByPeer), then, sent), all);
    }

    private Renegotiation offers() {
        return call.offers();
    }

    private boolean isConfirmed() {
        return call.phase() == Phase.CONNECTED;
    }

    private boolean heldByPeer() {
        return call.visible() instanceof CallState.Active active && active.heldByPeer();
    }
}
