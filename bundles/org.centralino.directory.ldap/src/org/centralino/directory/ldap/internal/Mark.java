/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.jdt.annotation.Nullable;

/**
 * How far a reading came: what is kept until the next one. Immutable.
 *
 * @param fingerprint of the settings it was read by
 * @param latest when, by the server's clock, the latest change was made that was seen
 * @param settled whether that was long ago when it was read, so that nothing of the same time can have come later
 * @param full when everything was read last
 * @param keys of all entries there were
 */
record Mark(String fingerprint, Instant latest, boolean settled, Instant full, KeySet keys) {

    /** How much later than its time a change may show, from another server that replicates it. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private static final Duration LONG_AGO = Duration.ofHours(1);
    private static final Duration FULL_AGAIN = Duration.ofDays(1);
    private static final String VERSION = "1";

    static Mark at(String fingerprint, Instant latest, Instant read, Instant full, KeySet keys) {
        return new Mark(fingerprint, latest, latest.plus(LONG_AGO).isBefore(read), full, keys);
    }

    /** What {@link #toString} wrote; null where it was something else. */
    static @Nullable Mark parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split(" ");
        if (parts.length != 7 || !parts[0].equals(VERSION)) {
            return null;
        }
        try {
            return new Mark(
                    parts[1],
                    Instant.ofEpochMilli(Long.parseLong(parts[2])),
                    Boolean.parseBoolean(parts[3]),
                    Instant.ofEpochMilli(Long.parseLong(parts[4])),
                    new KeySet(Long.parseLong(parts[5]), Long.parseUnsignedLong(parts[6], 16)));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether reading only what changed will do. Once a day everything is read, whatever servers say of their changes. */
    boolean serves(LdapSettings settings, Instant now) {
        return fingerprint.equals(settings.fingerprint())
                && full.isBefore(now.plusSeconds(1))
                && full.plus(FULL_AGAIN).isAfter(now);
    }

    /** From when on changes are to be asked for. Servers keep whole seconds. */
    Instant since() {
        Instant second = Instant.ofEpochSecond(latest.getEpochSecond());
        return settled ? second.plusSeconds(1) : second.minus(LATE);
    }

    @Override
    public String toString() {
        return String.join(
                " ",
                VERSION,
                fingerprint,
                Long.toString(latest.toEpochMilli()),
                Boolean.toString(settled),
                Long.toString(full.toEpochMilli()),
                Long.toString(keys.count()),
                Long.toHexString(keys.sum()));
    }
}
