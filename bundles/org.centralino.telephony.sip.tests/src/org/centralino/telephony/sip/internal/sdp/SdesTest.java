/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.media.Codec;
import org.centralino.media.SrtpKeys;
import org.centralino.telephony.Account.Srtp;
import org.centralino.telephony.EndReason;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdesTest {

    private static final List<Codec> PCMA = List.of(new Codec("PCMA", 8000, 1, 8, ""));
    private static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private static final String OTHER_KEY = "PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR";
    private static final String SUITE = "AES_CM_128_HMAC_SHA1_80";
    private static final Pattern CRYPTO = Pattern.compile("a=crypto:(\\d+) (\\S+) inline:(\\S+)\r\n");

    private static OfferAnswer party(Srtp wanted, boolean confidential) {
        return new OfferAnswer("192.0.2.1", 4000, PCMA, List.of(), Sdes.of(wanted, confidential));
    }

    private static OfferAnswer party(Srtp wanted) {
        return party(wanted, true);
    }

    private static String sdp(String protocol, String... crypto) {
        StringBuilder sdp =
                new StringBuilder("v=0\r\no=far 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n");
        return sdp.append(stream(protocol, crypto)).toString();
    }

    private static String stream(String protocol, String... crypto) {
        StringBuilder stream = new StringBuilder("m=audio 5000 " + protocol + " 8\r\n");
        for (String line : crypto) {
            stream.append("a=crypto:").append(line).append("\r\n");
        }
        return stream.toString();
    }

    private static String line(int tag, String key) {
        return tag + " " + SUITE + " inline:" + key;
    }

    private static byte[] decoded(String key) {
        return Base64.getDecoder().decode(key);
    }

    private static @Nullable SrtpKeys agreed(OfferAnswer.Answer answer) {
        return answer.agreement().session().srtp();
    }

    /** The line of a suite in a description of ours. */
    private static Matcher ours(String sdp, String suite) {
        Matcher lines = CRYPTO.matcher(sdp);
        while (lines.find()) {
            if (lines.group(2).equals(suite)) {
                return lines;
            }
        }
        throw new AssertionError("No " + suite + " offered");
    }

    @Test
    void requiredOffersTheSecureProfileWithTheStrongestFirst() throws SdpException {
        String offer = party(Srtp.REQUIRED).offer();
        assertThat(offer).contains("m=audio 4000 RTP/SAVP 8");
        Matcher lines = CRYPTO.matcher(offer);
        assertThat(lines.find()).isTrue();
        assertThat(lines.group(2)).isEqualTo("AES_256_CM_HMAC_SHA1_80");
        assertThat(decoded(lines.group(3))).hasSize(46);
        assertThat(lines.find()).isTrue();
        assertThat(lines.group(2)).isEqualTo(SUITE);
        assertThat(decoded(lines.group(3))).hasSize(30);
        assertThat(lines.find()).isFalse();
    }

    @Test
    void keysAreAnotherInEveryCall() throws SdpException {
        assertThat(ours(party(Srtp.REQUIRED).offer(), SUITE).group(3))
                .isNotEqualTo(ours(party(Srtp.REQUIRED).offer(), SUITE).group(3));
    }

    @Test
    void preferredOffersKeysOnAStreamThatMayBeClear() throws SdpException {
        assertThat(party(Srtp.PREFERRED).offer())
                .contains("m=audio 4000 RTP/AVP 8")
                .contains("a=crypto:1 ");
    }

    @Test
    void noKeyIsSaidWhereItCanBeReadOnTheWay() throws SdpException {
        assertThat(party(Srtp.OFF).offer()).contains("RTP/AVP").doesNotContain("crypto");
        assertThat(party(Srtp.PREFERRED, false).offer()).contains("RTP/AVP").doesNotContain("crypto");
        assertThatThrownBy(() -> party(Srtp.REQUIRED, false).offer()).hasMessage(EndReason.NO_CONFIDENCE);
        assertThatThrownBy(() -> party(Srtp.REQUIRED, false).answer(sdp("RTP/SAVP", line(1, KEY))))
                .hasMessage(EndReason.NO_CONFIDENCE);
        OfferAnswer readable = party(Srtp.PREFERRED, false);
        assertThat(readable.answer(sdp("RTP/AVP", line(1, KEY))).sdp()).doesNotContain("crypto");
        assertThatThrownBy(() -> readable.answer(sdp("RTP/SAVP", line(1, KEY)))).isInstanceOf(SdpException.class);
    }

    @Test
    void anAnswerWithAKeyEncryptsBothWays() throws SdpException {
        OfferAnswer caller = party(Srtp.REQUIRED);
        Matcher own = ours(caller.offer(), SUITE);
        SrtpKeys keys = caller.answered(sdp("RTP/SAVP", line(2, KEY))).session().srtp();
        assertThat(keys).isEqualTo(new SrtpKeys(SUITE, decoded(own.group(3)), decoded(KEY)));
        assertThat(keys).hasToString("SrtpKeys[" + SUITE + "]");
    }

    @Test
    void requiredTakesNoAnswerInClear() throws SdpException {
        OfferAnswer caller = party(Srtp.REQUIRED);
        caller.offer();
        assertThatThrownBy(() -> caller.answered(sdp("RTP/AVP"))).hasMessage(EndReason.IN_CLEAR);
        assertThatThrownBy(() -> caller.answered(sdp("RTP/SAVP"))).isInstanceOf(SdpException.class);
    }

    @Test
    void preferredTakesAnAnswerInClearAndDoesNotAskAgain() throws SdpException {
        OfferAnswer caller = party(Srtp.PREFERRED);
        caller.offer();
        assertThat(caller.answered(sdp("RTP/AVP")).session().srtp()).isNull();
        assertThat(caller.offer()).doesNotContain("crypto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 AES_256_CM_HMAC_SHA1_80 inline:" + KEY,
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "3 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "2 AES_CM_128_HMAC_SHA1_32 inline:" + KEY,
                "2 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|1:4",
                "2"
            })
    void anAnswerWithAKeyForNoneOfOursIsOfNoUse(String line) throws SdpException {
        OfferAnswer required = party(Srtp.REQUIRED);
        required.offer();
        assertThatThrownBy(() -> required.answered(sdp("RTP/SAVP", line))).isInstanceOf(SdpException.class);
        OfferAnswer preferred = party(Srtp.PREFERRED);
        preferred.offer();
        assertThatThrownBy(() -> preferred.answered(sdp("RTP/AVP", line))).isInstanceOf(SdpException.class);
    }

    @Test
    void anAnswerWithTwoKeysIsOfNoUse() throws SdpException {
        OfferAnswer caller = party(Srtp.REQUIRED);
        caller.offer();
        assertThatThrownBy(() -> caller.answered(sdp("RTP/SAVP", line(2, KEY), line(2, OTHER_KEY))))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void branchesOfAForkHaveTheirOwnKeys() throws SdpException {
        OfferAnswer caller = party(Srtp.REQUIRED);
        caller.offer();
        SrtpKeys one = Objects.requireNonNull(
                caller.answered(sdp("RTP/SAVP", line(2, KEY))).session().srtp());
        SrtpKeys other = Objects.requireNonNull(
                caller.answered(sdp("RTP/SAVP", line(2, OTHER_KEY))).session().srtp());
        assertThat(other.send()).isEqualTo(one.send());
        assertThat(other.receive()).isEqualTo(decoded(OTHER_KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RTP/SAVP", "RTP/SAVPF", "RTP/AVP"})
    void anOfferIsAnsweredWithAKeyUnderItsTagAndProfile(String profile) throws SdpException {
        for (Srtp wanted : List.of(Srtp.PREFERRED, Srtp.REQUIRED)) {
            OfferAnswer.Answer answer =
                    party(wanted).answer(sdp(profile, "1 F8_128_HMAC_SHA1_80 inline:" + KEY, line(7, KEY)));
            assertThat(answer.sdp()).contains("m=audio 4000 " + profile + " 8");
            Matcher own = ours(answer.sdp(), SUITE);
            assertThat(own.group(1)).isEqualTo("7");
            assertThat(agreed(answer)).isEqualTo(new SrtpKeys(SUITE, decoded(own.group(3)), decoded(KEY)));
        }
    }

    @Test
    void offersInClearAreTakenUnlessEncryptionIsRequired() throws SdpException {
        assertThat(agreed(party(Srtp.PREFERRED).answer(sdp("RTP/AVP")))).isNull();
        assertThat(agreed(party(Srtp.OFF).answer(sdp("RTP/AVP", line(1, KEY))))).isNull();
        assertThatThrownBy(() -> party(Srtp.REQUIRED).answer(sdp("RTP/AVP"))).hasMessage(EndReason.IN_CLEAR);
        assertThatThrownBy(() -> party(Srtp.OFF).answer(sdp("RTP/SAVP", line(1, KEY))))
                .isInstanceOf(SdpException.class);
    }

    @Test
    void ofTwoStreamsTheOneThatCanBeEncryptedIsTaken() throws SdpException {
        String both = sdp("RTP/AVP") + stream("RTP/SAVP", line(1, KEY));
        assertThat(party(Srtp.PREFERRED).answer(both).sdp())
                .contains("m=audio 0 RTP/AVP")
                .contains("m=audio 4000 RTP/SAVP");
        assertThat(party(Srtp.OFF).answer(both).sdp())
                .contains("m=audio 4000 RTP/AVP")
                .contains("m=audio 0 RTP/SAVP");
    }

    @Test
    void aKeyIsKeptThroughHoldAndUntilTheFarSideHasAnother() throws SdpException {
        OfferAnswer caller = party(Srtp.REQUIRED);
        caller.offer();
        SrtpKeys first =
                caller.answered(sdp("RTP/SAVP", line(2, KEY))).session().srtp();
        caller.hold(true);
        assertThat(ours(caller.offer(), SUITE).group(3))
                .isEqualTo(Base64.getEncoder()
                        .encodeToString(Objects.requireNonNull(first).send()));
        assertThat(caller.answered(sdp("RTP/SAVP", line(2, KEY))).session().srtp())
                .isEqualTo(first);
        assertThat(agreed(caller.answer(sdp("RTP/SAVP", line(9, KEY))))).isEqualTo(first);
        SrtpKeys other = Objects.requireNonNull(agreed(caller.answer(sdp("RTP/SAVP", line(1, OTHER_KEY)))));
        assertThat(other.receive()).isEqualTo(decoded(OTHER_KEY));
        assertThat(other.send()).isNotEqualTo(first.send());
    }

    @Test
    void whoMayBeAnotherPartyIsOfferedNewKeys() throws SdpException {
        OfferAnswer caller = party(Srtp.PREFERRED);
        String first = ours(caller.offer(), SUITE).group(3);
        caller.answered(sdp("RTP/AVP", line(2, KEY)));
        caller.renewKeys();
        assertThat(ours(caller.offer(), SUITE).group(3)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "999999999 AES_CM_128_HMAC_SHA1_32 inline:" + KEY + "|2^31",
                "1 AES_CM_128_HMAC_SHA1_80  inline:" + KEY + "|1048576 WSH=128 -unknown=1"
            })
    void theseLinesAreUnderstood(String value) {
        CryptoAttribute line = Objects.requireNonNull(CryptoAttribute.parse(value));
        assertThat(line.key()).isEqualTo(decoded(KEY));
        assertThat(line.toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "0 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "1234567890 AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "x AES_CM_128_HMAC_SHA1_80 inline:" + KEY,
                "1 AES_CM_128_HMAC_SHA1_80",
                "1 AEAD_AES_256_GCM inline:" + KEY,
                "1 AES_256_CM_HMAC_SHA1_80 inline:" + KEY,
                "1 AES_CM_128_HMAC_SHA1_80 uri:" + KEY,
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "AAAA",
                "1 AES_CM_128_HMAC_SHA1_80 inline:***" + KEY,
                "1 AES_CM_128_HMAC_SHA1_80 inline:",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^49",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|0",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|-1",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|999999999999999999999999",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|2^20|1:4",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + "|1:4",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + ";inline:" + OTHER_KEY,
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " UNENCRYPTED_SRTP",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " UNENCRYPTED_SRTCP",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " UNAUTHENTICATED_SRTP",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " KDR=1",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " FEC_ORDER=FEC_SRTP",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " FEC_KEY=inline:" + OTHER_KEY,
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " WSH=",
                "1 AES_CM_128_HMAC_SHA1_80 inline:" + KEY + " UNHEARD_OF"
            })
    void theseAreNot(String value) throws SdpException {
        assertThat(CryptoAttribute.parse(value)).isNull();
        assertThatThrownBy(() -> party(Srtp.REQUIRED).answer(sdp("RTP/SAVP", value)))
                .isInstanceOf(SdpException.class);
        assertThat(agreed(party(Srtp.PREFERRED).answer(sdp("RTP/AVP", value)))).isNull();
    }

    @ParameterizedTest
    @EnumSource(Srtp.class)
    void mutatedOffersEndInAnAnswerOrAReason(Srtp wanted) {
        Random random = new Random(4568);
        String whole = sdp("RTP/SAVP", line(1, KEY) + "|2^20 WSH=64");
        for (int i = 0; i < 5000; i++) {
            StringBuilder mutated = new StringBuilder(whole);
            for (int change = 0; change <= random.nextInt(4); change++) {
                int at = whole.indexOf("m=") + random.nextInt(whole.length() - whole.indexOf("m="));
                mutated.setCharAt(at, (char) random.nextInt(0x20, 0x7F));
            }
            try {
                SrtpKeys keys = agreed(party(wanted).answer(mutated.toString()));
                assertThat(wanted == Srtp.REQUIRED && keys == null).isFalse();
                assertThat(wanted == Srtp.OFF && keys != null).isFalse();
                assertThat(keys == null || keys.receive().length == 30).isTrue();
            } catch (SdpException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain(KEY);
            }
        }
    }
}
