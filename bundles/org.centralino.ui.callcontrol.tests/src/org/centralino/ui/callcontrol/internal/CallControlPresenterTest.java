/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.ended;
import static org.centralino.ui.callcontrol.internal.FakeCalls.incoming;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;
import static org.centralino.ui.callcontrol.internal.FakeCalls.words;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class CallControlPresenterTest {

    private final FakeCalls calls = new FakeCalls();
    private final Queue<@Nullable Runnable> display = new ArrayDeque<>();
    private Instant now = START;
    private CallsView view = CallsView.NOTHING;
    private int shown;
    private final CallControlPresenter presenter =
            new CallControlPresenter(() -> calls, display::add, () -> now, this::show);

    @Test
    void without_a_call_nothing_is_shown_and_no_clock_runs() {
        presenter.start();

        assertThat(view).isEqualTo(CallsView.NOTHING);
        assertThat(presenter.isQuiet()).isTrue();
    }

    @Test
    void without_a_call_service_nothing_is_shown_and_nothing_breaks() {
        CallControlPresenter lonely = new CallControlPresenter(() -> null, Runnable::run, () -> now, this::show);

        lonely.start();
        lonely.answerFirst();

        assertThat(view).isEqualTo(CallsView.NOTHING);
    }

    @Test
    void calls_that_are_up_when_the_window_opens_are_shown() {
        calls.up.add(active(outgoing("600")));

        presenter.start();

        assertThat(strip().state()).isEqualTo(Messages.inCall);
    }

    @Test
    void a_dialled_call_is_in_the_strip_from_calling_to_in_call() {
        snapshot(outgoing("600"));
        assertThat(strip().state()).isEqualTo(Messages.calling);
        assertThat(strip().answered()).isFalse();

        snapshot(FakeCalls.with(outgoing("600"), new CallState.Ringing(false), false));
        assertThat(strip().state()).isEqualTo(Messages.ringing);

        snapshot(active(outgoing("600")));
        assertThat(strip().state()).isEqualTo(Messages.inCall);
        assertThat(strip().codec()).isEqualTo("Opus");
        assertThat(strip().name()).isEqualTo("Name of 600");
        assertThat(strip().number()).isEqualTo("600");
    }

    @Test
    void the_clock_counts_from_the_answer() {
        snapshot(active(outgoing("600")));

        now = START.plusSeconds(4 * 60 + 37);
        presenter.tick();

        assertThat(strip().clock()).isEqualTo("04:37");
    }

    @Test
    void a_burst_of_snapshots_costs_one_repaint_and_shows_the_last() {
        presenter.callChanged(outgoing("600"));
        presenter.callChanged(FakeCalls.with(outgoing("600"), new CallState.Ringing(false), false));
        presenter.callChanged(active(outgoing("600")));
        runDisplay();

        assertThat(shown).isEqualTo(1);
        assertThat(strip().state()).isEqualTo(Messages.inCall);
    }

    @Test
    void a_call_that_ended_says_why_for_four_seconds() {
        snapshot(active(outgoing("600")));
        snapshot(ended(active(outgoing("600")), EndReason.Kind.PEER_HUNG_UP));

        assertThat(strip().state()).isEqualTo(words(EndReason.Kind.PEER_HUNG_UP));
        assertThat(strip().clock()).isEqualTo("01:05");
        assertThat(presenter.current()).isNull();

        now = now.plusSeconds(4);
        presenter.tick();
        assertThat(view.strip()).isNull();
        assertThat(presenter.isQuiet()).isTrue();
    }

    @Test
    void an_incoming_call_waits_outside_the_strip_until_it_is_answered() {
        snapshot(incoming("142"));
        assertThat(view.strip()).isNull();
        assertThat(view.waiting()).singleElement().satisfies(card -> {
            assertThat(card.kind()).isEqualTo(WaitingView.Kind.INCOMING);
            assertThat(card.first()).isTrue();
            assertThat(card.name()).isEqualTo("Name of 142");
        });

        presenter.answerFirst();
        snapshot(active(incoming("142")));

        assertThat(calls.commands).containsExactly("answer 142");
        assertThat(strip().state()).isEqualTo(Messages.inCall);
        assertThat(view.waiting()).isEmpty();
    }

    @Test
    void a_second_call_is_offered_without_touching_the_first() {
        snapshot(active(outgoing("600")));
        snapshot(incoming("142"));

        assertThat(strip().call().id()).isEqualTo("600");
        assertThat(view.waiting().stream().map(WaitingView::id)).containsExactly("142");
    }

    @Test
    void of_several_incoming_calls_the_keys_mean_the_one_that_waits_longest() {
        snapshot(incoming("1"));
        snapshot(incoming("2"));

        presenter.declineFirst();

        assertThat(view.waiting().stream().map(WaitingView::first)).containsExactly(true, false);
        assertThat(calls.commands).containsExactly("decline 1");
    }

    @Test
    void a_call_that_comes_back_from_a_transfer_says_from_whom() {
        snapshot(FakeCalls.returned(incoming("142"), "604"));

        assertThat(view.waiting()).singleElement().satisfies(card -> {
            assertThat(card.why()).isEqualTo(NLS.bind(Messages.backFrom, "604"));
            assertThat(card.reading()).contains("Back from 604", "Name of 142");
        });
    }

    @Test
    void a_diverted_call_says_for_whom_it_is() {
        snapshot(FakeCalls.diverted(incoming("142"), "604"));

        assertThat(view.waiting()).singleElement().satisfies(card -> {
            assertThat(card.why()).isEqualTo(NLS.bind(Messages.divertedFor, "604"));
            assertThat(card.reading()).contains("For 604", "Name of 142");
        });
    }

    @Test
    void a_dialled_call_that_still_rings_waits_with_a_way_back() {
        snapshot(FakeCalls.with(outgoing("603"), new CallState.Ringing(false), false));
        snapshot(outgoing("600"));

        assertThat(view.waiting()).singleElement().satisfies(card -> {
            assertThat(card.id()).isEqualTo("603");
            assertThat(card.kind()).isEqualTo(WaitingView.Kind.DIALLED);
        });
        presenter.goBackTo("603");
        assertThat(strip().call().id()).isEqualTo("603");
    }

    @Test
    void when_the_call_in_the_strip_is_over_the_one_that_is_still_up_takes_its_place() {
        Call first = active(outgoing("600"));
        Call second = active(incoming("142"));
        snapshot(first);
        snapshot(second);
        snapshot(ended(second, EndReason.Kind.HUNG_UP));

        now = now.plusSeconds(4);
        presenter.tick();

        assertThat(strip().call().id()).isEqualTo("600");
        assertThat(view.waiting()).isEmpty();
    }

    @Test
    void a_key_of_the_keypad_sounds_as_long_as_it_is_held_and_is_shown() {
        snapshot(active(outgoing("601")));
        presenter.setKeypadOpen(true);

        presenter.toneDown('4');
        presenter.toneUp();
        presenter.toneDown('#');
        presenter.toneUp();

        assertThat(calls.commands).containsExactly("tone 601 4", "quiet 601", "tone 601 #", "quiet 601");
        assertThat(view.sentDigits()).isEqualTo("4#");
    }

    @Test
    void typed_digits_are_masked_where_the_account_says_so() {
        calls.masks = true;
        snapshot(active(outgoing("601")));
        presenter.setKeypadOpen(true);

        presenter.toneDown('4');
        presenter.toneDown('2');

        assertThat(view.sentDigits()).isEqualTo("\u2022\u2022");
        assertThat(calls.commands).containsExactly("tone 601 4", "quiet 601", "tone 601 2");
    }

    @Test
    void a_tone_ends_in_the_call_it_was_started_in() {
        snapshot(active(outgoing("601")));
        presenter.toneDown('4');
        snapshot(outgoing("600"));
        presenter.toneUp();
        presenter.toneUp();

        assertThat(calls.commands).containsExactly("tone 601 4", "quiet 601");
    }

    @Test
    void the_keypad_closes_when_its_call_is_held() {
        snapshot(active(outgoing("601")));
        presenter.setKeypadOpen(true);
        snapshot(FakeCalls.held(active(outgoing("601")), now));

        assertThat(view.keypadOpen()).isFalse();
    }

    @Test
    void the_keypad_closes_with_its_call_and_keeps_its_digits_to_itself() {
        snapshot(active(outgoing("601")));
        presenter.setKeypadOpen(true);
        presenter.toneDown('4');
        snapshot(ended(active(outgoing("601")), EndReason.Kind.HUNG_UP));
        assertThat(view.keypadOpen()).isFalse();

        snapshot(active(outgoing("602")));
        assertThat(view.sentDigits()).isEmpty();
    }

    private StripView strip() {
        return Objects.requireNonNull(view.strip(), "no strip");
    }

    private void snapshot(Call call) {
        presenter.callChanged(call);
        runDisplay();
    }

    private void runDisplay() {
        for (Runnable task = display.poll(); task != null; task = display.poll()) {
            task.run();
        }
    }

    private void show(CallsView now) {
        view = now;
        shown++;
    }
}
