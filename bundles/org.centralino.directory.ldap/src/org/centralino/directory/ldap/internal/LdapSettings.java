/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SearchScope;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Which server, how it is reached and what is asked of it. Immutable.
 *
 * @param source what the profile says
 * @param ldaps whether encryption comes before LDAP does
 * @param startTls what is to be done about encryption otherwise
 * @param base where entries begin; null: where the server says
 * @param filter which entries; null: persons with a number
 * @param user empty: nobody
 * @param timeout for each answer
 */
record LdapSettings(
        SourceSettings source,
        String host,
        int port,
        boolean ldaps,
        StartTls startTls,
        @Nullable String base,
        @Nullable Filter filter,
        SearchScope scope,
        String user,
        String password,
        int pageSize,
        Duration timeout) {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_TIMEOUT = 600;
    private static final int LARGEST_PAGE = 10_000;
    private static final List<String> NOT_WHAT_IS_READ = List.of("password", "trust", "pageSize", "timeoutSeconds");

    /** What is to be done about encryption on {@code ldap://}. */
    enum StartTls {
        REQUIRED,
        /** Goes on in clear where the server has none, but then without a password. */
        PREFERRED,
        /** Everything in clear, a password too: only where the settings say so. */
        OFF
    }

    static LdapSettings of(SourceSettings source) throws SourceException {
        LDAPURL url = url(source);
        boolean ldaps = url.getScheme().equalsIgnoreCase("ldaps");
        String user = text(source, "bindDn", text(source, "user", ""));
        String password = text(source, "password", "");
        if (user.isEmpty() != password.isEmpty()) {
            throw bad(user.isEmpty() ? "bindDn" : "password", "");
        }
        String base =
                text(source, "base", url.baseDNProvided() ? url.getBaseDN().toString() : "");
        return new LdapSettings(
                source,
                url.getHost(),
                url.getPort(),
                ldaps,
                startTls(source, url.getHost()),
                base.isEmpty() ? null : base,
                filter(source, url),
                scope(source, url),
                user,
                password,
                number(source, "pageSize", 500, LARGEST_PAGE),
                Duration.ofSeconds(number(source, "timeoutSeconds", 30, LONGEST_TIMEOUT)));
    }

    /** Until there is a connection. */
    Duration connectTimeout() {
        return timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
    }

    /** The server as people call it. */
    String server() {
        return host + ":" + port;
    }

    /** Changes with what decides which entries are read and what they mean. */
    String fingerprint() {
        TreeMap<String, List<String>> values = new TreeMap<>(source.values());
        NOT_WHAT_IS_READ.forEach(values::remove);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((source.id() + source.kind() + values).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static SourceException bad(String key, @Nullable String value) {
        return new SourceException(NLS.bind(Messages.badSetting, key, value == null ? "" : value), null);
    }

    private static LDAPURL url(SourceSettings source) throws SourceException {
        String text = text(source, "url", "");
        try {
            LDAPURL url = new LDAPURL(text);
            boolean known =
                    url.getScheme().equalsIgnoreCase("ldap") || url.getScheme().equalsIgnoreCase("ldaps");
            if (known && url.hostProvided()) {
                return url;
            }
        } catch (LDAPException e) {
            throw new SourceException(NLS.bind(Messages.badSetting, "url", text), e);
        }
        throw bad("url", text);
    }

    private static StartTls startTls(SourceSettings source, String host) throws SourceException {
        String text = source.text("startTls");
        if (text == null) {
            return isLoopback(host) ? StartTls.PREFERRED : StartTls.REQUIRED;
        }
        try {
            return StartTls.valueOf(text.trim().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SourceException(NLS.bind(Messages.badSetting, "startTls", text), e);
        }
    }

    /** Whether it is this computer, as far as that can be told without asking a name server. */
    private static boolean isLoopback(String host) {
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return host.matches("[0-9.]+|.*:.*") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static @Nullable Filter filter(SourceSettings source, LDAPURL url) throws SourceException {
        String text = text(source, "filter", "");
        if (text.isEmpty()) {
            return url.filterProvided() ? url.getFilter() : null;
        }
        try {
            return Filter.create(text);
        } catch (LDAPException e) {
            throw new SourceException(NLS.bind(Messages.badSetting, "filter", text), e);
        }
    }

    private static SearchScope scope(SourceSettings source, LDAPURL url) throws SourceException {
        String text = text(source, "scope", "");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> url.scopeProvided() ? url.getScope() : SearchScope.SUB;
            case "sub", "subtree" -> SearchScope.SUB;
            case "one", "onelevel" -> SearchScope.ONE;
            case "base" -> SearchScope.BASE;
            default -> throw bad("scope", text);
        };
    }

    private static int number(SourceSettings source, String key, int otherwise, int highest) throws SourceException {
        String text = source.text(key);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.trim());
            if (number > 0 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new SourceException(NLS.bind(Messages.badSetting, key, text), e);
        }
        throw bad(key, text);
    }

    private static String text(SourceSettings source, String key, String otherwise) {
        String text = source.text(key);
        return text == null || text.isBlank() ? otherwise : text.trim();
    }

    /** Has no secret, unlike the settings. */
    @Override
    public String toString() {
        return source + " at " + server();
    }
}
