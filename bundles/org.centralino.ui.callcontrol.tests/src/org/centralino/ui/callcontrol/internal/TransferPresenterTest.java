/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.ended;
import static org.centralino.ui.callcontrol.internal.FakeCalls.held;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;

import java.util.Objects;
import org.centralino.telephony.EndReason;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferPresenterTest {

    private final FakeCalls calls = new FakeCalls();
    private CallsView view = CallsView.NOTHING;
    private final CallControlPresenter presenter =
            new CallControlPresenter(() -> calls, Runnable::run, () -> START, v -> view = v);
    private final TransferPresenter transfer = presenter.transfer();

    @BeforeEach
    void inACall() {
        calls.listener = presenter::callChanged;
        calls.change(active(outgoing("600")));
    }

    @Test
    void what_enter_will_do_is_said_before_and_done_then() {
        presenter.toggleTransfer();
        assertThat(panel().hint()).isEqualTo(Messages.transferEmpty);

        transfer.edited("(60) 3");
        assertThat(panel().hint()).isEqualTo(NLS.bind(Messages.transferSends, "603"));
        transfer.enter();

        assertThat(calls.commands).containsExactly("transfer 600 (60) 3");
        assertThat(view.transfer()).isNull();
    }

    @Test
    void a_wrong_number_is_said_and_changes_nothing() {
        presenter.toggleTransfer();
        transfer.edited("no one here");
        transfer.enter();

        assertThat(panel().problem()).isTrue();
        assertThat(panel().hint()).isNotBlank();
        assertThat(calls.commands).isEmpty();

        transfer.edited("603");
        assertThat(panel().problem()).isFalse();
    }

    @Test
    void an_empty_box_without_another_call_asks_for_a_number() {
        presenter.toggleTransfer();
        transfer.enter();

        assertThat(panel().problem()).isTrue();
        assertThat(calls.commands).isEmpty();
    }

    @Test
    void with_one_other_call_and_an_empty_box_enter_connects_the_two() {
        calls.change(held(active(outgoing("602")), START));
        presenter.toggleTransfer();
        assertThat(panel().hint()).isEqualTo(NLS.bind(Messages.transferConnects, "Name of 602"));

        transfer.enter();

        assertThat(calls.commands).containsExactly("connect 600 602");
        assertThat(view.transfer()).isNull();
    }

    @Test
    void of_several_other_calls_the_one_held_last_is_offered_first_and_none_is_guessed() {
        calls.change(held(active(outgoing("602")), START));
        calls.change(held(active(outgoing("601")), START.plusSeconds(9)));
        presenter.toggleTransfer();

        assertThat(panel().others().stream().map(TransferView.Other::id)).containsExactly("601", "602");
        transfer.enter();
        assertThat(calls.commands).isEmpty();
        transfer.connectWith("602");
        assertThat(calls.commands).containsExactly("connect 600 602");
    }

    @Test
    void going_back_changes_nothing() {
        presenter.toggleTransfer();
        transfer.edited("603");
        transfer.close();

        assertThat(view.transfer()).isNull();
        assertThat(calls.commands).isEmpty();
    }

    @Test
    void the_panel_of_a_row_is_for_the_call_of_that_row() {
        calls.change(held(active(outgoing("602")), START));
        transfer.toggle("602");
        assertThat(panel().name()).isEqualTo("Name of 602");

        transfer.edited("603");
        transfer.enter();

        assertThat(calls.commands).containsExactly("transfer 602 603");
    }

    @Test
    void parking_is_offered_where_there_is_an_orbit() {
        presenter.toggleTransfer();
        assertThat(panel().canPark()).isTrue();
        transfer.park();
        assertThat(calls.commands).containsExactly("park 600");

        calls.canPark = false;
        presenter.toggleTransfer();
        assertThat(panel().canPark()).isFalse();
    }

    @Test
    void the_panel_closes_with_its_call() {
        presenter.toggleTransfer();
        calls.change(ended(active(outgoing("600")), EndReason.Kind.PEER_HUNG_UP));

        assertThat(view.transfer()).isNull();
    }

    @Test
    void panel_and_keypad_are_never_open_together() {
        presenter.setKeypadOpen(true);
        presenter.toggleTransfer();
        assertThat(view.keypadOpen()).isFalse();

        presenter.setKeypadOpen(true);
        assertThat(view.keypadOpen()).isTrue();
        assertThat(view.transfer()).isNull();
    }

    @Test
    void a_number_dropped_on_a_call_is_where_it_goes() {
        transfer.dropped("600", " 603\n");

        assertThat(calls.commands).containsExactly("transfer 600 603");
        assertThat(view.transfer()).isNull();
    }

    @Test
    void a_text_that_cannot_be_dialled_is_kept_in_the_panel_with_the_reason() {
        transfer.dropped("600", "Maria Rossi");

        assertThat(panel().draft()).isEqualTo("Maria Rossi");
        assertThat(panel().problem()).isTrue();
        assertThat(calls.commands).isEmpty();
    }

    @Test
    void the_row_of_a_call_dropped_on_another_connects_the_two() {
        calls.change(held(active(outgoing("602")), START));
        transfer.drag("602");
        assertThat(transfer.takesDrop("602")).isFalse();
        assertThat(transfer.takesDrop("600")).isTrue();

        transfer.dropped("600", "602");
        transfer.drag(null);

        assertThat(calls.commands).containsExactly("connect 600 602");
    }

    private TransferView panel() {
        return Objects.requireNonNull(view.transfer(), "the panel is closed");
    }
}
