/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.conference.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.centralino.conference.internal.ConferenceView.Kind;
import org.centralino.conference.internal.ConferenceView.Member;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.ConferenceService;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Participant;
import org.centralino.telephony.Party;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class ConferencePresenterTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final CallState ACTIVE = new CallState.Active(false, false);
    private static final CallState HELD = new CallState.Active(true, false);
    private static final Call.Membership IN = new Call.Membership(false, false);

    private final List<String> commands = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Map<String, Double> levels = new HashMap<>();
    private final Fake conference = new Fake();
    private final Gathering gathering = new Gathering(conference, purpose -> {
        commands.add("box adds");
        return () -> commands.add("box dials");
    });
    private @Nullable Gathering feature = gathering;
    private @Nullable ConferenceView view;
    private boolean withdrawn;
    private Instant now = START;
    private final ConferencePresenter presenter = new ConferencePresenter(
            () -> feature,
            this::calls,
            Runnable::run,
            () -> now,
            new MemberNames(() -> null, Runnable::run, Runnable::run),
            new Shown());

    ConferencePresenterTest() {
        gathering.follow(presenter::refresh);
    }

    private CallService calls() {
        return (CallService) Proxy.newProxyInstance(
                CallService.class.getClassLoader(), new Class<?>[] {CallService.class}, (proxy, method, arguments) -> {
                    commands.add(method.getName() + " " + arguments[0]);
                    return null;
                });
    }

    private void told(String id, CallState state, Call.@Nullable Membership membership) {
        presenter.callChanged(new Call(
                id,
                "sip:anna@example.test",
                true,
                new Party("Nr. " + id, "sip:" + id + "@example.test", id),
                state,
                false,
                "opus",
                START,
                START,
                null,
                null,
                null,
                null,
                null,
                null,
                membership));
    }

    private void ended(String id, EndReason.Kind kind) {
        told(id, new CallState.Ended(new EndReason(kind, 0, "")), null);
    }

    private ConferenceView shown() {
        return Objects.requireNonNull(view);
    }

    private Member member(String id) {
        return shown().members().stream()
                .filter(each -> each.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private void conferenceOf(String... ids) {
        for (String id : ids) {
            told(id, ACTIVE, IN);
        }
    }

    @Test
    void theFirstMemberIsThereAtOnceAndTheBoxAddsPeopleUntilDone() {
        told("201", ACTIVE, null);
        assertThat(view).isNull();
        gathering.begin("201");
        told("201", ACTIVE, IN);
        assertThat(commands).containsExactly("join 201", "box adds");
        assertThat(shown().adding()).isTrue();
        assertThat(shown().members()).hasSize(1);

        gathering.take("202");
        told("202", new CallState.Dialing(), IN);
        assertThat(member("202").kind()).isEqualTo(Kind.INVITED);
        told("202", ACTIVE, IN);
        assertThat(member("202").kind()).isEqualTo(Kind.MEMBER);
        assertThat(said).containsExactly(NLS.bind(Messages.joined, "Nr. 201"), NLS.bind(Messages.joined, "Nr. 202"));

        presenter.done();
        assertThat(commands).endsWith("invite 202", "box dials");
        assertThat(shown().adding()).isFalse();
        assertThat(shown().members()).hasSize(2);
    }

    @Test
    void whoDidNotComeIsNamedForAMoment() {
        told("201", ACTIVE, null);
        gathering.begin("201");
        told("201", ACTIVE, IN);
        told("202", new CallState.Dialing(), IN);
        ended("202", EndReason.Kind.BUSY);
        assertThat(member("202").kind()).isEqualTo(Kind.ABSENT);
        assertThat(member("202").state()).isEqualTo(Messages.busy);
        assertThat(said).endsWith(NLS.bind(Messages.didNotCome, "Nr. 202", Messages.busy));
        now = now.plus(ConferencePresenter.AFTERGLOW);
        presenter.tick();
        assertThat(shown().members()).hasSize(1);
    }

    @Test
    void whoSpeaksIsShownInWordsAlsoOverAPause() {
        conferenceOf("201", "202");
        levels.put("202", 0.3);
        presenter.tick();
        assertThat(member("201").speaking()).isFalse();
        assertThat(member("202").speaking()).isTrue();
        assertThat(member("202").state()).isEqualTo(Messages.speaking);

        levels.put("202", 0.001);
        now = now.plusMillis(400);
        presenter.tick();
        assertThat(member("202").speaking()).isTrue();
        now = now.plusMillis(400);
        presenter.tick();
        assertThat(member("202").speaking()).isFalse();
        assertThat(member("202").state()).isEmpty();
    }

    @Test
    void oneIsSilencedRemovedAndHeldApart() {
        conferenceOf("201", "202", "203");
        presenter.silence("201", true);
        presenter.remove("202");
        presenter.separate("203");
        assertThat(commands).containsExactly("silence 201 true", "hangUp 202", "separate 203");

        told("201", ACTIVE, new Call.Membership(true, false));
        assertThat(member("201").silenced()).isTrue();
        assertThat(member("201").state()).isEqualTo(Messages.silenced);
    }

    @Test
    void heldCallsCanJoinOnlyWhilePeopleAreAdded() {
        told("209", HELD, null);
        gathering.begin("201");
        told("201", ACTIVE, IN);
        assertThat(shown().held()).containsExactly(new ConferenceView.Candidate("209", "Nr. 209"));
        presenter.join("209");
        assertThat(commands).endsWith("join 209");
        told("209", ACTIVE, IN);
        assertThat(shown().held()).isEmpty();
        told("208", HELD, null);
        presenter.done();
        assertThat(shown().held()).isEmpty();
    }

    @Test
    void theLastOneLeftIsNoConferenceAndNobodyIsAddedAnyMore() {
        told("201", ACTIVE, null);
        gathering.begin("201");
        conferenceOf("201", "202");
        told("201", ACTIVE, null);
        ended("202", EndReason.Kind.PEER_HUNG_UP);
        assertThat(view).isNull();
        assertThat(gathering.isOpen()).isFalse();
        assertThat(said).endsWith(NLS.bind(Messages.left, "Nr. 202"));
    }

    @Test
    void aCallThatEndsBeforeItIsAMemberLeavesNothingOpen() {
        told("201", ACTIVE, null);
        gathering.begin("201");
        ended("201", EndReason.Kind.PEER_HUNG_UP);
        assertThat(gathering.isOpen()).isFalse();
    }

    @Test
    void whoIsAwayIsToldSoAndCanComeBack() {
        told("201", ACTIVE, new Call.Membership(false, true));
        told("202", ACTIVE, new Call.Membership(false, true));
        assertThat(shown().away()).isTrue();
        assertThat(shown().hint()).isEqualTo(Messages.hintAway);
        presenter.stepBack();
        assertThat(commands).containsExactly("stepBack");
    }

    @Test
    void twoCanBeLeftToEachOther() {
        conferenceOf("201", "202");
        assertThat(shown().canLeave()).isFalse();
        conference.leavable = true;
        presenter.tick();
        assertThat(shown().canLeave()).isTrue();
        presenter.leave();
        assertThat(commands).containsExactly("leave");
    }

    @Test
    void severalCanBeMovedToARoomOfTheExchangeWhereItHasOne() {
        conferenceOf("201", "202");
        assertThat(shown().canMove()).isFalse();
        conference.room = true;
        presenter.tick();
        assertThat(shown().canMove()).isTrue();
        presenter.moveToRoom();
        assertThat(commands).containsExactly("moveToRoom");
    }

    @Test
    void whoIsInTheExchangesRoomIsShownAsTheExchangeTells() {
        told("700", ACTIVE, null);
        assertThat(view).isNull();
        assertThat(presenter.isWorthLooking()).isTrue();
        conference.roster = List.of(
                new Participant("Bruno", "sip:202@example.test", Participant.State.CONNECTED),
                new Participant("Carla", "sip:203@example.test", Participant.State.ON_HOLD));
        presenter.tick();
        assertThat(shown().members()).extracting(Member::kind).containsOnly(Kind.ELSEWHERE);
        assertThat(shown().members()).extracting(Member::name).containsExactly("Bruno", "Carla");
        assertThat(shown().members()).extracting(Member::state).containsExactly("", Messages.onHold);
        ended("700", EndReason.Kind.HUNG_UP);
        assertThat(view).isNull();
        assertThat(presenter.isWorthLooking()).isFalse();
    }

    @Test
    void thatTheConferenceHasEndedWithTheFeatureIsToldUntilItIsRead() {
        conferenceOf("201", "202");
        feature = null;
        presenter.refresh();
        assertThat(withdrawn).isTrue();
        assertThat(said).endsWith(Messages.withdrawn + ". " + Messages.withdrawnMore);
        told("202", HELD, null);
        told("201", ACTIVE, null);
        assertThat(withdrawn).isTrue();
        presenter.dismiss();
        assertThat(withdrawn).isFalse();
        presenter.refresh();
        assertThat(withdrawn).isFalse();
    }

    @Test
    void thatItHasEndedIsNotToldAnyMoreWhenTheFeatureIsBackOrNoCallIsLeft() {
        conferenceOf("201", "202");
        feature = null;
        presenter.refresh();
        feature = gathering;
        presenter.refresh();
        assertThat(withdrawn).isFalse();
        feature = null;
        presenter.refresh();
        assertThat(withdrawn).isTrue();
        ended("201", EndReason.Kind.HUNG_UP);
        assertThat(withdrawn).isTrue();
        ended("202", EndReason.Kind.HUNG_UP);
        assertThat(withdrawn).isFalse();
    }

    @Test
    void aFeatureThatGoesWithoutAConferenceIsNoNews() {
        told("201", ACTIVE, null);
        feature = null;
        presenter.refresh();
        assertThat(withdrawn).isFalse();
        assertThat(said).isEmpty();
    }

    @Test
    void withoutTheFeatureThereIsNothingToSee() {
        conferenceOf("201", "202");
        feature = null;
        presenter.refresh();
        assertThat(view).isNull();
        feature = gathering;
        presenter.refresh();
        assertThat(shown().members()).hasSize(2);
    }

    private final class Shown implements ConferencePresenter.View {

        @Override
        public void show(@Nullable ConferenceView now) {
            view = now;
        }

        @Override
        public void showWithdrawn(boolean now) {
            withdrawn = now;
        }

        @Override
        public void say(String news) {
            said.add(news);
        }
    }

    private final class Fake implements ConferenceService {

        boolean leavable;
        boolean room;
        List<Participant> roster = List.of();

        @Override
        public void join(String callId) {
            commands.add("join " + callId);
        }

        @Override
        public String invite(String target) {
            commands.add("invite " + target);
            return target;
        }

        @Override
        public void separate(String callId) {
            commands.add("separate " + callId);
        }

        @Override
        public void setSilenced(String callId, boolean silenced) {
            commands.add("silence " + callId + " " + silenced);
        }

        @Override
        public double level(String callId) {
            return levels.getOrDefault(callId, 0.0);
        }

        @Override
        public void stepAway() {
            commands.add("stepAway");
        }

        @Override
        public void stepBack() {
            commands.add("stepBack");
        }

        @Override
        public boolean canLeave() {
            return leavable;
        }

        @Override
        public List<Participant> roster(String callId) {
            return callId.equals("700") ? roster : List.of();
        }

        @Override
        public boolean hasRoom() {
            return room;
        }

        @Override
        public void moveToRoom() {
            commands.add("moveToRoom");
        }

        @Override
        public void leave() {
            commands.add("leave");
        }
    }
}
