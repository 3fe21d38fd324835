/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.directory.internal.Directories.await;
import static org.centralino.directory.internal.Directories.contact;
import static org.centralino.directory.internal.Directories.get;
import static org.centralino.directory.internal.Directories.names;
import static org.centralino.directory.internal.Directories.search;
import static org.centralino.directory.internal.Directories.settings;
import static org.centralino.directory.internal.Directories.status;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SourceStatus.Problem;
import org.centralino.directory.SourceStatus.State;
import org.centralino.directory.source.DirectorySource;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sources and people may give that nobody should. */
class HostileTest {

    @TempDir
    Path folder = Path.of("");

    private DirectoryComponent directory = Directories.in(Path.of(""));

    @AfterEach
    void stop() {
        Directories.stop(directory);
    }

    private Contact taken(Contact dirty) {
        directory.deactivate();
        directory = Directories.with(folder, List.of(dirty));
        return get(directory.contact(new ContactId("s", dirty.id().key()))).orElseThrow();
    }

    private List<String> reasons() {
        return status(directory, "s").problems().stream().map(Problem::reason).toList();
    }

    @Test
    void control_and_bidi_characters_are_taken_out_and_reported() {
        Contact contact = taken(contact("1", "\u202EMario\u0000 \u2066Rossi\u200B\r\n\tX\uD800"));

        assertThat(contact.name()).isEqualTo("Mario Rossi X");
        assertThat(reasons()).hasSize(1).allMatch(reason -> reason.contains("name"));
        assertThat(status(directory, "s").problems().get(0).where()).isNotBlank();
    }

    @Test
    void names_of_ten_kilobytes_are_shortened_and_reported() {
        Contact contact = taken(contact("1", "Very " + "long".repeat(2500)));

        assertThat(contact.name()).hasSize(Contact.LONGEST_TEXT).startsWith("Very longlong");
        assertThat(reasons()).hasSize(1);
        assertThat(names(directory, "verylonglonglong")).hasSize(1);
        assertThat(names(directory, "x".repeat(10_000))).isEmpty();
    }

    @Test
    void a_character_of_two_halves_is_not_cut() {
        Contact contact = taken(contact("1", "a".repeat(Contact.LONGEST_TEXT - 1) + "\uD83D\uDE00"));

        assertThat(contact.name()).isEqualTo("a".repeat(Contact.LONGEST_TEXT - 1));
    }

    @Test
    void of_five_hundred_numbers_the_first_are_kept_and_it_is_reported() {
        List<Phone> phones = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            phones.add(new Phone("+39 06 555 " + (1000 + i), Phone.Type.WORK));
        }
        Contact contact = taken(contact("1", "Many Numbers", phones));

        assertThat(contact.phones()).hasSize(Contact.MOST_ENTRIES);
        assertThat(reasons()).hasSize(1).allMatch(reason -> reason.contains("500"));
        assertThat(names(directory, "5551049")).containsExactly("Many Numbers");
    }

    @Test
    void what_is_no_number_and_no_web_page_is_left_out_and_reported() {
        Contact dirty =
                contact("1", "Anna", List.of(new Phone("none", Phone.Type.WORK), new Phone(" 201 ", Phone.Type.WORK)));
        Contact contact = taken(web(dirty, "javascript:alert(1)"));

        assertThat(contact.phones()).containsExactly(new Phone("201", Phone.Type.WORK));
        assertThat(contact.web()).isNull();
        assertThat(reasons()).hasSize(3);
    }

    private static Contact web(Contact contact, @Nullable String web) {
        return new Contact(
                contact.id(),
                contact.kind(),
                contact.name(),
                "",
                "",
                "",
                "",
                "",
                contact.phones(),
                List.of(),
                List.of(),
                "first\u0007 line  \n second line ",
                web,
                false);
    }

    @Test
    void notes_keep_their_lines() {
        assertThat(taken(web(contact("1", "Anna"), "HTTPS://example.com/a")).note())
                .isEqualTo("first line\nsecond line");
    }

    @Test
    void a_contact_without_a_name_is_shown_by_what_it_has_and_one_with_nothing_is_left_out() {
        directory = Directories.with(
                folder,
                List.of(
                        contact("1", "", "0612345"),
                        contact("2", " \u202A "),
                        contact("", "No Key"),
                        contact("3", "Good")));

        assertThat(names(directory, "")).containsExactly("0612345", "Good");
        assertThat(status(directory, "s").problems()).hasSize(3);
        assertThat(status(directory, "s").state()).isEqualTo(State.READY);
    }

    @Test
    void one_contact_twice_counts_once() {
        directory = Directories.with(folder, List.of(contact("1", "First"), contact("1", "Second")));

        assertThat(names(directory, "")).containsExactly("Second");
        assertThat(status(directory, "s").contacts()).isEqualTo(1);
    }

    @Test
    void at_most_a_hundred_problems_are_kept() {
        directory = Directories.with(folder, Collections.nCopies(1000, contact("", "Nobody")));

        assertThat(status(directory, "s").problems()).hasSize(100);
    }

    @Test
    void photos_that_are_bombs_or_no_pictures_are_left_out_and_reported() {
        Map<String, byte[]> photos = Map.of(
                "good", png(64, 64),
                "jpeg", jpeg(640, 480),
                "wide", png(60_000, 60_000),
                "wide jpeg", jpeg(5000, 10),
                "heavy", Arrays.copyOf(png(64, 64), 2 << 20),
                "gif", "GIF89a...".getBytes(StandardCharsets.US_ASCII),
                "empty", new byte[0],
                "none", png(0, 0),
                "negative", png(-1, -1));
        directory.deactivate();
        directory = Directories.in(folder);
        directory.addSource(
                (settings, since, sink) -> {
                    sink.all(photos.size());
                    for (Map.Entry<String, byte[]> photo : photos.entrySet()) {
                        sink.put(withPhoto(contact(photo.getKey(), photo.getKey())), photo.getValue());
                    }
                    return null;
                },
                Map.of(DirectorySource.TYPE, "test"));
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        await(() -> status(directory, "s").state() == State.READY);

        List<String> shown = search(directory, "").matches().stream()
                .filter(match -> match.contact().hasPhoto())
                .map(match -> match.contact().name())
                .toList();
        assertThat(shown).containsExactly("good", "jpeg");
        assertThat(status(directory, "s").problems()).hasSize(7);
        assertThat(get(directory.photo(new ContactId("s", "good")))).hasValue(photos.getOrDefault("good", new byte[0]));
        assertThat(get(directory.photo(new ContactId("s", "wide")))).isEmpty();
    }

    @Test
    void a_photo_that_is_not_given_again_stays_until_it_is_gone() {
        directory.deactivate();
        directory = Directories.in(folder);
        byte[] picture = png(10, 10);
        directory.addSource(giving(withPhoto(contact("1", "Anna")), picture), Map.of(DirectorySource.TYPE, "test"));
        directory.use("anna", "IT", List.of(settings("s", Kind.INTERNAL)), List.of());
        await(() -> status(directory, "s").contacts() == 1);
        directory.addSource(giving(withPhoto(contact("1", "Anna B")), null), Map.of(DirectorySource.TYPE, "test"));
        directory.refresh("s");
        await(() -> names(directory, "").equals(List.of("Anna B")));
        assertThat(get(directory.photo(new ContactId("s", "1")))).hasValue(picture);

        directory.addSource(giving(contact("1", "Anna C"), null), Map.of(DirectorySource.TYPE, "test"));
        directory.refresh("s");
        await(() -> names(directory, "").equals(List.of("Anna C")));
        assertThat(get(directory.photo(new ContactId("s", "1")))).isEmpty();
    }

    private static DirectorySource giving(Contact contact, byte @Nullable [] photo) {
        return (settings, since, sink) -> {
            sink.all(1);
            sink.put(contact, photo);
            return null;
        };
    }

    private static Contact withPhoto(Contact contact) {
        return new Contact(
                contact.id(),
                contact.kind(),
                contact.name(),
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "",
                null,
                true);
    }

    private static byte[] png(int width, int height) {
        return ByteBuffer.allocate(64)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .putInt(0x49484452)
                .putInt(width)
                .putInt(height)
                .array();
    }

    private static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(64)
                .putShort((short) 0xFFD8)
                .putShort((short) 0xFFE0)
                .putShort((short) 16)
                .put(new byte[14])
                .putShort((short) 0xFFC2)
                .putShort((short) 17)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "(uid=*)",
                "a*)(|(cn=*",
                "\\",
                "\"",
                "[",
                "a:b AND c",
                "++++",
                "?",
                "/.*/",
                "~",
                "\uD800",
                "\uDBFF x",
                "\u202Ea",
                "👩‍👩‍👧‍👦",
                "'",
                "-",
                "''",
                "d'",
                "d' ",
                "@",
                "a@",
                "@b",
                "sip:",
                "sip:@",
                "00",
                "000000",
                "+",
                "+0",
                "(0)",
                "00(0)",
                "+4(0)",
                "٠١٢٣",
                "ﬁ",
                "İ",
                "ß",
                "\u0308",
                "a\u0308\u0308\u0308"
            })
    void no_characters_have_a_meaning_of_their_own(String typed) {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi", "0612345678")));

        assertThat(search(directory, typed).matches().size()).isBetween(0, 1);
        assertThat(get(directory.byNumber(typed))).isNotNull();
    }

    @Test
    void limits_out_of_bounds_are_brought_into_them() {
        directory = Directories.with(folder, List.of(contact("1", "Mario Rossi"), contact("2", "Maria Bianchi")));

        assertThat(get(directory.search(query(-5, -5))).matches()).hasSize(1);
        assertThat(get(directory.search(query(0, Integer.MAX_VALUE))).matches()).hasSize(2);
        assertThat(get(directory.search(query(Integer.MAX_VALUE, 5))).matches()).isEmpty();
    }

    private static SearchQuery query(int offset, int limit) {
        return new SearchQuery("mar", SearchQuery.Scope.ALL, offset, limit);
    }
}
