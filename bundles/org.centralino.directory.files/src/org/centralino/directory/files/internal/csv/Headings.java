/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.jdt.annotation.Nullable;

/** What people and programs write over columns. */
final class Headings {

    private static final Map<String, @Nullable Meaning> KNOWN = read();

    /**
     * What a column is.
     *
     * @param group tells columns apart that are parts of several postal addresses, or numbers with a type each; may be empty
     */
    record Meaning(Field field, String group) {}

    private Headings() {}

    /** What a heading says; null where it is not known. */
    static @Nullable Meaning of(String heading) {
        Meaning meaning = KNOWN.get(folded(heading));
        if (meaning == null) {
            return null;
        }
        return new Meaning(meaning.field(), meaning.group() + heading.replaceAll("[^0-9]", ""));
    }

    /** Letters alone, without case and accents. */
    static String folded(String heading) {
        String plain = Normalizer.normalize(heading.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFD);
        return plain.replaceAll("[^a-z]", "");
    }

    private static Map<String, @Nullable Meaning> read() {
        Properties lines = new Properties();
        try (InputStream in = Objects.requireNonNull(Headings.class.getResourceAsStream("headings.properties"));
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            lines.load(text);
        } catch (IOException e) {
            throw new IllegalStateException("a part of the bundle itself", e);
        }
        Map<String, @Nullable Meaning> known = new HashMap<>();
        for (Field field : Field.values()) {
            for (String heading : lines.getProperty(field.key(), "").split(",")) {
                int slash = heading.lastIndexOf('/');
                boolean grouped = slash > 0 && heading.substring(slash + 1).matches("main|work|home|other");
                String words = grouped ? heading.substring(0, slash) : heading;
                known.put(folded(words), new Meaning(field, grouped ? heading.substring(slash + 1) : ""));
            }
        }
        return known;
    }
}
