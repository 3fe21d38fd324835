/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.directory.files.internal.csv.CsvSource;
import org.centralino.directory.files.internal.vcard.VCardSource;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every kind of damage give contacts as the contract wants them, or a {@link SourceException}. */
class FuzzTest {

    private static final int ROUNDS = 300;

    private static final List<String> CARD_PIECES = List.of(
            "BEGIN:VCARD",
            "END:VCARD",
            "VERSION:2.1",
            "VERSION:3.0",
            "VERSION:4.0",
            "FN:Anna",
            "N:Bianchi;Anna",
            "TEL:",
            "TEL;VALUE=uri:tel:",
            "TEL;TYPE=\"cell,work\":1",
            "PHOTO;ENCODING=b:",
            "PHOTO:data:image/png;base64,",
            "AGENT:",
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=",
            "=",
            " ",
            "\t",
            "ADR:;;;;;;",
            "IMPP:sip:",
            "ORG:;;",
            "\\n",
            "\\",
            ";",
            ":",
            ",",
            "\"",
            "^",
            "item1.",
            "X-ABLabel:",
            "UID:",
            "KEY:",
            "BDAY:1",
            "GEO:",
            "REV:",
            "TZ:",
            "XML:",
            "CHARSET=x",
            "LABEL:",
            "PREF=999",
            "\u0000",
            "\uD800",
            "\u202E",
            "é");
    private static final List<String> TABLE_PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "|",
            "\r",
            "\n",
            "\r\n",
            "Name",
            "Phone",
            "Phone 1 - Type",
            "Phone 1 - Value",
            "E-mail",
            "Notes",
            "sep=;",
            "\u0000",
            "\uFFFE",
            "\uFEFF",
            "\uD800",
            "é",
            " ",
            "=1+1",
            " ::: ",
            "sip:a@b",
            "+39 051");

    private final Path folder;

    FuzzTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void cards() throws Exception {
        fuzz(new VCardSource(), "vcard", CARD_PIECES, "\r\n", 1);
    }

    @Test
    void tables() throws Exception {
        fuzz(new CsvSource(), "csv", TABLE_PIECES, "", 2);
    }

    @Test
    void longValuesInEveryProperty() throws Exception {
        StringBuilder cards = new StringBuilder();
        String huge = "(1;2,3:4=\"5\\".repeat(4_000);
        for (String property : CARD_PIECES) {
            for (String version : List.of("2.1", "4.0")) {
                cards.append("BEGIN:VCARD\nVERSION:" + version + "\nFN:x\n" + property + huge + "\nEND:VCARD\n");
            }
        }
        Sink sink = new Sink();
        read(new VCardSource(), "vcard", cards.toString().getBytes(StandardCharsets.UTF_8), sink);
        assertThat(sink.contacts).isNotEmpty();
    }

    private void fuzz(DirectorySource source, String type, List<String> pieces, String between, long seed)
            throws Exception {
        Random random = new Random(seed);
        int contacts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Sink sink = new Sink();
            try {
                read(source, type, content(random, pieces, between), sink);
            } catch (SourceException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
            for (Contact contact : sink.contacts) {
                assertSound(contact);
                contacts++;
            }
        }
        assertThat(contacts).isGreaterThan(ROUNDS / 10);
    }

    private static byte[] content(Random random, List<String> pieces, String between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Charset charset = List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)
                .get(Math.max(0, random.nextInt(12) - 9));
        StringBuilder text = new StringBuilder(
                between.isEmpty() ? "Name,Phone,Phone 1 - Type\n" : "BEGIN:VCARD\nVERSION:3.0\nFN:A\n");
        for (int i = random.nextInt(60); i > 0; i--) {
            String piece = pieces.get(random.nextInt(pieces.size()));
            text.append(piece).append(random.nextInt(4) == 0 ? "x" : between);
        }
        out.writeBytes(text.append(between.isEmpty() ? "\n" : "\nEND:VCARD\n")
                .toString()
                .getBytes(charset));
        byte[] bytes = out.toByteArray();
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private void read(DirectorySource source, String type, byte[] content, Sink sink) throws Exception {
        Path file = Files.write(folder.resolve("fuzz"), content);
        Map<String, List<String>> values = Map.of("path", List.of(file.toString()));
        source.read(new SourceSettings("fuzz", type, Kind.INTERNAL, "Fuzz", values), null, sink);
    }

    private static void assertSound(Contact contact) {
        assertThat(contact.name()).isNotEmpty();
        assertThat(contact.id().key()).isNotEmpty();
        for (String text : List.of(
                contact.name(),
                contact.givenName(),
                contact.familyName(),
                contact.organisation(),
                contact.department(),
                contact.title())) {
            assertThat(text).isEqualTo(text.strip());
            assertThat(text.chars()).noneMatch(Character::isISOControl);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
        }
        contact.phones().forEach(phone -> assertThat(phone.number()).isNotBlank());
    }
}
