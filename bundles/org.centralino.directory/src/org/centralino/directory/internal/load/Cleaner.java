/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.internal.Messages;
import org.centralino.directory.internal.text.Numbers;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Makes of what a source gives what {@link Contact} promises, and says what it changed. */
public final class Cleaner {

    private static final int LONGEST_KEY = 1024;
    private static final int LONGEST_PHOTO = 1 << 20;
    private static final int MOST_PIXELS = 4096;

    private final Consumer<String> problems;

    /** @param problems takes reasons, in words for people */
    public Cleaner(Consumer<String> problems) {
        this.problems = problems;
    }

    /** Null where nothing usable is left. */
    public @Nullable Contact clean(Contact dirty, String source, Kind kind) {
        String key = dirty.id().key();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            problems.accept(Messages.problemNoKey);
            return null;
        }
        String givenName = line("givenName", dirty.givenName());
        String familyName = line("familyName", dirty.familyName());
        String organisation = line("organisation", dirty.organisation());
        List<Phone> phones = phones(dirty.phones());
        List<String> emails = texts("emails", dirty.emails(), false);
        String name = line("name", dirty.name());
        if (name.isEmpty()) {
            name = first((givenName + " " + familyName).trim(), organisation, phones, emails);
        }
        if (name.isEmpty()) {
            problems.accept(Messages.problemNoName);
            return null;
        }
        return new Contact(
                new ContactId(source, key),
                kind,
                name,
                givenName,
                familyName,
                organisation,
                line("department", dirty.department()),
                line("title", dirty.title()),
                phones,
                emails,
                texts("addresses", dirty.addresses(), true),
                text("note", dirty.note(), 4 * Contact.LONGEST_TEXT, true),
                web(dirty.web()),
                dirty.hasPhoto());
    }

    /** The photo as it came; null where it is not taken. */
    byte @Nullable [] photo(byte @Nullable [] photo) {
        if (photo == null) {
            return null;
        }
        if (photo.length > LONGEST_PHOTO) {
            problems.accept(NLS.bind(Messages.problemPhotoBytes, photo.length >> 10, LONGEST_PHOTO >> 10));
            return null;
        }
        ImageSize size = ImageSize.of(photo);
        if (size == null) {
            problems.accept(Messages.problemPhotoKind);
            return null;
        }
        if (size.width() > MOST_PIXELS || size.height() > MOST_PIXELS) {
            problems.accept(
                    NLS.bind(Messages.problemPhotoPixels, new Object[] {size.width(), size.height(), MOST_PIXELS}));
            return null;
        }
        return photo;
    }

    private static String first(String name, String organisation, List<Phone> phones, List<String> emails) {
        if (!name.isEmpty()) {
            return name;
        }
        if (!organisation.isEmpty()) {
            return organisation;
        }
        if (!phones.isEmpty()) {
            return phones.get(0).number();
        }
        return emails.isEmpty() ? "" : emails.get(0);
    }

    private List<Phone> phones(List<Phone> dirty) {
        List<Phone> phones = new ArrayList<>();
        for (Phone phone : dirty) {
            String number = text("phones", phone.number(), Contact.LONGEST_TEXT, false);
            if (number.isEmpty()) {
                continue;
            }
            boolean dialled = number.chars().anyMatch(Character::isDigit);
            if (!dialled && Numbers.address(number).isEmpty()) {
                problems.accept(NLS.bind(Messages.problemPhone, number));
            } else if (phones.size() < Contact.MOST_ENTRIES) {
                phones.add(new Phone(number, phone.type()));
            }
        }
        tooMany("phones", dirty.size());
        return phones;
    }

    private List<String> texts(String field, List<String> dirty, boolean lines) {
        List<String> texts = new ArrayList<>();
        for (String text : dirty) {
            if (texts.size() == Contact.MOST_ENTRIES) {
                break;
            }
            String clean = text(field, text, Contact.LONGEST_TEXT, lines);
            if (!clean.isEmpty()) {
                texts.add(clean);
            }
        }
        tooMany(field, dirty.size());
        return texts;
    }

    private void tooMany(String field, int count) {
        if (count > Contact.MOST_ENTRIES) {
            problems.accept(NLS.bind(Messages.problemEntries, new Object[] {field, count, Contact.MOST_ENTRIES}));
        }
    }

    private @Nullable String web(@Nullable String dirty) {
        if (dirty == null || dirty.isBlank()) {
            return null;
        }
        String web = text("web", dirty, Contact.LONGEST_TEXT, false);
        try {
            String scheme = URI.create(web).getScheme();
            if (scheme != null && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))) {
                return web;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        problems.accept(NLS.bind(Messages.problemWeb, web));
        return null;
    }

    private String line(String field, String dirty) {
        return text(field, dirty, Contact.LONGEST_TEXT, false);
    }

    private String text(String field, String dirty, int longest, boolean lines) {
        // What is far too long is not looked at to its end.
        String from = dirty.length() > 8 * longest ? dirty.substring(0, 8 * longest) : dirty;
        StringBuilder clean = new StringBuilder(Math.min(from.length(), longest));
        boolean hidden = false;
        for (int at = 0; at < from.length(); ) {
            int point = from.codePointAt(at);
            at += Character.charCount(point);
            if (lines && (point == '\n' || point == 0x2028 || point == 0x2029)) {
                stripEnd(clean);
                clean.append('\n');
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) > ' ') {
                    clean.append(' ');
                }
            } else if (isHidden(point)) {
                hidden = true;
            } else {
                clean.appendCodePoint(point);
            }
        }
        String text = clean.toString().strip();
        if (hidden) {
            problems.accept(NLS.bind(Messages.problemCharacters, field));
        }
        if (text.length() > longest) {
            problems.accept(NLS.bind(Messages.problemShortened, field, longest));
            int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
            text = text.substring(0, end).strip();
        }
        return text;
    }

    private static void stripEnd(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /** Control characters, marks that turn the direction of writing, halves of characters; not what joins letters. */
    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> false;
        };
    }
}
