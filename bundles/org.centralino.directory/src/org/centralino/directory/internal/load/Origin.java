/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.centralino.directory.internal.index.Copy;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What makes a copy what it is: the settings by which a source is read and the country by which its numbers are understood. A
 * copy of another origin serves until there is a new one, but is not gone on with.
 */
record Origin(String digest, String country) {

    private static final List<String> SECRETS = List.of("password", "secret", "token");

    static Origin of(SourceSettings settings, String country) {
        return new Origin(digest(settings), country);
    }

    /** Of what decides which contacts these are. */
    private static String digest(SourceSettings settings) {
        StringBuilder all = new StringBuilder(settings.type()).append(settings.kind());
        new TreeMap<>(settings.values()).forEach((key, values) -> {
            String last = key.toLowerCase(Locale.ROOT);
            if (SECRETS.stream().noneMatch(last::contains)) {
                all.append('\n').append(key).append('=').append(values);
            }
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOf(Copy copy) {
        return copy.state().settings().equals(digest) && copy.state().country().equals(country);
    }

    /** What the source is given to go on from; null where it is to be read as a whole. */
    @Nullable
    String since(Copy copy) {
        return isOf(copy) ? copy.state().since() : null;
    }
}
