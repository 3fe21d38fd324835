/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.centralino.telephony.Account;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.Registration.Registered;
import org.centralino.telephony.sip.internal.transport.NetworkWatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Servers of a domain that die, refuse and come back (RFC 3263, 4.3). */
@Timeout(60)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class FailoverTest {

    private static final String SERVICE = "_sip._udp.example.test";

    private final NameServer names = new NameServer();
    private final Exchange first = new Exchange(new UdpWire());
    private final Exchange second = new Exchange(new UdpWire());
    private final Watcher watcher = new Watcher();
    private final SipTelephony telephony = new SipTelephony(new FakeMedia());

    FailoverTest() {
        names.host("one.example.test", "127.0.0.1").host("two.example.test", "127.0.0.1");
        telephony.addCallListener(watcher);
        telephony.addRegistrationListener(watcher);
    }

    @AfterEach
    void close() {
        telephony.deactivate();
        first.close();
        second.close();
        names.close();
    }

    /** Signs in at the domain: the first server is preferred, and the records may be asked for every five seconds. */
    private void signIn(int firstPort) {
        names.srv(SERVICE, 10, 1, firstPort, "one.example.test", 5)
                .srv(SERVICE, 20, 1, second.port(), "two.example.test", 5);
        use("sip:example.test;transport=udp");
    }

    private void use(String registrar) {
        telephony.use(List.of(new Account(
                "sip:anna@example.test",
                registrar,
                "secret",
                null,
                null,
                null,
                Account.Srtp.OFF,
                Account.Dtmf.RFC4733,
                List.of(),
                "IT")));
    }

    private static long since(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1_000_000;
    }

    private void rings(Exchange exchange, SipText invite) throws InterruptedException {
        exchange.reply(invite, 180, "Ringing", "Contact: <" + exchange.uri() + ">");
        watcher.awaitState(CallState.Ringing.class);
    }

    @Test
    void whereTheFirstServerIsSilentTheSecondHasTheRegistrationAndTheCall() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            long begun = System.nanoTime();
            signIn(silent.getLocalPort());
            watcher.awaitRegistration(Registered.class);
            long registered = since(begun);
            long dialled = System.nanoTime();
            telephony.dial("200");
            rings(second, second.await("INVITE"));
            System.out.printf(
                    "first server dead: registered after %d ms, first ring %d ms after dialling%n",
                    registered, since(dialled));
            assertThat(registered).isLessThan(10_000);
        }
    }

    @Test
    void aServerThatDiesAfterItTookTheRegistrationCostsACallTwoSeconds() throws InterruptedException {
        signIn(first.port());
        watcher.awaitRegistration(Registered.class);
        first.expectRegister();
        first.leaveRegistersToTheTest();
        long dialled = System.nanoTime();
        telephony.dial("200");
        first.await("INVITE");
        SipText invite = second.await("INVITE");
        rings(second, invite);
        System.out.printf("server dead since the registration: first ring %d ms after dialling%n", since(dialled));
        assertThat(since(dialled)).isLessThan(10_000);
        assertThat(second.expectRegister().startLine()).startsWith("REGISTER");
    }

    @Test
    void aServerThatRefusesItsServiceIsLeftAloneForTheTimeItAskedFor() throws InterruptedException {
        first.leaveRegistersToTheTest();
        long begun = System.nanoTime();
        signIn(first.port());
        first.reply(first.expectRegister(), 503, "Service Unavailable", "Retry-After: 4");
        SipText register = second.expectRegister();
        watcher.awaitRegistration(Registered.class);
        System.out.printf("503: registered at the second server after %d ms%n", since(begun));
        telephony.networkChanged(NetworkWatcher.Change.AWOKE);
        assertThat(second.expectRegister().header("CSeq")).isNotEqualTo(register.header("CSeq"));
        assertThat(first.hasRegister()).isFalse();
        Watcher.until("the time is over", () -> since(begun) > 5_000);
        telephony.networkChanged(NetworkWatcher.Change.AWOKE);
        SipText again = first.expectRegister();
        first.reply(again, 200, "OK", "Contact: " + again.header("Contact"));
        watcher.awaitRegistration(Registered.class);
    }

    @Test
    void aCallThatIsRefusedWith503GoesToTheNextServerAtOnce() throws InterruptedException {
        signIn(first.port());
        watcher.awaitRegistration(Registered.class);
        long dialled = System.nanoTime();
        telephony.dial("200");
        first.reply(first.await("INVITE"), 503, "Service Unavailable", "Retry-After: 60");
        SipText invite = second.await("INVITE");
        rings(second, invite);
        System.out.printf("503 to the INVITE: first ring %d ms after dialling%n", since(dialled));
        second.reply(invite, 486, "Busy Here", "");
        watcher.awaitEnd();
        telephony.dial("201");
        assertThat(second.await("INVITE sip:201").header("To")).contains("201");
    }

    @Test
    void thePreferredServerIsInUseAgainAtTheNextRegistrationAfterItCameBack() throws InterruptedException {
        first.leaveRegistersToTheTest();
        second.leaveRegistersToTheTest();
        signIn(first.port());
        first.expectRegister();
        SipText elsewhere = second.expectRegister();
        second.reply(
                elsewhere,
                200,
                "OK",
                "Contact: " + elsewhere.header("Contact").replaceAll("expires=\\d+", "expires=4"));
        watcher.awaitRegistration(Registered.class);
        SipText back;
        do {
            back = first.expectRegister();
        } while (back.header("CSeq").equals("1 REGISTER"));
        first.reply(back, 200, "OK", "Contact: " + back.header("Contact"));
        watcher.awaitRegistration(Registered.class);
        telephony.dial("200");
        rings(first, first.await("INVITE"));
    }

    @Test
    void aConnectionThatIsRefusedCostsNothing() throws IOException, InterruptedException {
        int closed;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = server.getLocalPort();
        }
        try (Exchange stream =
                new Exchange(new StreamWire(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), "tcp"))) {
            names.srv("_sip._tcp.example.test", 10, 1, closed, "one.example.test")
                    .srv("_sip._tcp.example.test", 20, 1, stream.port(), "two.example.test");
            long begun = System.nanoTime();
            use("sip:example.test;transport=tcp");
            watcher.awaitRegistration(Registered.class);
            System.out.printf("connection refused: registered at the second server after %d ms%n", since(begun));
            telephony.dial("200");
            rings(stream, stream.await("INVITE"));
        }
    }

    @Test
    @Tag("long")
    void withEveryServerDownItIsToldAndTriedOn() throws InterruptedException {
        first.leaveRegistersToTheTest();
        second.leaveRegistersToTheTest();
        signIn(first.port());
        NotRegistered told = watcher.awaitRegistration(NotRegistered.class);
        assertThat(told.retrying()).isTrue();
        assertThat(told.reason()).contains("No answer");
        SipText again;
        do {
            again = first.expectRegister();
        } while (again.header("CSeq").equals("1 REGISTER"));
        first.reply(again, 200, "OK", "Contact: " + again.header("Contact"));
        watcher.awaitRegistration(Registered.class);
    }

    @Test
    void aDomainWithoutNameServersIsToldInWords() throws InterruptedException {
        names.keepSilent(true);
        use("sip:example.test");
        assertThat(watcher.awaitRegistration(NotRegistered.class).reason())
                .contains("No name server")
                .contains("example.test");
    }
}
