/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Match;
import org.centralino.directory.Phone;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.internal.index.SourceIndex;
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;

class SearchProperties {

    private static Path folder;
    private static DirectoryComponent directory;

    @BeforeContainer
    static void fill() throws IOException {
        folder = Files.createTempDirectory("directory");
        directory = new DirectoryComponent(folder, SourceRunner.Times.USUAL);
        DirectorySource source = (settings, since, sink) -> {
            sink.all(3);
            sink.put(contact("1", "José D'Angelo-Müller", "+39 06 1234567"), null);
            sink.put(contact("2", "Иван Ångström de la Cruz", "201"), null);
            sink.put(contact("3", "山田 太郎 👩‍👩‍👧 ß", "sip:yamada@example.com"), null);
            return null;
        };
        directory.addSource(source, Map.of(DirectorySource.TYPE, "test"));
        directory.use("anna", "IT", List.of(new SourceSettings("s", "test", Kind.INTERNAL, "S", Map.of())), List.of());
        while (directory.sources().get(0).contacts() < 3) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @AfterContainer
    static void stop() {
        directory.deactivate();
        SourceIndex.delete(folder);
    }

    private static Contact contact(String key, String name, String number) {
        return new Contact(
                new ContactId("s", key),
                Kind.INTERNAL,
                name,
                "",
                "",
                "Org. & Söhne",
                "",
                "",
                List.of(new Phone(number, Phone.Type.WORK)),
                List.of(),
                List.of(),
                "",
                null,
                false);
    }

    @Property(tries = 200)
    void whateverIsTypedIsSearchedFor(@ForAll @StringLength(max = 10_000) String text) throws Exception {
        check(text);
    }

    @Property(tries = 500)
    void whateverIsTypedThatLooksLikeNamesOrNumbersIsSearchedFor(
            @ForAll
                    @StringLength(max = 200)
                    @CharRange(from = 'a', to = 'f')
                    @Chars({
                        ' ', '\'', '-', '+', '(', ')', '0', '1', '2', '9', 'ü', '\u0308', '@', ':', 's', 'i', 'p', '山'
                    })
                    String text)
            throws Exception {
        check(text);
    }

    private static void check(String text) throws Exception {
        for (Scope scope : Scope.values()) {
            for (Match match : directory
                    .search(new SearchQuery(text, scope, 0, 50))
                    .get(30, TimeUnit.SECONDS)
                    .matches()) {
                int end = 0;
                for (Match.Span span : match.highlights()) {
                    assertThat(span.start()).isGreaterThanOrEqualTo(end).isLessThan(span.end());
                    end = span.end();
                }
                assertThat(end).isLessThanOrEqualTo(match.contact().name().length());
            }
        }
        directory.byNumber(text).get(30, TimeUnit.SECONDS);
    }
}
