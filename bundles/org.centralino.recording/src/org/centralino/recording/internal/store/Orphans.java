/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centralino.recording.internal.file.Format;

/** Files that no row is known of: what is written into them says as much as can be known. */
public final class Orphans {

    private static final String ACCOUNT = "CENTRALINO_ACCOUNT";
    private static final String NUMBER = "CENTRALINO_NUMBER";
    private static final String PERSON = "ARTIST";
    private static final String CALL = "CENTRALINO_CALL";
    private static final String START = "DATE";

    private Orphans() {}

    /** What is written into the file of a recording that begins. */
    public static List<String> comments(String account, String number, String person, Instant call, Instant start) {
        return List.of(
                ACCOUNT + "=" + account,
                NUMBER + "=" + number,
                PERSON + "=" + person,
                CALL + "=" + call,
                START + "=" + start);
    }

    static Row row(Path file) throws IOException {
        Map<String, String> known = new HashMap<>();
        for (String comment : Format.comments(file)) {
            int equals = comment.indexOf('=');
            if (equals > 0) {
                known.put(comment.substring(0, equals), comment.substring(equals + 1));
            }
        }
        Instant named = FileNames.start(String.valueOf(file.getFileName()));
        Instant start = instant(known.getOrDefault(START, ""), named == null ? Instant.EPOCH : named);
        return Row.begun(
                        file,
                        known.getOrDefault(ACCOUNT, ""),
                        known.getOrDefault(NUMBER, ""),
                        known.getOrDefault(PERSON, ""),
                        instant(known.getOrDefault(CALL, ""), start),
                        start)
                .grown(Duration.ZERO, Files.size(file));
    }

    private static Instant instant(String text, Instant otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
