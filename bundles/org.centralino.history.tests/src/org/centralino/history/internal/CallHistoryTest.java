/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.history.internal.Snapshots.START;
import static org.centralino.history.internal.Snapshots.answered;
import static org.centralino.history.internal.Snapshots.ended;
import static org.centralino.history.internal.Snapshots.held;
import static org.centralino.history.internal.Snapshots.incoming;
import static org.centralino.history.internal.Snapshots.missed;
import static org.centralino.history.internal.Snapshots.outgoing;
import static org.centralino.history.internal.Snapshots.transferring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryEntry.Part;
import org.centralino.history.HistoryProblem;
import org.centralino.history.HistoryQuery;
import org.centralino.telephony.Call;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallHistoryTest {

    private static final long DEADLINE_S = 10;

    @TempDir
    Path folder = Path.of("");

    private final FakeDirectory directory = new FakeDirectory();
    private final Semaphore told = new Semaphore(0);
    private volatile Instant now = START;
    private CallHistory history = start();

    @BeforeEach
    void begin() {
        history.close();
        history = start();
    }

    @AfterEach
    void end() {
        history.close();
    }

    @Test
    void a_call_is_there_from_its_beginning_and_told_of_when_it_is_on_disk() throws Exception {
        history.callChanged(incoming("1", "201", "Maria Rossi"));

        assertThat(told.tryAcquire(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        HistoryEntry entry = all().getFirst();
        assertThat(entry.name()).isEqualTo("Maria Rossi");
        assertThat(entry.number()).isEqualTo("201");
        assertThat(entry.start()).isEqualTo(START);
        assertThat(entry.reason()).isNull();
        assertThat(entry.isMissed()).isFalse();
    }

    @Test
    void answer_hold_transfer_and_end_become_parts_of_it() throws Exception {
        Call call = answered(outgoing("1", "201"));
        history.callChanged(outgoing("1", "201"));
        history.callChanged(call);
        history.callChanged(held(call, START.plusSeconds(10)));
        now = START.plusSeconds(20);
        history.callChanged(call);
        Call again = held(call, START.plusSeconds(30));
        history.callChanged(again);
        history.callChanged(transferring(again, "202", Transfer.Status.HOLDING));
        now = START.plusSeconds(40);
        history.callChanged(transferring(again, "202", Transfer.Status.FAILED));
        history.callChanged(transferring(again, "203", Transfer.Status.TRYING));
        now = START.plusSeconds(50);
        history.callChanged(ended(transferring(again, "203", Transfer.Status.TRYING), EndReason.Kind.TRANSFERRED));

        HistoryEntry entry = all().getFirst();
        assertThat(entry.outgoing()).isTrue();
        assertThat(entry.answered()).isEqualTo(START.plusSeconds(5));
        assertThat(entry.ended()).isEqualTo(START.plusSeconds(65));
        assertThat(entry.parts())
                .containsExactly(
                        new Part.Held(START.plusSeconds(10), START.plusSeconds(20)),
                        new Part.Held(START.plusSeconds(30), START.plusSeconds(65)),
                        new Part.Transferred(START.plusSeconds(40), "202", false),
                        new Part.Transferred(START.plusSeconds(50), "203", true));
    }

    @Test
    void what_does_not_change_the_entry_is_not_written() throws Exception {
        Call call = answered(incoming("1", "201", null));
        history.callChanged(call);
        all();
        told.drainPermits();

        history.callChanged(call);

        assertThat(all()).hasSize(1);
        assertThat(told.tryAcquire()).isFalse();
    }

    @Test
    void missed_calls_are_counted_until_they_are_seen_and_only_once() throws Exception {
        history.callChanged(missed("1", "201", null));
        history.callChanged(missed("2", "202", null));
        history.callChanged(ended(incoming("3", "203", null), EndReason.Kind.ANSWERED_ELSEWHERE));
        history.callChanged(ended(outgoing("4", "204"), EndReason.Kind.NO_ANSWER));

        assertThat(get(history.missed())).isEqualTo(2);
        List<HistoryEntry> missed = find(new HistoryQuery("", null, true, Long.MAX_VALUE, 10));
        assertThat(missed).extracting(HistoryEntry::number).containsExactly("202", "201");
        get(history.markSeen(missed.getLast().id()));
        assertThat(get(history.missed())).isEqualTo(1);
        get(history.markSeen(missed.getFirst().id()));
        assertThat(get(history.missed())).isZero();
    }

    @Test
    void the_directory_names_whoever_it_knows_as_soon_as_it_answers() throws Exception {
        CompletableFuture<Optional<org.centralino.directory.Contact>> slow = new CompletableFuture<>();
        directory.pending = slow;
        history.callChanged(missed("1", "201", "PABX"));
        long id = all().getFirst().id();
        assertThat(all().getFirst().name()).isEqualTo("PABX");
        get(history.markSeen(id));

        slow.complete(Optional.of(FakeDirectory.contact("7", "Maria Rossi")));

        HistoryEntry entry = all().getFirst();
        assertThat(entry.name()).isEqualTo("Maria Rossi");
        assertThat(entry.contact()).isEqualTo(new ContactId("ldap", "7"));
        assertThat(entry.seen()).as("seen before, and still").isTrue();
        assertThat(find(new HistoryQuery("", new ContactId("ldap", "7"), false, Long.MAX_VALUE, 10)))
                .containsExactly(entry);
        assertThat(find(new HistoryQuery("", new ContactId("ldap", "8"), false, Long.MAX_VALUE, 10)))
                .isEmpty();
    }

    @Test
    void a_contact_that_comes_later_is_found_for_the_calls_there_were() throws Exception {
        history.callChanged(missed("1", "201", "PABX"));
        history.callChanged(missed("2", "202", null));
        history.callChanged(incoming("3", "201", null));
        all();
        told.drainPermits();
        directory.known.put("201", FakeDirectory.contact("7", "Maria Rossi"));

        history.strangers().contactsChanged();

        assertThat(told.tryAcquire(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(all()).extracting(HistoryEntry::name).containsExactly("", "", "Maria Rossi");
        assertThat(find(new HistoryQuery("", new ContactId("ldap", "7"), false, Long.MAX_VALUE, 10)))
                .hasSize(1);
        assertThat(search("maria")).containsExactly("201");
        assertThat(search("pabx")).as("what it said of itself").containsExactly("201");
    }

    @Test
    void an_extension_of_another_exchange_is_looked_up_as_such_then_and_later() throws Exception {
        directory.known.put("142", FakeDirectory.contact("7", "Maria Rossi"));
        Call call = incoming("1", "142", null);
        Party stranger = new Party(null, "sip:142@elsewhere.example", "142");
        history.callChanged(ended(
                new Call("1", call.account(), false, stranger, call.state(), false, null, START, null, null),
                EndReason.Kind.MISSED));
        assertThat(all()).extracting(HistoryEntry::name).containsExactly("");
        told.drainPermits();
        directory.known.put("142@elsewhere.example", FakeDirectory.contact("8", "Erika Muster"));

        history.strangers().contactsChanged();

        assertThat(told.tryAcquire(DEADLINE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(all()).extracting(HistoryEntry::name).containsExactly("Erika Muster");
    }

    @Test
    void only_those_who_were_called_are_counted_by_the_directory() throws Exception {
        history.callChanged(outgoing("1", "201"));
        history.callChanged(answered(outgoing("1", "201")));
        history.callChanged(incoming("2", "202", null));
        all();

        assertThat(directory.called).containsExactly("201");
    }

    @Test
    void a_search_minds_neither_accents_nor_case_nor_the_punctuation_of_numbers() throws Exception {
        history.callChanged(missed("1", "+390255501", "Niccol\u00f2 D\u2019Angel\u00f2"));
        history.callChanged(missed("2", "202", "Stra\u00dfer %_"));

        assertThat(search("ANGELO nicco")).containsExactly("+390255501");
        assertThat(search("02 555-01")).containsExactly("+390255501");
        assertThat(search("+39 02")).containsExactly("+390255501");
        assertThat(search("strasser")).containsExactly("202");
        assertThat(search("%_")).containsExactly("202");
        assertThat(search("rossi")).isEmpty();
    }

    @Test
    void a_long_list_is_read_page_by_page() throws Exception {
        for (int i = 0; i < 25; i++) {
            history.callChanged(missed("c" + i, String.valueOf(200 + i), null));
        }

        List<HistoryEntry> first = find(new HistoryQuery("", null, false, Long.MAX_VALUE, 10));
        List<HistoryEntry> second =
                find(new HistoryQuery("", null, false, first.getLast().id(), 10));

        assertThat(first).hasSize(10);
        assertThat(first.getFirst().number()).isEqualTo("224");
        assertThat(second.getFirst().number()).isEqualTo("214");
        assertThat(find(new HistoryQuery("", null, false, second.getLast().id(), 10)))
                .hasSize(5);
    }

    @Test
    void an_entry_can_be_removed_when_its_call_is_over() throws Exception {
        history.callChanged(incoming("1", "201", null));
        history.callChanged(missed("2", "202", null));
        List<HistoryEntry> both = all();

        get(history.delete(both.getFirst().id()));
        get(history.delete(both.getLast().id()));

        assertThat(all()).extracting(HistoryEntry::number).containsExactly("201");
    }

    @Test
    void a_call_that_was_up_when_the_workstation_ended_is_over_nobody_knows_how() throws Exception {
        history.callChanged(answered(incoming("1", "201", null)));
        history.close();

        history = start();

        HistoryEntry entry = all().getFirst();
        EndReason reason = entry.reason();
        assertThat(entry.ended()).isNull();
        assertThat(reason).extracting(EndReason::kind).isEqualTo(EndReason.Kind.FAILED);
    }

    @Test
    void a_damaged_file_is_set_aside_and_told_of() throws Exception {
        history.callChanged(missed("1", "201", null));
        history.close();
        Files.writeString(folder.resolve("history.db"), "no database ".repeat(500));

        history = start();
        history.callChanged(missed("2", "202", null));

        assertThat(all()).extracting(HistoryEntry::number).containsExactly("202");
        HistoryProblem problem = history.problem();
        assertThat(kind(problem)).isEqualTo(HistoryProblem.Kind.SET_ASIDE);
        assertThat(problem == null ? Path.of("") : Path.of(problem.detail()))
                .hasParent(folder)
                .exists();
    }

    @Test
    void a_file_that_proves_damaged_later_loses_no_call_that_goes_on() throws Exception {
        for (int i = 0; i < 300; i++) {
            history.callChanged(missed("c" + i, String.valueOf(1000 + i), "Somebody with a name of some length"));
        }
        all();
        history.close();
        byte[] bytes = Files.readAllBytes(folder.resolve("history.db"));
        java.util.Arrays.fill(bytes, 4096 * 2, bytes.length, (byte) 0x5a);
        Files.write(folder.resolve("history.db"), bytes);
        history = start();
        history.callChanged(incoming("up", "201", null));

        assertThat(all()).extracting(HistoryEntry::number).containsExactly("201");
        assertThat(kind(history.problem())).isEqualTo(HistoryProblem.Kind.SET_ASIDE);
    }

    @Test
    void where_nothing_can_be_written_calls_go_on_and_are_written_later() throws Exception {
        history.close();
        Path blocked = folder.resolve("blocked");
        Files.writeString(blocked, "a file where a folder should be");
        CallHistory hindered = new CallHistory(blocked, () -> now, 0);
        try {
            hindered.callChanged(missed("1", "201", null));
            assertThat(hindered.missed()).failsWithin(DEADLINE_S, TimeUnit.SECONDS);
            assertThat(kind(hindered.problem())).isEqualTo(HistoryProblem.Kind.NOT_WRITTEN);

            Files.delete(blocked);
            hindered.callChanged(missed("2", "202", null));

            assertThat(get(hindered.find(new HistoryQuery("", null, false, Long.MAX_VALUE, 10))))
                    .extracting(HistoryEntry::number)
                    .containsExactly("202", "201");
            assertThat(hindered.problem()).isNull();
        } finally {
            hindered.close();
        }
    }

    @Test
    void a_listener_that_throws_harms_nobody() throws Exception {
        history.addListener(() -> {
            throw new IllegalStateException("meant to fail");
        });

        history.callChanged(missed("1", "201", null));

        assertThat(all()).hasSize(1);
    }

    private CallHistory start() {
        CallHistory started = new CallHistory(folder, () -> now, 0);
        started.setDirectory(directory);
        started.addListener(told::release);
        return started;
    }

    private List<String> search(String text) throws Exception {
        return find(new HistoryQuery(text, null, false, Long.MAX_VALUE, 10)).stream()
                .map(HistoryEntry::number)
                .toList();
    }

    private List<HistoryEntry> all() throws Exception {
        return find(new HistoryQuery("", null, false, Long.MAX_VALUE, 500));
    }

    private List<HistoryEntry> find(HistoryQuery query) throws Exception {
        return get(history.find(query));
    }

    private static HistoryProblem.@Nullable Kind kind(@Nullable HistoryProblem problem) {
        return problem == null ? null : problem.kind();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(DEADLINE_S, TimeUnit.SECONDS);
    }
}
