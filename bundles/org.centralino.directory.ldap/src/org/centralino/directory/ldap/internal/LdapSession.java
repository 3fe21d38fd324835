/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.centralino.directory.source.SourceException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** A connection to a server that has accepted the user, and what can be asked by it. Used by one thread. */
final class LdapSession implements AutoCloseable {

    /** RFC 4511, 4.5.1.8: no attributes. */
    static final String NOTHING = "1.1";

    /** What Active Directory, and its Lightweight Directory Services, say they can do. */
    private static final List<String> MICROSOFT = List.of("1.2.840.113556.1.4.800", "1.2.840.113556.1.4.1851");

    private final LDAPConnection connection;
    private final LdapSettings settings;
    private final LdapFailures failures;
    private final boolean microsoft;
    private final String base;

    /** Takes an entry. */
    interface Entries {
        void take(SearchResultEntry entry) throws InterruptedException;
    }

    private LdapSession(LDAPConnection connection, LdapSettings settings, boolean microsoft, String base) {
        this.connection = connection;
        this.settings = settings;
        this.failures = new LdapFailures(settings);
        this.microsoft = microsoft;
        this.base = base;
    }

    static LdapSession open(LdapSettings settings) throws SourceException, InterruptedException {
        LDAPConnection connection = new LdapConnector(settings).connect();
        try {
            Entry server = connection.getEntry("", "supportedCapabilities", "defaultNamingContext", "namingContexts");
            boolean microsoft = server != null
                    && MICROSOFT.stream().anyMatch(oid -> server.hasAttributeValue("supportedCapabilities", oid));
            return new LdapSession(connection, settings, microsoft, base(settings, server));
        } catch (LDAPException e) {
            connection.close();
            interrupted(e);
            throw new LdapFailures(settings).asking(e, "", "");
        } catch (SourceException e) {
            connection.close();
            throw e;
        }
    }

    private static String base(LdapSettings settings, @Nullable Entry server) throws SourceException {
        String base = settings.base();
        if (base == null && server != null) {
            base = server.getAttributeValue("defaultNamingContext");
            if (base == null) {
                base = server.getAttributeValue("namingContexts");
            }
        }
        if (base == null) {
            throw new SourceException(NLS.bind(Messages.noBaseGiven, settings.server()), null);
        }
        return base;
    }

    /** Whether it is Active Directory or something like it. */
    boolean isMicrosoft() {
        return microsoft;
    }

    /** How many entries there are, as far as the server says without giving them; else -1. */
    int estimate(Filter filter) throws SourceException, InterruptedException {
        try {
            SearchResult result = search(request(null, filter, List.of(NOTHING), 1, null));
            SimplePagedResultsControl page = SimplePagedResultsControl.get(result);
            return page != null && page.getSize() > 0 ? page.getSize() : -1;
        } catch (LDAPException e) {
            interrupted(e);
            return -1;
        }
    }

    /**
     * Gives every entry that matches, page by page.
     *
     * @param elsewhere takes the addresses of other servers that have more of them
     * @return whether these were all; otherwise the server gives no more
     */
    boolean search(Filter filter, Collection<String> attributes, Entries entries, Consumer<String> elsewhere)
            throws SourceException, InterruptedException {
        Listener listener = new Listener(entries, elsewhere);
        ASN1OctetString cookie = null;
        try {
            do {
                SearchResult result = search(request(listener, filter, attributes, settings.pageSize(), cookie));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (result.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                    return false;
                }
                if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                    throw new LDAPException(result);
                }
                SimplePagedResultsControl page = SimplePagedResultsControl.get(result);
                cookie = page != null && page.moreResultsToReturn() ? page.getCookie() : null;
            } while (cookie != null);
            return true;
        } catch (LDAPException e) {
            interrupted(e);
            throw failures.asking(e, base, filter);
        } catch (CancellationException e) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    /** The library throws for every result but success; some of them are of use. */
    private SearchResult search(SearchRequest request) throws LDAPException {
        try {
            return connection.search(request);
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return e.getSearchResult();
            }
            throw e;
        }
    }

    private SearchRequest request(
            @Nullable SearchResultListener listener,
            Filter filter,
            Collection<String> attributes,
            int pageSize,
            @Nullable ASN1OctetString cookie) {
        SearchScope scope = settings.scope();
        // Not critical: a server without pages gives everything at once.
        Control[] pages = {new SimplePagedResultsControl(pageSize, cookie, false)};
        return new SearchRequest(
                listener,
                pages,
                base,
                scope,
                DereferencePolicy.NEVER,
                0,
                0,
                false,
                filter,
                attributes.toArray(new String[0]));
    }

    @Override
    public void close() {
        connection.close();
    }

    /** The library keeps the thread's flag when it gives up for it. */
    private static void interrupted(LDAPException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }

    /** Called by the library on the searching thread. */
    @NonNullByDefault({})
    private record Listener(Entries entries, Consumer<String> elsewhere) implements SearchResultListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void searchEntryReturned(SearchResultEntry entry) {
            try {
                entries.take(entry);
            } catch (InterruptedException e) {
                // It lets nothing else through.
                throw (CancellationException) new CancellationException().initCause(e);
            }
        }

        @Override
        public void searchReferenceReturned(SearchResultReference reference) {
            for (String url : reference.getReferralURLs()) {
                elsewhere.accept(url);
            }
        }
    }
}
