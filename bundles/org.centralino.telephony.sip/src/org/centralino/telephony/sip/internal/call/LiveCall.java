/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.sip.internal.sdp.SdpException;
import org.centralino.telephony.sip.internal.session.ClientInvite;
import org.centralino.telephony.sip.internal.session.InviteSession;
import org.centralino.telephony.sip.internal.session.ServerInvite;
import org.centralino.telephony.sip.internal.session.SessionListener;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Endpoint;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call from dialling to end: feeds its machine and carries out the effects. Confined to the call event loop, except
 * for what it hears from its session, which it posts there.
 */
final class LiveCall implements SessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveCall.class);
    private static final long LONGEST_RINGING_S = 180;
    private static final long CANCEL_TIMEOUT_S = 32;
    private static final long MEDIA_DEADLINE_S = 4;

    private final String id;
    private final boolean outgoing;
    private final Party remote;
    private final AccountLine line;
    private final ScheduledExecutorService loop;
    private final Calls calls;
    private final CallMedia media;
    private final InviteSession session;
    private final CallMachine.Step beginning;
    private final Instant created = Instant.now();
    private CallMachine machine;
    private boolean awaitingAnswer;
    private @Nullable Instant answered;
    private @Nullable Instant ended;
    private @Nullable Future<?> timer;

    /** A call to {@code target}. */
    LiveCall(String id, AccountLine line, String target, Party remote, Calls calls) {
        this(id, line, remote, true, calls, call -> new ClientInvite(line, target, call), CallMachine.dial());
    }

    /** A call that came in. */
    LiveCall(String id, AccountLine line, Party remote, Calls calls, SessionMaker maker) {
        this(id, line, remote, false, calls, maker, CallMachine.offered());
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
            Calls calls,
            SessionMaker maker,
            CallMachine.Step first) {
        this.id = id;
        this.line = line;
        this.remote = remote;
        this.outgoing = outgoing;
        this.calls = calls;
        this.loop = calls.loop();
        this.media = new CallMedia(id, line.account(), calls.media(), calls.music());
        this.session = maker.sessionFor(this);
        this.machine = first.next();
        this.beginning = first;
    }

    /** Carries out the first effects. */
    void begin() {
        calls.changed(this);
        beginning.effects().forEach(this::perform);
    }

    /** Turns an incoming call away without telling anybody. */
    void refuse(int status) {
        server(invite -> invite.refuse(status));
        media.sound().retire();
    }

    String id() {
        return id;
    }

    CallMedia media() {
        return media;
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

    Call snapshot() {
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
                ended);
    }

    void feed(CallEvent event) {
        CallMachine.Step step = machine.on(event);
        machine = step.next();
        if (isActive() && answered == null) {
            answered = Instant.now();
        }
        if (isEnded() && ended == null) {
            ended = Instant.now();
        }
        step.effects().forEach(this::perform);
        calls.changed(this);
    }

    private void perform(CallEffect effect) {
        switch (effect) {
            case OPEN_MEDIA -> openMedia();
            case START_MEDIA -> media.start();
            case CLOSE_MEDIA -> media.close();
            case TAKE_VOICE -> calls.takeVoice(this);
            case HEAR -> media.sound().voice(true, false);
            case SEND_INVITE -> sendInvite();
            case SEND_CANCEL -> client(ClientInvite::cancel);
            case SEND_ACK -> client(ClientInvite::acknowledge);
            case SEND_RINGING -> server(ServerInvite::ringing);
            case SEND_OK -> sendOk();
            case SEND_DECLINE -> server(invite -> invite.refuse(603));
            case SEND_UNAVAILABLE -> server(invite -> invite.refuse(480));
            case SEND_ERROR -> server(invite -> invite.refuse(500));
            case SEND_BYE -> signal(session::bye);
            case RINGBACK_ON -> media.sound().ringback();
            case RINGER_ON -> media.sound().ring(calls.someoneTalks(this));
            case RINGBACK_OFF, RINGER_OFF -> media.sound().quiet();
            case BUSY_TONE -> media.sound().busy();
            case ARM_RING_TIMER -> arm(new CallEvent.RangTooLong(), LONGEST_RINGING_S);
            case ARM_CANCEL_TIMER -> arm(new CallEvent.Lost("CANCEL not answered"), CANCEL_TIMEOUT_S);
            case DISARM_TIMER -> disarm();
            case FORGET -> {
                media.sound().retire();
                calls.forget(this);
            }
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

    private void sendInvite() {
        try {
            String offer = media.offer();
            client(invite -> invite.invite(offer));
        } catch (SdpException e) {
            post(() -> feed(new CallEvent.MediaFailed()));
        }
    }

    private void sendOk() {
        if (!(session instanceof ServerInvite invite)) {
            return;
        }
        String offer = invite.offer();
        try {
            awaitingAnswer = offer == null;
            String sdp = offer == null ? media.offer() : media.answer(offer);
            signal(() -> invite.ok(sdp));
            if (media.isHeldByPeer()) {
                post(() -> feed(new CallEvent.Changed(true)));
            }
        } catch (SdpException e) {
            LOG.warn("Call {}: the offer cannot be answered: {}", id, e.getMessage());
            signal(() -> invite.refuse(488));
            post(() -> feed(new CallEvent.Lost("No sound in common")));
        }
    }

    private interface Command<T> {
        void to(T session);
    }

    private void client(Command<ClientInvite> command) {
        if (session instanceof ClientInvite invite) {
            signal(() -> command.to(invite));
        }
    }

    private void server(Command<ServerInvite> command) {
        if (session instanceof ServerInvite invite) {
            signal(() -> command.to(invite));
        }
    }

    private void signal(Runnable command) {
        line.executor().execute(command);
    }

    private void arm(CallEvent event, long seconds) {
        disarm();
        timer = loop.schedule(() -> feed(event), seconds, TimeUnit.SECONDS);
    }

    private void disarm() {
        Future<?> armed = timer;
        if (armed != null) {
            armed.cancel(false);
        }
        timer = null;
    }

    /** Who hears whom; {@code speaker}: this call is the one that talks. */
    void setVoice(boolean speaker, boolean microphone) {
        media.setVoice(speaker, microphone);
        calls.changed(this);
    }

    void stopTone() {
        media.stopTone((digit, ms) -> signal(() -> session.sendDigit(digit, ms)));
    }

    @Override
    public void progressed(@Nullable String sdp) {
        post(() -> {
            boolean early = sdp != null && machine.phase() != CallMachine.Phase.EARLY && media.agree(sdp);
            feed(new CallEvent.Progressed(early));
        });
    }

    @Override
    public void accepted(@Nullable String sdp) {
        post(() -> {
            boolean agreed = sdp == null ? media.isAgreed() : media.agree(sdp);
            feed(new CallEvent.Accepted(agreed, media.isHeldByPeer()));
        });
    }

    @Override
    public void refused(EndReason reason) {
        post(() -> feed(new CallEvent.Refused(reason)));
    }

    @Override
    public void cancelled(boolean answeredElsewhere) {
        post(() -> feed(new CallEvent.Cancelled(answeredElsewhere)));
    }

    @Override
    public void confirmed(@Nullable String sdp) {
        post(() -> {
            boolean awaited = awaitingAnswer;
            awaitingAnswer = false;
            boolean agreed = !awaited || sdp != null && media.agree(sdp);
            if (machine.phase() != CallMachine.Phase.CONNECTED) {
                feed(new CallEvent.Confirmed(agreed));
            } else if (awaited && agreed) {
                feed(new CallEvent.Changed(media.isHeldByPeer()));
            }
        });
    }

    @Override
    public void neverConfirmed() {
        post(() -> feed(new CallEvent.NeverConfirmed()));
    }

    @Override
    public void reoffered(@Nullable String sdp) {
        post(() -> {
            if (!isActive()) {
                signal(session::refuseReoffer);
                return;
            }
            try {
                awaitingAnswer = sdp == null;
                String ours = sdp == null ? media.offer() : media.answer(sdp);
                signal(() -> session.answerReoffer(ours));
                if (sdp != null) {
                    feed(new CallEvent.Changed(media.isHeldByPeer()));
                }
            } catch (SdpException e) {
                LOG.warn("Call {}: the new offer cannot be answered: {}", id, e.getMessage());
                signal(session::refuseReoffer);
            }
        });
    }

    @Override
    public void peerHungUp() {
        post(() -> feed(new CallEvent.PeerHungUp()));
    }

    @Override
    public void lost(String phrase) {
        post(() -> feed(new CallEvent.Lost(phrase)));
    }

    private void post(Runnable work) {
        loop.execute(work);
    }
}
