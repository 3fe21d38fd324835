/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.eclipse.jdt.annotation.Nullable;

/** Numbers and what they are for, from the words that files have for it. */
public final class Numbers {

    private static final Set<String> FAX = Set.of("fax", "telefax", "facsimile", "workfax", "homefax");
    private static final Set<String> INTERNAL =
            Set.of("internal", "interno", "intern", "extension", "ext", "durchwahl", "nebenstelle");
    private static final Set<String> MOBILE =
            Set.of("cell", "cellular", "cellulare", "mobile", "mobil", "mobiltelefon", "handy", "iphone", "pcs", "car");
    private static final Set<String> WORK = Set.of(
            "work", "business", "office", "company", "main", "lavoro", "ufficio", "arbeit", "büro", "geschäftlich");
    private static final Set<String> HOME = Set.of("home", "casa", "abitazione", "privat", "privato", "private");
    private static final Pattern SIP = Pattern.compile("(?i)sips?:[^@\\s<>\"]+@[^@\\s<>\"]+");
    private static final Pattern EXTENSION = Pattern.compile("[0-9*#]{1,6}");
    private static final Pattern PREFIX = Pattern.compile("(?i)^(tel|phone|callto):");

    private Numbers() {}

    /** What the words say, in English, Italian or German; {@code absent} where they say nothing. */
    public static Phone.Type type(String words, Phone.Type absent) {
        Set<String> found = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .collect(Collectors.toSet());
        if (found.stream().anyMatch(FAX::contains)) {
            return Phone.Type.FAX;
        }
        if (found.stream().anyMatch(INTERNAL::contains)) {
            return Phone.Type.INTERNAL;
        }
        if (found.stream().anyMatch(MOBILE::contains)) {
            return Phone.Type.MOBILE;
        }
        if (found.stream().anyMatch(WORK::contains)) {
            return Phone.Type.WORK;
        }
        return found.stream().anyMatch(HOME::contains) ? Phone.Type.HOME : absent;
    }

    /** A number or SIP address; null where the text is neither. Short numbers of the own organisation are extensions. */
    public static @Nullable Phone phone(String text, Phone.Type type, Kind kind) {
        String number = PREFIX.matcher(CleanText.line(text)).replaceFirst("").strip();
        if (SIP.matcher(number).matches()) {
            return new Phone(number, type);
        }
        if (number.indexOf('@') >= 0 || number.codePoints().noneMatch(Character::isDigit)) {
            return null;
        }
        boolean own = kind == Kind.INTERNAL && (type == Phone.Type.WORK || type == Phone.Type.OTHER);
        return new Phone(number, own && EXTENSION.matcher(number).matches() ? Phone.Type.INTERNAL : type);
    }
}
