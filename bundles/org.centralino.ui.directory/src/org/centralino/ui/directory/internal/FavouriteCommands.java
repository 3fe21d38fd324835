/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Match;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pins people, unpins them and gives them their places. Display thread only. */
final class FavouriteCommands {

    private static final Logger LOG = LoggerFactory.getLogger(FavouriteCommands.class);

    private final Supplier<@Nullable DirectoryService> directory;
    private final Executor display;
    private final Consumer<String> told;
    private final Runnable failed;

    /**
     * @param told what came of it, in words for people
     * @param failed run where it could not be done: what is shown may be wrong
     */
    FavouriteCommands(
            Supplier<@Nullable DirectoryService> directory, Executor display, Consumer<String> told, Runnable failed) {
        this.directory = directory;
        this.display = display;
        this.told = told;
        this.failed = failed;
    }

    /** Whether there is a directory to change them in. */
    boolean isPossible() {
        return directory.get() != null;
    }

    void toggle(Match match) {
        DirectoryService service = directory.get();
        if (service == null) {
            return;
        }
        Contact contact = match.contact();
        boolean pinned = match.favourite();
        CompletableFuture<Void> done =
                pinned ? service.unpin(contact.id()) : service.pin(contact.id(), Integer.MAX_VALUE);
        tell(done, Words.pinned(contact.name(), !pinned));
    }

    /** Gives a favourite another place. @param of how many there are */
    void move(Contact contact, int to, int of) {
        DirectoryService service = directory.get();
        if (service != null) {
            tell(service.pin(contact.id(), to), Words.moved(contact.name(), to, of));
        }
    }

    private void tell(CompletableFuture<Void> done, String words) {
        done.whenComplete((nothing, failure) -> display.execute(() -> {
            if (failure == null) {
                told.accept(words);
            } else {
                LOG.warn("The favourites cannot be changed", failure);
                told.accept(Messages.pinFailed);
                failed.run();
            }
        }));
    }
}
