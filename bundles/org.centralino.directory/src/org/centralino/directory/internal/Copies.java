/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.centralino.directory.internal.index.Catalogue;
import org.centralino.directory.internal.index.Copy;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copies that serve, one of each source, and all of them together, which is what is asked. Of the thread of the directory. A
 * copy that is given here is closed here.
 */
final class Copies {

    interface Question<T> {

        T ask(Catalogue present) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

    private final Own own;
    private final Seeds seeds;
    private final News news;
    private final Runnable suspect;
    private final Map<String, Copy> copies = new TreeMap<>();
    private @Nullable Catalogue catalogue;

    /** @param suspect run when something cannot be read: some copy may be damaged, and which one has to be found out */
    Copies(Own own, Seeds seeds, News news, Runnable suspect) {
        this.own = own;
        this.seeds = seeds;
        this.news = news;
        this.suspect = suspect;
    }

    /** The copy of a source that serves now. */
    Optional<Copy> of(String source) {
        return Optional.ofNullable(copies.get(source));
    }

    /** Lets a copy serve in the place of the one before of its source. */
    void put(Copy copy) {
        exchange(List.of(), List.of(copy));
    }

    /** Lets those of some sources go and others serve. */
    void exchange(Collection<String> gone, Collection<Copy> come) {
        List<Copy> old = new ArrayList<>();
        gone.forEach(source -> Optional.ofNullable(copies.remove(source)).ifPresent(old::add));
        come.forEach(
                copy -> Optional.ofNullable(copies.put(copy.source(), copy)).ifPresent(old::add));
        assemble();
        old.forEach(Copies::close);
    }

    /** Lets a copy go, if it is the one that serves. @return whether it was */
    boolean drop(Copy copy) {
        boolean served = copies.remove(copy.source(), copy);
        if (served) {
            assemble();
            close(copy);
        }
        return served;
    }

    private void assemble() {
        try {
            Catalogue assembled = new Catalogue(copies.values());
            own.lead(assembled);
            catalogue = assembled;
            if (seeds.pin(assembled)) {
                own.lead(assembled);
                news.contactsChanged();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The copies of the sources cannot be searched together", e);
            suspect.run();
        }
    }

    /** Finds out again who leads. */
    void leadAgain() {
        Catalogue present = catalogue;
        if (present != null) {
            try {
                own.lead(present);
            } catch (IOException | RuntimeException e) {
                LOG.error("Who leads cannot be found", e);
                suspect.run();
            }
        }
    }

    <T> T ask(Question<T> question, T otherwise) throws IOException {
        Catalogue present = catalogue;
        if (present == null) {
            return otherwise;
        }
        try {
            return question.ask(present);
        } catch (IOException | RuntimeException | InternalError | AssertionError e) {
            suspect.run();
            throw e;
        }
    }

    void close() {
        catalogue = null;
        copies.values().forEach(Copies::close);
        copies.clear();
    }

    /** Closes one that does not serve. */
    static void close(Copy copy) {
        try {
            copy.close();
        } catch (IOException e) {
            LOG.warn("A copy of {} could not be closed", copy.source(), e);
        }
    }
}
