/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.centralino.media.CallStatistics;
import org.centralino.media.MediaService;
import org.centralino.media.RtpSession;
import org.centralino.media.SrtpKeys;
import org.centralino.telephony.Account;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.sip.internal.sdp.Agreement;
import org.centralino.telephony.sip.internal.sdp.OfferAnswer;
import org.centralino.telephony.sip.internal.sdp.Sdes;
import org.centralino.telephony.sip.internal.sdp.SdpException;
import org.centralino.telephony.sip.internal.sound.CallSound;
import org.centralino.telephony.sip.internal.sound.MusicOnHold;
import org.centralino.telephony.sip.internal.transport.Endpoint;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a call agreed on with the far side, and its sound. Confined to the call event loop. */
final class CallMedia {

    private static final Logger LOG = LoggerFactory.getLogger(CallMedia.class);
    private static final int SHORTEST_TONE_MS = 100;
    private static final int LONGEST_TONE_MS = 5_000;
    private static final char MASKED = '5';

    private final String call;
    private final Account account;
    private final MediaService media;
    private final CallSound sound;
    private @Nullable OfferAnswer offerAnswer;
    private @Nullable Agreement agreement;
    private @Nullable RtpSession started;
    private boolean voice;
    private boolean heard = true;
    private boolean microphoneOff;
    private boolean holding;
    private boolean answerAwaited;
    private boolean closed;
    private String refusal = CallEvent.NOTHING_IN_COMMON;
    private char digit;
    private long digitStarted;

    CallMedia(String call, Account account, MediaService media, MusicOnHold music) {
        this.call = call;
        this.account = account;
        this.media = media;
        this.sound = new CallSound("call " + call, media, music, account.country());
    }

    CallSound sound() {
        return sound;
    }

    /**
     * The port that sound came to have; from now on there are offers and answers.
     *
     * @param confidential whether these cannot be read on the way
     */
    void bound(Endpoint endpoint, int port, boolean confidential) {
        Sdes sdes = Sdes.of(account.srtp(), confidential);
        offerAnswer = new OfferAnswer(endpoint.localAddress(), port, media.codecs(), account.codecs(), sdes);
    }

    /** From now on our descriptions name the address of {@code endpoint}. */
    void moved(Endpoint endpoint) {
        OfferAnswer own = offerAnswer;
        if (own != null) {
            own.move(endpoint.localAddress());
        }
    }

    boolean isBound() {
        return offerAnswer != null;
    }

    private OfferAnswer negotiator() throws SdpException {
        OfferAnswer own = offerAnswer;
        if (own == null) {
            throw new SdpException("No port for sound");
        }
        return own;
    }

    /** Our offer. */
    String offer() throws SdpException {
        OfferAnswer own = negotiator();
        own.hold(holding);
        return own.offer();
    }

    /** For a 200: our answer to an offer, which is agreed to from now on; where there is none, our offer. */
    String answer(@Nullable String offer) throws SdpException {
        answerAwaited = offer == null;
        if (offer == null) {
            negotiator().renewKeys();
            return offer();
        }
        OfferAnswer own = negotiator();
        own.hold(holding);
        OfferAnswer.Answer answer = own.answer(offer);
        agreement = answer.agreement();
        return answer.sdp();
    }

    /** Whether the offer of a 200 of ours awaits its answer; it does not any more then. */
    boolean takeAwaited() {
        boolean awaited = answerAwaited;
        answerAwaited = false;
        return awaited;
    }

    /** Whether an offer of ours went out in a 200, and nothing else can be agreed on before its answer. */
    boolean isAnswerAwaited() {
        return answerAwaited;
    }

    /** Takes the far side's answer; false when no sound comes of it. */
    boolean agree(String answer) {
        try {
            agreement = negotiator().answered(answer);
            return true;
        } catch (SdpException e) {
            LOG.warn("Call {}: the answer is of no use: {}", call, e.getMessage());
            refusal = EndReason.IN_CLEAR.equals(e.getMessage()) ? EndReason.IN_CLEAR : CallEvent.NOTHING_IN_COMMON;
            return false;
        }
    }

    /** Why the last answer was of no use. */
    String refusal() {
        return refusal;
    }

    boolean isAgreed() {
        return agreement != null;
    }

    boolean isHeldByPeer() {
        Agreement agreed = agreement;
        return agreed != null && agreed.heldByPeer();
    }

    /** Sound runs as agreed. */
    void start() {
        Agreement agreed = agreement;
        if (agreed != null && !Objects.equals(agreed.session(), started)) {
            started = agreed.session();
            sound.start(agreed.session());
        }
    }

    void close() {
        voice = false;
        closed = true;
        sound.close();
    }

    /** The encoding in use, null while there is none. */
    @Nullable
    String codec() {
        RtpSession rtp = started;
        return rtp == null ? null : rtp.codec().encoding();
    }

    /** The suite that both directions are encrypted with, null while they are in clear. */
    @Nullable
    String encryption() {
        RtpSession rtp = started;
        SrtpKeys keys = rtp == null || closed ? null : rtp.srtp();
        return keys == null ? null : keys.suite();
    }

    @Nullable
    CallStatistics statistics() {
        return sound.statistics();
    }

    /** Whether microphone and speaker are this call's. */
    boolean hasVoice() {
        return voice;
    }

    boolean isMicrophoneOff() {
        return microphoneOff;
    }

    /** Gives the speaker, and the microphone unless it is off, to this call. */
    void takeVoice() {
        voice = true;
        sound.voice(heard, !microphoneOff);
    }

    /**
     * Member of a conference.
     *
     * @param present whether we are there
     * @param speaks whether the others and we hear it
     * @param others those that it hears
     */
    void confer(boolean present, boolean speaks, List<CallMedia> others) {
        voice = present;
        heard = speaks;
        // Who would hear nobody at all hears music meanwhile; it is not told, for that is over soon.
        sound.music(holding || !present && others.isEmpty());
        sound.voice(present && speaks, present && !microphoneOff);
        sound.confer(present, others.stream().map(CallMedia::sound).toList());
    }

    /** Member of no conference any more: what it says is heard again by whoever has its voice. */
    void part() {
        heard = true;
        sound.part();
        if (!holding) {
            sound.music(false);
            sound.voice(voice, voice && !microphoneOff);
        }
    }

    void setMicrophoneOff(boolean off) {
        microphoneOff = off;
        if (voice) {
            sound.voice(heard, !off);
        }
    }

    /** The far side hears music in place of us, whatever it knows of that. */
    void hold() {
        holding = true;
        voice = false;
        sound.music(true);
    }

    /** The music ends, and what the far side says is let in again even before it has agreed. */
    void unhold() {
        holding = false;
        sound.music(false);
        RtpSession rtp = started;
        if (rtp != null && !rtp.receive()) {
            RtpSession heard = new RtpSession(
                    rtp.remote(),
                    rtp.remoteRtcp(),
                    rtp.codec(),
                    rtp.sendPayloadType(),
                    rtp.receivePayloadType(),
                    rtp.dtmfSendPayloadType(),
                    rtp.dtmfReceivePayloadType(),
                    rtp.ptimeMs(),
                    rtp.send(),
                    true,
                    rtp.srtp());
            started = heard;
            sound.start(heard);
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
        // Where digits are hidden, they all sound alike.
        sound.press(account.maskDigits() ? MASKED : tone);
        switch (way(rtp)) {
            case RFC4733 -> sound.startEvent(tone);
            case INBAND -> sound.startAudible(tone);
            case INFO -> {
                // Its duration is known when it stops.
            }
        }
    }

    /** @param info sends a digit with its duration in ms by INFO */
    void stopTone(ObjIntConsumer<Character> info) {
        RtpSession rtp = started;
        char tone = digit;
        digit = 0;
        sound.release();
        if (rtp == null || tone == 0) {
            return;
        }
        switch (way(rtp)) {
            case RFC4733 -> sound.stopEvent();
            case INBAND -> sound.stopAudible();
            case INFO -> {
                long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - digitStarted);
                info.accept(tone, Math.clamp(ms, SHORTEST_TONE_MS, LONGEST_TONE_MS));
            }
        }
    }

    private Account.Dtmf way(RtpSession rtp) {
        boolean unknown = account.dtmf() == Account.Dtmf.RFC4733 && rtp.dtmfSendPayloadType() < 0;
        return unknown ? Account.Dtmf.INBAND : account.dtmf();
    }
}
