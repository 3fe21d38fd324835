/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.centralino.profile.Profile.Recording;
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
        assertThat(profile.features()).isEqualTo(new Profile.Features(Recording.ON_DEMAND, true, true));
    }

    @Test
    void addressRegistrarAndPasswordAreEnough() throws Exception {
        Profile profile = ProfileReader.read(
                "{\"version\":1,\"accounts\":[{\"address\":\"sip:a@b.test\",\"registrar\":\"sip:b.test\",\"password\":\"p\"}]}");
        assertThat(profile.accounts().getFirst().dtmf()).isEqualTo(Account.Dtmf.RFC4733);
        assertThat(profile.features()).isEqualTo(new Profile.Features(Recording.OFF, false, false));
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

    @Test
    void textThatIsNotJsonIsRefusedWithTheLine() {
        assertThatThrownBy(() -> ProfileReader.read("{\n\"version\":1,,}"))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("line 2");
    }
}
