/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What holds for every list of addresses in a header, and for what is none. */
class NameAddressesProperties {

    @Property
    void whateverIsWrittenIsReadOrLeftOut(@ForAll String text) {
        assertThat(NameAddresses.parse(text)).hasSizeLessThanOrEqualTo(20);
    }

    @Property
    void whateverIsWrittenInItsOwnAlphabetIsReadOrLeftOut(
            @ForAll
                    @StringLength(max = 80)
                    @Chars({'"', '\\', '<', '>', ',', ';', ':', '@', '%', '=', '?', '[', 's', 'i', 'p', ' '})
                    String text) {
        assertThat(NameAddresses.parse("<sip:1@x>;index=1, " + text)).hasSizeLessThanOrEqualTo(20);
    }

    @Property
    void whatIsWrittenWellComesBack(
            @ForAll @Size(max = 20) List<@AlphaChars @StringLength(min = 1, max = 12) String> users) {
        String header = users.stream()
                .map(user -> "\"" + user + ", \\\"<x>\" <sip:" + user + "@example.test;a=b>;index=1")
                .collect(Collectors.joining(" , "));
        assertThat(NameAddresses.parse(header))
                .extracting(entry -> entry.address().getURI().toString())
                .containsExactlyElementsOf(users.stream()
                        .map(user -> "sip:" + user + "@example.test;a=b")
                        .toList());
    }
}
