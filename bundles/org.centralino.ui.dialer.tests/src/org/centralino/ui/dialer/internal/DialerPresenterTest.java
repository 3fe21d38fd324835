/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.media.CallStatistics;
import org.centralino.telephony.Account;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.Registration;
import org.centralino.ui.dialer.BoxCompanion;
import org.centralino.ui.dialer.BoxPurpose;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DialerPresenterTest {

    private final List<String> dialled = new ArrayList<>();
    private final List<Boolean> focus = new ArrayList<>();
    private final Map<String, Registration> registrations = new LinkedHashMap<>();
    private Hint hint = new Hint("", false);
    private @Nullable People companion;
    private @Nullable BoxPurpose purpose;
    private final DialerPresenter presenter =
            new DialerPresenter(Calls::new, Accounts::new, () -> companion, () -> purpose, Runnable::run, new View());

    DialerPresenterTest() {
        registrations.put("sip:anna@example.test", new Registration.Registering());
    }

    @Test
    void what_enter_will_call_is_said_while_typing() {
        presenter.edited("+39 02 5550 142");

        assertThat(hint).isEqualTo(new Hint(NLS.bind(Messages.hintCalls, "+39025550142"), false));
    }

    @Test
    void an_empty_box_says_what_it_is_for() {
        presenter.edited("");

        assertThat(hint.text()).isEqualTo(Messages.hintEmpty);
    }

    @Test
    void enter_dials_what_was_typed() {
        presenter.edited(" +39 02 5550 142 ");

        assertThat(presenter.enter()).isTrue();
        assertThat(dialled).containsExactly("+39 02 5550 142");
        assertThat(hint.problem()).isFalse();
    }

    @Test
    void who_wants_whom_the_box_would_call_gets_it_and_says_so() {
        List<String> taken = new ArrayList<>();
        purpose = new BoxPurpose() {
            @Override
            public String hint(String whom) {
                return "Enter adds " + whom;
            }

            @Override
            public void take(String target) {
                taken.add(target);
            }
        };
        presenter.edited("600");
        assertThat(hint).isEqualTo(new Hint("Enter adds 600", false));

        assertThat(presenter.enter()).isTrue();
        assertThat(taken).containsExactly("600");
        assertThat(dialled).isEmpty();
    }

    @Test
    void what_cannot_be_dialled_is_a_problem_only_after_enter_and_until_the_next_edit() {
        presenter.edited("maria rossi");
        assertThat(hint).isEqualTo(new Hint(Messages.problemSpace, false));

        assertThat(presenter.enter()).isFalse();
        assertThat(hint).isEqualTo(new Hint(Messages.problemSpace, true));
        assertThat(dialled).isEmpty();

        presenter.edited("maria");
        assertThat(hint.problem()).isFalse();
    }

    @Test
    void nobody_can_be_called_while_nobody_is_signed_in() {
        registrations.clear();
        presenter.edited("600");

        assertThat(presenter.enter()).isFalse();
        assertThat(hint).isEqualTo(new Hint(Messages.problemNotSignedIn, true));
    }

    @Test
    void signing_in_changes_what_enter_will_do() {
        registrations.clear();
        presenter.edited("600");
        registrations.put("sip:anna@example.test", new Registration.Registering());
        presenter.registrationChanged("sip:anna@example.test", new Registration.Registering());

        assertThat(hint.text()).isEqualTo(NLS.bind(Messages.hintCalls, "600"));
    }

    @Test
    void without_the_telephone_the_reason_is_told() {
        DialerPresenter lonely =
                new DialerPresenter(() -> null, () -> null, () -> null, () -> null, Runnable::run, new View());
        lonely.edited("600");

        assertThat(lonely.enter()).isFalse();
        assertThat(hint).isEqualTo(new Hint(Messages.problemNoService, true));
    }

    @ParameterizedTest
    @EnumSource(names = {"HUNG_UP", "CANCELLED", "DECLINED"})
    void after_hanging_up_the_keyboard_is_in_the_box(EndReason.Kind kind) {
        presenter.callChanged(ended(kind));

        assertThat(focus).containsExactly(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"PEER_HUNG_UP", "BUSY", "NO_ANSWER", "NETWORK"})
    void when_the_far_side_ends_it_nobody_who_types_is_disturbed(EndReason.Kind kind) {
        presenter.callChanged(ended(kind));

        assertThat(focus).containsExactly(false);
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSED", "ANSWERED_ELSEWHERE"})
    void a_call_that_rang_in_vain_moves_nothing(EndReason.Kind kind) {
        presenter.callChanged(ended(kind));

        assertThat(focus).isEmpty();
    }

    @Test
    void who_was_found_is_who_enter_calls() {
        People people = people("Maria Rossi");
        presenter.edited("ros");

        assertThat(people.edits).containsExactly("ros");
        assertThat(hint).isEqualTo(new Hint(NLS.bind(Messages.hintCalls, "Maria Rossi"), false));
        assertThat(presenter.enter()).isTrue();
        assertThat(people.entered).isEqualTo(1);
        assertThat(dialled).isEmpty();
    }

    @Test
    void who_is_found_later_is_said_then() {
        People people = people(null);
        presenter.edited("ros");
        assertThat(hint.text()).doesNotContain("Maria Rossi");

        people.target = "Maria Rossi";
        people.changed.run();

        assertThat(hint).isEqualTo(new Hint(NLS.bind(Messages.hintCalls, "Maria Rossi"), false));
    }

    @Test
    void a_number_is_dialled_although_people_are_found_for_it() {
        people(null);
        presenter.edited("142");

        assertThat(hint).isEqualTo(new Hint(NLS.bind(Messages.hintCalls, "142"), false));
        assertThat(presenter.enter()).isTrue();
        assertThat(dialled).containsExactly("142");
    }

    @Test
    void who_types_a_name_does_not_hear_that_it_is_no_number() {
        people(null);
        presenter.edited("maria rossi");

        assertThat(hint).isEqualTo(new Hint("", false));
        assertThat(presenter.enter()).isFalse();
        assertThat(hint).isEqualTo(new Hint(Messages.problemSpace, true));
    }

    @Test
    void moving_among_those_found_takes_a_problem_away() {
        People people = people(null);
        presenter.edited("maria rossi");
        presenter.enter();
        people.takesKeys = true;
        people.target = "Maria Rossi";

        assertThat(presenter.key(1)).isTrue();
        people.changed.run();

        assertThat(hint.problem()).isFalse();
    }

    @Test
    void keys_go_on_where_nobody_is_found() {
        assertThat(presenter.key(1)).isFalse();
        people(null);
        assertThat(presenter.key(1)).isFalse();
    }

    @Test
    void a_number_called_elsewhere_is_dialled_and_a_bad_one_explained() {
        presenter.edited("ros");

        assertThat(presenter.dial("+39 02 5550 142")).isTrue();
        assertThat(dialled).containsExactly("+39 02 5550 142");
        assertThat(presenter.dial("no number")).isFalse();
        assertThat(hint).isEqualTo(new Hint(Messages.problemSpace, true));
    }

    private People people(@Nullable String target) {
        People people = new People();
        people.target = target;
        companion = people;
        return people;
    }

    private static Call ended(EndReason.Kind kind) {
        Instant now = Instant.EPOCH;
        CallState state = new CallState.Ended(new EndReason(kind, 0, ""));
        Party party = new Party(null, "sip:600@example.test", "600");
        return new Call("1", "sip:anna@example.test", true, party, state, false, null, now, null, now);
    }

    private static final class People implements BoxCompanion {

        private final List<String> edits = new ArrayList<>();
        private @Nullable String target;
        private Runnable changed = () -> {};
        private boolean takesKeys;
        private int entered;

        @Override
        public void edited(String text, Runnable targetChanged) {
            edits.add(text);
            changed = targetChanged;
        }

        @Override
        public boolean key(int keyCode) {
            return takesKeys;
        }

        @Override
        public boolean enter() {
            entered += target == null ? 0 : 1;
            return target != null;
        }

        @Override
        public @Nullable String target() {
            return target;
        }
    }

    private final class View implements DialerPresenter.View {

        @Override
        public void showHint(Hint now) {
            hint = now;
        }

        @Override
        public void takeFocus(boolean always) {
            focus.add(always);
        }
    }

    private final class Accounts implements AccountService {

        @Override
        public void use(List<Account> all) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, Registration> registrations() {
            return registrations;
        }
    }

    private final class Calls implements CallService {

        @Override
        public String dial(String target) {
            dialled.add(target);
            return "1";
        }

        @Override
        public void answer(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void decline(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hangUp(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setMicrophoneOff(String callId, boolean off) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void hold(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void transfer(String callId, String target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void transferTo(String callId, String otherCallId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void park(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean canPark(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean masksDigits(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void useHoldMusic(@Nullable Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void startTone(String callId, char tone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stopTone(String callId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Call> calls() {
            return List.of();
        }

        @Override
        public @Nullable CallStatistics statistics(String callId) {
            return null;
        }
    }
}
