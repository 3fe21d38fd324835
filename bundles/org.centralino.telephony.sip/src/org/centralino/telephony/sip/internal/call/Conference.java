/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The calls that hear each other, and whether we are with them. A member is an answered call that we do not hold: what
 * makes it another one takes it out, and the others do not notice. Confined to the call event loop, except where said.
 */
public final class Conference {

    private final Calls calls;
    /** Each with whether it is silenced. */
    private final Map<LiveCall, Boolean> members = new LinkedHashMap<>();

    private final Set<LiveCall> invited = new LinkedHashSet<>();
    private List<LiveCall> speaking = List.of();
    private @Nullable Room room;
    private boolean away;
    /** Whether there were two at once. */
    private boolean grown;

    private volatile boolean leavable;

    /** Where all go when it answers. */
    private record Room(LiveCall call, String uri) {}

    Conference(Calls calls) {
        this.calls = calls;
    }

    boolean has(LiveCall call) {
        return members.containsKey(call);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** What a call is in it; null while it is in none. */
    Call.@Nullable Membership membership(LiveCall call) {
        Boolean silenced = Lookup.in(members, call);
        if (silenced == null) {
            return invited.contains(call) ? new Call.Membership(false, away) : null;
        }
        return new Call.Membership(silenced, away);
    }

    /**
     * Makes an answered call a member; a held one is resumed. We come back with it, unless it was held and we talk to
     * somebody else.
     */
    public void join(String id) {
        calls.with(id, call -> {
            if (call.isActive() && !has(call)) {
                add(call, isEmpty() || call.media().hasVoice() || !calls.someoneTalks(call));
            }
        });
    }

    /** A call that will be a member as soon as it is answered. */
    void expect(LiveCall call) {
        invited.add(call);
        leavable = false;
    }

    boolean canMove() {
        return room == null && !isEmpty();
    }

    /** {@code call}, to a room at {@code uri}, is where all members go as soon as it answers. */
    void moveTo(LiveCall call, String uri) {
        room = new Room(call, uri);
    }

    /** The room has answered: it is an ordinary call, with the voice if we were there. */
    private void send(Room where) {
        room = null;
        for (LiveCall member : List.copyOf(members.keySet())) {
            member.feed(new CallEvent.Transfer(where.call().remote(), false, where.uri()));
        }
    }

    /** Whether an answered call was expected, and is a member now. Where nobody waits for it, it is as any other. */
    boolean takes(LiveCall call) {
        Room where = room;
        if (where != null && where.call() == call) {
            send(where);
            return false;
        }
        boolean wanted = invited.remove(call) && !(isEmpty() && calls.someoneTalks(call));
        if (wanted) {
            add(call, isEmpty());
        }
        return wanted;
    }

    private void add(LiveCall call, boolean back) {
        invited.remove(call);
        for (LiveCall member : members.keySet()) {
            call.media().setMicrophoneOff(member.media().isMicrophoneOff());
        }
        members.put(call, Boolean.FALSE);
        grown |= members.size() > 1;
        if (back) {
            away = false;
            calls.holdOutsiders();
        }
        if (call.isHeldByUs()) {
            call.feed(new CallEvent.Resume());
        }
        settle();
    }

    /** {@code now} has the place of {@code before} (RFC 3891), whether that was a member or not. */
    void replace(LiveCall before, LiveCall now) {
        Boolean silenced = Lookup.in(members, before);
        if (silenced != null) {
            members.put(now, silenced);
            arrange();
        }
    }

    /** The member is a call of its own again, and held. */
    public void separate(String id) {
        calls.with(id, call -> {
            if (has(call)) {
                call.feed(new CallEvent.Hold());
            }
        });
    }

    public void setSilenced(String id, boolean silenced) {
        calls.with(id, call -> {
            if (has(call)) {
                members.put(call, silenced);
                settle();
            }
        });
    }

    /** The members are left to each other; one alone is held. */
    public void stepAway() {
        if (!away && !isEmpty()) {
            away = true;
            settle();
            calls.ringAgain();
        }
    }

    /** Who had the voice is held. */
    public void stepBack() {
        if (away && !isEmpty()) {
            away = false;
            calls.holdOutsiders();
            settle();
            calls.ringAgain();
        }
    }

    void setMicrophoneOff(boolean off) {
        for (LiveCall member : List.copyOf(members.keySet())) {
            member.media().setMicrophoneOff(off);
            calls.changed(member);
        }
    }

    /** Whether two members can be left to each other. Any thread. */
    public boolean canLeave() {
        return leavable;
    }

    /** Connects the two with each other, by a transfer. */
    public void leave() {
        if (leavable) {
            List<LiveCall> two = List.copyOf(members.keySet());
            calls.transferTo(two.get(0).id(), two.get(1).id());
        }
    }

    /** Something of a call changed, of a member or not. */
    void changed(LiveCall call) {
        Room where = room;
        if (where != null && where.call() == call && call.isEnded()) {
            room = null;
        }
        if (call.isEnded() && invited.remove(call)) {
            settle();
        } else if (has(call) && (!call.isActive() || call.isHeldByUs())) {
            members.remove(call);
            call.media().part();
            settle();
        } else if (has(call) && !speakers().equals(speaking)) {
            arrange();
        }
    }

    /** One alone is no conference any more but an ordinary call, unless somebody is on the way or it has just begun. */
    private void settle() {
        if (members.size() == 1 && invited.isEmpty() && (grown || away)) {
            end();
        } else {
            grown &= !isEmpty();
            away &= !isEmpty();
            arrange();
            tell();
        }
    }

    /**
     * Nobody hears another any more, and no call ends: the first member is an ordinary call with the voice, unless we are
     * away, all others are held. Who is being called is called on, without being expected.
     */
    public void end() {
        List<LiveCall> parted = new ArrayList<>(members.keySet());
        List<LiveCall> called = List.copyOf(invited);
        LiveCall talking = away || parted.isEmpty() ? null : parted.removeFirst();
        members.clear();
        invited.clear();
        room = null;
        away = false;
        grown = false;
        arrange();
        for (LiveCall member : parted) {
            member.feed(new CallEvent.Hold());
            member.media().part();
        }
        if (talking != null) {
            talking.media().part();
            calls.changed(talking);
        }
        called.forEach(calls::changed);
    }

    /** Everyone hears all others whom nobody silenced, and we are with them unless away. */
    void arrange() {
        speaking = speakers();
        for (LiveCall member : members.keySet()) {
            List<CallMedia> others = new ArrayList<>();
            for (LiveCall speaker : speaking) {
                if (speaker != member) {
                    others.add(speaker.media());
                }
            }
            member.media().confer(!away, speaking.contains(member), others);
        }
        leavable = members.size() == 2 && invited.isEmpty();
    }

    /** Who holds us would be heard with its music. */
    private List<LiveCall> speakers() {
        List<LiveCall> heard = new ArrayList<>();
        members.forEach((member, silenced) -> {
            if (!silenced && !isHoldingUs(member)) {
                heard.add(member);
            }
        });
        return heard;
    }

    private static boolean isHoldingUs(LiveCall call) {
        return call.machine().visible() instanceof CallState.Active active && active.heldByPeer();
    }

    private void tell() {
        List<LiveCall> all = new ArrayList<>(members.keySet());
        all.addAll(invited);
        all.forEach(calls::changed);
    }
}
