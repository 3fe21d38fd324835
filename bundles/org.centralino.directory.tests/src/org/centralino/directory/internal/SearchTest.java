/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.directory.internal.Directories.at;
import static org.centralino.directory.internal.Directories.contact;
import static org.centralino.directory.internal.Directories.highlighted;
import static org.centralino.directory.internal.Directories.names;
import static org.centralino.directory.internal.Directories.own;
import static org.centralino.directory.internal.Directories.search;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Match;
import org.centralino.directory.Match.How;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.SearchResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

    private static final List<Contact> PEOPLE = List.of(
            contact("1", "Mario Rossi", "+39 06 1234567", "0347 9876543"),
            contact("2", "Rossella Bianchi", "201"),
            contact("3", "Jürgen Müller", "+49 (0)30 / 555-1234"),
            contact("4", "José D'Angelo", "sip:jose@example.com"),
            contact(
                    "5",
                    "Anna De Luca",
                    List.of(new Phone("210", Phone.Type.FAX), new Phone("211", Phone.Type.INTERNAL))),
            at(contact("6", "Paolo Neri", "7677"), "Alfa Logistica", "Vendite"),
            contact("7", "Mario Rossini"),
            contact("8", "Łukasz Żółć", "0039 02 7654321"),
            contact("9", "Иван Петров"));

    @TempDir
    Path folder = Path.of("");

    private DirectoryComponent directory = Directories.in(Path.of(""));

    private DirectoryComponent filled() {
        directory = Directories.with(folder, PEOPLE);
        return directory;
    }

    @AfterEach
    void stop() {
        Directories.stop(directory);
    }

    @Test
    void who_is_named_exactly_so_comes_before_who_only_begins_so() {
        SearchResult result = search(filled(), "mario rossi");

        assertThat(names(result)).startsWith("Mario Rossi", "Mario Rossini");
        assertThat(result.matches().get(0).how()).isEqualTo(How.EXACT);
        assertThat(result.matches().get(1).how()).isEqualTo(How.PREFIX);
    }

    @Test
    void the_family_name_may_come_first() {
        assertThat(search(filled(), "rossi mario").matches().get(0).how()).isEqualTo(How.EXACT);
        assertThat(names(directory, "rossi m")).startsWith("Mario Rossi", "Mario Rossini");
    }

    @Test
    void every_word_begins_one_of_the_name_in_any_order() {
        assertThat(names(filled(), "luca an")).startsWith("Anna De Luca");
        assertThat(names(directory, "ros")).startsWith("Mario Rossi", "Mario Rossini", "Rossella Bianchi");
    }

    @Test
    void accents_case_and_apostrophes_make_no_difference() {
        assertThat(names(filled(), "JOSE dangelo")).startsWith("José D'Angelo");
        assertThat(names(directory, "d’angelo")).startsWith("José D'Angelo");
        assertThat(names(directory, "angelo")).startsWith("José D'Angelo");
        assertThat(names(directory, "Deluca")).startsWith("Anna De Luca");
        assertThat(names(directory, "lukasz zolc")).startsWith("Łukasz Żółć");
        assertThat(names(directory, "muller")).startsWith("Jürgen Müller");
        assertThat(names(directory, "Mueller")).startsWith("Jürgen Müller");
        assertThat(names(directory, "Mu\u0308ller")).startsWith("Jürgen Müller");
        assertThat(names(directory, "петр")).startsWith("Иван Петров");
    }

    @Test
    void typing_errors_are_forgiven_behind_what_is_written_so() {
        SearchResult result = search(filled(), "rosi");

        assertThat(names(result)).contains("Mario Rossi");
        assertThat(result.matches()).allMatch(match -> match.how() == How.TYPING_ERROR);
        assertThat(search(directory, "rosella").matches().get(0).how()).isEqualTo(How.TYPING_ERROR);
    }

    @Test
    void what_sounds_alike_comes_last() {
        SearchResult result = search(filled(), "Myooler");

        assertThat(names(result)).startsWith("Jürgen Müller");
        assertThat(result.matches().get(0).how()).isEqualTo(How.SOUNDS_ALIKE);
    }

    @Test
    void letters_of_the_dialpad_find_names() {
        SearchResult result = search(filled(), "7677");

        assertThat(names(result)).startsWith("Paolo Neri").contains("Mario Rossi", "Rossella Bianchi");
        Match rossi = result.matches().stream()
                .filter(match -> match.contact().name().equals("Mario Rossi"))
                .findFirst()
                .orElseThrow();
        assertThat(rossi.how()).isEqualTo(How.DIALPAD);
        assertThat(highlighted(rossi)).containsExactly("Ross");
        assertThat(highlighted(search(directory, "62746767").matches().get(0))).containsExactly("Mario", "Ros");
    }

    @Test
    void parts_of_numbers_find_people_however_they_are_written() {
        for (String typed : List.of(
                "234567", "06 123", "+39061", "0039 06-12", "061234567", "(06) 1234567", "2345", "+39 (0)6 123")) {
            SearchResult result = search(filled(), typed);
            assertThat(names(result)).as(typed).startsWith("Mario Rossi");
            assertThat(result.matches().get(0).how()).isEqualTo(How.NUMBER);
            assertThat(result.matches().get(0).phone()).isEqualTo("+39 06 1234567");
            directory.deactivate();
        }
    }

    @Test
    void the_number_that_was_found_is_told() {
        assertThat(search(filled(), "98765").matches().get(0).phone()).isEqualTo("0347 9876543");
        assertThat(search(directory, "030555").matches().get(0).phone()).isEqualTo("+49 (0)30 / 555-1234");
        assertThat(search(directory, "210").matches().get(0).phone()).isEqualTo("210");
        assertThat(search(directory, "de luca").matches().get(0).phone()).isEqualTo("211");
        assertThat(search(directory, "petrov иван").matches()).isEmpty();
        assertThat(search(directory, "иван").matches().get(0).phone()).isEmpty();
    }

    @Test
    void an_extension_typed_in_full_comes_first() {
        assertThat(names(filled(), "201")).startsWith("Rossella Bianchi");
    }

    @Test
    void organisation_and_department_find_people_too() {
        assertThat(names(filled(), "alfa")).contains("Paolo Neri");
        assertThat(names(directory, "neri vendite")).startsWith("Paolo Neri");
        assertThat(names(directory, "jose@example.com")).startsWith("José D'Angelo");
        assertThat(names(directory, "sip:jose@exa")).startsWith("José D'Angelo");
    }

    @Test
    void the_parts_that_match_are_marked() {
        assertThat(highlighted(search(filled(), "mar ros").matches().get(0))).containsExactly("Mar", "Ros");
        assertThat(highlighted(search(directory, "muell").matches().get(0))).containsExactly("Mülle");
        assertThat(highlighted(search(directory, "marioro").matches().get(0))).containsExactly("Mario", "Ro");
        assertThat(highlighted(search(directory, "anna deluca").matches().get(0)))
                .isNotEmpty();
        assertThat(highlighted(search(directory, "rosela").matches().get(0))).containsExactly("Rossella");
    }

    @Test
    void favourites_and_people_often_called_lead() {
        Directories.get(filled().pin(new ContactId("s", "7"), 0));
        directory.called("201");
        directory.called("0039 06 1234567");
        directory.called("+39061234567");

        assertThat(names(directory, "ros")).startsWith("Mario Rossini", "Mario Rossi", "Rossella Bianchi");
        assertThat(search(directory, "ros").matches().get(0).favourite()).isTrue();
        assertThat(names(directory, "mario rossi")).startsWith("Mario Rossi", "Mario Rossini");
        assertThat(names(directory, "")).startsWith("Mario Rossini", "Mario Rossi", "Rossella Bianchi", "Anna De Luca");
    }

    @Test
    void nothing_typed_lists_everybody_by_name() {
        SearchResult result = search(filled(), "  ");

        assertThat(names(result))
                .containsExactly(
                        "Anna De Luca",
                        "José D'Angelo",
                        "Jürgen Müller",
                        "Łukasz Żółć",
                        "Mario Rossi",
                        "Mario Rossini",
                        "Paolo Neri",
                        "Rossella Bianchi",
                        "Иван Петров");
        assertThat(result.total()).isEqualTo(9);
        assertThat(result.exact()).isTrue();
        assertThat(result.matches()).allMatch(match -> match.how() == How.LISTED);
    }

    @Test
    void a_scope_leaves_the_others_out() {
        Directories.get(filled().save(own("", "Rosa Esterna", "0612")));
        Directories.get(directory.pin(new ContactId("s", "1"), 0));

        assertThat(names(search(directory, "ros", Scope.EXTERNAL))).containsExactly("Rosa Esterna");
        assertThat(names(search(directory, "ros", Scope.INTERNAL))).doesNotContain("Rosa Esterna");
        assertThat(names(search(directory, "ros", Scope.FAVOURITES))).containsExactly("Mario Rossi");
        assertThat(names(search(directory, "", Scope.FAVOURITES))).containsExactly("Mario Rossi");
        assertThat(search(directory, "", Scope.EXTERNAL).total()).isEqualTo(1);
        assertThat(search(directory, "", Scope.INTERNAL).total()).isEqualTo(9);
    }

    @Test
    void a_long_list_comes_in_pages() {
        directory = Directories.with(
                folder,
                IntStream.range(0, 3000)
                        .mapToObj(i -> contact("k" + i, String.format("Rossi Numero %04d", i)))
                        .toList());

        SearchResult listed = Directories.get(directory.search(new SearchQuery("", Scope.ALL, 2990, 50)));
        assertThat(listed.matches()).hasSize(10);
        assertThat(listed.total()).isEqualTo(3000);
        SearchResult found = Directories.get(directory.search(new SearchQuery("ross", Scope.ALL, 100, 50)));
        assertThat(found.matches().get(0).contact().name()).isEqualTo("Rossi Numero 0100");
        assertThat(found.matches()).hasSize(50);
        assertThat(found.total()).isBetween(150, 3000);
        assertThat(found.exact()).isFalse();
        assertThat(search(directory, "rossi 0042").total()).isEqualTo(1);
    }

    @Test
    void a_later_search_ends_one_that_has_not_begun() {
        filled();
        List<CompletableFuture<SearchResult>> typed = IntStream.range(0, 500)
                .mapToObj(i -> directory.search(new SearchQuery("mario", Scope.ALL, 0, 10)))
                .toList();

        assertThat(Directories.get(typed.get(typed.size() - 1)).matches()).isNotEmpty();
        assertThat(typed).allMatch(CompletableFuture::isDone);
        assertThat(typed).anyMatch(CompletableFuture::isCancelled);
    }
}
