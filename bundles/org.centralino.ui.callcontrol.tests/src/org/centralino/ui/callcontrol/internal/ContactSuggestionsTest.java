/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContactSuggestionsTest {

    private final FakeCalls calls = new FakeCalls();
    private final FakeDirectory people = new FakeDirectory();
    private final List<Runnable> later = new ArrayList<>();
    private CallsView view = CallsView.NOTHING;
    private final CallControlPresenter presenter = new CallControlPresenter(
            () -> calls,
            Runnable::run,
            () -> START,
            v -> view = v,
            call -> null,
            CallerNames.none(),
            new ContactSuggestions(() -> people, Runnable::run, Runnable::run, later::add));
    private final TransferPresenter transfer = presenter.transfer();

    @BeforeEach
    void inACall() {
        people.add(FakeDirectory.internal("Rossi Maria", "Acquisti", "142"));
        people.add(FakeDirectory.internal("Rossini Paolo", "Vendite", "207"));
        calls.listener = presenter::callChanged;
        calls.change(active(outgoing("600")));
        presenter.toggleTransfer();
    }

    @Test
    void a_name_is_found_and_enter_transfers_to_the_first() {
        transfer.edited("ross");

        assertThat(panel().suggestions()).hasSize(2);
        assertThat(panel().hint()).isEqualTo(NLS.bind(Messages.transferSendsNamed, "Rossi Maria", "142"));
        transfer.enter();
        assertThat(calls.commands).containsExactly("transfer 600 142");
        assertThat(view.transfer()).isNull();
    }

    @Test
    void any_other_that_was_found_can_be_chosen() {
        transfer.edited("ross");
        transfer.sendTo(panel().suggestions().get(1).number());

        assertThat(calls.commands).containsExactly("transfer 600 207");
    }

    @Test
    void a_number_is_what_it_is() {
        transfer.edited("142");

        assertThat(panel().suggestions()).isEmpty();
        assertThat(people.asked).isEmpty();
        assertThat(panel().hint()).isEqualTo(NLS.bind(Messages.transferSends, "142"));
    }

    @Test
    void an_address_is_what_it_is() {
        transfer.edited("rossi@example.test");

        assertThat(panel().suggestions()).isEmpty();
        transfer.enter();
        assertThat(calls.commands).containsExactly("transfer 600 rossi@example.test");
    }

    @Test
    void a_name_that_nobody_has_is_still_an_address() {
        transfer.edited("bruno");
        transfer.enter();

        assertThat(calls.commands).containsExactly("transfer 600 bruno");
    }

    @Test
    void enter_right_after_typing_means_whom_the_text_finds() {
        people.slow = true;
        transfer.edited("ross");
        transfer.enter();
        assertThat(calls.commands).isEmpty();

        people.answer();
        assertThat(calls.commands).containsExactly("transfer 600 142");
    }

    @Test
    void enter_waits_only_for_a_moment_where_the_directory_does_not_answer() {
        people.slow = true;
        transfer.edited("bruno");
        transfer.enter();
        later.forEach(Runnable::run);

        assertThat(calls.commands).containsExactly("transfer 600 bruno");
    }

    @Test
    void an_answer_for_what_was_typed_before_changes_nothing() {
        people.slow = true;
        transfer.edited("ross");
        transfer.edited("60");
        people.answer();

        assertThat(panel().suggestions()).isEmpty();
        assertThat(panel().hint()).isEqualTo(NLS.bind(Messages.transferSends, "60"));
    }

    @Test
    void a_directory_that_fails_leaves_the_address() {
        people.broken = true;
        transfer.edited("bruno");

        assertThat(panel().suggestions()).isEmpty();
        assertThat(panel().problem()).isFalse();
    }

    private TransferView panel() {
        return Objects.requireNonNull(view.transfer());
    }
}
