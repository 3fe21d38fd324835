/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.centralino.media.RtpSession;
import org.centralino.media.SrtpKeys;
import org.centralino.telephony.Account.Srtp;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.testbench.Certificates;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of keys on the wire, and what a call tells of encryption. */
@Timeout(60)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class EncryptionTest {

    private static final String TRUSTED = "centralino.tls.ca";
    private static final String SUITE = "AES_CM_128_HMAC_SHA1_80";
    private static final String KEY = "WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz";
    private static final String OTHER_KEY = "PS1uQCVeeCFCanVmcjkpPywjNWhcYD0mXXtxaVBR";

    private final Certificates certificates;
    private @Nullable Station station;

    EncryptionTest(@TempDir Path folder) {
        certificates = new Certificates(folder);
        System.setProperty(TRUSTED, certificates.authority().toString());
    }

    @AfterEach
    void close() {
        Station open = station;
        if (open != null) {
            open.close();
        }
        System.clearProperty(TRUSTED);
    }

    private Station overTls(Srtp srtp) throws Exception {
        Station open = new Station(OverStreamsTest.tls(certificates.issue("example.test")));
        station = open;
        open.signIn(srtp);
        return open;
    }

    private Station overUdp(Srtp srtp) throws InterruptedException {
        Station open = new Station();
        station = open;
        open.signIn(srtp);
        return open;
    }

    private static String clear(String direction) {
        return Exchange.sdp("127.0.0.1", direction);
    }

    private static String encrypted(String direction, int tag, String key) {
        return clear(direction).replace("RTP/AVP", "RTP/SAVP") + "a=crypto:" + tag + " " + SUITE + " inline:" + key
                + "\r\n";
    }

    /** The tag of our key for {@link #SUITE}. */
    private static int tag(String sdp) {
        Matcher line = Pattern.compile("a=crypto:(\\d+) " + SUITE + " ").matcher(sdp);
        assertThat(line.find()).isTrue();
        return Integer.parseInt(line.group(1));
    }

    /** The keys of the last sound; it starts a moment after the call is said to be encrypted. */
    private static SrtpKeys keys(Station at) {
        Queue<RtpSession> sessions = at.media.legs.getLast().sessions;
        Watcher.until("sound", () -> !sessions.isEmpty());
        RtpSession session = List.copyOf(sessions).getLast();
        return Objects.requireNonNull(session.srtp());
    }

    @Test
    void aRequiredCallIsOfferedAndToldEncryptedOnceItIs() throws Exception {
        Station anna = overTls(Srtp.REQUIRED);
        SipText invite = anna.dial("200");
        assertThat(invite.body()).contains("RTP/SAVP");
        anna.exchange.reply(invite, 200, "OK", anna.farContact(), encrypted("sendrecv", tag(invite.body()), KEY));
        anna.exchange.await("ACK");
        Call call = anna.watcher.await("encrypted", each -> each.encryption() != null);
        assertThat(call.encryption()).isEqualTo(SUITE);
        assertThat(anna.watcher.seen).filteredOn(each -> !each.isActive()).allMatch(each -> each.encryption() == null);
    }

    @Test
    void aPlainAnswerToRequiredEndsTheCallWithTheReason() throws Exception {
        Station anna = overTls(Srtp.REQUIRED);
        SipText invite = anna.dial("200");
        anna.exchange.reply(invite, 200, "OK", anna.farContact(), clear("sendrecv"));
        anna.exchange.await("ACK");
        anna.exchange.reply(anna.exchange.await("BYE"), 200, "OK", "");
        assertThat(anna.watcher.awaitEnd()).isEqualTo(new EndReason(Kind.NOT_ACCEPTABLE, 0, EndReason.IN_CLEAR));
        assertThat(anna.media.legs.getLast().sessions).isEmpty();
    }

    @Test
    void plainEarlyMediaIsNotHeardWhereEncryptionIsRequired() throws Exception {
        Station anna = overTls(Srtp.REQUIRED);
        SipText invite = anna.dial("200");
        anna.exchange.reply(invite, 183, "Session Progress", anna.farContact(), clear("sendrecv"));
        anna.watcher.awaitState(CallState.Ringing.class);
        assertThat(anna.media.legs.getLast().sessions).isEmpty();
        anna.exchange.reply(invite, 200, "OK", anna.farContact(), encrypted("sendrecv", tag(invite.body()), KEY));
        anna.watcher.await("encrypted", each -> each.isActive() && each.encryption() != null);
    }

    @Test
    void preferredFallsBackAndToldSo() throws Exception {
        Station anna = overTls(Srtp.PREFERRED);
        SipText invite = anna.dial("200");
        assertThat(invite.body()).contains("RTP/AVP").contains("a=crypto:1 ");
        anna.answer(invite);
        assertThat(anna.watcher.awaitState(CallState.Active.class).encryption()).isNull();
    }

    @Test
    void theKeysOutliveHoldAndResume() throws Exception {
        Station anna = overTls(Srtp.REQUIRED);
        SipText invite = anna.dial("200");
        anna.exchange.reply(invite, 200, "OK", anna.farContact(), encrypted("sendrecv", tag(invite.body()), KEY));
        anna.exchange.await("ACK");
        Call call = anna.watcher.await("encrypted", each -> each.encryption() != null);
        SrtpKeys before = keys(anna);

        anna.telephony.hold(call.id());
        SipText hold = anna.exchange.await("INVITE");
        anna.exchange.reply(hold, 200, "OK", anna.farContact(), encrypted("recvonly", tag(hold.body()), KEY));
        anna.exchange.await("ACK");
        anna.watcher.awaitState(CallState.Active.class);
        anna.telephony.resume(call.id());
        SipText resume = anna.exchange.await("INVITE");
        anna.exchange.reply(resume, 200, "OK", anna.farContact(), encrypted("sendrecv", tag(resume.body()), KEY));
        anna.exchange.await("ACK");
        Watcher.until(
                "sessions agreed", () -> anna.media.legs.getLast().sessions.size() >= 3);
        assertThat(anna.media.legs.getLast().sessions).allMatch(session -> before.equals(session.srtp()));
        assertThat(anna.watcher.seen.getLast().encryption()).isEqualTo(SUITE);
    }

    @Test
    void anotherKeyOfTheFarSideWithinTheCallIsAnsweredByAnotherOfOurs() throws Exception {
        Station anna = overTls(Srtp.REQUIRED);
        SipText invite = anna.dial("200");
        anna.exchange.reply(invite, 200, "OK", anna.farContact(), encrypted("sendrecv", tag(invite.body()), KEY));
        anna.exchange.await("ACK");
        anna.watcher.await("encrypted", each -> each.encryption() != null);
        SrtpKeys before = keys(anna);
        anna.inDialog(
                invite,
                "INVITE",
                20,
                anna.farContact() + "\r\nContent-Type: application/sdp\r\n",
                encrypted("sendrecv", 1, OTHER_KEY));
        assertThat(anna.exchange.await("SIP/2.0 200").body())
                .contains("RTP/SAVP")
                .contains("a=crypto:1 " + SUITE);
        Watcher.until("new keys", () -> !before.equals(keys(anna)));
        assertThat(keys(anna).send()).isNotEqualTo(before.send());
    }

    @ParameterizedTest
    @EnumSource(names = {"PREFERRED", "REQUIRED"})
    void whoCallsEncryptedIsAnsweredWithAKey(Srtp srtp) throws Exception {
        Station anna = overTls(srtp);
        anna.outside("INVITE", "in1", "Content-Type: application/sdp\r\n", encrypted("sendrecv", 4, KEY));
        anna.telephony.answer(anna.watcher.awaitState(CallState.Incoming.class).id());
        SipText ok = anna.exchange.await("SIP/2.0 200");
        assertThat(ok.body()).contains("RTP/SAVP").contains("a=crypto:4 " + SUITE);
        anna.ack(ok, "");
        assertThat(anna.watcher
                        .await("encrypted", each -> each.encryption() != null)
                        .isActive())
                .isTrue();
    }

    @Test
    void whoCallsInClearWhereItIsRequiredIsRefusedWithTheReason() throws Exception {
        Station anna = overTls(Srtp.REQUIRED);
        anna.invite("in1");
        assertThat(anna.exchange.await("SIP/2.0 488").header("Warning")).contains(EndReason.IN_CLEAR);
        assertThat(anna.telephony.calls()).isEmpty();
    }

    @Test
    void whoCallsEncryptedWhereItIsOffIsRefusedWithTheReason() throws Exception {
        Station anna = overTls(Srtp.OFF);
        anna.outside("INVITE", "in1", "Content-Type: application/sdp\r\n", encrypted("sendrecv", 4, KEY));
        assertThat(anna.exchange.await("SIP/2.0 488").header("Warning")).contains("No encryption in common");
    }

    @Test
    void requiredOverAWayThatCanBeReadRefusesCallsBothWaysInWords() throws Exception {
        Station anna = overUdp(Srtp.REQUIRED);
        anna.telephony.dial("200");
        assertThat(anna.watcher.awaitEnd()).isEqualTo(new EndReason(Kind.NOT_ACCEPTABLE, 0, EndReason.NO_CONFIDENCE));
        anna.outside("INVITE", "in1", "Content-Type: application/sdp\r\n", encrypted("sendrecv", 1, KEY));
        assertThat(anna.exchange.await("SIP/2.0 488").body()).isEmpty();
        anna.outside("INVITE", "in2", "", "");
        anna.exchange.await("SIP/2.0 488");
        assertThat(anna.media.edges()).isEmpty();
    }

    @Test
    void preferredOverAWayThatCanBeReadSaysNoKey() throws Exception {
        Station anna = overUdp(Srtp.PREFERRED);
        assertThat(anna.dial("200").body()).contains("RTP/AVP").doesNotContain("crypto");
    }
}
