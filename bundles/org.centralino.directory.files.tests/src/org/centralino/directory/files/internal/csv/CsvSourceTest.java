/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.Phone.Type;
import org.centralino.directory.files.Sink;
import org.centralino.directory.files.internal.Messages;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {

    private final DirectorySource source = new org.centralino.directory.files.internal.csv.CsvSource();
    private final Path folder;

    private final Sink sink = new Sink();

    CsvSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void read(byte[] content, Map<String, List<String>> more) throws Exception {
        Path file = Files.write(folder.resolve("people.csv"), content);
        Map<String, List<String>> values = new HashMap<>(more);
        values.put("path", List.of(file.toString()));
        source.read(new SourceSettings("table", "csv", Kind.EXTERNAL, "Table", values), null, sink);
    }

    private void read(String content) throws Exception {
        read(content.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFound(String delimiter) throws Exception {
        read(String.join(delimiter, "Name", "Phone", "Notes") + "\r\n"
                + String.join(delimiter, "\"Rossi" + delimiter + " Mario\"", "+39 051 0055", "\"a, b; c | d\"")
                + "\r\n");
        assertThat(sink.only().note()).isEqualTo("a, b; c | d");
        assertThat(sink.only().phones()).containsExactly(new Phone("+39 051 0055", Type.WORK));
    }

    private static String place(int line) {
        return NLS.bind(Messages.line, "people.csv", line);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,0", "UTF-8,1", "UTF-16LE,1", "UTF-16BE,1", "UTF-16LE,0", "windows-1252,0"})
    void theEncodingIsFound(String charset, int mark) throws Exception {
        String text = (mark == 1 ? "\uFEFF" : "") + "Nome;Cognome;Città;Telefono\nNicolò;Müller;Forlì;0543 0055\n";
        read(text.getBytes(Charset.forName(charset)), Map.of());
        assertThat(sink.only().name()).isEqualTo("Nicolò Müller");
        assertThat(sink.only().addresses()).containsExactly("Forlì");
    }

    @Test
    void oneDamagedByteDoesNotMakeAFileOfAnotherEncoding() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Name,Phone\nNicolò,1\nJosé,2\n".getBytes(StandardCharsets.UTF_8));
        out.writeBytes(new byte[] {'X', (byte) 0xE9, ',', '3', '\n'});
        read(out.toByteArray(), Map.of());
        assertThat(sink.names()).startsWith("Nicolò", "José").hasSize(3);
    }

    @Test
    void whatExcelSaysOfTheDelimiterIsNoHeading() throws Exception {
        read("sep=;\nName;Telefon\nAnna;1\n");
        assertThat(sink.names()).containsExactly("Anna");
    }

    @Test
    void outlooksExportIsUnderstood() throws Exception {
        read("\"Title\",\"First Name\",\"Middle Name\",\"Last Name\",\"Company\",\"Department\",\"Job Title\","
                + "\"Business Street\",\"Business City\",\"Business State\",\"Business Postal Code\",\"Business Country/Region\","
                + "\"Home Street\",\"Home City\",\"Business Fax\",\"Business Phone\",\"Business Phone 2\",\"Home Phone\","
                + "\"Mobile Phone\",\"E-mail Address\",\"E-mail 2 Address\",\"Notes\",\"Web Page\"\r\n"
                + "\"Dr.\",\"Mario\",\"M.\",\"Rossi\",\"Acme\",\"Sales\",\"Agent\","
                + "\"1 Road\",\"Town\",\"ST\",\"123\",\"Land\",\"2 Lane\",\"Village\",\"9\",\"1\",\"2\",\"3\",\"4\","
                + "\"a@b.test\",\"c@d.test\",\"one\r\ntwo\",\"http://acme.test\"\r\n");
        Contact contact = sink.only();
        assertThat(contact.name()).isEqualTo("Mario M. Rossi");
        assertThat(contact.title()).isEqualTo("Agent");
        assertThat(contact.organisation()).isEqualTo("Acme");
        assertThat(contact.phones())
                .containsExactly(
                        new Phone("1", Type.WORK),
                        new Phone("2", Type.WORK),
                        new Phone("4", Type.MOBILE),
                        new Phone("3", Type.HOME),
                        new Phone("9", Type.FAX));
        assertThat(contact.emails()).containsExactly("a@b.test", "c@d.test");
        assertThat(contact.addresses()).containsExactly("1 Road\n123 Town ST\nLand", "2 Lane\nVillage");
        assertThat(contact.note()).isEqualTo("one\ntwo");
        assertThat(contact.web()).isEqualTo("http://acme.test");
    }

    @Test
    void googlesExportIsUnderstood() throws Exception {
        read(
                "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,E-mail 1 - Label,E-mail 1 - Value,"
                        + "Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Formatted,Address 1 - Street\n"
                        + "Mario,,Rossi,Acme,Agent,,* ,a@b.test ::: c@d.test,Mobile,300 ::: 301,Work Fax,9,\"1 Road\nTown\",1 Road\n");
        Contact contact = sink.only();
        assertThat(contact.name()).isEqualTo("Mario Rossi");
        assertThat(contact.phones())
                .containsExactly(
                        new Phone("300", Type.MOBILE), new Phone("301", Type.MOBILE), new Phone("9", Type.FAX));
        assertThat(contact.emails()).containsExactly("a@b.test", "c@d.test");
        assertThat(contact.addresses()).containsExactly("1 Road\nTown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Nome;Cognome;Azienda;Interno;Cellulare          | Anna;Rossi;Acme;201;300
                    Vorname;Name;Firma;Durchwahl;Handy              | Anna;Rossi;Acme;201;300
                    First name;Surname;Company;Extension;Cell phone | Anna;Rossi;Acme;201;300
                    Nominativo;Ditta;Numero interno;Tel. cellulare  | Anna Rossi;Acme;201;300
                    """)
    void headingsInThreeLanguagesAreKnown(String headings, String row) throws Exception {
        read(headings + "\n" + row + "\n");
        Contact contact = sink.only();
        assertThat(contact.name()).isEqualTo("Anna Rossi");
        assertThat(contact.organisation()).isEqualTo("Acme");
        assertThat(contact.phones()).containsExactly(new Phone("201", Type.INTERNAL), new Phone("300", Type.MOBILE));
    }

    @Test
    void theProfileCanNameTheColumns() throws Exception {
        Map<String, List<String>> columns =
                Map.of("columns.name", List.of("Wer"), "columns.work", List.of("A", "B"), "columns.sip", List.of("C"));
        read("X;Wer;A;B;C\nno;Anna;1;2;anna@b.test\n".getBytes(StandardCharsets.UTF_8), columns);
        assertThat(sink.only().phones())
                .containsExactly(
                        new Phone("1", Type.WORK), new Phone("2", Type.WORK), new Phone("sip:anna@b.test", Type.OTHER));
    }

    @ParameterizedTest
    @CsvSource({"columns.name,Nobody", "columns.shoeSize,Name"})
    void aColumnThatIsNotThereIsNamed(String key, String column) {
        assertThatThrownBy(() -> read(
                        "Name,Phone\nAnna,1\n".getBytes(StandardCharsets.UTF_8),
                        Map.of(key, List.of(column), "columns.work", List.of("Phone"))))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(key.equals("columns.name") ? column : "shoeSize");
    }

    @Test
    void brokenRowsAreReportedWithTheirLineAndTheRestIsIn() throws Exception {
        read("Name,Phone\n"
                + "One,1\n"
                + "\"Never closed,2\n"
                + "Three,3\n"
                + "\"Four, with comma\",4\n"
                + "Five,5,too,many\n"
                + ",\n"
                + "\"Six\"x,6\n"
                + "Se\u0000ven,7\n"
                + "x".repeat(70_000) + ",8\n"
                + "\"Ni\nne\",9\n");
        assertThat(sink.names()).containsExactly("One", "Three", "Four, with comma", "Seven", "Ni ne");
        assertThat(sink.places()).containsExactly(place(3), place(6), place(8), place(10));
        assertThat(sink.problems)
                .allSatisfy(problem -> assertThat(problem.reason()).isNotBlank());
    }

    @Test
    void anOpenQuoteCostsOneRowOfAThousand() throws Exception {
        List<String> rows = new ArrayList<>(List.of("Name,Phone", "\"open,0"));
        for (int i = 1; i <= 1000; i++) {
            rows.add("Person " + i + "," + i);
        }
        read(String.join("\n", rows));
        assertThat(sink.contacts).hasSize(1000);
        assertThat(sink.places()).containsExactly(place(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "no headings here\n1,2\n", "Name,Phone\n\"a,1\n", "\u0000\u0001\u0002"})
    void whatIsNoTableIsRefusedInWords(String content) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("people.csv");
    }

    @Test
    void namesakesAreTwoAndKeysStay() throws Exception {
        String table = "Name,Phone,E-mail\nAnna,1,\nAnna,2,\nAnna,3,a@b.test\n";
        read(table);
        List<String> keys =
                sink.contacts.stream().map(contact -> contact.id().key()).toList();
        sink.contacts.clear();
        read(table);
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(sink.contacts.stream().map(contact -> contact.id().key())).containsExactlyElementsOf(keys);
    }

    @Test
    void aLargeTableIsStreamed() throws Exception {
        int rows = 20_000;
        Path file = folder.resolve("large.csv");
        write(file, rows);
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Counter counter = new Counter();
        Map<String, List<String>> values = Map.of("path", List.of(file.toString()));
        source.read(new SourceSettings("t", "csv", Kind.EXTERNAL, "T", values), null, counter);
        assertThat(counter.put).isEqualTo(rows);
        System.gc();
        assertThat(runtime.totalMemory() - runtime.freeMemory() - before).isLessThan(32 << 20);
    }

    private static void write(Path file, int rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("Name;Firma;Telefon;Handy;E-Mail;Notizen\n");
            for (int i = 0; i < rows; i++) {
                out.write("Person " + i + ";\"Firm, " + i % 100 + "\";+39 051 " + i + ";+39 300 " + i + ";p" + i
                        + "@example.test;some note\n");
            }
        }
    }

    /** Counts only, as the directory does not keep what it is given either. */
    private static final class Counter implements ContactSink {
        private int put;

        @Override
        public void all(int expected) {
            assertThat(expected).isNegative();
        }

        @Override
        public void put(Contact contact, byte @Nullable [] photo) {
            put++;
        }

        @Override
        public void remove(String key) {
            throw new AssertionError();
        }

        @Override
        public void problem(String where, String reason) {
            throw new AssertionError(where + reason);
        }
    }
}
