/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.ended;
import static org.centralino.ui.callcontrol.internal.FakeCalls.held;
import static org.centralino.ui.callcontrol.internal.FakeCalls.in;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;

import java.util.Objects;
import org.centralino.telephony.Call;
import org.centralino.telephony.EndReason;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The members of a conference are one in the strip. */
class ConferenceStripTest {

    private static final Call.Membership IN = new Call.Membership(false, false);
    private static final Call.Membership AWAY = new Call.Membership(false, true);

    private final FakeCalls calls = new FakeCalls();
    private CallsView view = CallsView.NOTHING;
    private final CallControlPresenter presenter =
            new CallControlPresenter(() -> calls, Runnable::run, () -> START, v -> view = v);

    @BeforeEach
    void listen() {
        calls.listener = presenter::callChanged;
        presenter.leaveOut(call -> call.conference() != null);
    }

    private StripView strip() {
        return Objects.requireNonNull(view.strip());
    }

    private void conference(String... ids) {
        for (String id : ids) {
            calls.change(in(active(outgoing(id)), IN));
        }
    }

    @Test
    void two_members_are_a_conference_and_nobody_waits() {
        conference("201");
        assertThat(strip().name()).isEqualTo("Name of 201");
        conference("202");
        assertThat(strip().name()).isEqualTo(NLS.bind(Messages.conferenceOf, 2));
        assertThat(strip().number()).isEqualTo("Name of 201, Name of 202");
        assertThat(strip().call().id()).isEqualTo("201");
        assertThat(view.waiting()).isEmpty();
    }

    @Test
    void who_is_invited_does_not_take_the_strip() {
        conference("201");
        calls.change(in(outgoing("202"), IN));
        assertThat(strip().call().id()).isEqualTo("201");
        assertThat(strip().state()).isEqualTo(Messages.inCall);
    }

    @Test
    void a_member_that_leaves_is_a_row_for_a_moment_and_the_conference_stays() {
        conference("201", "202", "203");
        calls.change(ended(active(outgoing("201")), EndReason.Kind.PEER_HUNG_UP));
        assertThat(strip().name()).isEqualTo(NLS.bind(Messages.conferenceOf, 2));
        assertThat(strip().isOver()).isFalse();
        assertThat(view.waiting().stream().map(WaitingView::why))
                .containsExactly(FakeCalls.words(EndReason.Kind.PEER_HUNG_UP));
    }

    @Test
    void the_last_one_left_has_the_strip() {
        conference("201", "202");
        calls.change(active(outgoing("202")));
        calls.change(ended(active(outgoing("201")), EndReason.Kind.PEER_HUNG_UP));
        assertThat(strip().call().id()).isEqualTo("202");
        assertThat(strip().name()).isEqualTo("Name of 202");
    }

    @Test
    void while_we_are_away_it_waits_as_a_held_call_does() {
        calls.change(in(active(outgoing("201")), AWAY));
        calls.change(in(active(outgoing("202")), AWAY));
        assertThat(strip().state()).isEqualTo(Messages.conferenceAway);
        assertThat(strip().tone()).isEqualTo(StripView.Tone.HELD);
        calls.change(active(outgoing("209")));
        assertThat(strip().call().id()).isEqualTo("209");
        assertThat(view.waiting()).isEmpty();
    }

    @Test
    void where_nobody_else_shows_the_members_they_wait_here() {
        presenter.leaveOut(call -> false);
        conference("201", "202");
        assertThat(view.waiting().stream().map(WaitingView::id)).containsExactly("202");
    }

    @Test
    void a_call_that_was_held_before_is_in_the_strip_when_the_conference_is_over() {
        calls.change(held(active(outgoing("209")), START));
        conference("201");
        assertThat(view.waiting().stream().map(WaitingView::id)).containsExactly("209");
        calls.change(ended(active(outgoing("201")), EndReason.Kind.HUNG_UP));
        assertThat(strip().isOver()).isTrue();
    }
}
