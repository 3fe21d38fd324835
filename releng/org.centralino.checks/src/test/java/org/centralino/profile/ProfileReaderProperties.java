/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.centralino.directory.source.SourceSettings;

class ProfileReaderProperties {

    private static final String WHOLE = """
            {"version":1, "user":{"id":"anna","name":"Anna Bianchi"},
             "accounts":[{"address":"sip:anna@example.test","registrar":"sip:127.0.0.1:5060;transport=udp",
               "password":"secret","codecs":["opus","pcma"],"country":"DE"}],
             "features":{"recording":"on-demand","conference":true,"video":true,"com.example.crm":"cards"},
             "directories":[{"type":"ldap","kind":"internal","url":"ldap://127.0.0.1","password":"secret",
               "attributes":{"name":["cn"],"deep":{"er":1}}},{"type":"csv","path":"a.csv"}],
             "favourites":["Anna","600"]}
            """;

    @Property
    void anyTextGivesAProfileOrAProfileException(@ForAll String text, @ForAll int cut) {
        String damaged = WHOLE.substring(0, Math.floorMod(cut, WHOLE.length())) + text;
        for (String json : List.of(text, damaged)) {
            try {
                Profile profile = ProfileReader.read(json);
                assertThat(profile.accounts()).isNotEmpty();
                assertThat(profile.directories()).extracting(SourceSettings::id).doesNotHaveDuplicates();
            } catch (ProfileException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Property
    void whateverIsGrantedHasAnIdAndAPolicyOrIsRefused(@ForAll String key, @ForAll String value)
            throws JsonProcessingException {
        JsonMapper json = JsonMapper.builder().build();
        String grant = json.writeValueAsString(key) + ":" + json.writeValueAsString(value);
        try {
            assertThat(ProfileReader.read(WHOLE.replace("\"com.example.crm\":\"cards\"", grant))
                            .features()
                            .grants())
                    .allSatisfy((id, policy) -> {
                        assertThat(id).contains(".").doesNotContainAnyWhitespaces();
                        assertThat(policy).isNotBlank();
                    });
        } catch (ProfileException e) {
            assertThat(e.key()).startsWith("features");
        }
    }

    @Property
    void whateverStandsInADirectoryIsKeptOrRefusedWithoutItsSecrets(
            @ForAll String key, @ForAll String value, @ForAll @IntRange(max = 5) int depth)
            throws JsonProcessingException {
        JsonMapper json = JsonMapper.builder().build();
        String name = json.writeValueAsString(key);
        String nested = "{" + name + ":" + "[".repeat(depth) + json.writeValueAsString("hush" + value)
                + "]".repeat(depth) + "}";
        String profile = WHOLE.replace("\"deep\":{\"er\":1}", "\"password\":" + nested);
        try {
            SourceSettings source = ProfileReader.read(profile).directories().getFirst();
            assertThat(source.texts("attributes.password." + key)).containsExactly("hush" + value);
        } catch (ProfileException e) {
            assertThat(e.key()).startsWith("directories[0].attributes.password");
            assertThat(e.getMessage()).doesNotContain("hush");
        }
    }
}
