/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.digest;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.centralino.telephony.sip.internal.Lookup;

/**
 * What an account knows of the realms that challenged it: the strongest challenge of each and how often its nonce was
 * used, so that later requests carry their answer from the start. Confined to one thread.
 */
public final class DigestSession {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_REALMS = 8;

    private final Credentials credentials;
    private final Supplier<String> clientNonces;
    private final Map<String, Realm> realms = new LinkedHashMap<>();

    public DigestSession(Credentials credentials) {
        this(credentials, DigestSession::randomNonce);
    }

    DigestSession(Credentials credentials, Supplier<String> clientNonces) {
        this.credentials = credentials;
        this.clientNonces = clientNonces;
    }

    /**
     * A header to add to a request.
     *
     * @param name Authorization or Proxy-Authorization
     * @param value its value
     */
    public record Header(String name, String value) {}

    /**
     * Takes note of the challenges of one 401 or 407.
     *
     * @param answered whether the request refused carried answers already
     * @return false when there is no use in asking again: none can be answered, or a right nonce was refused
     */
    public boolean challenged(List<DigestChallenge> challenges, boolean answered) {
        Map<String, DigestChallenge> strongest = new LinkedHashMap<>();
        for (DigestChallenge challenge : challenges) {
            strongest.merge(key(challenge), challenge, (a, b) -> b.algorithm().compareTo(a.algorithm()) > 0 ? b : a);
        }
        if (strongest.isEmpty() || strongest.size() > MOST_REALMS) {
            return false;
        }
        boolean hope = false;
        for (Map.Entry<String, DigestChallenge> entry : strongest.entrySet()) {
            Realm known = Lookup.in(realms, entry.getKey());
            DigestChallenge challenge = entry.getValue();
            // A nonce that timed out is told by stale, or by servers that forget it, by another nonce the first time.
            hope |= !answered || challenge.stale() || known == null || !known.fresh;
            realms.put(entry.getKey(), new Realm(challenge));
        }
        return hope;
    }

    /** Answers to all realms known, each with its nonce count raised; empty while none has challenged. */
    public List<Header> answer(String method, String uri) {
        List<Header> headers = new ArrayList<>();
        for (Realm realm : realms.values()) {
            realm.count++;
            String value = credentials.answer(realm.challenge, method, uri, clientNonces.get(), realm.count);
            headers.add(new Header(realm.challenge.proxy() ? "Proxy-Authorization" : "Authorization", value));
        }
        return headers;
    }

    /** Notes that the answers given were right: the next refusal may be a nonce that timed out. */
    public void accepted() {
        realms.values().forEach(realm -> realm.fresh = false);
    }

    private static String key(DigestChallenge challenge) {
        return challenge.proxy() + " " + challenge.realm();
    }

    private static String randomNonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static final class Realm {
        final DigestChallenge challenge;
        int count;
        /** Whether the nonce has not proven right yet. */
        boolean fresh = true;

        Realm(DigestChallenge challenge) {
            this.challenge = challenge;
        }
    }
}
