/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Party;
import org.centralino.telephony.sip.internal.session.CallerId;
import org.centralino.telephony.sip.internal.session.ClientInvite;
import org.centralino.telephony.sip.internal.session.IncomingReferral;
import org.centralino.telephony.sip.internal.session.InviteSession;
import org.centralino.telephony.sip.internal.session.SessionListener;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Endpoint;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call from dialling to end: feeds its machine and carries out the effects. Confined to the call event loop. */
final class LiveCall {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCall.class);
    private static final long MEDIA_DEADLINE_S = 4;

    private final String id;
    private final boolean outgoing;
    private final Party remote;
    private final AccountLine line;
    private final ScheduledExecutorService loop;
    private final Calls calls;
    private final CallMedia media;
    private final InviteSession session;
    private final CallSignals signals;
    private final CallTimer timer;
    private final CallMachine.Step beginning;
    private final Instant created = Instant.now();
    private final @Nullable Party returnedFrom;
    private CallMachine machine;
    private @Nullable LiveCall replaced;
    private @Nullable Instant answered;
    private @Nullable Instant ended;
    private @Nullable Instant held;

    /** A call to {@code target}. */
    LiveCall(String id, AccountLine line, String target, Party remote, Calls calls) {
        this(id, line, remote, true, null, calls, call -> new ClientInvite(line, target, call), CallMachine.dial());
    }

    /** A call that came in; {@code returnedFrom}: after we had sent the caller there. */
    LiveCall(String id, AccountLine line, Party remote, @Nullable Party returnedFrom, Calls calls, SessionMaker maker) {
        this(id, line, remote, false, returnedFrom, calls, maker, CallMachine.offered());
    }

    /** A call that the far side of another one asks for. */
    LiveCall(String id, AccountLine line, IncomingReferral referral, Calls calls) {
        this(
                id,
                line,
                CallerId.callee(referral.target()),
                true,
                null,
                calls,
                call -> new ClientInvite(line, referral, call),
                CallMachine.dial());
    }

    /** A call that came in to take the place of {@code replaced}. */
    LiveCall(String id, AccountLine line, Party remote, LiveCall replaced, SessionMaker maker) {
        this(id, line, remote, false, null, replaced.calls, maker, CallMachine.replacing(replaced.isHeldByUs()));
        this.replaced = replaced;
        media.setMicrophoneOff(replaced.media.isMicrophoneOff());
    }

    /** Makes the session that reports to a call. */
    interface SessionMaker {
        InviteSession sessionFor(SessionListener call);
    }

    private LiveCall(
            String id,
            AccountLine line,
            Party remote,
            boolean outgoing,
            @Nullable Party returnedFrom,
            Calls calls,
            SessionMaker maker,
            CallMachine.Step first) {
        this.id = id;
        this.line = line;
        this.remote = remote;
        this.outgoing = outgoing;
        this.returnedFrom = returnedFrom;
        this.calls = calls;
        this.loop = calls.loop();
        this.media = new CallMedia(id, line.account(), calls.media(), calls.music());
        this.session = maker.sessionFor(new SessionReports(this));
        this.signals = new CallSignals(this, session);
        this.timer = new CallTimer(loop, this::feed);
        this.machine = first.next();
        this.beginning = first;
    }

    /** Carries out the first effects. */
    void begin() {
        stamp();
        calls.changed(this);
        beginning.effects().forEach(this::perform);
    }

    /** Turns an incoming call away without telling anybody. */
    void refuse(int status) {
        signals.refuse(status);
        media.sound().retire();
    }

    String id() {
        return id;
    }

    Party remote() {
        return remote;
    }

    AccountLine line() {
        return line;
    }

    InviteSession session() {
        return session;
    }

    CallMedia media() {
        return media;
    }

    CallMachine machine() {
        return machine;
    }

    boolean isEnded() {
        return machine.visible() instanceof CallState.Ended;
    }

    boolean isActive() {
        return machine.visible() instanceof CallState.Active;
    }

    boolean isIncoming() {
        return machine.visible() instanceof CallState.Incoming;
    }

    boolean isHeldByUs() {
        return machine.visible() instanceof CallState.Active active && active.heldByUs();
    }

    /** Whether the far side of another call was sent to this one's. */
    boolean isTransferTarget() {
        return calls.transfers().isTarget(this);
    }

    Call snapshot() {
        Referral referral = machine.referral();
        return new Call(
                id,
                line.account().address(),
                outgoing,
                remote,
                machine.visible(),
                media.isMicrophoneOff(),
                media.codec(),
                created,
                answered,
                ended,
                held,
                referral == null ? null : referral.transfer(),
                returnedFrom);
    }

    void feed(CallEvent event) {
        if (machine.phase() == CallMachine.Phase.OVER) {
            return;
        }
        CallMachine.Step step = machine.on(event);
        Referral before = machine.referral();
        machine = step.next();
        stamp();
        step.effects().forEach(this::perform);
        calls.changed(this);
        calls.transfers().moved(this, before, machine.referral());
    }

    private void stamp() {
        if (isActive() && answered == null) {
            answered = Instant.now();
        }
        if (isEnded() && ended == null) {
            ended = Instant.now();
        }
        if (isHeldByUs() != (held != null)) {
            held = isHeldByUs() ? Instant.now() : null;
        }
    }

    /** The far side sends us to somebody else. */
    void referred(IncomingReferral referral) {
        calls.referred(this, referral);
    }

    /** The far side's INVITE within the session. */
    void reoffered(@Nullable String sdp) {
        if (isActive()) {
            signals.reoffered(sdp);
            feed(new CallEvent.Reoffered());
        } else {
            signals.refuseOffer(488);
        }
    }

    void stopTone() {
        media.stopTone(signals::digit);
    }

    private void perform(CallEffect effect) {
        switch (effect) {
            case OPEN_MEDIA -> openMedia();
            case START_MEDIA -> media.start();
            case CLOSE_MEDIA -> media.close();
            case TAKE_VOICE -> calls.takeVoice(this);
            case TAKE_FREE_VOICE -> takeFreeVoice();
            case MUSIC_ON -> {
                media.hold();
                calls.ringAgain();
            }
            case MUSIC_OFF -> media.unhold();
            case HEAR -> media.sound().voice(true, false);
            case SEND_INVITE -> signals.invite();
            case SEND_CANCEL -> signals.cancel();
            case SEND_ACK -> signals.acknowledge();
            case SEND_RINGING -> signals.ringing();
            case SEND_OK -> ok();
            case SEND_DECLINE -> signals.refuse(603);
            case SEND_UNAVAILABLE -> signals.refuse(480);
            case SEND_ERROR -> signals.refuse(500);
            case SEND_BYE -> signals.bye();
            case SEND_OFFER -> signals.offer();
            case ANSWER_OFFER -> signals.answerOffer();
            case REFUSE_GLARE -> signals.refuseOffer(491);
            case SEND_REFER -> signals.refer();
            case RINGBACK_ON -> media.sound().ringback();
            case RINGER_ON -> media.sound().ring(calls.someoneTalks(this));
            case RINGBACK_OFF, RINGER_OFF -> media.sound().quiet();
            case BUSY_TONE -> media.sound().busy();
            case CONGESTION_TONE -> media.sound().congestion();
            case ARM_RING_TIMER -> timer.armRinging();
            case ARM_CANCEL_TIMER -> timer.armCancel();
            case ARM_GLARE_TIMER -> timer.armGlare(outgoing);
            case DISARM_TIMER -> timer.disarm();
            case FORGET -> {
                signals.abandon();
                media.sound().retire();
                calls.forget(this);
            }
        }
    }

    private void ok() {
        LiveCall place = replaced;
        if (place != null && !place.isActive()) {
            signals.refuse(481);
            post(() -> feed(new CallEvent.Lost("The call to be replaced is over")));
        } else if (signals.ok() && place != null) {
            // Before this one takes the voice, so that the other is not held first.
            place.feed(new CallEvent.Replaced());
        }
    }

    private void takeFreeVoice() {
        if (calls.someoneTalks(this)) {
            post(() -> feed(new CallEvent.Hold()));
        } else {
            calls.takeVoice(this);
        }
    }

    private void openMedia() {
        Endpoint endpoint = line.endpoint();
        if (endpoint == null) {
            post(() -> feed(new CallEvent.MediaFailed()));
            return;
        }
        media.sound()
                .open(
                        endpoint.localInetAddress(),
                        port -> post(() -> {
                            media.bound(endpoint, port);
                            feed(new CallEvent.MediaOpened());
                        }),
                        () -> post(() -> feed(new CallEvent.MediaFailed())));
        loop.schedule(
                () -> {
                    if (!media.isBound() && !isEnded()) {
                        LOG.error("Call {}: no port for sound in time", id);
                        feed(new CallEvent.MediaFailed());
                    }
                },
                MEDIA_DEADLINE_S,
                TimeUnit.SECONDS);
    }

    void post(Runnable work) {
        loop.execute(work);
    }
}
