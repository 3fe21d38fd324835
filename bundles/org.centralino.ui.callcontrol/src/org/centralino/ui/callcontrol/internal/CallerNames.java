/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.telephony.Call;
import org.centralino.telephony.Party;
import org.centralino.telephony.Transfer;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The people behind the numbers of calls. Whoever is not known yet is asked for on another thread, and what SIP says is
 * shown meanwhile: nothing waits for the directory. {@link #contactsChanged} may come on any thread; everything else belongs
 * to the display's.
 */
final class CallerNames implements DirectoryListener {

    /** How long what is said aloud waits for a name. */
    static final Duration PATIENCE = Duration.ofMillis(150);

    private static final Logger LOG = LoggerFactory.getLogger(CallerNames.class);
    private static final Duration LOST = Duration.ofSeconds(5);
    private static final int MOST = 256;

    /** Where a caller without a name is said to come from (RFC 3323). */
    private static final String NOBODY = ".invalid";

    private static final class Answer {

        @Nullable
        Contact contact;

        Instant asked = Instant.EPOCH;
        boolean open;
        boolean given;
        int edition;
    }

    private final Supplier<@Nullable DirectoryService> directory;
    private final Executor asking;
    private final Executor display;
    private final Consumer<Runnable> later;
    private final InstantSource clock;
    private Runnable changed = () -> {};
    private final Map<String, @Nullable Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private int edition;

    /**
     * @param asking where the directory is asked; whatever it does there, nothing waits for it
     * @param later runs something on {@code display} when {@link #PATIENCE} is over
     */
    CallerNames(
            Supplier<@Nullable DirectoryService> directory,
            Executor asking,
            Executor display,
            Consumer<Runnable> later,
            InstantSource clock) {
        this.directory = directory;
        this.asking = asking;
        this.display = display;
        this.later = later;
        this.clock = clock;
    }

    /** Knows nobody. */
    static CallerNames none() {
        return new CallerNames(() -> null, Runnable::run, Runnable::run, run -> {}, InstantSource.system());
    }

    /** @param run on the display's thread when a name may have changed */
    void follow(Runnable run) {
        changed = run;
    }

    @Override
    public void contactsChanged() {
        display.execute(() -> {
            edition++;
            if (!answers.isEmpty()) {
                changed.run();
            }
        });
    }

    /** The call with its parties named as the directory knows them. */
    Call named(Call call) {
        Party remote = named(call.remote());
        Transfer transfer = named(call.transfer());
        Party returnedFrom = call.returnedFrom();
        Party divertedFrom = call.divertedFrom();
        return new Call(
                call.id(),
                call.account(),
                call.outgoing(),
                remote,
                call.state(),
                call.microphoneOff(),
                call.codec(),
                call.created(),
                call.answered(),
                call.ended(),
                call.held(),
                transfer,
                returnedFrom == null ? null : named(returnedFrom),
                divertedFrom == null ? null : named(divertedFrom),
                call.encryption(),
                call.conference());
    }

    /** Where somebody works, as far as it says more than the name; empty where that is not known. */
    String about(Party party) {
        Contact contact = find(party);
        return contact == null ? "" : Words.about(contact);
    }

    /** Whether a name may come that is worth waiting for before something is said aloud. */
    boolean isComing() {
        Instant since = clock.instant().minus(PATIENCE);
        return answers.values().stream()
                .anyMatch(answer -> answer != null && answer.open && !answer.given && answer.asked.isAfter(since));
    }

    private @Nullable Transfer named(@Nullable Transfer transfer) {
        return transfer == null
                ? null
                : new Transfer(named(transfer.target()), transfer.attended(), transfer.status(), transfer.failure());
    }

    private Party named(Party party) {
        Contact contact = find(party);
        return contact == null ? party : new Party(contact.name(), party.address(), party.number());
    }

    private @Nullable Contact find(Party party) {
        if (party.address().toLowerCase(Locale.ROOT).endsWith(NOBODY)) {
            return null;
        }
        DirectoryService service = directory.get();
        Answer known = answers.get(party.address());
        if (service == null) {
            return known == null ? null : known.contact;
        }
        Answer answer = known == null ? new Answer() : known;
        if (known == null) {
            answers.put(party.address(), answer);
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next()); // the one not needed for longest
            }
        }
        Instant now = clock.instant();
        boolean lost = answer.open && answer.asked.plus(LOST).isBefore(now);
        if (known == null || answer.edition != edition && (!answer.open || lost)) {
            answer.open = true;
            answer.asked = now;
            answer.edition = edition;
            ask(service, party, answer);
            later.accept(() -> changed.run());
        }
        return answer.contact;
    }

    private void ask(DirectoryService service, Party party, Answer answer) {
        int asked = answer.edition;
        asking.execute(() -> {
            try {
                service.byNumber(party.address())
                        .whenComplete(
                                (found, failure) -> display.execute(() -> answered(answer, asked, found, failure)));
            } catch (RuntimeException e) {
                display.execute(() -> answered(answer, asked, null, e));
            }
        });
    }

    private void answered(Answer answer, int asked, @Nullable Optional<Contact> found, @Nullable Throwable failure) {
        if (asked != answer.edition) {
            return; // a later question is on its way
        }
        answer.open = false;
        answer.given = true;
        if (found != null) {
            answer.contact = found.isPresent() ? found.get() : null;
        } else if (failure != null
                && !(failure instanceof CancellationException)
                && !(failure.getCause() instanceof CancellationException)) {
            LOG.warn("The directory could not say who a party of a call is: {}", failure.toString());
        }
        changed.run();
    }
}
