/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Participant;
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
    private final Origin origin;
    private CallMachine machine;
    private @Nullable LiveCall replaced;
    private @Nullable Instant answered;
    private @Nullable Instant ended;
    private @Nullable Instant held;
    private volatile List<Participant> roster = List.of();

    /** A call to {@code target}. */
    LiveCall(String id, AccountLine line, String target, Party remote, Calls calls) {
        this(
                id,
                line,
                remote,
                true,
                Origin.PLAIN,
                calls,
                call -> new ClientInvite(line, target, call),
                CallMachine.dial());
    }

    /** A call that came in. */
    LiveCall(String id, AccountLine line, Party remote, Origin origin, Calls calls, SessionMaker maker) {
        this(id, line, remote, false, origin, calls, maker, CallMachine.offered());
    }

    /** A call that the far side of another one asks for. */
    LiveCall(String id, AccountLine line, IncomingReferral referral, Calls calls) {
        this(
                id,
                line,
                CallerId.callee(referral.target(), line.account().hosts()),
                true,
                Origin.PLAIN,
                calls,
                call -> new ClientInvite(line, referral, call),
                CallMachine.dial());
    }

    /** A call that came in to take the place of {@code replaced}. */
    LiveCall(String id, AccountLine line, Party remote, LiveCall replaced, SessionMaker maker) {
        this(
                id,
                line,
                remote,
                false,
                Origin.PLAIN,
                replaced.calls,
                maker,
                CallMachine.replacing(replaced.isHeldByUs()));
        this.replaced = replaced;
        media.setMicrophoneOff(replaced.media.isMicrophoneOff());
    }

    /**
     * Where a call came by.
     *
     * @param returnedFrom who did not take the caller, whom we had sent there
     * @param divertedFrom whom it was meant for before
     */
    record Origin(@Nullable Party returnedFrom, @Nullable Party divertedFrom) {

        static final Origin PLAIN = new Origin(null, null);
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
            Origin origin,
            Calls calls,
            SessionMaker maker,
            CallMachine.Step first) {
        this.id = id;
        this.line = line;
        this.remote = remote;
        this.outgoing = outgoing;
        this.origin = origin;
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
    void refuse(int status, String warning) {
        signals.refuse(status, warning);
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

    /** Whether it waits for who was called. */
    boolean isRinging() {
        return machine.visible() instanceof CallState.Dialing || machine.visible() instanceof CallState.Ringing;
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
                origin.returnedFrom(),
                origin.divertedFrom(),
                media.encryption(),
                calls.conference().membership(this));
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

    /** The far side mixes a conference, and these are in it. */
    void told(List<Participant> people) {
        roster = List.copyOf(people);
    }

    /** May be called on any thread. */
    List<Participant> roster() {
        return roster;
    }

    /** The far side sends us to somebody else. */
    void referred(IncomingReferral referral) {
        calls.referred(this, referral);
    }

    /** The far side's INVITE or UPDATE within the session; to UPDATE there will be no ACK. */
    void reoffered(@Nullable String sdp, boolean acknowledged) {
        if (machine.phase() == CallMachine.Phase.OVER) {
            signals.refuseOffer(481);
        } else if (media.isAnswerAwaited()) {
            signals.refuseOffer(491);
        } else {
            signals.reoffered(sdp, acknowledged);
            feed(new CallEvent.Reoffered());
        }
    }

    /** Our address is another one: the far side has to be told, and sound goes on there. */
    void moved() {
        Endpoint endpoint = line.endpoint();
        if (endpoint != null) {
            media.moved(endpoint);
            feed(new CallEvent.Moved());
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
            case SEND_CANCEL -> signals.cancel(EndReasons.told(machine.visible()));
            case SEND_ACK -> signals.acknowledge();
            case SEND_RINGING -> signals.ringing();
            case SEND_OK -> ok();
            case SEND_DECLINE -> signals.refuse(603);
            case SEND_UNAVAILABLE -> signals.refuse(480);
            case SEND_ERROR -> signals.refuse(500);
            case SEND_BYE -> signals.bye(EndReasons.told(machine.visible()));
            case SEND_OFFER -> signals.offer();
            case ANSWER_OFFER -> signals.answerOffer();
            case REFUSE_GLARE -> signals.refuseOffer(491);
            case REFUSE_EARLY -> signals.refuseOffer(500);
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
            calls.conference().replace(place, this);
            place.feed(new CallEvent.Replaced());
        }
    }

    private void takeFreeVoice() {
        if (calls.conference().takes(this)) {
            return;
        }
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
                        endpoint.anyLocalAddress(),
                        port -> post(() -> {
                            media.bound(endpoint, port, session.isConfidential());
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
