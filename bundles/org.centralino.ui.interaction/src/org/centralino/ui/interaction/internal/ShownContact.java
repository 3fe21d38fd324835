/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SourceStatus;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Who is shown, and what the directory tells of them. Display thread only; answers about somebody who is not shown any more are
 * dropped.
 */
final class ShownContact {

    private static final int LAST = Integer.MAX_VALUE;

    /** Who shows it. */
    interface Listener {

        void changed();

        /** @param words what could not be done, for people */
        void failed(String words, @Nullable Throwable failure);
    }

    private final Supplier<@Nullable DirectoryService> directory;
    private final Supplier<List<ActionFace>> actions;
    private final Executor display;
    private final InstantSource clock;
    private final Listener listener;

    private @Nullable ContactId id;
    private @Nullable Contact contact;
    private @Nullable Photo photo;
    private boolean answered;
    private int favouriteAt = -1;
    private int question;

    ShownContact(
            Supplier<@Nullable DirectoryService> directory,
            Supplier<List<ActionFace>> actions,
            Executor display,
            InstantSource clock,
            Listener listener) {
        this.directory = directory;
        this.actions = actions;
        this.display = display;
        this.clock = clock;
        this.listener = listener;
    }

    /** It is this one from now on; {@link #reload} asks for what is known of them. */
    void set(ContactId wanted) {
        if (!is(wanted)) {
            id = wanted;
            contact = null;
            photo = null;
            answered = false;
            favouriteAt = -1;
        }
    }

    /** It is this one from now on, of whom all is known but the photo. */
    void set(Contact known) {
        if (!is(known.id())) {
            favouriteAt = -1;
        }
        id = known.id();
        contact = known;
        photo = null;
    }

    /** It is nobody from now on. */
    void clear() {
        id = null;
        contact = null;
        photo = null;
    }

    private boolean is(ContactId other) {
        ContactId shown = id;
        return shown != null && shown.equals(other);
    }

    /** Whether it is somebody of this source. */
    boolean isFrom(String source) {
        ContactId shown = id;
        return shown != null && shown.source().equals(source);
    }

    /** Whether the contact is the user's own. */
    boolean isOwn() {
        Contact shown = contact;
        return shown != null && shown.id().source().equals(ContactId.LOCAL);
    }

    /** Whether it is known who that is, or that there is nobody. */
    boolean isSettled() {
        return contact != null || answered;
    }

    @Nullable
    Contact contact() {
        return contact;
    }

    /** The place among the favourites, -1: none. */
    int favouriteAt() {
        return favouriteAt;
    }

    /** Asks for everything again. */
    void reload() {
        ContactId shown = id;
        DirectoryService service = directory.get();
        if (service == null || shown == null) {
            listener.changed();
            return;
        }
        int asked = ++question;
        service.contact(shown)
                .whenCompleteAsync((found, failure) -> ifStill(asked, () -> loaded(found, failure)), display);
        service.favourites()
                .whenCompleteAsync((pinned, failure) -> ifStill(asked, () -> pinned(pinned, failure)), display);
    }

    private void ifStill(int asked, Runnable run) {
        if (asked == question) {
            run.run();
        }
    }

    private void loaded(@Nullable Optional<Contact> found, @Nullable Throwable failure) {
        answered = true;
        if (found == null || failure != null) {
            listener.failed(Messages.notRead, failure);
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
        listener.changed();
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
                            if (is(of) && picture != null) {
                                photo = picture.isEmpty() ? null : picture.get();
                                listener.changed();
                            }
                        },
                        display);
    }

    private void pinned(@Nullable List<Contact> favourites, @Nullable Throwable failure) {
        ContactId shown = id;
        if (favourites != null && failure == null && shown != null) {
            favouriteAt = favourites.stream().map(Contact::id).toList().indexOf(shown);
            listener.changed();
        }
    }

    /** Pins or unpins the contact; that is shown at once, and taken back where it cannot be done. */
    void toggleFavourite() {
        DirectoryService service = directory.get();
        ContactId shown = id;
        if (service == null || shown == null || contact == null) {
            return;
        }
        int before = favouriteAt;
        favouriteAt = before < 0 ? LAST : -1;
        listener.changed();
        CompletableFuture<Void> done = before < 0 ? service.pin(shown, LAST) : service.unpin(shown);
        done.whenCompleteAsync(
                (nothing, failure) -> {
                    if (failure != null && is(shown)) {
                        favouriteAt = before;
                        listener.failed(Messages.notChanged, failure);
                    }
                },
                display);
    }

    /** What there is to see. @param message what just failed; may be empty */
    ContactView view(String message) {
        Contact shown = contact;
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
                isOwn(),
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
}
