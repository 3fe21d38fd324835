/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProfileReaderProperties {

    private static final String WHOLE = """
            {"version":1, "user":{"id":"anna","name":"Anna Bianchi"},
             "accounts":[{"address":"sip:anna@example.test","registrar":"sip:127.0.0.1:5060;transport=udp",
               "password":"secret","codecs":["opus","pcma"],"country":"DE"}],
             "features":{"recording":"on-demand","conference":true,"video":true}}
            """;

    @Property
    void anyTextGivesAProfileOrAProfileException(@ForAll String text, @ForAll int cut) {
        String damaged = WHOLE.substring(0, Math.floorMod(cut, WHOLE.length())) + text;
        for (String json : List.of(text, damaged)) {
            try {
                assertThat(ProfileReader.read(json).accounts()).isNotEmpty();
            } catch (ProfileException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
