/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.centralino.directory.source.SourceException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Finds the address books behind an address (RFC 6764, 6; RFC 6352, 7.1.1). */
final class Discovery {
    private static final String WELL_KNOWN = "/.well-known/carddav";
    private static final String ADDRESS_BOOK = MultiStatus.CARDDAV + " addressbook";
    private static final String WHAT = """
            <?xml version="1.0" encoding="utf-8"?>
            <d:propfind xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop>
            <d:resourcetype/><d:current-user-principal/><c:addressbook-home-set/>
            </d:prop></d:propfind>""";

    private final DavClient client;
    private final CardDavSettings settings;

    Discovery(DavClient client, CardDavSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /** In the order in which the server names them, at least one. */
    List<URI> addressBooks() throws SourceException, InterruptedException {
        List<URI> found = behind(settings.url());
        if (found.isEmpty()) {
            found = behind(settings.url().resolve(WELL_KNOWN));
        }
        if (found.isEmpty()) {
            throw new SourceException(NLS.bind(Messages.noAddressBook, settings.url()), null);
        }
        return found;
    }

    private List<URI> behind(URI url) throws SourceException, InterruptedException {
        DavClient.Answer answer = client.ask(DavClient.PROPFIND, url, "0", WHAT);
        if (!answer.isMultiStatus()) {
            // Servers need not answer at their root, nor at the well-known address; anything else must be right.
            boolean mayBeNothing = url.getPath().equals("/") || url.getPath().equals(WELL_KNOWN);
            if (!mayBeNothing) {
                client.multiStatus(answer);
            }
            return List.of();
        }
        MultiStatus.Response here = first(client.multiStatus(answer));
        if (here == null) {
            return List.of();
        }
        if (here.property("resourcetype").names().contains(ADDRESS_BOOK)) {
            return List.of(answer.url());
        }
        Set<URI> homes = links(answer.url(), here, "addressbook-home-set");
        if (homes.isEmpty()) {
            for (URI principal : links(answer.url(), here, "current-user-principal")) {
                MultiStatus.Response user = first(client.multiStatus(DavClient.PROPFIND, principal, "0", WHAT));
                if (user != null) {
                    homes.addAll(links(principal, user, "addressbook-home-set"));
                }
            }
        }
        // What has neither may itself be a home.
        return in(homes.isEmpty() ? Set.of(answer.url()) : homes);
    }

    private List<URI> in(Set<URI> homes) throws SourceException, InterruptedException {
        List<URI> books = new ArrayList<>();
        for (URI home : homes) {
            for (MultiStatus.Response each :
                    client.multiStatus(DavClient.PROPFIND, home, "1", WHAT).responses()) {
                URI url = link(home, each.href());
                if (url != null && each.property("resourcetype").names().contains(ADDRESS_BOOK)) {
                    books.add(url);
                }
            }
        }
        return books;
    }

    private static MultiStatus.@Nullable Response first(MultiStatus status) {
        return status.responses().isEmpty() ? null : status.responses().get(0);
    }

    private Set<URI> links(URI from, MultiStatus.Response response, String property) {
        Set<URI> links = new LinkedHashSet<>();
        for (String href : response.property(property).hrefs()) {
            URI url = link(from, href);
            if (url != null) {
                links.add(url);
            }
        }
        return links;
    }

    /** Where a link leads; null where that is another server, or nowhere. */
    private @Nullable URI link(URI from, String href) {
        try {
            URI url = from.resolve(href);
            return client.isHere(url) ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
