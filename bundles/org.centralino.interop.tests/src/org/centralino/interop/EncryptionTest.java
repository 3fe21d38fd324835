/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.ANNA;
import static org.centralino.interop.Exchange.PASSWORD;
import static org.centralino.interop.Exchange.anna;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.centralino.telephony.Account.Srtp;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.BaresipSetup;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encrypted calls with a telephone that others wrote, by an exchange's TLS, judged by the sound. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptionTest {

    private static final Duration SOON = Duration.ofSeconds(12);
    private static final String SUITE = "AES_CM_128_HMAC_SHA1_80";
    private static final int BRUNOS_TONE = 1000;
    private static final double OUR_TONE = 440;
    private static final double OUR_LEVEL = -12;
    private static final double LEAST_LEVEL = -20;

    private final Path folder;
    private final Exchange office;
    private final Kamailio exchange;
    private final SoundCard soundCard;
    private int phones;

    EncryptionTest(@TempDir Path folder) {
        this.folder = folder;
        office = Exchange.in(folder);
        exchange = office.setup().tellingSecrets().start(folder.resolve("exchange"));
        soundCard = new SoundCard();
    }

    @BeforeAll
    void soundDevicesAreOpen() {
        try (Workstation anna = new Workstation()) {
            anna.awaitDevices();
        }
    }

    @AfterAll
    void stop() {
        soundCard.close();
        exchange.close();
    }

    private Baresip bruno(String encryption) {
        BaresipSetup setup = office.bruno(exchange, "tls").codecs("pcmu").tone(BRUNOS_TONE);
        Baresip started = (encryption.equals("none") ? setup : setup.mediaEncryption(encryption))
                .start(folder.resolve("bruno" + ++phones));
        started.awaitRegistered(SOON);
        return started;
    }

    private void bothHearTheOther(Baresip bruno) {
        soundCard.awaitTone(BRUNOS_TONE, LEAST_LEVEL);
        try (Program voice = soundCard.speak(OUR_TONE, OUR_LEVEL)) {
            bruno.awaitTone(OUR_TONE, LEAST_LEVEL, SOON);
            assertThat(voice.isAlive()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED, srtp-mand", "REQUIRED, srtp", "PREFERRED, srtp"})
    void weCallEncryptedAndBothHearTheOther(Srtp srtp, String brunos) {
        try (Baresip bruno = bruno(brunos);
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "tls", srtp));
            String call = anna.dial("bruno");
            assertThat(anna.awaitActive(call).encryption()).isEqualTo(SUITE);
            bruno.awaitEvent("CALL_ESTABLISHED", SOON);
            bothHearTheOther(bruno);
            assertThat(bruno.log()).contains("SRTP is Enabled (cryptosuite=" + SUITE);
            anna.hangUp(call);
            assertThat(anna.awaitEnded(call).kind()).isEqualTo(Kind.HUNG_UP);
            assertThat(anna.now(call).encryption()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED, srtp-mand", "PREFERRED, srtp-mand", "REQUIRED, srtp", "PREFERRED, srtp"})
    void weAreCalledEncryptedAndBothHearTheOther(Srtp srtp, String brunos) {
        try (Baresip bruno = bruno(brunos);
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "tls", srtp));
            bruno.dial(ANNA);
            String call = anna.awaitIncoming();
            anna.answer(call);
            assertThat(anna.awaitActive(call).encryption()).isEqualTo(SUITE);
            bothHearTheOther(bruno);
            bruno.hangUp();
            assertThat(anna.awaitEnded(call).kind()).isEqualTo(Kind.PEER_HUNG_UP);
        }
    }

    @Test
    void anEncryptedCallIsHeldAndResumedByBothAndHeardAgain() {
        try (Baresip bruno = bruno("srtp-mand");
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "tls", Srtp.REQUIRED));
            String call = anna.dial("bruno");
            anna.awaitActive(call);
            bothHearTheOther(bruno);
            anna.hold(call);
            anna.awaitNow(call, "held", each -> each.held() != null);
            soundCard.awaitQuiet(BRUNOS_TONE);
            anna.resume(call);
            bothHearTheOther(bruno);
            bruno.hold();
            soundCard.awaitQuiet(BRUNOS_TONE);
            bruno.resume();
            bothHearTheOther(bruno);
            assertThat(anna.now(call).encryption()).isEqualTo(SUITE);
        }
    }

    @Test
    void preferredTalksInClearToWhoCannotEncryptAndSaysSo() {
        try (Baresip bruno = bruno("none");
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "tls", Srtp.PREFERRED));
            String call = anna.dial("bruno");
            assertThat(anna.awaitActive(call).encryption()).isNull();
            bothHearTheOther(bruno);
        }
    }

    @Test
    void requiredNeverTalksInClear() {
        try (Baresip bruno = bruno("none");
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "tls", Srtp.REQUIRED));
            assertThat(anna.awaitEnded(anna.dial("bruno")).kind()).isEqualTo(Kind.NOT_ACCEPTABLE);
            bruno.dial(ANNA);
            bruno.awaitEvent("CALL_CLOSED", SOON);
            assertThat(exchange.log()).contains("reply 488 to INVITE");
        }
    }

    @Test
    void noLogHasAKeyAPasswordACredentialOrADigit() {
        int before = exchange.log().length();
        List<String> told;
        try (EveryLog logs = new EveryLog();
                Baresip bruno = bruno("srtp-mand");
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, "tls", Srtp.REQUIRED));
            String call = anna.dial("bruno");
            anna.awaitActive(call);
            bothHearTheOther(bruno);
            for (char digit : "73916482".toCharArray()) {
                anna.press(call, digit);
            }
            bruno.hangUp();
            anna.awaitEnded(call);
            told = logs.lines();
        }
        String secrets = exchange.log().substring(before);
        List<String> keys = all("inline:([A-Za-z0-9+/=]{40,})", secrets);
        List<String> answers = all("response=\"([0-9a-f]{32,})\"", secrets);
        assertThat(keys).hasSizeGreaterThanOrEqualTo(2);
        assertThat(answers).isNotEmpty();
        assertThat(told).hasSizeGreaterThan(20);
        for (String line : told) {
            assertThat(line)
                    .doesNotContain(PASSWORD)
                    .doesNotContain("inline:")
                    .doesNotContain("response=\"")
                    .doesNotContainPattern("(?i)(digit|tone|dtmf|signal)\\W{0,3}[0-9]");
            assertThat(keys).noneMatch(line::contains);
            assertThat(answers).noneMatch(line::contains);
        }
        System.out.println(told.size() + " lines of log, " + keys.size() + " keys and " + answers.size()
                + " digest responses looked for");
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> Objects.requireNonNull(found.group(1)))
                .distinct()
                .toList();
    }
}
