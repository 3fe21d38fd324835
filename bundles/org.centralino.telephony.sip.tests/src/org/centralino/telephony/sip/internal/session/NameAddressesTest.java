/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NameAddressesTest {

    private static final String SAMPLE =
            "\"A, \\\"B\\\" <C>\" <sip:604@example.test;x=y?Reason=SIP%3Bcause%3D302>;index=1,"
                    + " sip:605@example.test;privacy=off , <tel:+39021234>;reason=\"user-busy\"";

    private static List<String> uris(String list) {
        return NameAddresses.parse(list).stream()
                .map(entry -> String.valueOf(entry.address().getURI()))
                .toList();
    }

    @Test
    void commasInQuotesAndBracketsDoNotPart() {
        assertThat(uris(SAMPLE))
                .containsExactly(
                        "sip:604@example.test;x=y?Reason=SIP%3Bcause%3D302", "sip:605@example.test", "tel:+39021234");
        List<NameAddresses.Entry> entries = NameAddresses.parse(SAMPLE);
        assertThat(entries.get(0).has("index=1")).isTrue();
        assertThat(entries.get(0).hasNamed("index")).isTrue();
        assertThat(entries.get(0).hasNamed("ind")).isFalse();
        assertThat(entries.get(1).has("privacy=off")).isTrue();
        assertThat(entries.get(2).has("reason=user-busy")).isTrue();
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        assertThat(uris("<sip:1@x>, <, >, \", <sip:2@x>")).containsExactly("sip:1@x");
        assertThat(uris("")).isEmpty();
        assertThat(uris("<sip:1@x>" + ",<sip:1@x>".repeat(20))).isEmpty();
        assertThat(uris("<sip:" + "1".repeat(5000) + "@x>")).isEmpty();
    }

    @Test
    void noChangeOfASampleFailsOrTakesLong() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Random random = new Random(4);
            String alphabet = "\",;<>:@\\?%=.\t ()[]abc1\u00e9\u0000";
            for (int i = 0; i < 20_000; i++) {
                StringBuilder text = new StringBuilder(SAMPLE);
                for (int change = random.nextInt(1, 8); change > 0; change--) {
                    int at = random.nextInt(text.length());
                    switch (random.nextInt(3)) {
                        case 0 -> text.deleteCharAt(at);
                        case 1 -> text.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
                        default -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
                    }
                }
                assertThat(NameAddresses.parse(text.toString())).hasSizeLessThan(20);
            }
        });
    }
}
