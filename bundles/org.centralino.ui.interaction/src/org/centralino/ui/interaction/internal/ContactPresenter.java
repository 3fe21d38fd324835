/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SourceStatus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what the view of a contact shows: the form, what was just deleted, or somebody. Everything happens on the display
 * thread; what the directory tells on others is handed over to it.
 */
final class ContactPresenter implements DirectoryListener, ShownContact.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ContactPresenter.class);

    /** Where it is shown. */
    interface View {

        void show(ContactView view);

        /** Gives the keyboard to the first that takes it. */
        void takeFocus();

        /** Lets a screen reader say it. */
        void announce(String text);

        /** Goes one step back, to where contacts are looked for. */
        void leave();
    }

    private record Deleted(Contact contact, int place) {}

    private final Supplier<@Nullable DirectoryService> directory;
    private final Executor display;
    private final View view;
    private final ShownContact person;
    private final ContactForm form = new ContactForm();

    private @Nullable Deleted deleted;
    private boolean focusWhenShown;
    private String message = "";

    ContactPresenter(
            Supplier<@Nullable DirectoryService> directory,
            Supplier<List<ActionFace>> actions,
            Executor display,
            InstantSource clock,
            View view) {
        this.directory = directory;
        this.display = display;
        this.view = view;
        person = new ShownContact(directory, actions, display, clock, this);
    }

    /** Shows a contact. What is being written is not lost by it: it is shown after that. */
    void open(ContactId wanted, boolean focus) {
        if (form.isUnsaved()) {
            form.setNext(wanted);
            if (focus) {
                say(Messages.finishFirst);
                view.takeFocus();
            }
            return;
        }
        closeForm();
        show(wanted, focus);
    }

    /** Opens the form for a new contact. */
    void create(String number) {
        if (form.isUnsaved()) {
            say(Messages.finishFirst);
        } else {
            openForm(ContactDraft.create(number));
        }
        view.takeFocus();
    }

    /** Opens the form for the contact that is shown; of another source: for a copy of it. */
    void edit() {
        Contact shown = person.contact();
        if (shown != null && !form.isOpen()) {
            openForm(person.isOwn() ? ContactDraft.of(shown) : ContactDraft.copyOf(shown));
            view.takeFocus();
        }
    }

    /** The form has this in it now. */
    void typed(ContactDraft draft) {
        form.typed(draft);
        if (!message.isEmpty()) {
            message = "";
            refresh();
        }
    }

    /** Saves the form, if nothing is wrong with it; what is. */
    Map<String, String> save(ContactDraft draft) {
        form.submitted(draft);
        Map<String, String> problems = DraftCheck.check(draft);
        DirectoryService service = directory.get();
        if (!problems.isEmpty() || form.isSaving()) {
            return problems;
        }
        if (service == null) {
            say(Messages.noDirectory);
            return problems;
        }
        form.setSaving(true);
        message = "";
        refresh();
        then(service.save(draft.toContact()), this::saved, Messages.notSaved);
        return problems;
    }

    /** Takes the form away; what was typed in it only when asked twice. */
    void cancel() {
        if (form.isSaving()) {
            return;
        }
        if (!form.mayGo()) {
            say(Messages.cancelAgain);
            return;
        }
        closeForm();
        ContactId next = form.takeNext();
        if (next != null) {
            show(next, true);
        } else {
            refresh();
            view.takeFocus();
        }
    }

    /** One step back: out of the form, else to where contacts are looked for. */
    void back() {
        if (form.isOpen()) {
            cancel();
        } else {
            view.leave();
        }
    }

    /** Pins or unpins the contact. */
    void toggleFavourite() {
        if (directory.get() != null && person.contact() != null) {
            message = "";
            person.toggleFavourite();
        }
    }

    /** Deletes the contact; {@link #undo} brings it back. */
    void delete() {
        DirectoryService service = directory.get();
        Contact shown = person.contact();
        if (service != null && shown != null && person.isOwn() && !form.isOpen()) {
            Deleted gone = new Deleted(shown, person.favouriteAt());
            then(service.delete(shown.id()), nothing -> deleted(gone), Messages.notDeleted);
        }
    }

    /** Brings back what was deleted last, to its place among the favourites too. */
    void undo() {
        DirectoryService service = directory.get();
        Deleted gone = deleted;
        if (service == null || gone == null) {
            return;
        }
        CompletableFuture<Contact> back = service.save(gone.contact);
        if (gone.place >= 0) {
            back = back.thenCompose(saved -> service.pin(saved.id(), gone.place).thenApply(nothing -> saved));
        }
        then(back, saved -> show(saved.id(), true), Messages.notSaved);
    }

    /** An action with a number could not be done: it is offered no more. */
    void actionFailed() {
        say(Messages.cannotBeDone);
    }

    @Override
    public void contactsChanged() {
        display.execute(this::reload);
    }

    @Override
    public void sourceChanged(SourceStatus status) {
        display.execute(() -> {
            if (person.isFrom(status.id())) {
                refresh();
            }
        });
    }

    /** Asks for the contact again, for instance because a service came. */
    void reload() {
        person.reload();
    }

    @Override
    public void changed() {
        refresh();
    }

    @Override
    public void failed(String words, @Nullable Throwable failure) {
        LOG.warn("A contact of the directory: {}", words, failure);
        say(words);
    }

    /** Shows everything as it is now. */
    void refresh() {
        view.show(current());
        if (focusWhenShown && (person.isSettled() || form.isOpen())) {
            focusWhenShown = false;
            view.takeFocus();
        }
    }

    private ContactView current() {
        ContactView.Form written = form.view(message);
        if (written != null) {
            return written;
        }
        Deleted gone = deleted;
        if (gone != null) {
            String title = NLS.bind(Messages.deleted, Words.plain(gone.contact.name()));
            return new ContactView.Nobody(title, message, true);
        }
        return person.view(message);
    }

    private void show(ContactId wanted, boolean focus) {
        deleted = null;
        message = "";
        focusWhenShown = focus;
        person.set(wanted);
        refresh();
        reload();
    }

    private void saved(Contact saved) {
        ContactId next = form.takeNext();
        closeForm();
        view.announce(NLS.bind(Messages.saved, saved.name()));
        person.set(saved);
        show(next == null ? saved.id() : next, true);
    }

    private void deleted(Deleted gone) {
        person.clear();
        deleted = gone;
        message = "";
        refresh();
        view.announce(NLS.bind(Messages.deleted, gone.contact.name()));
        view.takeFocus();
    }

    private void openForm(ContactDraft draft) {
        form.open(draft);
        message = "";
        refresh();
    }

    private void closeForm() {
        form.close();
        message = "";
    }

    private void say(String words) {
        message = words;
        refresh();
        view.announce(words);
    }

    private <T> void then(CompletableFuture<T> future, Consumer<T> done, String otherwise) {
        BiConsumer<T, @Nullable Throwable> told = (result, failure) -> {
            form.setSaving(false);
            if (failure == null) {
                done.accept(result);
            } else {
                failed(otherwise, failure);
            }
        };
        future.whenCompleteAsync(told, display);
    }
}
