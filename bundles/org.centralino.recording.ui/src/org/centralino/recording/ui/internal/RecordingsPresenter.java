/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.recording.Recording;
import org.centralino.recording.RecordingCatalogue;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingService;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings with a contact, or of a call, and what is done with them. {@link #catalogueChanged} and
 * {@link #cameOrWent} may come on any thread, everything else belongs to the display's.
 */
final class RecordingsPresenter implements RecordingListener {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingsPresenter.class);
    private static final int PAGE = 10;

    /** Where it is shown. */
    interface View {

        void show(RecordingsState state);

        /** What a screen reader is to say. */
        void announce(String text);
    }

    private interface Question {

        CompletableFuture<List<Recording>> ask(RecordingCatalogue catalogue, int limit);
    }

    private final Supplier<@Nullable RecordingService> service;
    private final ContactNumbers numbers;
    private final Executor display;
    private final Listening listening;
    private final View view;
    private final Runnable stop = this::close;
    private final Soon soon;
    private @Nullable Object subject;
    private @Nullable Question question;
    private int asked;
    private int limit = PAGE;
    private List<Recording> recordings = List.of();
    private boolean loaded;
    private boolean more;
    private @Nullable Player player;
    private boolean asking;
    private String note = "";
    private boolean problem;

    RecordingsPresenter(
            Supplier<@Nullable RecordingService> service,
            ContactNumbers numbers,
            Executor display,
            Listening listening,
            View view) {
        this.service = service;
        this.numbers = numbers;
        this.display = display;
        this.listening = listening;
        this.view = view;
        soon = new Soon(display, this::refresh);
    }

    /** Shows those with this contact. */
    void show(Contact contact) {
        show(
                List.of(contact.id(), contact.phones()),
                (catalogue, most) -> numbers.of(contact).thenCompose(known -> catalogue.with(known, most)));
    }

    /** Shows those of the call that was dialled or came in then. */
    void show(Instant call) {
        show(call, (catalogue, most) -> catalogue.ofCall(call));
    }

    private void show(Object whose, Question how) {
        if (!whose.equals(subject)) {
            subject = whose;
            question = how;
            limit = PAGE;
            recordings = List.of();
            loaded = false;
            more = false;
            say("", false);
            stopListening();
        }
        refresh();
    }

    /** Shows more of them. */
    void more() {
        limit += PAGE;
        refresh();
    }

    @Override
    public void catalogueChanged() {
        cameOrWent();
    }

    /** There is another catalogue, or none. */
    void cameOrWent() {
        soon.schedule();
    }

    private void refresh() {
        RecordingService recording = service.get();
        Question how = question;
        int now = ++asked;
        int most = limit;
        if (recording == null || how == null) {
            found(now, most, List.of());
            return;
        }
        how.ask(recording.catalogue(), most)
                .thenAccept(found -> display.execute(() -> found(now, most, found)))
                .exceptionally(failure -> failed(Messages.cannotRead, failure));
    }

    /** Of answers that overtook each other the last one counts. */
    private void found(int ask, int most, List<Recording> found) {
        if (ask != asked) {
            return;
        }
        recordings = found;
        loaded = true;
        more = found.size() >= most;
        Player open = player;
        if (open != null
                && found.stream().noneMatch(r -> r.id() == open.recording().id())) {
            stopListening();
        }
        update();
    }

    /** Listens to this one; ends that where it is listened to already. */
    void toggle(long id) {
        Player open = player;
        boolean same = open != null && open.recording().id() == id;
        stopListening();
        RecordingService recording = service.get();
        if (!same && recording != null) {
            recordings.stream().filter(r -> r.id() == id).findFirst().ifPresent(chosen -> {
                listening.begin(stop);
                Player opened = new Player(chosen, recording.catalogue(), display);
                player = opened;
                say("", false);
                opened.start();
            });
        }
        update();
    }

    /** Is silent, for now. */
    void pause() {
        Player open = player;
        if (open != null && open.isPlaying()) {
            open.toggle();
        }
    }

    /** Writes a copy of the one that is listened to. */
    void export(Path file) {
        Player open = player;
        RecordingService recording = service.get();
        if (open != null && recording != null) {
            recording
                    .catalogue()
                    .export(open.recording().id(), file)
                    .thenRun(() -> display.execute(() -> tell(NLS.bind(Messages.exported, file), false)))
                    .exceptionally(failure -> failed(Messages.cannotExport, failure));
        }
    }

    /** How the file of a copy ends. */
    String extension() {
        Player open = player;
        RecordingService recording = service.get();
        return open == null || recording == null
                ? ""
                : recording.catalogue().extension(open.recording().id());
    }

    /** Asks whether the one that is listened to is to be deleted. */
    void askToDelete() {
        asking = player != null;
        update();
    }

    /** It is not. */
    void keep() {
        asking = false;
        update();
    }

    /** It is. */
    void delete() {
        Player open = player;
        RecordingService recording = service.get();
        if (open == null || recording == null || !asking) {
            return;
        }
        stopListening();
        recording
                .catalogue()
                .delete(open.recording().id())
                .thenRun(() -> display.execute(() -> {
                    tell(Messages.deleted, false);
                    refresh();
                }))
                .exceptionally(failure -> failed(Messages.cannotDelete, failure));
        update();
    }

    /** Ends what is listened to. */
    void close() {
        stopListening();
        update();
    }

    private void stopListening() {
        Player open = player;
        player = null;
        asking = false;
        listening.end(stop);
        if (open != null) {
            open.close();
        }
    }

    private @Nullable Void failed(String message, Throwable failure) {
        LOG.warn("{}", message, failure);
        String why = Reasons.of(failure);
        display.execute(() -> tell(NLS.bind(message, why), true));
        return null;
    }

    private void tell(String text, boolean isProblem) {
        say(text, isProblem);
        view.announce(text);
        update();
    }

    private void say(String text, boolean isProblem) {
        note = text;
        problem = isProblem;
    }

    private void update() {
        RecordingService recording = service.get();
        Player open = player;
        boolean canDelete =
                open != null && recording != null && recording.catalogue().canDelete();
        view.show(new RecordingsState(recordings, loaded, more, open, canDelete, asking, note, problem));
    }
}
