/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.ended;
import static org.centralino.ui.callcontrol.internal.FakeCalls.held;
import static org.centralino.ui.callcontrol.internal.FakeCalls.incoming;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;
import static org.centralino.ui.callcontrol.internal.FakeCalls.transferred;
import static org.centralino.ui.callcontrol.internal.FakeCalls.words;

import java.time.Instant;
import java.util.Objects;
import org.centralino.telephony.Call;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Transfer;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several calls: which one the strip shows, and what the rows of the others say. */
class HeldCallsTest {

    private final FakeCalls calls = new FakeCalls();
    private Instant now = START;
    private CallsView view = CallsView.NOTHING;
    private final CallControlPresenter presenter =
            new CallControlPresenter(() -> calls, Runnable::run, () -> now, v -> view = v);

    @BeforeEach
    void listen() {
        calls.listener = presenter::callChanged;
        presenter.setResumeKey("F8");
    }

    @Test
    void a_held_call_stays_in_the_strip_with_the_time_since_it_was_held() {
        calls.change(active(outgoing("602")));
        now = START.plusSeconds(60);
        calls.now = now;
        calls.hold("602");
        now = now.plusSeconds(12);
        presenter.tick();

        assertThat(strip().state()).isEqualTo(Messages.onHold);
        assertThat(strip().tone()).isEqualTo(StripView.Tone.HELD);
        assertThat(strip().clock()).isEqualTo("00:12");
        assertThat(view.waiting()).isEmpty();
    }

    @Test
    void a_call_held_by_both_sides_says_so() {
        calls.change(FakeCalls.heldByPeer(active(outgoing("606")), START));

        assertThat(strip().state()).isEqualTo(Messages.heldByBoth);
    }

    @Test
    void a_held_call_outside_the_strip_has_a_row_with_name_number_reason_and_timer() {
        held602AndVoice600();
        now = START.plusSeconds(72);
        presenter.tick();

        assertThat(strip().call().id()).isEqualTo("600");
        assertThat(row().why()).isEqualTo(Messages.onHold);
        assertThat(row().time()).isEqualTo("1:12");
        assertThat(row().reading()).isEqualTo("On hold, Name of 602, 602, 1:12");
        assertThat(row().canPark()).isTrue();
    }

    @Test
    void resuming_a_held_call_swaps_the_two() {
        held602AndVoice600();

        presenter.resume("602");

        assertThat(strip().call().id()).isEqualTo("602");
        assertThat(row().id()).isEqualTo("600");
        assertThat(row().kind()).isEqualTo(WaitingView.Kind.UP);
    }

    @Test
    void without_a_park_orbit_nothing_can_be_parked() {
        calls.canPark = false;
        held602AndVoice600();

        assertThat(row().canPark()).isFalse();
    }

    @Test
    void when_all_are_held_the_strip_shows_the_one_held_last() {
        held602AndVoice600();
        calls.now = START.plusSeconds(5);
        calls.hold("600");

        assertThat(strip().call().id()).isEqualTo("600");
        assertThat(row().id()).isEqualTo("602");
    }

    @Test
    void a_call_being_dialled_is_in_the_strip_although_others_are_held() {
        calls.change(active(outgoing("602")));
        calls.change(outgoing("600"));
        calls.change(held(active(outgoing("602")), START));

        assertThat(strip().call().id()).isEqualTo("600");
    }

    @Test
    void while_a_consultation_that_failed_is_still_shown_the_held_caller_is_the_one_to_resume() {
        calls.change(held(active(outgoing("602")), START));
        calls.change(outgoing("604"));
        calls.change(ended(outgoing("604"), EndReason.Kind.BUSY));

        assertThat(strip().state()).isEqualTo(words(EndReason.Kind.BUSY));
        assertThat(presenter.current()).isNull();
        assertThat(Objects.requireNonNull(presenter.lastHeld()).id()).isEqualTo("602");

        now = now.plusSeconds(4);
        presenter.tick();
        assertThat(strip().call().id()).isEqualTo("602");
    }

    @Test
    void a_held_caller_who_hangs_up_leaves_a_row_that_says_so_for_four_seconds() {
        held602AndVoice600();
        CallsView before = view;
        calls.change(ended(held(active(outgoing("602")), START), EndReason.Kind.PEER_HUNG_UP));

        assertThat(row().kind()).isEqualTo(WaitingView.Kind.OVER);
        assertThat(row().why()).isEqualTo(words(EndReason.Kind.PEER_HUNG_UP));
        assertThat(News.between(before, view)).containsExactly("Name of 602, " + words(EndReason.Kind.PEER_HUNG_UP));

        now = now.plusSeconds(4);
        presenter.tick();
        assertThat(view.waiting()).isEmpty();
        assertThat(strip().call().id()).isEqualTo("600");
    }

    @Test
    void a_second_incoming_call_leaves_the_strip_alone_and_stands_before_the_held_ones() {
        held602AndVoice600();
        calls.change(incoming("142"));

        assertThat(strip().call().id()).isEqualTo("600");
        assertThat(view.waiting().stream().map(WaitingView::id)).containsExactly("142", "602");
    }

    @Test
    void the_row_tells_how_the_transfer_goes_and_a_screen_reader_says_it() {
        held602AndVoice600();
        CallsView before = view;
        Call call = held(active(outgoing("602")), START);
        calls.change(transferred(call, "603", Transfer.Status.RINGING, null));

        String ringing = NLS.bind(Messages.transferRinging, "603");
        assertThat(row().receipt().text()).isEqualTo(ringing);
        assertThat(row().reading()).contains(ringing);
        assertThat(News.between(before, view)).containsExactly("Name of 602, " + ringing);

        calls.change(transferred(call, "603", Transfer.Status.FAILED, EndReason.Kind.NO_ANSWER));
        assertThat(row().receipt().failed()).isTrue();
        assertThat(row().receipt().text()).contains("603", words(EndReason.Kind.NO_ANSWER));
        assertThat(row().receipt().advice()).isEqualTo(Messages.resumeTakesBack);
    }

    @Test
    void the_strip_tells_how_the_transfer_goes_and_which_key_takes_the_caller_back() {
        calls.change(active(outgoing("602")));
        calls.transfer("602", "604");
        assertThat(strip().receipt().text()).isEqualTo(NLS.bind(Messages.transferTrying, "604"));
        CallsView before = view;

        Call call = held(active(outgoing("602")), START);
        calls.change(transferred(call, "604", Transfer.Status.FAILED, EndReason.Kind.BUSY));

        String failed = NLS.bind(Messages.transferFailedWhy, "604", words(EndReason.Kind.BUSY));
        String back = NLS.bind(Messages.keyTakesBack, "F8");
        assertThat(strip().receipt()).isEqualTo(new Receipt(failed, true, back));
        assertThat(News.between(before, view)).containsExactly("Name of 602, " + failed + ". " + back);
    }

    @Test
    void a_transfer_that_succeeded_stays_in_the_strip_for_a_moment() {
        Call call = transferred(held(active(outgoing("602")), START), "603", Transfer.Status.ANSWERED, null);
        calls.change(call);
        calls.change(ended(call, EndReason.Kind.TRANSFERRED));

        assertThat(strip().state()).isEqualTo(NLS.bind(Messages.transferredTo, "603"));
        assertThat(strip().isOver()).isTrue();
        assertThat(strip().receipt().isEmpty()).isTrue();
    }

    private void held602AndVoice600() {
        calls.change(held(active(outgoing("602")), START));
        calls.change(active(outgoing("600")));
    }

    private StripView strip() {
        return Objects.requireNonNull(view.strip(), "no strip");
    }

    private WaitingView row() {
        assertThat(view.waiting()).hasSize(1);
        return view.waiting().get(0);
    }
}
