/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.conference.internal.ConferenceView.Candidate;
import org.centralino.conference.internal.ConferenceView.Kind;
import org.centralino.conference.internal.ConferenceView.Member;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.ConferenceService;
import org.centralino.telephony.Participant;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Turns snapshots of calls into the list of members, and presses into commands. {@link #callChanged} and {@link #refresh}
 * may be called on any thread; everything else belongs to the display's.
 */
final class ConferencePresenter implements CallListener {

    /** How long who did not come is still shown. */
    static final Duration AFTERGLOW = Duration.ofSeconds(5);
    /** A pause between two words is none. */
    static final Duration PAUSE = Duration.ofMillis(600);

    private static final double SPEECH = 0.02;

    /** What shows it. */
    interface View {

        /** Shows this; null: there is no conference. */
        void show(@Nullable ConferenceView view);

        /** Tells that the conference has ended because the user has the feature no more, or does not any longer. */
        void showWithdrawn(boolean withdrawn);

        /** Has a screen reader say this. */
        void say(String news);
    }

    private record Absent(Call call, Instant since) {}

    private final Supplier<@Nullable Gathering> feature;
    private final Supplier<@Nullable CallService> calls;
    private final Executor display;
    private final InstantSource clock;
    private final MemberNames names;
    private final View view;
    private final Map<String, Call> standing = new LinkedHashMap<>();
    private final Map<String, Absent> absent = new LinkedHashMap<>();
    private final Map<String, Instant> heard = new HashMap<>();
    private boolean began;
    /** Whether several are shown. */
    private boolean confers;

    private boolean withdrawn;

    ConferencePresenter(
            Supplier<@Nullable Gathering> feature,
            Supplier<@Nullable CallService> calls,
            Executor display,
            InstantSource clock,
            MemberNames names,
            View view) {
        this.feature = feature;
        this.calls = calls;
        this.display = display;
        this.clock = clock;
        this.names = names;
        this.view = view;
        names.follow(this::update);
    }

    @Override
    public void callChanged(Call call) {
        display.execute(() -> {
            apply(call);
            update();
        });
    }

    /** Shows everything anew, soon. */
    void refresh() {
        display.execute(this::update);
    }

    /** Looks who speaks; to be called five times a second while there is a conference. */
    void tick() {
        update();
    }

    private void apply(Call call) {
        Call before = find(call.id());
        boolean wasIn = before != null && before.conference() != null;
        boolean wasMember = wasIn && before != null && before.isActive();
        boolean isMember = call.isActive() && call.conference() != null;
        if (call.isEnded()) {
            standing.remove(call.id());
            heard.remove(call.id());
        } else {
            standing.put(call.id(), call);
        }
        if (feature.get() == null) {
            return;
        }
        if (isMember && !wasMember) {
            view.say(NLS.bind(Messages.joined, names.of(call.remote())));
        } else if (wasMember && (call.isEnded() || call.isHeldByUs())) {
            view.say(NLS.bind(Messages.left, names.of(call.remote())));
        } else if (wasIn && !wasMember && call.isEnded()) {
            absent.put(call.id(), new Absent(call, clock.instant()));
            view.say(NLS.bind(Messages.didNotCome, names.of(call.remote()), Words.absence(call)));
        }
    }

    private @Nullable Call find(String id) {
        for (Call call : standing.values()) {
            if (call.id().equals(id)) {
                return call;
            }
        }
        return null;
    }

    /** Lets nobody hear a member, or everybody again. */
    void silence(String id, boolean silenced) {
        conference(gathering -> gathering.conference().setSilenced(id, silenced));
    }

    /** Ends the call of a member, or of who is on the way. */
    void remove(String id) {
        CallService service = calls.get();
        if (service != null) {
            service.hangUp(id);
        }
    }

    /** Makes a member a held call. */
    void separate(String id) {
        conference(gathering -> gathering.conference().separate(id));
    }

    void join(String id) {
        conference(gathering -> gathering.conference().join(id));
    }

    void leave() {
        conference(gathering -> gathering.conference().leave());
    }

    /** Has the exchange mix from now on. */
    void moveToRoom() {
        conference(gathering -> gathering.conference().moveToRoom());
    }

    void stepBack() {
        conference(gathering -> gathering.conference().stepBack());
    }

    /** No more people are added. */
    void done() {
        conference(Gathering::end);
    }

    /** The user has read why the conference has ended. */
    void dismiss() {
        setWithdrawn(false);
    }

    private void setWithdrawn(boolean now) {
        if (now != withdrawn) {
            withdrawn = now;
            view.showWithdrawn(now);
        }
    }

    private void conference(Consumer<Gathering> command) {
        Gathering gathering = feature.get();
        if (gathering != null) {
            command.accept(gathering);
            update();
        }
    }

    private void update() {
        Gathering gathering = feature.get();
        Instant now = clock.instant();
        absent.values().removeIf(each -> !now.isBefore(each.since().plus(AFTERGLOW)));
        List<Call> in = standing.values().stream()
                .filter(call -> call.conference() != null)
                .toList();
        boolean adding = gathering != null && gathering.isOpen();
        boolean over = began || standing.values().stream().noneMatch(Call::isActive);
        if (gathering != null && adding && in.isEmpty() && over) {
            adding = false;
            gathering.end();
        }
        began = adding && !in.isEmpty();
        boolean lost = gathering == null && (confers || withdrawn) && !standing.isEmpty();
        if (lost && confers) {
            view.say(Messages.withdrawn + ". " + Messages.withdrawnMore);
        }
        confers = gathering != null && in.size() > 1;
        if (gathering == null || in.isEmpty() || in.size() == 1 && !adding) {
            heard.clear();
            absent.clear();
            names.forget();
            view.show(gathering == null ? null : elsewhere(gathering));
        } else {
            view.show(view(gathering, in, adding, now));
        }
        setWithdrawn(lost);
    }

    /** Whether something may change that nobody tells of: who speaks, or who is in a room of the exchange's. */
    boolean isWorthLooking() {
        return feature.get() != null && standing.values().stream().anyMatch(Call::isActive);
    }

    /** Who is in the exchange's conference that we talk to; null where that is none. */
    private @Nullable ConferenceView elsewhere(Gathering gathering) {
        for (Call call : standing.values()) {
            List<Participant> people = call.isActive() && !call.isWaiting()
                    ? gathering.conference().roster(call.id())
                    : List.of();
            if (!people.isEmpty()) {
                List<Member> members = people.stream()
                        .map(each -> new Member(
                                call.id() + " " + each.address(),
                                each.name(),
                                "",
                                Kind.ELSEWHERE,
                                Words.state(each),
                                false,
                                false))
                        .toList();
                return new ConferenceView(members, List.of(), false, false, false, false);
            }
        }
        return null;
    }

    private ConferenceView view(Gathering gathering, List<Call> in, boolean adding, Instant now) {
        List<Member> members = new ArrayList<>();
        boolean away = false;
        for (Call call : in) {
            Call.Membership membership = call.conference();
            boolean silenced = membership != null && membership.silenced();
            away |= membership != null && membership.away();
            boolean speaking = !silenced && call.isActive() && speaks(gathering, call, now);
            String state = Words.state(call, speaking);
            members.add(member(call, call.isActive() ? Kind.MEMBER : Kind.INVITED, state, speaking, silenced));
        }
        absent.values()
                .forEach(each ->
                        members.add(member(each.call(), Kind.ABSENT, Words.absence(each.call()), false, false)));
        List<Candidate> held = new ArrayList<>();
        for (Call call : standing.values()) {
            if (adding && call.isHeldByUs() && call.conference() == null) {
                held.add(new Candidate(call.id(), names.of(call.remote())));
            }
        }
        ConferenceService conference = gathering.conference();
        boolean several =
                members.stream().filter(each -> each.kind() == Kind.MEMBER).count() > 1;
        return new ConferenceView(members, held, adding, away, conference.canLeave(), several && conference.hasRoom());
    }

    private Member member(Call call, Kind kind, String state, boolean speaking, boolean silenced) {
        String name = names.of(call.remote());
        String number = call.remote().number();
        return new Member(call.id(), name, number.equals(name) ? "" : number, kind, state, speaking, silenced);
    }

    private boolean speaks(Gathering gathering, Call call, Instant now) {
        boolean loud = gathering.conference().level(call.id()) > SPEECH;
        boolean holdsUs = call.state() instanceof CallState.Active active && active.heldByPeer();
        if (loud && !holdsUs) {
            heard.put(call.id(), now);
        }
        return !holdsUs
                && now.isBefore(heard.getOrDefault(call.id(), Instant.EPOCH).plus(PAUSE));
    }
}
