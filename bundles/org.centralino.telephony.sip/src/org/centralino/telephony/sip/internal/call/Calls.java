/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import org.centralino.media.CallStatistics;
import org.centralino.media.MediaService;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Participant;
import org.centralino.telephony.Party;
import org.centralino.telephony.sip.internal.Lookup;
import org.centralino.telephony.sip.internal.session.CallerId;
import org.centralino.telephony.sip.internal.session.IncomingReferral;
import org.centralino.telephony.sip.internal.sound.CallSound;
import org.centralino.telephony.sip.internal.sound.MusicOnHold;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All calls, and which of them has the voice. Confined to the call event loop except where said. */
public final class Calls {

    private static final AtomicLong IDS = new AtomicLong();
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int MOST_CALLS = 64;

    private final ScheduledExecutorService loop;
    private final MediaService media;
    private final MusicOnHold music;
    private final Consumer<Call> listener;
    private final Map<String, LiveCall> live = new LinkedHashMap<>();
    private final Map<String, Call> told = new LinkedHashMap<>();
    private final Transfers transfers = new Transfers();
    private final Conference conference = new Conference(this);
    private volatile List<Call> standing = List.of();
    private volatile Map<String, LiveCall> byId = Map.of();

    /**
     * @param music what held parties hear
     * @param listener told of every change, on the loop
     */
    public Calls(ScheduledExecutorService loop, MediaService media, MusicOnHold music, Consumer<Call> listener) {
        this.loop = loop;
        this.media = media;
        this.music = music;
        this.listener = listener;
    }

    ScheduledExecutorService loop() {
        return loop;
    }

    MediaService media() {
        return media;
    }

    MusicOnHold music() {
        return music;
    }

    Transfers transfers() {
        return transfers;
    }

    public Conference conference() {
        return conference;
    }

    /** A new id; may be called on any thread. */
    public static String newId() {
        return Long.toString(IDS.incrementAndGet());
    }

    /** Calls {@code target}, a URI; who had the voice is held. */
    public void dial(String id, AccountLine line, String target) {
        holdOthers(null);
        begin(new LiveCall(
                id, line, target, CallerId.callee(target, line.account().hosts()), this));
    }

    /** Calls {@code target} for the conference, which keeps the voice; where there is none, it begins with this call. */
    public void invite(String id, AccountLine line, String target) {
        if (conference.isEmpty()) {
            holdOthers(null);
        }
        LiveCall call = new LiveCall(
                id, line, target, CallerId.callee(target, line.account().hosts()), this);
        conference.expect(call);
        begin(call);
    }

    /** Calls a room, to which the members of the conference are sent when it answers. */
    public void callRoom(String id, AccountLine line, String target) {
        if (conference.canMove()) {
            LiveCall call = new LiveCall(
                    id, line, target, CallerId.callee(target, line.account().hosts()), this);
            conference.moveTo(call, target);
            begin(call);
        }
    }

    /** Whether the account must not be used: it requires encryption, and its keys could be read on the way. */
    public static boolean cannotEncryptAsRequired(AccountLine line) {
        return line.account().srtp() == Account.Srtp.REQUIRED && !line.isConfidential();
    }

    /** Tells of a call that could not even begin. */
    public void stillborn(String id, String account, Party remote, EndReason reason) {
        Instant now = Instant.now();
        listener.accept(new Call(id, account, true, remote, new CallState.Ended(reason), false, null, now, null, now));
    }

    /**
     * Takes an INVITE, or refuses one that could never be answered; called on the line's executor.
     *
     * @param trusted whether it came from the account's exchange
     */
    public void offered(AccountLine line, ServerTransaction transaction, boolean trusted) {
        Invitation invitation = Invitation.of(line, transaction, trusted);
        loop.execute(() -> offered(invitation));
    }

    private void offered(Invitation invitation) {
        AccountLine line = invitation.line();
        Party caller = invitation.caller();
        LiveCall replaced = null;
        for (LiveCall call : live.values()) {
            replaced = invitation.wantsPlaceOf(call) ? call : replaced;
        }
        int refusal = live.size() >= MOST_CALLS ? 486 : invitation.refusal(media, replaced);
        if (refusal != 0) {
            String obstacle = invitation.obstacle(media);
            new LiveCall(newId(), line, caller, LiveCall.Origin.PLAIN, this, invitation.session())
                    .refuse(refusal, obstacle == null ? "" : obstacle);
        } else if (replaced != null) {
            begin(new LiveCall(newId(), line, caller, replaced, invitation.session()));
        } else {
            Party from = transfers.returnedFrom(line, caller, invitation.referredBy());
            LiveCall.Origin origin = new LiveCall.Origin(from, invitation.divertedFrom());
            begin(new LiveCall(newId(), line, caller, origin, this, invitation.session()));
        }
    }

    /** The far side of {@code call} sends us to somebody else; it is held meanwhile, if it had the voice. */
    void referred(LiveCall call, IncomingReferral referral) {
        if (!call.isActive() || live.size() >= MOST_CALLS) {
            referral.abandon(486, "Busy Here");
            return;
        }
        LiveCall other = new LiveCall(newId(), call.line(), referral, this);
        if (conference.has(call)) {
            // The member sends somebody in its place, which the others need not notice.
            conference.expect(other);
        } else if (call.media().hasVoice()) {
            call.feed(new CallEvent.Hold());
        }
        begin(other);
    }

    private void begin(LiveCall call) {
        music.prepare();
        live.put(call.id(), call);
        byId = Map.copyOf(live);
        call.begin();
    }

    public void answer(String id) {
        with(id, call -> call.feed(new CallEvent.Answer()));
    }

    /** Declines an incoming call; leaves any other as it is. */
    public void decline(String id) {
        with(id, call -> {
            if (call.isIncoming()) {
                call.feed(new CallEvent.HangUp());
            }
        });
    }

    public void hangUp(String id) {
        with(id, call -> call.feed(new CallEvent.HangUp()));
    }

    /** Gives the microphone to the call, or takes it; does nothing to one that is held. */
    public void setMicrophoneOff(String id, boolean off) {
        with(id, call -> {
            if (conference.has(call)) {
                conference.setMicrophoneOff(off);
            } else if (call.isActive() && !call.isHeldByUs()) {
                call.media().setMicrophoneOff(off);
                changed(call);
            }
        });
    }

    /** A member of the conference is not held: we step away from all of them. */
    public void hold(String id) {
        with(id, call -> {
            if (conference.has(call)) {
                conference.stepAway();
            } else {
                call.feed(new CallEvent.Hold());
            }
        });
    }

    public void resume(String id) {
        with(id, call -> {
            if (conference.has(call)) {
                conference.stepBack();
            } else {
                call.feed(new CallEvent.Resume());
            }
        });
    }

    /** Sends the call's far side to {@code target}, a URI. */
    public void transfer(String id, String target) {
        with(id, call -> {
            Party to = CallerId.callee(target, call.line().account().hosts());
            call.feed(new CallEvent.Transfer(to, false, target));
        });
    }

    /** Connects the far sides of two answered calls. */
    public void transferTo(String id, String otherId) {
        LiveCall call = Lookup.in(live, id);
        LiveCall other = Lookup.in(live, otherId);
        if (call == null || other == null || call == other || !call.isActive() || !other.isActive()) {
            return;
        }
        call.feed(new CallEvent.Hold());
        other.feed(new CallEvent.Hold());
        other.line().executor().execute(() -> {
            String referTo = other.session().referTo();
            loop.execute(() -> refer(call, other, referTo));
        });
    }

    private void refer(LiveCall call, LiveCall other, @Nullable String referTo) {
        if (referTo == null || !other.isActive()) {
            LOG.warn("Call {}: call {} cannot be told to another party", call.id(), other.id());
            return;
        }
        call.feed(new CallEvent.Transfer(other.remote(), true, referTo));
        Referral referral = call.machine().referral();
        if (referral != null && referral.referTo().equals(referTo)) {
            transfers.consult(other, call);
        }
    }

    /** The account's line of a call that has not ended; may be called on any thread. */
    public @Nullable AccountLine lineOf(String id) {
        LiveCall call = Lookup.in(byId, id);
        return call == null ? null : call.line();
    }

    public void startTone(String id, char tone) {
        with(id, call -> {
            // Keys roll over when typed fast: the one before is up, even if its release comes later.
            call.stopTone();
            call.media().startTone(tone);
        });
    }

    public void stopTone(String id) {
        with(id, LiveCall::stopTone);
    }

    /** The far sides of {@code line}'s calls have to be told where we are now. */
    public void moved(AccountLine line) {
        for (LiveCall call : List.copyOf(live.values())) {
            if (call.line() == line && call.isActive()) {
                call.moved();
            }
        }
    }

    void with(String id, Consumer<LiveCall> command) {
        LiveCall call = Lookup.in(live, id);
        if (call != null && !call.isEnded()) {
            command.accept(call);
        }
    }

    /** Ends all calls. */
    public void hangUpAll() {
        List.copyOf(live.values()).forEach(call -> call.feed(new CallEvent.HangUp()));
    }

    /** Calls that have not ended, oldest first; may be called on any thread. */
    public List<Call> standing() {
        return standing;
    }

    /** May be called on any thread. */
    public @Nullable CallStatistics statistics(String id) {
        LiveCall call = Lookup.in(byId, id);
        return call == null ? null : call.media().statistics();
    }

    /** The sound of a call that has not ended; may be called on any thread. */
    public @Nullable CallSound sound(String id) {
        LiveCall call = Lookup.in(byId, id);
        return call == null ? null : call.media().sound();
    }

    /** The loudest sample of the last tenth of a second of what a member of the conference says; on any thread. */
    public double level(String id) {
        LiveCall call = Lookup.in(byId, id);
        return call == null ? 0 : call.media().sound().level();
    }

    /** Who is in the conference that the call's far side mixes; on any thread. */
    public List<Participant> roster(String id) {
        LiveCall call = Lookup.in(byId, id);
        return call == null ? List.of() : call.roster();
    }

    boolean someoneTalks(LiveCall but) {
        return live.values().stream()
                .anyMatch(call -> call != but && call.isActive() && call.media().hasVoice());
    }

    void takeVoice(LiveCall talker) {
        if (conference.has(talker)) {
            conference.arrange();
        } else {
            holdOthers(talker);
            talker.media().takeVoice();
        }
        changed(talker);
        ringAgain();
    }

    private void holdOthers(@Nullable LiveCall talker) {
        conference.stepAway();
        for (LiveCall call : List.copyOf(live.values())) {
            if (call != talker && call.isActive() && call.media().hasVoice()) {
                call.feed(new CallEvent.Hold());
            }
        }
    }

    /** Who has the voice without being of the conference is held. */
    void holdOutsiders() {
        for (LiveCall call : List.copyOf(live.values())) {
            if (!conference.has(call) && call.isActive() && call.media().hasVoice()) {
                call.feed(new CallEvent.Hold());
            }
        }
    }

    /** Who waits is heard in the way that fits now: loud, or as call waiting while somebody talks. */
    void ringAgain() {
        for (LiveCall call : live.values()) {
            if (call.isIncoming()) {
                call.media().sound().ring(someoneTalks(call));
            }
        }
    }

    /** Tells of the call as it stands, unless it has been told so already. */
    void changed(LiveCall call) {
        conference.changed(call);
        Call snapshot = call.snapshot();
        if (snapshot.equals(told.put(snapshot.id(), snapshot))) {
            return;
        }
        List<Call> now = new ArrayList<>();
        told.values().stream().filter(each -> !each.isEnded()).forEach(now::add);
        standing = List.copyOf(now);
        listener.accept(snapshot);
    }

    void forget(LiveCall call) {
        live.remove(call.id());
        byId = Map.copyOf(live);
        transfers.forget(call);
        if (!call.isIncoming()) {
            ringAgain();
        }
        loop.execute(() -> told.remove(call.id()));
    }
}
