/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One SIP address to be signed in, as the profile gives it. Immutable.
 *
 * @param address the address-of-record, {@code sip:user@domain} (RFC 3261, 10); its domain is the Request-URI of
 *     REGISTER, the realm's default and the name a TLS certificate must show (RFC 5922)
 * @param registrar the first hop, {@code sip:host[:port][;transport=udp|tcp|tls]}
 * @param password the digest secret; never logged; null: not known (yet), the account is not registered
 * @param authUser the digest user name; null: the user part of {@code address}
 * @param displayName shown to the far side; null: none is sent
 * @param outboundProxy where requests other than REGISTER go first; null: the registrar
 * @param srtp whether media is encrypted
 * @param dtmf how keypad tones are sent
 * @param codecs encoding names in order of preference, lower case; empty: the media service's own order
 * @param country ISO 3166-1 alpha-2, for tones and the reading of numbers
 * @param park number or address of the exchange's park orbit; null: it has none
 * @param maskDigits whether keypad digits are hidden from who looks at the screen
 * @param conferenceRoom number or address of a room of the exchange's, where it mixes many; null: it has none
 */
public record Account(
        String address,
        String registrar,
        @Nullable String password,
        @Nullable String authUser,
        @Nullable String displayName,
        @Nullable String outboundProxy,
        Srtp srtp,
        Dtmf dtmf,
        List<String> codecs,
        String country,
        @Nullable String park,
        boolean maskDigits,
        @Nullable String conferenceRoom) {

    /** Of a SIP URI (RFC 3261, 25.1). */
    private static final Pattern HOST = Pattern.compile("(?i)sips?:(?:[^@]*@)?(\\[[^]]*]|[^:;?]+).*");

    /** Encryption of media by SDES (RFC 4568). */
    public enum Srtp {
        /** Never. */
        OFF,
        /** Where the far side can and signalling is by TLS, else in clear (RFC 8643). */
        PREFERRED,
        /** There is no call without it. */
        REQUIRED
    }

    /** Transport of DTMF: RFC 4733 events, SIP INFO, or audible tones. */
    public enum Dtmf {
        RFC4733,
        INFO,
        INBAND
    }

    public Account {
        codecs = List.copyOf(codecs);
    }

    /** An account without a park orbit or a room. */
    public Account(
            String address,
            String registrar,
            @Nullable String password,
            @Nullable String authUser,
            @Nullable String displayName,
            @Nullable String outboundProxy,
            Srtp srtp,
            Dtmf dtmf,
            List<String> codecs,
            String country) {
        this(
                address,
                registrar,
                password,
                authUser,
                displayName,
                outboundProxy,
                srtp,
                dtmf,
                codecs,
                country,
                null,
                false,
                null);
    }

    /** The same account with that password, null: with none. */
    public Account withPassword(@Nullable String other) {
        return new Account(
                address,
                registrar,
                other,
                authUser,
                displayName,
                outboundProxy,
                srtp,
                dtmf,
                codecs,
                country,
                park,
                maskDigits,
                conferenceRoom);
    }

    /** By which hosts its exchange is known: the domain, the registrar, the outbound proxy; in lower case, without ports. */
    public Set<String> hosts() {
        String proxy = outboundProxy;
        Set<String> hosts = new LinkedHashSet<>();
        for (String uri : List.of(address, registrar, proxy == null ? registrar : proxy)) {
            Matcher host = HOST.matcher(uri);
            if (host.matches()) {
                hosts.add(host.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    /** The account without its password, for logs. */
    @Override
    public String toString() {
        return "Account[" + address + " via " + registrar + "]";
    }
}
