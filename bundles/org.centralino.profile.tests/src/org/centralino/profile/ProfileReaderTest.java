/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.centralino.directory.Kind;
import org.centralino.directory.source.SourceSettings;
import org.centralino.telephony.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileReaderTest {

    private static final String WHOLE = """
            {"version":1, "user":{"id":"anna","name":"Anna Bianchi"}, "future":"ignored",
             "accounts":[{"address":"sip:anna@example.test","registrar":"sip:127.0.0.1:5060;transport=udp",
               "password":"secret","authUser":"a1","displayName":"Anna","outboundProxy":"sip:proxy.example.test",
               "srtp":"required","dtmf":"info","codecs":["opus","pcma"],"country":"DE"}],
             "features":{"recording":"on-demand","conference":true,"video":true},
             "directories":[],"favourites":[]}
            """;

    @Test
    void everyKeyOfTheDocumentIsRead() throws Exception {
        Profile profile = ProfileReader.read(WHOLE);
        assertThat(profile.user()).isEqualTo(new Profile.User("anna", "Anna Bianchi"));
        assertThat(profile.accounts())
                .containsExactly(new Account(
                        "sip:anna@example.test",
                        "sip:127.0.0.1:5060;transport=udp",
                        "secret",
                        "a1",
                        "Anna",
                        "sip:proxy.example.test",
                        Account.Srtp.REQUIRED,
                        Account.Dtmf.INFO,
                        List.of("opus", "pcma"),
                        "DE"));
        assertThat(profile.features().grants())
                .containsOnly(
                        Map.entry("centralino.recording", "on-demand"),
                        Map.entry("centralino.conference", "true"),
                        Map.entry("centralino.video", "true"));
    }

    @Test
    void addressRegistrarAndPasswordAreEnough() throws Exception {
        Profile profile = ProfileReader.read(
                "{\"version\":1,\"accounts\":[{\"address\":\"sip:a@b.test\",\"registrar\":\"sip:b.test\",\"password\":\"p\"}]}");
        assertThat(profile.accounts().getFirst().dtmf()).isEqualTo(Account.Dtmf.RFC4733);
        assertThat(profile.features().grants()).isEmpty();
        assertThat(profile.directories()).isEmpty();
        assertThat(profile.favourites()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "version":1                        | "version":2                | version               | 2
                    sip:anna@example.test              | anna                       | accounts[0].address   | "anna"
                    sip:127.0.0.1:5060;transport=udp   | sip:127.0.0.1:99999        | accounts[0].registrar | "sip:127.0.0.1:99999"
                    sip:127.0.0.1:5060;transport=udp   | sip:h;transport=sctp       | accounts[0].registrar | "sip:h;transport=sctp"
                    "srtp":"required"                  | "srtp":"maybe"             | accounts[0].srtp      | "maybe"
                    "pcma"                             | "mp3"                      | accounts[0].codecs[1] | "mp3"
                    "recording":"on-demand"            | "recording":true           | features.recording    | true
                    "conference":true                  | "conference":"yes"         | features.conference   | "yes"
                    "directories":[]                   | "directories":{}           | directories           | {}
                    "country":"DE"                     | "country":"Germany"        | accounts[0].country   | "Germany"
                    """)
    void aBadValueIsNamedWithItsKeyAndWhatWasExpected(String good, String bad, String key, String value) {
        assertThatThrownBy(() -> ProfileReader.read(WHOLE.replace(good, bad)))
                .isInstanceOfSatisfying(ProfileException.class, e -> {
                    assertThat(e.key()).isEqualTo(key);
                    assertThat(e.value()).isEqualTo(value);
                    assertThat(e.expected()).isNotBlank();
                });
    }

    @Test
    void thePasswordMayBeLeftOut() throws Exception {
        assertThat(ProfileReader.read(WHOLE.replace("\"password\":\"secret\",", ""))
                        .accounts()
                        .getFirst()
                        .password())
                .isNull();
    }

    @Test
    void aBadPasswordIsNeverShown() {
        assertThatThrownBy(
                        () -> ProfileReader.read(WHOLE.replace("\"password\":\"secret\"", "\"password\":[\"secret\"]")))
                .hasMessageContaining("accounts[0].password")
                .hasMessageNotContaining("secret");
    }

    private static Map<String, String> granted(String features) throws ProfileException {
        return ProfileReader.read(WHOLE.replace(
                        "\"features\":{\"recording\":\"on-demand\",\"conference\":true,\"video\":true}",
                        "\"features\":" + features))
                .features()
                .grants();
    }

    @Test
    void whatIsRefusedIsMoreThanSilence() throws Exception {
        assertThat(granted("{\"recording\":\"off\",\"conference\":false,\"video\":null}"))
                .containsOnly(Map.entry("centralino.recording", "off"), Map.entry("centralino.conference", "off"));
        assertThat(granted("null")).isEmpty();
    }

    @Test
    void featuresOfPartnersStandUnderTheirOwnIds() throws Exception {
        assertThat(granted("""
                {"com.example.crm":true,"com.example.fax":"outgoing","com.example.sms":false,"future":7,"recording":"automatic"}
                """))
                .containsOnly(
                        Map.entry("com.example.crm", "true"),
                        Map.entry("com.example.fax", "outgoing"),
                        Map.entry("com.example.sms", "off"),
                        Map.entry("centralino.recording", "automatic"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"com.example.crm":7}            | features.com.example.crm      | 7
                    {"com.example.crm":""}           | features.com.example.crm      | ""
                    {"com.example.crm":{"a":1}}      | features.com.example.crm      | {…}
                    {"com.example.":true}            | features.com.example.         | true
                    {"com.ex*mple":true}             | features.com.ex*mple          | true
                    {"centralino.recording":"on-demand"} | features.centralino.recording | "on-demand"
                    {"conference":"true"}            | features.conference           | "true"
                    [true]                           | features                      | […]
                    """)
    void aBadGrantIsNamed(String features, String key, String value) {
        assertThatThrownBy(() -> granted(features)).isInstanceOfSatisfying(ProfileException.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.value()).isEqualTo(value);
            assertThat(e.expected()).isNotBlank();
        });
    }

    private static Profile with(String directories, String favourites) throws ProfileException {
        return ProfileReader.read(WHOLE.replace("\"directories\":[]", "\"directories\":" + directories)
                .replace("\"favourites\":[]", "\"favourites\":" + favourites));
    }

    @Test
    void directoriesAreReadWithTheirOwnKeys() throws Exception {
        Profile profile = with("""
                [{"type":"ldap","kind":"internal","id":"staff","label":"Staff","url":"ldap://h.test","base":"dc=h",
                  "port":389,"startTls":true,"attributes":{"name":["cn","displayName"],"mobile":"mobile"},"nothing":null},
                 {"type":"vcard","path":"/srv/people/contacts.vcf"}]
                """, "[\"Bruno Ferri\", \"600\"]");
        assertThat(profile.directories())
                .containsExactly(
                        new SourceSettings(
                                "staff",
                                "ldap",
                                Kind.INTERNAL,
                                "Staff",
                                Map.of(
                                        "url", List.of("ldap://h.test"),
                                        "base", List.of("dc=h"),
                                        "port", List.of("389"),
                                        "startTls", List.of("true"),
                                        "attributes.name", List.of("cn", "displayName"),
                                        "attributes.mobile", List.of("mobile"))),
                        new SourceSettings(
                                "vcard:/srv/people/contacts.vcf",
                                "vcard",
                                Kind.EXTERNAL,
                                "contacts.vcf",
                                Map.of("path", List.of("/srv/people/contacts.vcf"))));
        assertThat(profile.favourites()).containsExactly("Bruno Ferri", "600");
    }

    @Test
    void anIdThatIsMadeHasNeitherUserNorPassword() throws Exception {
        SourceSettings source = with(
                        "[{\"type\":\"carddav\",\"url\":\"https://anna:secret@h.test/book/?k=secret\"}]", "[]")
                .directories()
                .getFirst();
        assertThat(source.id()).isEqualTo("carddav:h.test/book/");
        assertThat(source.label()).isEqualTo("book");
        assertThat(source.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{"kind":"internal"}]                              | directories[0].type       | (missing)
                    [{"type":"LDAP!"}]                                 | directories[0].type       | "LDAP!"
                    [{"type":"csv","kind":"mine"}]                     | directories[0].kind       | "mine"
                    [{"type":"csv","id":"local"}]                      | directories[0].id         | "local"
                    [{"type":"csv","id":"a"},{"type":"csv","id":"a"}]  | directories[1].id         | "a"
                    [{"type":"csv","path":"x"},{"type":"csv","path":"x"}] | directories[1].id      | (missing)
                    [{"type":"csv","path":[["x"]]}]                    | directories[0].path[0]    | […]
                    [{"type":"csv","a":{"b":{"c":{"d":{"e":1}}}}}]     | directories[0].a.b.c.d    | {…}
                    [{"type":"ldap","password":["a",{"b":"secret"}]}]  | directories[0].password[1] | (hidden)
                    [{"type":"ldap","bind":{"password":[[]]}}]         | directories[0].bind.password[0] | (hidden)
                    ["ldap://h"]                                       | directories[0]            | "ldap://h"
                    {"password":"secret"}                              | directories               | {…}
                    """)
    void aBadDirectoryIsNamedWithoutItsSecrets(String directories, String key, String value) {
        assertThatThrownBy(() -> with(directories, "[]")).isInstanceOfSatisfying(ProfileException.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.value()).isEqualTo(value);
            assertThat(e.getMessage()).doesNotContain("secret");
        });
    }

    @Test
    void favouritesAreNamesOrNumbers() {
        assertThatThrownBy(() -> with("[]", "[\"Anna\", 7]")).hasMessageContaining("favourites[1]");
        assertThatThrownBy(() -> with("[]", "[\"\"]")).hasMessageContaining("favourites[0]");
    }

    @Test
    void textThatIsNotJsonIsRefusedWithTheLine() {
        assertThatThrownBy(() -> ProfileReader.read("{\n\"version\":1,,}"))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("line 2");
    }
}
