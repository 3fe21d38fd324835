/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.vcard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.Phone.Type;
import org.centralino.directory.files.Sink;
import org.centralino.directory.files.internal.Messages;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VCardsTest {

    private final Sink sink = new Sink();

    private int read(byte[] bytes) throws IOException, InterruptedException {
        return VCards.read(new ByteArrayInputStream(bytes), "cards", Kind.EXTERNAL, "a.vcf", sink);
    }

    private int read(String text) throws IOException, InterruptedException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String card(String... lines) {
        return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCARD\r\n";
    }

    private static String place(int line) {
        return NLS.bind(Messages.line, "a.vcf", line);
    }

    @Test
    void everythingThatAContactHasIsRead() throws Exception {
        read(card(
                "UID:urn:uuid:1",
                "FN:Rossi\\, Mario",
                "N:Rossi;Mario;;;",
                "ORG:Acme S.p.A.;Vendite;Estero",
                "TITLE:Agente",
                "TEL;TYPE=HOME:+39 051 0055 1",
                "TEL;TYPE=CELL:+39 300 0055 2",
                "TEL;TYPE=WORK,FAX:+39 051 0055 3",
                "TEL;TYPE=WORK,VOICE:+39 051 0055 4",
                "IMPP:sip:mario@acme.test",
                "EMAIL;TYPE=INTERNET:mailto:mario@acme.test",
                "EMAIL:m.rossi@acme.test",
                "ADR;TYPE=WORK:;;Via Roma 1;Bologna;BO;40100;Italia",
                "NOTE:prima riga\\nseconda",
                "URL:https://acme.test/mario",
                "PHOTO;ENCODING=b;TYPE=JPEG:" + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3})));
        assertThat(sink.problems).isEmpty();
        assertThat(sink.only())
                .isEqualTo(new Contact(
                        new ContactId("cards", "urn:uuid:1"),
                        Kind.EXTERNAL,
                        "Rossi, Mario",
                        "Mario",
                        "Rossi",
                        "Acme S.p.A.",
                        "Vendite, Estero",
                        "Agente",
                        List.of(
                                new Phone("+39 051 0055 4", Type.WORK),
                                new Phone("+39 300 0055 2", Type.MOBILE),
                                new Phone("+39 051 0055 1", Type.HOME),
                                new Phone("sip:mario@acme.test", Type.OTHER),
                                new Phone("+39 051 0055 3", Type.FAX)),
                        List.of("mario@acme.test", "m.rossi@acme.test"),
                        List.of("Via Roma 1\n40100 Bologna BO\nItalia"),
                        "prima riga\nseconda",
                        "https://acme.test/mario",
                        true));
        assertThat(sink.photos.get("Rossi, Mario")).containsExactly(1, 2, 3);
    }

    @Test
    void version21WithQuotedPrintableInItsOwnCharset() throws Exception {
        read("""
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Nicol=F2;Jos=E9
                FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9 =
                Nicol=C3=B2
                TEL;CELL;VOICE:300 0055
                TEL;WORK;PREF:051 0055
                X-SIP:jose@acme.test
                END:VCARD
                """);
        Contact contact = sink.only();
        assertThat(contact.name()).isEqualTo("José Nicolò");
        assertThat(contact.familyName()).isEqualTo("Nicolò");
        assertThat(contact.phones())
                .containsExactly(
                        new Phone("051 0055", Type.WORK),
                        new Phone("300 0055", Type.MOBILE),
                        new Phone("sip:jose@acme.test", Type.OTHER));
    }

    @Test
    void quotedPrintableThatDoesNotSayItsEncodingIsReadAsWindowsWritesIt() throws Exception {
        read("BEGIN:VCARD\nVERSION:2.1\nFN;QUOTED-PRINTABLE:Nicol=F2\nTEL:1\nEND:VCARD\n");
        assertThat(sink.only().name()).isEqualTo("Nicolò");
    }

    @Test
    void version40WithUris() throws Exception {
        read("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Zoë
                TEL;VALUE=uri;TYPE="voice,work";PREF=2:tel:+48-42-005;ext=12
                TEL;VALUE=uri;TYPE=cell;PREF=1:tel:+48-600-005
                IMPP;TYPE=work:sip:zoe@acme.test
                END:VCARD
                """);
        assertThat(sink.only().phones())
                .containsExactly(
                        new Phone("+48-600-005", Type.MOBILE),
                        new Phone("+48-42-005;ext=12", Type.WORK),
                        new Phone("sip:zoe@acme.test", Type.WORK));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TEL;TYPE=X-INTERNAL:201", "TEL;TYPE=EXTENSION:201", "X-EXTENSION:201", "TEL;TYPE=WORK:201"})
    void extensionsAreInternalNumbers(String line) throws Exception {
        VCards.read(
                new ByteArrayInputStream(card("FN:Anna", line).getBytes(StandardCharsets.UTF_8)),
                "cards",
                Kind.INTERNAL,
                "a.vcf",
                sink);
        assertThat(sink.only().phones()).containsExactly(new Phone("201", Type.INTERNAL));
    }

    @Test
    void whatAppleCallsANumberTellsItsType() throws Exception {
        read(card(
                "FN:Anna",
                "item1.TEL:201",
                "item1.X-ABLabel:Interno",
                "item2.TEL:300",
                "item2.X-ABLabel:_$!<Mobile>!$_"));
        assertThat(sink.only().phones())
                .containsExactly(new Phone("201", Type.INTERNAL), new Phone("300", Type.MOBILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
    void theEncodingOfACardIsFound(String charset) throws Exception {
        read(card("FN:Jürgen Müller", "TEL:1").getBytes(Charset.forName(charset)));
        assertThat(sink.names()).containsExactly("Jürgen Müller");
        assertThat(sink.problems).isEmpty();
    }

    @Test
    void cardsOfDifferentEncodingsLieInOneFile() throws Exception {
        byte[] first = ("\uFEFF" + card("FN:Zoë", "TEL:1")).getBytes(StandardCharsets.UTF_8);
        byte[] second = card("FN:José", "TEL:2").getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        read(both);
        assertThat(sink.names()).containsExactly("Zoë", "José");
    }

    @Test
    void aBrokenCardIsReportedWithItsLineAndTheRestIsIn() throws Exception {
        read(card("FN:One", "TEL:1")
                + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut off\r\n"
                + card("FN:Two", "this is no property", "TEL:2")
                + "stray\r\n"
                + card("NOTE:nobody")
                + card("FN:Three", "TEL:3")
                + "BEGIN:VCARD\r\nFN:Last");
        assertThat(sink.names()).containsExactly("One", "Two", "Three");
        assertThat(sink.places()).containsExactly(place(6), place(12), place(15), place(16), place(25));
        assertThat(sink.problems)
                .allSatisfy(problem -> assertThat(problem.reason()).isNotBlank());
    }

    @Test
    void aCardInsideACardIsPartOfIt() throws Exception {
        read(
                "BEGIN:VCARD\nVERSION:2.1\nFN:Boss\nTEL:1\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Agent\nTEL:2\nEND:VCARD\nEND:VCARD\n"
                        + card("FN:Other", "TEL:3"));
        assertThat(sink.names()).containsExactly("Boss", "Other");
    }

    @Test
    void textHasNoControlCharactersAndNothingThatTurnsItAround() throws Exception {
        read(card("FN: A\u0000nna\t \u202EBianchi\u202C \u0007", "NOTE:a\\nb\u0000"));
        assertThat(sink.only().name()).isEqualTo("Anna Bianchi");
        assertThat(sink.only().note()).isEqualTo("a\nb");
    }

    @Test
    void aCardThatIsTooLongIsReportedAndTheNextIsIn() throws Exception {
        read(card("FN:Bomb", "PHOTO;ENCODING=b:" + "A".repeat(VCards.LONGEST)) + card("FN:Next", "TEL:1"));
        assertThat(sink.names()).containsExactly("Next");
        assertThat(sink.places()).containsExactly(place(1));
    }

    @Test
    void photosElsewhereAreNotFetchedAndGroupsAreNobody() throws Exception {
        read(card("FN:Anna", "PHOTO;VALUE=uri:http://192.0.2.1/anna.jpg")
                + card("FN:Team", "X-ADDRESSBOOKSERVER-KIND:group"));
        assertThat(sink.only().hasPhoto()).isFalse();
        assertThat(sink.photos).isEmpty();
    }

    @Test
    void namesakesWithoutUidKeepKeysOfTheirOwnFromReadingToReading() throws Exception {
        String cards = card("FN:Mario Rossi", "TEL:1") + card("FN:Mario Rossi", "TEL:2");
        read(cards);
        read(cards);
        assertThat(sink.contacts.stream().map(contact -> contact.id().key()).distinct())
                .hasSize(2);
    }

    @Test
    void oneCardCanHaveTheIdThatItsServerGives() throws Exception {
        ContactId id = new ContactId("dav", "/book/1.vcf");
        assertThat(VCards.readOne(card("UID:x", "FN:Anna"), id, Kind.INTERNAL, "1.vcf", sink))
                .isTrue();
        assertThat(sink.only().id()).isEqualTo(id);
        assertThat(VCards.readOne("no card", id, Kind.INTERNAL, "2.vcf", sink)).isFalse();
        assertThat(sink.places()).hasSize(1);
    }
}
