/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/**
 * An {@code a=crypto} line that can be used: one key that is valid for the whole session, and no wish that we do not know
 * (RFC 4568, 9).
 *
 * @param tag names the line within its media
 * @param suite what to encrypt with
 * @param key master key and salt, one after the other
 */
record CryptoAttribute(int tag, CryptoSuite suite, byte[] key) {

    static final String NAME = "crypto";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST = 1024;
    private static final int LONGEST_LIFETIME = 48;
    private static final String INLINE = "inline:";
    private static final Pattern TAG = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern LIFETIME = Pattern.compile("(2\\^)?([1-9][0-9]{0,14})");
    private static final Pattern WINDOW = Pattern.compile("WSH=[0-9]{2,9}");

    /** One of ours with a key nobody has used yet. */
    static CryptoAttribute fresh(int tag, CryptoSuite suite) {
        byte[] key = new byte[suite.keyLength()];
        RANDOM.nextBytes(key);
        return new CryptoAttribute(tag, suite, key);
    }

    /** The attribute of that value; null where it is malformed, or wants what is not done here. */
    static @Nullable CryptoAttribute parse(String value) {
        String[] parts =
                value.length() > LONGEST ? new String[0] : value.strip().split("[ \t]+");
        if (parts.length < 3 || !TAG.matcher(parts[0]).matches()) {
            return null;
        }
        CryptoSuite suite = CryptoSuite.named(parts[1]);
        byte[] key = suite == null ? null : key(parts[2], suite);
        for (int i = 3; i < parts.length; i++) {
            if (!mayBeIgnored(parts[i])) {
                return null;
            }
        }
        return suite == null || key == null ? null : new CryptoAttribute(Integer.parseInt(parts[0]), suite, key);
    }

    /** {@code inline:<key and salt>[|lifetime]}; several keys, or one with an index (MKI), are not taken. */
    private static byte @Nullable [] key(String parameters, CryptoSuite suite) {
        if (!parameters.startsWith(INLINE)) {
            return null;
        }
        String[] fields = parameters.substring(INLINE.length()).split("\\|", -1);
        if (fields.length > 2 || fields.length == 2 && !isLifetime(fields[1])) {
            return null;
        }
        try {
            byte[] key = Base64.getDecoder().decode(fields[0]);
            return key.length == suite.keyLength() ? key : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isLifetime(String text) {
        Matcher lifetime = LIFETIME.matcher(text);
        if (!lifetime.matches()) {
            return false;
        }
        long number = Long.parseLong(lifetime.group(2));
        return number <= (lifetime.group(1) == null ? 1L << LONGEST_LIFETIME : LONGEST_LIFETIME);
    }

    /** A hint at the window for replays, or an extension that says so itself (RFC 4568, 6.3.6 and 6.3.7). */
    private static boolean mayBeIgnored(String sessionParameter) {
        return sessionParameter.startsWith("-")
                || WINDOW.matcher(sessionParameter).matches();
    }

    SdpAttribute written() {
        return new SdpAttribute(
                NAME, tag + " " + suite + " " + INLINE + Base64.getEncoder().encodeToString(key));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return tag + " " + suite;
    }
}
