/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.centralino.directory.source.SourceSettings;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Everybody who can be called. Every method may be called on any thread and returns at once; what takes time is a future,
 * completed on a thread of the directory. No source is asked while searching: its last copy, kept on disk, serves.
 */
@ProviderType
public interface DirectoryService {

    /**
     * Makes these the sources in use, for this user. Contacts of sources that are gone are forgotten, new sources are read in
     * the background, those in use with the same settings go on.
     *
     * @param user whose favourites and own contacts these are: the profile's user, or the address of the account
     * @param country ISO 3166-1 alpha-2, by which numbers without a country are understood
     * @param favourites names or numbers the profile pins for a user who has pinned nobody yet
     */
    void use(String user, String country, List<SourceSettings> sources, List<String> favourites);

    /**
     * Says by which hosts the user's own exchange is known, for {@link #byNumber}; none before.
     *
     * @param hosts names without ports
     */
    void exchange(Set<String> hosts);

    /** Searches. A search begun later makes one that has not started yet end cancelled. */
    CompletableFuture<SearchResult> search(SearchQuery query);

    /** A contact as it is now; empty when there is none. */
    CompletableFuture<Optional<Contact>> contact(ContactId id);

    /**
     * Who has this number or SIP address, however either was written; favourites, then people often called, then internal
     * contacts lead. Empty when nobody has. The user of an address stands for that number where the host is one of {@link
     * #exchange} or an IP address; at other hosts only where the number is a global one (E.164, as understood in the
     * country), for extensions are each exchange's own.
     */
    CompletableFuture<Optional<Contact>> byNumber(String number);

    /** The photo of a contact, PNG or JPEG, at most 1 MB and 4096 pixels each way; empty when there is none. */
    CompletableFuture<Optional<byte[]>> photo(ContactId id);

    /** Those that the user pinned, in the user's order. */
    CompletableFuture<List<Contact>> favourites();

    /**
     * Pins a contact at a place of the favourites, or moves it there.
     *
     * @param place from 0; beyond the end: at the end
     */
    CompletableFuture<Void> pin(ContactId id, int place);

    /** Unpins a contact; nothing happens where it is not pinned. */
    CompletableFuture<Void> unpin(ContactId id);

    /**
     * Adds or changes a contact of the user's own.
     *
     * @param contact its id's source is {@link ContactId#LOCAL}; an empty key asks for a new one
     * @return the contact as it is kept
     */
    CompletableFuture<Contact> save(Contact contact);

    /** Removes a contact of the user's own. */
    CompletableFuture<Void> delete(ContactId id);

    /** Counts a call with this number, so that people often called lead. */
    void called(String number);

    /** How the sources stand, in the order of {@link #use}, the user's own contacts last. */
    List<SourceStatus> sources();

    /** Reads a source again now. */
    void refresh(String source);

    /** Stops reading a source; what can be found stays as it was before. */
    void cancel(String source);
}
