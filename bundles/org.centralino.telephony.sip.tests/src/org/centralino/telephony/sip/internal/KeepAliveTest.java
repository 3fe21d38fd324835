/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.Account;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Registration.Registered;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that die, aloud or in silence, and a NAT between us and the registrar. */
@Timeout(60)
class KeepAliveTest {

    private static long since(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }

    private static StreamWire tcp() throws IOException {
        return new StreamWire(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), "tcp");
    }

    @Test
    void aConnectionThatBreaksIsMadeAnewAtOnce() throws IOException, InterruptedException {
        StreamWire wire = tcp();
        try (Station station = new Station(wire)) {
            station.signIn(Account.Dtmf.RFC4733);
            String before = station.exchange.expectRegister().contact();
            long broken = System.nanoTime();
            wire.hangUp();
            assertThat(station.exchange.expectRegister().contact()).isNotEqualTo(before);
            System.out.printf("connection broken: registered anew after %d ms%n", since(broken));
            assertThat(wire.connections).hasSize(2);
        }
    }

    @Test
    @Tag("long")
    void aConnectionThatIsSilentWhereItAnsweredBeforeIsMadeAnew() throws IOException, InterruptedException {
        StreamWire wire = tcp();
        try (Station station = new Station(wire)) {
            station.signIn(Account.Dtmf.RFC4733);
            station.exchange.expectRegister();
            // The first empty lines are answered within this time.
            assertThat(station.exchange.isQuietFor(5_000)).isTrue();
            long frozen = System.nanoTime();
            wire.freeze();
            Watcher.until("a new connection", () -> wire.connections.size() > 1, 30);
            station.exchange.expectRegister();
            System.out.printf("connection silent: registered anew after %d ms%n", since(frozen));
            assertThat(wire.connections).hasSize(2);
        }
    }

    @Test
    void aCallTellsItsFarSideWhenTheConnectionIsAnotherOne() throws IOException, InterruptedException {
        StreamWire wire = tcp();
        try (Station station = new Station(wire)) {
            station.signIn(Account.Dtmf.RFC4733);
            Station.Up up = station.connected("200");
            wire.hangUp();
            SipText again = station.exchange.await("INVITE");
            assertThat(again.header("Call-ID")).isEqualTo(up.invite().header("Call-ID"));
            assertThat(again.contact())
                    .isNotEqualTo(up.invite().contact())
                    .isEqualTo(station.exchange.lastRegister().contact());
            station.answer(again);
            assertThat(station.watcher.seen.get(station.watcher.seen.size() - 1).state())
                    .isInstanceOf(CallState.Active.class);
        }
    }

    @Test
    void behindANatTheContactIsWhereTheRegistrarSeesUs() throws InterruptedException {
        try (Station station = new Station()) {
            station.exchange.leaveRegistersToTheTest();
            station.telephony.use(List.of(station.account("anna", Account.Dtmf.RFC4733)));
            SipText first = station.exchange.expectRegister();
            seenAs(station, first, "127.0.0.9", 40_123);
            SipText second = station.exchange.expectRegister();
            assertThat(second.text())
                    .contains("<sip:anna@127.0.0.9:40123>;expires=300")
                    .contains(first.contact() + ">;expires=0");
            seenAs(station, second, "127.0.0.9", 40_123);
            station.watcher.awaitRegistration(Registered.class);
            assertThat(station.dial("200").contact()).isEqualTo("sip:anna@127.0.0.9:40123");
        }
    }

    @Test
    void whatCannotBeOursIsNotBelieved() throws InterruptedException {
        try (Station station = new Station()) {
            station.exchange.leaveRegistersToTheTest();
            station.telephony.use(List.of(station.account("anna", Account.Dtmf.RFC4733)));
            SipText first = station.exchange.expectRegister();
            seenAs(station, first, "224.0.0.1", 40_123);
            station.watcher.awaitRegistration(Registered.class);
            assertThat(station.dial("200").contact()).isEqualTo(first.contact());
        }
    }

    private static void seenAs(Station station, SipText register, String address, int port) {
        String text = register.response(200, "OK", "Contact: " + register.header("Contact"), "");
        station.exchange.send(text.replaceFirst(";rport", ";received=" + address + ";rport=" + port));
    }
}
