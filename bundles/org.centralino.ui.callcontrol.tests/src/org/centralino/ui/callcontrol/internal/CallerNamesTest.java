/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.ui.callcontrol.internal.FakeCalls.START;
import static org.centralino.ui.callcontrol.internal.FakeCalls.active;
import static org.centralino.ui.callcontrol.internal.FakeCalls.diverted;
import static org.centralino.ui.callcontrol.internal.FakeCalls.held;
import static org.centralino.ui.callcontrol.internal.FakeCalls.incoming;
import static org.centralino.ui.callcontrol.internal.FakeCalls.outgoing;
import static org.centralino.ui.callcontrol.internal.FakeCalls.transferred;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.centralino.directory.DirectoryService;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;

class CallerNamesTest {

    private final FakeCalls calls = new FakeCalls();
    private final FakeDirectory people = new FakeDirectory();
    private @Nullable DirectoryService directory = people;
    private final Queue<@Nullable Runnable> asking = new ArrayDeque<>();
    private final Queue<@Nullable Runnable> display = new ArrayDeque<>();
    private final List<Runnable> later = new ArrayList<>();
    private Instant now = START;
    private CallsView view = CallsView.NOTHING;
    private final CallerNames names =
            new CallerNames(() -> directory, asking::add, display::add, later::add, () -> now);
    private final CallControlPresenter presenter = new CallControlPresenter(
            () -> calls, display::add, () -> now, v -> view = v, call -> null, names, ContactSuggestions.none());

    @Test
    void what_sip_says_is_shown_at_once_and_the_contacts_name_when_it_is_known() {
        people.add(FakeDirectory.internal("Rossi Maria", "Acquisti", "142"));
        snapshot(incoming("142"));

        assertThat(card().name()).isEqualTo("Name of 142");
        assertThat(people.asked).as("nobody is asked on the display's thread").isEmpty();

        settle();
        assertThat(card().name()).isEqualTo("Rossi Maria");
        assertThat(card().number()).isEqualTo("142");
        assertThat(card().about()).isEqualTo("Acquisti");
        assertThat(card().reading()).contains("Rossi Maria, 142, Acquisti");
    }

    @Test
    void the_number_stays_under_the_name_in_the_strip_and_so_does_the_organisation() {
        people.add(FakeDirectory.external("Anna Rosetti", "Fornitori Rosetti srl", "+3905122018"));
        snapshot(active(outgoing("+3905122018")));
        settle();

        assertThat(strip().name()).isEqualTo("Anna Rosetti");
        assertThat(strip().number()).isEqualTo("+3905122018 \u00b7 Fornitori Rosetti srl");
    }

    @Test
    void an_organisation_that_is_the_name_is_not_said_twice() {
        people.add(FakeDirectory.external("Studio Conti", "Studio Conti", "600"));
        snapshot(active(outgoing("600")));
        settle();

        assertThat(strip().number()).isEqualTo("600");
    }

    @Test
    void whoever_nobody_knows_keeps_the_name_that_sip_gives() {
        snapshot(incoming("142"));
        settle();

        assertThat(card().name()).isEqualTo("Name of 142");
        assertThat(people.asked).containsExactly("sip:142@example.test");
    }

    @Test
    void a_name_in_an_address_is_asked_for_as_the_address() {
        people.add(FakeDirectory.internal("Bruno Bianchi", "", "sip:bruno@example.test"));
        snapshot(incoming("bruno"));
        settle();

        assertThat(card().name()).isEqualTo("Bruno Bianchi");
        assertThat(people.asked).containsExactly("sip:bruno@example.test");
    }

    @Test
    void a_caller_is_asked_for_with_the_exchange_that_the_call_came_from() {
        people.add(FakeDirectory.internal("Rossi Maria", "", "142"));
        Call call = incoming("142");
        Party stranger = new Party("Somebody", "sip:142@elsewhere.example", "142");
        snapshot(new Call(call.id(), call.account(), false, stranger, call.state(), false, null, START, null, null));
        settle();

        assertThat(people.asked).containsExactly("sip:142@elsewhere.example");
        assertThat(card().name()).isEqualTo("Somebody");
    }

    @Test
    void a_caller_who_withholds_the_number_is_not_looked_up() {
        Call call = incoming("142");
        Party nobody = new Party(null, "sip:anonymous@anonymous.invalid", "anonymous");
        snapshot(new Call(call.id(), call.account(), false, nobody, call.state(), false, null, START, null, null));
        settle();

        assertThat(people.asked).isEmpty();
    }

    @Test
    void each_is_asked_for_once_however_often_the_call_changes() {
        snapshot(outgoing("600"));
        settle();
        int questions = people.asked.size();
        snapshot(FakeCalls.with(outgoing("600"), new CallState.Ringing(false), false));
        snapshot(active(outgoing("600")));
        presenter.tick();
        settle();

        assertThat(people.asked).hasSize(questions);
    }

    @Test
    void contacts_that_change_are_asked_for_again_and_the_old_name_stays_until_then() {
        people.add(FakeDirectory.internal("Rossi Maria", "", "142"));
        snapshot(incoming("142"));
        settle();
        people.add(FakeDirectory.internal("Rossi-Neri Maria", "", "142"));
        names.contactsChanged();
        runDisplay();
        assertThat(card().name()).isEqualTo("Rossi Maria");
        assertThat(view.naming())
                .as("a name that is known already is not waited for")
                .isFalse();

        settle();
        assertThat(card().name()).isEqualTo("Rossi-Neri Maria");

        people.byNumber.clear();
        names.contactsChanged();
        settle();
        assertThat(card().name()).isEqualTo("Name of 142");
    }

    @Test
    void a_directory_that_comes_later_names_the_calls_that_are_up() {
        directory = null;
        people.add(FakeDirectory.internal("Rossi Maria", "", "142"));
        snapshot(incoming("142"));
        settle();
        assertThat(card().name()).isEqualTo("Name of 142");

        directory = people;
        presenter.tick();
        settle();
        assertThat(card().name()).isEqualTo("Rossi Maria");
    }

    @Test
    void a_directory_that_fails_or_never_answers_changes_nothing() {
        people.broken = true;
        snapshot(incoming("142"));
        settle();
        people.broken = false;
        people.slow = true;
        snapshot(active(outgoing("600")));
        settle();

        assertThat(card().name()).isEqualTo("Name of 142");
        assertThat(strip().name()).isEqualTo("Name of 600");
        presenter.answerFirst();
        assertThat(calls.commands).containsExactly("answer 142");
    }

    @Test
    void everybody_a_call_names_has_the_contacts_name() {
        people.add(FakeDirectory.internal("Rossi Maria", "", "142"));
        snapshot(diverted(incoming("600"), "142"));
        snapshot(transferred(held(active(outgoing("601")), START), "142", Transfer.Status.RINGING, null));
        settle();

        assertThat(card().why()).isEqualTo(NLS.bind(Messages.divertedFor, "Rossi Maria"));
        assertThat(strip().receipt().text()).isEqualTo(NLS.bind(Messages.transferRinging, "Rossi Maria"));
    }

    @Test
    void what_is_said_aloud_waits_for_the_name_and_only_for_a_moment() {
        people.slow = true;
        people.add(FakeDirectory.internal("Rossi Maria", "", "142"));
        snapshot(incoming("142"));
        assertThat(view.naming()).isTrue();

        now = now.plus(CallerNames.PATIENCE);
        assertThat(later).as("woken when the moment is over").isNotEmpty();
        later.forEach(Runnable::run);
        runDisplay();
        assertThat(view.naming()).isFalse();
        assertThat(card().name()).isEqualTo("Name of 142");

        settle();
        people.answer();
        settle();
        assertThat(card().name()).isEqualTo("Rossi Maria");
    }

    @Test
    void a_name_that_comes_in_time_is_said_at_once() {
        people.add(FakeDirectory.internal("Rossi Maria", "", "142"));
        snapshot(incoming("142"));
        settle();

        assertThat(view.naming()).isFalse();
        assertThat(News.between(CallsView.NOTHING, view))
                .containsExactly(NLS.bind(Messages.incomingAnnouncement, "Rossi Maria"));
    }

    @Test
    void many_callers_do_not_fill_the_memory_and_the_latest_are_known() {
        for (int i = 0; i < 1000; i++) {
            String number = String.valueOf(100_000 + i);
            people.add(FakeDirectory.external("Number " + number, "", number));
            names.named(incoming(number));
            settle();
        }
        int questions = people.asked.size();

        assertThat(names.named(incoming("100999")).remote().label()).isEqualTo("Number 100999");
        assertThat(people.asked).hasSize(questions);
        names.named(incoming("100000"));
        settle();
        assertThat(people.asked).hasSize(questions + 1);
    }

    private WaitingView card() {
        return view.waiting().get(0);
    }

    private StripView strip() {
        return Objects.requireNonNull(view.strip());
    }

    private void snapshot(Call call) {
        calls.up.removeIf(c -> c.id().equals(call.id()));
        calls.up.add(call);
        presenter.callChanged(call);
        runDisplay();
    }

    /** Lets everything happen that is under way. */
    private void settle() {
        while (!asking.isEmpty() || !display.isEmpty()) {
            run(asking);
            run(display);
        }
    }

    private void runDisplay() {
        run(display);
    }

    private static void run(Queue<@Nullable Runnable> queue) {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            task.run();
        }
    }
}
