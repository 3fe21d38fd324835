/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Decides what the view of a contact shows. Everything happens on the display thread; what the directory tells on others is
 * handed over to it, and an answer about somebody who is not shown any more is dropped.
 */
final class ContactPresenter implements DirectoryListener {

    private static final Logger LOG = LoggerFactory.getLogger(ContactPresenter.class);
    private static final int LAST = Integer.MAX_VALUE;

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
    private final Supplier<List<ActionFace>> actions;
    private final Executor display;
    private final InstantSource clock;
    private final View view;

    private @Nullable ContactId id;
    private @Nullable Contact contact;
    private @Nullable Photo photo;
    private @Nullable Deleted deleted;
    private @Nullable ContactDraft form;
    private @Nullable ContactDraft typed;
    private @Nullable ContactId afterForm;
    private boolean answered;
    private boolean warned;
    private boolean saving;
    private boolean focusWhenShown;
    private int favouriteAt = -1;
    private String message = "";
    private int question;
    private int opening;

    ContactPresenter(
            Supplier<@Nullable DirectoryService> directory,
            Supplier<List<ActionFace>> actions,
            Executor display,
            InstantSource clock,
            View view) {
        this.directory = directory;
        this.actions = actions;
        this.display = display;
        this.clock = clock;
        this.view = view;
    }

    /** Shows a contact. What is being written is not lost by it: it is shown after that. */
    void open(ContactId wanted, boolean focus) {
        if (isUnsaved()) {
            afterForm = wanted;
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
        if (isUnsaved()) {
            say(Messages.finishFirst);
        } else {
            openForm(ContactDraft.create(number));
        }
        view.takeFocus();
    }

    /** Opens the form for the contact that is shown; of another source: for a copy of it. */
    void edit() {
        Contact shown = contact;
        if (shown != null && form == null) {
            openForm(isOwn(shown) ? ContactDraft.of(shown) : ContactDraft.copyOf(shown));
            view.takeFocus();
        }
    }

    /** The form has this in it now. */
    void typed(ContactDraft draft) {
        typed = draft;
        warned = false;
        if (!message.isEmpty()) {
            message = "";
            refresh();
        }
    }

    /** Saves the form, if nothing is wrong with it; what is. */
    Map<String, String> save(ContactDraft draft) {
        typed = draft;
        Map<String, String> problems = DraftCheck.check(draft);
        DirectoryService service = directory.get();
        if (!problems.isEmpty() || saving) {
            return problems;
        }
        if (service == null) {
            say(Messages.noDirectory);
            return problems;
        }
        saving = true;
        message = "";
        refresh();
        then(service.save(draft.toContact()), this::saved, Messages.notSaved);
        return problems;
    }

    /** Takes the form away; what was typed in it only when asked twice. */
    void cancel() {
        if (saving) {
            return;
        }
        if (isUnsaved() && !warned) {
            warned = true;
            say(Messages.cancelAgain);
            return;
        }
        closeForm();
        ContactId next = afterForm;
        afterForm = null;
        if (next != null) {
            show(next, true);
        } else {
            refresh();
            view.takeFocus();
        }
    }

    /** One step back: out of the form, else to where contacts are looked for. */
    void back() {
        if (form != null) {
            cancel();
        } else {
            view.leave();
        }
    }

    /** Pins or unpins the contact. */
    void toggleFavourite() {
        DirectoryService service = directory.get();
        ContactId shown = id;
        if (service == null || shown == null || contact == null) {
            return;
        }
        int before = favouriteAt;
        favouriteAt = before < 0 ? LAST : -1;
        message = "";
        refresh();
        CompletableFuture<Void> done = before < 0 ? service.pin(shown, LAST) : service.unpin(shown);
        done.whenCompleteAsync(
                (nothing, failure) -> {
                    if (failure != null && isShown(shown)) {
                        favouriteAt = before;
                        failed(Messages.notChanged, failure);
                    }
                },
                display);
    }

    /** Deletes the contact; {@link #undo} brings it back. */
    void delete() {
        DirectoryService service = directory.get();
        Contact shown = contact;
        if (service != null && shown != null && isOwn(shown) && form == null) {
            Deleted gone = new Deleted(shown, favouriteAt);
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
            ContactId shown = id;
            if (shown != null && shown.source().equals(status.id())) {
                refresh();
            }
        });
    }

    /** Asks for the contact again, for instance because a service came. */
    void reload() {
        ContactId shown = id;
        DirectoryService service = directory.get();
        if (service == null || shown == null) {
            refresh();
            return;
        }
        int asked = ++question;
        service.contact(shown)
                .whenCompleteAsync((found, failure) -> ifStill(asked, () -> loaded(found, failure)), display);
        service.favourites()
                .whenCompleteAsync((pinned, failure) -> ifStill(asked, () -> pinned(pinned, failure)), display);
    }

    /** Shows everything as it is now. */
    void refresh() {
        view.show(current());
        if (focusWhenShown && (contact != null || answered || form != null)) {
            focusWhenShown = false;
            view.takeFocus();
        }
    }

    private void show(ContactId wanted, boolean focus) {
        deleted = null;
        message = "";
        focusWhenShown = focus;
        if (!isShown(wanted)) {
            id = wanted;
            contact = null;
            photo = null;
            answered = false;
            favouriteAt = -1;
        }
        refresh();
        reload();
    }

    private void loaded(@Nullable Optional<Contact> found, @Nullable Throwable failure) {
        answered = true;
        if (found == null || failure != null) {
            failed(Messages.notRead, failure);
            return;
        }
        Contact before = contact;
        Contact now = found.isEmpty() ? null : found.get();
        contact = now;
        if (now == null || !now.hasPhoto()) {
            photo = null;
        } else if (before == null || !now.equals(before) || photo == null) {
            askPhoto(now.id());
        }
        refresh();
    }

    private void askPhoto(ContactId of) {
        DirectoryService service = directory.get();
        if (service == null) {
            return;
        }
        // unpacked on a thread of its own pool: neither the directory's nor the display's
        service.photo(of)
                .thenApplyAsync(bytes -> bytes.flatMap(PhotoDecoder::decode))
                .whenCompleteAsync(
                        (picture, failure) -> {
                            if (isShown(of) && picture != null) {
                                photo = picture.isEmpty() ? null : picture.get();
                                refresh();
                            }
                        },
                        display);
    }

    private void pinned(@Nullable List<Contact> favourites, @Nullable Throwable failure) {
        ContactId shown = id;
        if (favourites != null && failure == null && shown != null) {
            favouriteAt = favourites.stream().map(Contact::id).toList().indexOf(shown);
            refresh();
        }
    }

    private void saved(Contact saved) {
        ContactId next = afterForm;
        afterForm = null;
        closeForm();
        view.announce(NLS.bind(Messages.saved, saved.name()));
        if (!isShown(saved.id())) {
            favouriteAt = -1;
        }
        id = saved.id();
        contact = saved;
        photo = null;
        show(next == null ? saved.id() : next, true);
    }

    private void deleted(Deleted gone) {
        id = null;
        contact = null;
        photo = null;
        deleted = gone;
        message = "";
        refresh();
        view.announce(NLS.bind(Messages.deleted, gone.contact.name()));
        view.takeFocus();
    }

    private ContactView current() {
        ContactDraft draft = form;
        Contact shown = contact;
        Deleted gone = deleted;
        if (draft != null) {
            boolean fresh = draft.id().key().isEmpty();
            String title = fresh ? Messages.newContact : NLS.bind(Messages.editContact, draft.name());
            return new ContactView.Form(opening, draft, Words.plain(title), message, saving);
        }
        if (gone != null) {
            String title = NLS.bind(Messages.deleted, Words.plain(gone.contact.name()));
            return new ContactView.Nobody(title, message, true);
        }
        if (id == null) {
            return new ContactView.Nobody(Messages.nobody, Messages.nobodyHint, false);
        }
        if (shown == null) {
            return directory.get() == null
                    ? new ContactView.Nobody(Messages.noDirectory, "", false)
                    : !answered
                            ? new ContactView.Loading()
                            : new ContactView.Nobody(message.isEmpty() ? Messages.gone : message, "", false);
        }
        SourceStatus source = source(shown.id().source());
        return new ContactView.Somebody(
                shown,
                Words.subtitle(shown),
                Words.origin(shown, source, clock.instant(), ZoneId.systemDefault()),
                source != null && source.state() == SourceStatus.State.FAILED,
                isOwn(shown),
                favouriteAt >= 0,
                photo,
                actions.get(),
                message);
    }

    private @Nullable SourceStatus source(String wanted) {
        DirectoryService service = directory.get();
        if (service != null) {
            for (SourceStatus status : service.sources()) {
                if (status.id().equals(wanted)) {
                    return status;
                }
            }
        }
        return null;
    }

    private boolean isShown(ContactId other) {
        ContactId shown = id;
        return shown != null && shown.equals(other);
    }

    private static boolean isOwn(Contact shown) {
        return shown.id().source().equals(ContactId.LOCAL);
    }

    private boolean isUnsaved() {
        ContactDraft begun = form;
        ContactDraft now = typed;
        return begun != null && now != null && !now.equals(begun);
    }

    private void openForm(ContactDraft draft) {
        form = draft;
        typed = null;
        warned = false;
        message = "";
        opening++;
        refresh();
    }

    private void closeForm() {
        form = null;
        typed = null;
        warned = false;
        saving = false;
        message = "";
    }

    private void say(String words) {
        message = words;
        refresh();
        view.announce(words);
    }

    private void ifStill(int asked, Runnable run) {
        if (asked == question) {
            run.run();
        }
    }

    private <T> void then(CompletableFuture<T> future, Consumer<T> done, String otherwise) {
        BiConsumer<T, @Nullable Throwable> told = (result, failure) -> {
            saving = false;
            if (failure == null) {
                done.accept(result);
            } else {
                failed(otherwise, failure);
            }
        };
        future.whenCompleteAsync(told, display);
    }

    private void failed(String words, @Nullable Throwable failure) {
        LOG.warn("A contact of the directory: {}", words, failure);
        say(words);
    }
}
