/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.directory.source.SourceException;
import org.eclipse.jdt.annotation.Nullable;

/** Asks for one address book: what is in it, what changed, and the cards themselves. */
final class AddressBook {
    private static final int BATCH = 50;
    private static final int MOST_ROUNDS = 10_000;
    private static final String ETAGS = """
            <?xml version="1.0" encoding="utf-8"?>
            <d:propfind xmlns:d="DAV:"><d:prop><d:getetag/><d:resourcetype/></d:prop></d:propfind>""";
    private static final String SYNC = """
            <?xml version="1.0" encoding="utf-8"?>
            <d:sync-collection xmlns:d="DAV:"><d:sync-token>%s</d:sync-token><d:sync-level>1</d:sync-level>\
            <d:prop><d:getetag/></d:prop></d:sync-collection>""";
    private static final String MULTIGET = """
            <?xml version="1.0" encoding="utf-8"?>
            <c:addressbook-multiget xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav">\
            <d:prop><d:getetag/><c:address-data/></d:prop>%s</c:addressbook-multiget>""";

    private final DavClient client;
    private final URI url;

    /**
     * What there is to read, and how far this reading comes. Immutable.
     *
     * @param changed the paths of resources
     * @param gone the same
     */
    record Changes(Set<String> changed, Set<String> gone, SyncState.Book next) {}

    /** Takes a card by its path; null: there is none there any more. */
    interface Cards {
        void take(String path, @Nullable String card) throws InterruptedException;
    }

    AddressBook(DavClient client, URI url) {
        this.client = client;
        this.url = url;
    }

    String url() {
        return url.toString();
    }

    /**
     * What changed since; null where the server cannot say, and everything must be read.
     *
     * @param since null: everything is wanted
     */
    @Nullable
    Changes changes(SyncState.@Nullable Book since) throws SourceException, InterruptedException {
        if (since == null || !since.token().isEmpty()) {
            Changes changes = sync(since == null ? "" : since.token());
            if (changes != null || since != null) {
                return changes;
            }
        }
        return compare(since == null ? Map.of() : since.etags());
    }

    /** By sync-collection (RFC 6578); null where the server does not know it, or the token not any more. */
    private @Nullable Changes sync(String since) throws SourceException, InterruptedException {
        Set<String> changed = new LinkedHashSet<>();
        Set<String> gone = new LinkedHashSet<>();
        String token = since;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            DavClient.Answer answer = client.ask(DavClient.REPORT, url, "0", SYNC.replace("%s", escaped(token)));
            if (!answer.isMultiStatus() && answer.status() < 500 || answer.status() == 501) {
                return null;
            }
            MultiStatus status = client.multiStatus(answer);
            boolean cut = false;
            for (MultiStatus.Response each : status.responses()) {
                String path = path(each.href());
                if (each.status() == 507) {
                    cut = true;
                } else if (path == null || path.endsWith("/") || path.equals(url.getPath())) {
                    continue;
                } else if (each.status() == 404) {
                    gone.add(path);
                    changed.remove(path);
                } else {
                    changed.add(path);
                    gone.remove(path);
                }
            }
            String next = status.syncToken();
            if (next == null || next.isEmpty()) {
                return null;
            }
            boolean moved = !next.equals(token);
            token = next;
            if (!cut || !moved) {
                return new Changes(changed, gone, new SyncState.Book(token, Map.of()));
            }
        }
        return null;
    }

    /** By the ETags of everything, for servers that know nothing better. */
    private Changes compare(Map<String, String> before) throws SourceException, InterruptedException {
        Map<String, String> etags = new LinkedHashMap<>();
        for (MultiStatus.Response each :
                client.multiStatus(DavClient.PROPFIND, url, "1", ETAGS).responses()) {
            String path = path(each.href());
            boolean collection = each.property("resourcetype").names().contains(MultiStatus.DAV + " collection");
            if (path != null && !path.endsWith("/") && !path.equals(url.getPath()) && !collection) {
                etags.put(path, each.property("getetag").text().strip());
            }
        }
        Set<String> changed = new LinkedHashSet<>();
        etags.forEach((path, etag) -> {
            if (etag.isEmpty() || !etag.equals(before.get(path))) {
                changed.add(path);
            }
        });
        Set<String> gone = new LinkedHashSet<>(before.keySet());
        gone.removeAll(etags.keySet());
        return new Changes(changed, gone, new SyncState.Book("", etags));
    }

    /** Gives the cards at these paths, some at a time. */
    void cards(Collection<String> paths, Cards cards) throws SourceException, InterruptedException {
        List<String> all = new ArrayList<>(paths);
        for (int i = 0; i < all.size(); i += BATCH) {
            Set<String> wanted = new LinkedHashSet<>(all.subList(i, Math.min(i + BATCH, all.size())));
            StringBuilder hrefs = new StringBuilder();
            for (String path : wanted) {
                hrefs.append("<d:href>").append(escaped(rawPath(path))).append("</d:href>");
            }
            MultiStatus status = client.multiStatus(DavClient.REPORT, url, "0", MULTIGET.replace("%s", hrefs));
            for (MultiStatus.Response each : status.responses()) {
                String path = path(each.href());
                String card = each.property("address-data").text();
                if (path != null && wanted.remove(path)) {
                    cards.take(path, card.isBlank() ? null : card);
                }
            }
            for (String missing : wanted) {
                cards.take(missing, null);
            }
        }
    }

    /** The path of a resource of this book, as it is kept; null where the link leads elsewhere. */
    private @Nullable String path(String href) {
        try {
            URI resource = url.resolve(href);
            return client.isHere(resource) ? resource.getPath() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String rawPath(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
