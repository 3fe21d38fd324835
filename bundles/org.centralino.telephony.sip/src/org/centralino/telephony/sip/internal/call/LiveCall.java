/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.media.CallStatistics;
import org.centralino.media.Codec;
import org.centralino.media.MediaService;
import org.centralino.media.RtpSession;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.sip.internal.sdp.Agreement;
import org.centralino.telephony.sip.internal.sdp.OfferAnswer;
import org.centralino.telephony.sip.internal.sdp.SdpException;
import org.centralino.telephony.sip.internal.session.ClientInvite;
import org.centralino.telephony.sip.internal.session.InviteSession;
import org.centralino.telephony.sip.internal.session.ServerInvite;
import org.centralino.telephony.sip.internal.session.SessionListener;
import org.centralino.telephony.sip.internal.sound.CallSound;
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
    private final MediaService media;
    private final ScheduledExecutorService loop;
    private final Calls calls;
    private final CallSound sound;
    private final InviteSession session;
    private final Instant created = Instant.now();
    private final CallMachine.Step beginning;
    private CallMachine machine;
    private @Nullable OfferAnswer offerAnswer;
    private @Nullable Agreement agreement;
    private @Nullable RtpSession started;
    private boolean awaitingAnswer;
    private boolean microphoneOff;
    private boolean hasVoice;
    private @Nullable Instant answered;
    private @Nullable Instant ended;
    private @Nullable Future<?> timer;
    private char digit;
    private long digitStarted;

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
        this.media = calls.media();
        this.loop = calls.loop();
        this.sound = new CallSound("call " + id, media);
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
        sound.retire();
    }

    String id() {
        return id;
    }

    AccountLine line() {
        return line;
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

    boolean hasVoice() {
        return hasVoice;
    }

    Call snapshot() {
        RtpSession rtp = started;
        Codec codec = rtp == null ? null : rtp.codec();
        return new Call(
                id,
                line.account().address(),
                outgoing,
                remote,
                machine.visible(),
                microphoneOff,
                codec == null ? null : codec.encoding(),
                created,
                answered,
                ended);
    }

    @Nullable
    CallStatistics statistics() {
        return sound.statistics();
    }

    void feed(CallEvent event) {
        CallMachine.Step step = machine.on(event);
        boolean changed = !step.next().visible().equals(machine.visible());
        machine = step.next();
        if (isActive() && answered == null) {
            answered = Instant.now();
        }
        if (isEnded() && ended == null) {
            ended = Instant.now();
        }
        step.effects().forEach(this::perform);
        if (changed) {
            calls.changed(this);
        }
    }

    private void perform(CallEffect effect) {
        switch (effect) {
            case OPEN_MEDIA -> openMedia();
            case START_MEDIA -> startMedia();
            case CLOSE_MEDIA -> closeMedia();
            case TAKE_VOICE -> calls.takeVoice(this);
            case HEAR -> sound.voice(true, false);
            case SEND_INVITE -> sendInvite();
            case SEND_CANCEL -> client(ClientInvite::cancel);
            case SEND_ACK -> client(ClientInvite::acknowledge);
            case SEND_RINGING -> server(ServerInvite::ringing);
            case SEND_OK -> sendOk();
            case SEND_DECLINE -> server(invite -> invite.refuse(603));
            case SEND_UNAVAILABLE -> server(invite -> invite.refuse(480));
            case SEND_ERROR -> server(invite -> invite.refuse(500));
            case SEND_BYE -> signal(session::bye);
            case RINGBACK_ON -> sound.ringback();
            case RINGER_ON -> sound.ring(calls.someoneTalks(this));
            case RINGBACK_OFF, RINGER_OFF -> sound.quiet();
            case BUSY_TONE -> sound.busy();
            case ARM_RING_TIMER -> arm(new CallEvent.RangTooLong(), LONGEST_RINGING_S);
            case ARM_CANCEL_TIMER -> arm(new CallEvent.Lost("CANCEL not answered"), CANCEL_TIMEOUT_S);
            case DISARM_TIMER -> disarm();
            case FORGET -> {
                sound.retire();
                calls.forget(this);
            }
        }
    }

    private void openMedia() {
        Endpoint endpoint = line.endpoint();
        if (endpoint == null) {
            loop.execute(() -> feed(new CallEvent.Refused(EndReasons.network("No connection to the network"))));
            loop.execute(() -> feed(new CallEvent.MediaFailed()));
            return;
        }
        sound.open(
                endpoint.localInetAddress(),
                port -> loop.execute(() -> mediaOpened(endpoint, port)),
                () -> loop.execute(() -> feed(new CallEvent.MediaFailed())));
        loop.schedule(
                () -> {
                    if (offerAnswer == null) {
                        LOG.error("Call {}: no port for sound in time", id);
                        feed(new CallEvent.MediaFailed());
                    }
                },
                MEDIA_DEADLINE_S,
                TimeUnit.SECONDS);
    }

    private void mediaOpened(Endpoint endpoint, int port) {
        Account account = line.account();
        offerAnswer = new OfferAnswer(endpoint.localAddress(), port, media.codecs(), account.codecs());
        feed(new CallEvent.MediaOpened());
    }

    private void startMedia() {
        Agreement agreed = agreement;
        if (agreed != null && !Objects.equals(agreed.session(), started)) {
            started = agreed.session();
            sound.start(agreed.session());
        }
    }

    private void closeMedia() {
        hasVoice = false;
        sound.close();
    }

    private void sendInvite() {
        OfferAnswer own = offerAnswer;
        if (own != null) {
            String offer = own.offer();
            client(invite -> invite.invite(offer));
        }
    }

    private void sendOk() {
        OfferAnswer own = offerAnswer;
        if (own == null || !(session instanceof ServerInvite invite)) {
            return;
        }
        String offer = invite.offer();
        try {
            String sdp;
            if (offer == null) {
                awaitingAnswer = true;
                sdp = own.offer();
            } else {
                OfferAnswer.Answer answer = own.answer(offer);
                agreement = answer.agreement();
                sdp = answer.sdp();
            }
            signal(() -> invite.ok(sdp));
        } catch (SdpException e) {
            LOG.warn("Call {}: the offer cannot be answered: {}", id, e.getMessage());
            signal(() -> invite.refuse(488));
            loop.execute(() -> feed(new CallEvent.Lost("No sound in common")));
        }
        Agreement agreed = agreement;
        if (agreed != null && agreed.heldByPeer()) {
            loop.execute(() -> feed(new CallEvent.Changed(true)));
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

    /** Microphone and speaker are joined to this call. */
    void gainVoice() {
        hasVoice = true;
        setMicrophone(true);
    }

    /** Another call talks now; this one stays up, silent. */
    void loseVoice() {
        hasVoice = false;
        setMicrophone(false);
    }

    void setMicrophone(boolean on) {
        boolean changed = microphoneOff == on;
        microphoneOff = !on;
        sound.voice(hasVoice, on);
        if (changed) {
            calls.changed(this);
        }
    }

    /** Starts a keypad tone in the account's way; in the sound itself where the far side knows no events. */
    void startTone(char tone) {
        RtpSession rtp = started;
        if (rtp == null) {
            return;
        }
        digit = tone;
        digitStarted = System.nanoTime();
        switch (way(rtp)) {
            case RFC4733 -> sound.startEvent(tone);
            case INBAND -> sound.startAudible(tone);
            case INFO -> {
                // Its duration is known when it stops.
            }
        }
    }

    void stopTone() {
        RtpSession rtp = started;
        if (rtp == null || digit == 0) {
            return;
        }
        char tone = digit;
        digit = 0;
        switch (way(rtp)) {
            case RFC4733 -> sound.stopEvent();
            case INBAND -> sound.stopAudible();
            case INFO -> {
                long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - digitStarted);
                signal(() -> session.sendDigit(tone, Math.clamp(ms, 100, 5_000)));
            }
        }
    }

    private Account.Dtmf way(RtpSession rtp) {
        Account.Dtmf wanted = line.account().dtmf();
        return wanted == Account.Dtmf.RFC4733 && rtp.dtmfSendPayloadType() < 0 ? Account.Dtmf.INBAND : wanted;
    }

    @Override
    public void progressed(@Nullable String sdp) {
        post(() -> {
            boolean early = sdp != null && machine.phase() != CallMachine.Phase.EARLY && agree(sdp);
            feed(new CallEvent.Progressed(early));
        });
    }

    @Override
    public void accepted(@Nullable String sdp) {
        post(() -> {
            boolean agreed = sdp == null ? agreement != null : agree(sdp);
            Agreement now = agreement;
            feed(new CallEvent.Accepted(agreed, now != null && now.heldByPeer()));
        });
    }

    private boolean agree(String answer) {
        OfferAnswer own = offerAnswer;
        if (own == null) {
            return false;
        }
        try {
            agreement = own.answered(answer);
            return true;
        } catch (SdpException e) {
            LOG.warn("Call {}: the answer is of no use: {}", id, e.getMessage());
            return false;
        }
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
            boolean agreed = !awaited || sdp != null && agree(sdp);
            if (machine.phase() == CallMachine.Phase.CONNECTED) {
                Agreement now = agreement;
                if (awaited && now != null) {
                    feed(new CallEvent.Changed(now.heldByPeer()));
                }
            } else {
                feed(new CallEvent.Confirmed(agreed));
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
            OfferAnswer own = offerAnswer;
            if (own == null || !isActive()) {
                signal(session::refuseReoffer);
                return;
            }
            if (sdp == null) {
                awaitingAnswer = true;
                String offer = own.offer();
                signal(() -> session.answerReoffer(offer));
                return;
            }
            try {
                OfferAnswer.Answer answer = own.answer(sdp);
                agreement = answer.agreement();
                signal(() -> session.answerReoffer(answer.sdp()));
                feed(new CallEvent.Changed(answer.agreement().heldByPeer()));
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
