/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.centralino.media.Codec;
import org.centralino.media.SrtpKeys;
import org.centralino.telephony.Account.Srtp;

/** What holds for every agreement on keys. */
class SdesProperties {

    private static final List<Codec> PCMA = List.of(new Codec("PCMA", 8000, 1, 8, ""));

    private static OfferAnswer party(Srtp wanted, boolean confidential) {
        return new OfferAnswer("192.0.2.1", 4000, PCMA, List.of(), Sdes.of(wanted, confidential));
    }

    @Property
    void bothSidesHaveTheSameKeysOrNoneOrKnowThatTheyDoNotAgree(
            @ForAll Srtp ours, @ForAll Srtp theirs, @ForAll boolean here, @ForAll boolean there) {
        OfferAnswer caller = party(ours, here);
        try {
            OfferAnswer.Answer answer = party(theirs, there).answer(caller.offer());
            SrtpKeys callees = answer.agreement().session().srtp();
            SrtpKeys callers = caller.answered(answer.sdp()).session().srtp();
            boolean encrypted = callers != null;
            assertThat(encrypted).isEqualTo(here && there && ours != Srtp.OFF && theirs != Srtp.OFF);
            assertThat(encrypted || ours != Srtp.REQUIRED && theirs != Srtp.REQUIRED)
                    .isTrue();
            if (callers != null) {
                SrtpKeys far = Objects.requireNonNull(callees);
                assertThat(callers).isEqualTo(new SrtpKeys(far.suite(), far.receive(), far.send()));
            } else {
                assertThat(callees).isNull();
            }
        } catch (SdpException e) {
            assertThat(ours == Srtp.REQUIRED || theirs == Srtp.REQUIRED).isTrue();
        }
    }

    @Provide
    Arbitrary<String> nearlyLines() {
        Arbitrary<String> part = Arbitraries.of(
                "1",
                "999999999",
                "0",
                " ",
                "\t",
                "AES_CM_128_HMAC_SHA1_80",
                "AES_256_CM_HMAC_SHA1_80",
                "inline:",
                "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz",
                "|",
                "2^20",
                ":",
                ";",
                "=",
                "KDR=",
                "WSH=64",
                "-x",
                "UNENCRYPTED_SRTP",
                "FEC_KEY=inline:");
        return part.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Property
    void aLineIsUnderstoodWholeOrNotAtAll(@ForAll("nearlyLines") String value) {
        CryptoAttribute line = CryptoAttribute.parse(value);
        if (line != null) {
            assertThat(line.key()).hasSize(line.suite().keyLength());
            assertThat(value)
                    .doesNotContain("UNENCRYPTED")
                    .doesNotContain("KDR")
                    .doesNotContain(";");
            CryptoAttribute again =
                    Objects.requireNonNull(CryptoAttribute.parse(line.written().value()));
            assertThat(again.key()).isEqualTo(line.key());
            assertThat(again).hasToString(line.toString());
        }
    }

    @Property
    void anyTextIsReadWithoutHarm(@ForAll @StringLength(max = 2000) String value) {
        CryptoAttribute line = CryptoAttribute.parse(value);
        assertThat(line == null || line.key().length >= 30).isTrue();
    }
}
