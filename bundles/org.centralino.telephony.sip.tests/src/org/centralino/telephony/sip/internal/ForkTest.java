/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.Account;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that rings at several places, each of which is heard (RFC 3261, 12.1 and 13.2.2.4). */
class ForkTest {

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private void reply(SipText invite, String branch, int status, int port) {
        String sdp = port == 0 ? "" : Exchange.sdp("127.0.0.1", "sendrecv").replace("m=audio 50000", "m=audio " + port);
        station.exchange.send(
                invite.response(status, "Any", station.farContact(), sdp).replace(";tag=far", ";tag=" + branch));
    }

    private int heard() throws InterruptedException {
        Watcher.until("a leg", () -> !station.media.legs.isEmpty());
        return Objects.requireNonNull(station.media.legs.get(0).sessions.poll(10, TimeUnit.SECONDS), "sound")
                .remote()
                .getPort();
    }

    @Test
    void whoAnswersWithoutADescriptionMeansTheOneItGaveBefore() throws InterruptedException {
        SipText invite = station.dial("200");
        reply(invite, "a", 183, 6100);
        assertThat(heard()).isEqualTo(6100);
        reply(invite, "b", 183, 6200);
        assertThat(heard()).isEqualTo(6200);
        reply(invite, "a", 200, 0);
        assertThat(heard()).isEqualTo(6100);
        assertThat(station.exchange.await("ACK").header("To")).contains("tag=a");
        station.watcher.awaitState(CallState.Active.class);
    }

    @Test
    void whoAnswersWithoutEverHavingDescribedItselfIsLetGoWithTheReason() throws InterruptedException {
        SipText invite = station.dial("200");
        reply(invite, "a", 180, 0);
        reply(invite, "a", 200, 0);
        assertThat(station.exchange.await("BYE").header("Reason"))
                .startsWith("SIP;")
                .contains("cause=488");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.NOT_ACCEPTABLE);
    }

    @Test
    void aByeOfABranchThatWasNotTakenEndsNothing() throws InterruptedException {
        SipText invite = station.dial("200");
        reply(invite, "a", 180, 0);
        reply(invite, "b", 180, 0);
        reply(invite, "b", 200, 6200);
        station.exchange.await("ACK");
        station.watcher.awaitState(CallState.Active.class);
        station.exchange.send(
                station.inDialogText(invite, "BYE", 1, "", "").text().replace(";tag=far", ";tag=a"));
        station.exchange.await("SIP/2.0 ");
        assertThat(station.telephony.calls()).hasSize(1).allMatch(call -> call.isActive());
    }

    @Test
    void aBranchThatAnswersAfterTheCallWasGivenUpIsEnded() throws InterruptedException {
        SipText invite = station.dial("200");
        reply(invite, "a", 180, 0);
        station.watcher.awaitState(CallState.Ringing.class);
        station.telephony.hangUp(station.dialled());
        SipText cancel = station.exchange.await("CANCEL");
        station.exchange.reply(cancel, 200, "OK", "");
        reply(invite, "b", 200, 6200);
        assertThat(station.exchange.await("ACK").header("To")).contains("tag=b");
        assertThat(station.exchange.await("BYE").header("To")).contains("tag=b");
        reply(invite, "a", 200, 6100);
        assertThat(station.exchange.await("ACK").header("To")).contains("tag=a");
        assertThat(station.exchange.await("BYE").header("To")).contains("tag=a");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.CANCELLED);
    }
}
