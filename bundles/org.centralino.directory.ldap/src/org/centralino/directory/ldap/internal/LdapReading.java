/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.util.StaticUtils;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.centralino.directory.Contact;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.SourceException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * One reading of a server.
 *
 * <p>LDAP tells of what is new, and not of what is gone. So a reading of changes asks first for the keys of all entries, and
 * compares those that are older than the last reading with what it had then: where they differ, something was deleted, moved,
 * or does not match any more, and everything is read.
 */
final class LdapReading {

    /** Parts of Active Directory that a search of its root points to, and where nobody is. */
    private static final List<String> NOBODY_THERE =
            List.of("dc=domaindnszones", "dc=forestdnszones", "cn=configuration");

    /** Of Active Directory. */
    private static final String ACCOUNT_CONTROL = "userAccountControl";

    private static final int ACCOUNT_DISABLED = 2;

    private final LdapSettings settings;
    private final LdapSession session;
    private final ContactSink sink;
    private final EntryMapping mapping;
    private final Filter filter;
    private final Instant begin = Instant.now();
    private final Set<String> elsewhere = new HashSet<>();
    private final List<String> everything;
    private KeySet keys = new KeySet();
    private Instant latest = Instant.EPOCH;

    LdapReading(LdapSettings settings, LdapSession session, ContactSink sink) throws SourceException {
        this.settings = settings;
        this.session = session;
        this.sink = sink;
        this.mapping = new EntryMapping(settings.source(), sink);
        this.filter = filter();
        everything = new ArrayList<>(mapping.attributes());
        everything.addAll(EntryIdentity.ATTRIBUTES);
        everything.add(ACCOUNT_CONTROL);
    }

    /** Reads what changed since, or everything. Returns what to pass the next time; null: nothing. */
    @Nullable
    Mark read(@Nullable Mark since) throws SourceException, InterruptedException {
        if (since != null && since.serves(settings, begin)) {
            Mark mark = changes(since);
            if (mark != null) {
                return mark;
            }
        }
        return all(since);
    }

    private @Nullable Mark all(@Nullable Mark before) throws SourceException, InterruptedException {
        keys = new KeySet();
        latest = Instant.EPOCH;
        sink.all(expected(before));
        boolean complete = session.search(
                filter,
                everything,
                entry -> {
                    EntryIdentity identity = EntryIdentity.of(entry);
                    keys.add(KeySet.hash(identity.key()));
                    put(entry, identity, false);
                },
                this::elsewhere);
        if (!complete) {
            sink.problem(settings.server(), NLS.bind(Messages.truncated, keys.count()));
            return null;
        }
        return latest.equals(Instant.EPOCH) ? null : mark(begin);
    }

    /** Who reads for the first time watches the bar: counting is worth its time then. */
    private int expected(@Nullable Mark before) throws SourceException, InterruptedException {
        int estimate = session.estimate(filter);
        if (estimate > 0) {
            return estimate;
        }
        if (before != null) {
            return (int) Math.min(before.keys().count(), Integer.MAX_VALUE);
        }
        int[] count = new int[1];
        session.search(filter, List.of(LdapSession.NOTHING), entry -> count[0]++, url -> {});
        return count[0];
    }

    /** Null where everything must be read. */
    private @Nullable Mark changes(Mark since) throws SourceException, InterruptedException {
        KeySet old = new KeySet();
        Set<Long> young = new HashSet<>();
        latest = since.latest();
        boolean complete = session.search(
                filter,
                EntryIdentity.ATTRIBUTES,
                entry -> {
                    EntryIdentity identity = EntryIdentity.of(entry);
                    long key = KeySet.hash(identity.key());
                    keys.add(key);
                    if (identity.created().isAfter(since.latest())) {
                        young.add(key);
                    } else {
                        old.add(key);
                    }
                },
                url -> {});
        if (!complete || !old.isSame(since.keys())) {
            return null;
        }
        Filter changed = Filter.createANDFilter(
                Filter.createGreaterOrEqualFilter(
                        session.isMicrosoft() ? "whenChanged" : "modifyTimestamp", time(since.since())),
                filter);
        complete = session.search(
                changed,
                everything,
                entry -> {
                    EntryIdentity identity = EntryIdentity.of(entry);
                    long key = KeySet.hash(identity.key());
                    if (identity.created().isAfter(since.latest()) && young.add(key)) {
                        keys.add(key);
                    }
                    put(entry, identity, true);
                },
                this::elsewhere);
        return complete ? mark(since.full()) : null;
    }

    private void put(SearchResultEntry entry, EntryIdentity identity, boolean mayBeKnown) throws InterruptedException {
        for (Instant time : List.of(identity.created(), identity.changed())) {
            latest = time.isAfter(latest) ? time : latest;
        }
        if (isSwitchedOff(entry)) {
            if (mayBeKnown) {
                sink.remove(identity.key());
            }
            return;
        }
        byte[] photo = mapping.photo(entry);
        Contact contact = mapping.contact(entry, identity.key(), photo != null);
        if (contact != null) {
            sink.put(contact, photo);
            return;
        }
        sink.problem(EntryMapping.name(entry), Messages.noName);
        if (mayBeKnown) {
            sink.remove(identity.key());
        }
    }

    /** Whether it is the account of somebody who is not to use it any more, and the settings do not say whom they want. */
    private boolean isSwitchedOff(SearchResultEntry entry) {
        Integer control = settings.filter() == null ? entry.getAttributeValueAsInteger(ACCOUNT_CONTROL) : null;
        return control != null && (control & ACCOUNT_DISABLED) != 0;
    }

    private Mark mark(Instant full) {
        return Mark.at(settings.fingerprint(), latest, begin, full, keys);
    }

    private void elsewhere(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (NOBODY_THERE.stream().noneMatch(lower::contains) && elsewhere.add(url)) {
            sink.problem(Texts.line(url), Messages.referral);
        }
    }

    private Filter filter() {
        Filter own = settings.filter();
        if (own != null) {
            return own;
        }
        if (session.isMicrosoft()) {
            // There, computers are persons by their class, but not by their category.
            return Filter.createANDFilter(
                    Filter.createEqualityFilter("objectCategory", "person"), mapping.withNumber());
        }
        return Filter.createANDFilter(Filter.createEqualityFilter("objectClass", "person"), mapping.withNumber());
    }

    private static String time(Instant time) {
        // Active Directory understands no thousandths but ".0".
        return StaticUtils.encodeGeneralizedTime(time.toEpochMilli()).substring(0, 14) + ".0Z";
    }
}
