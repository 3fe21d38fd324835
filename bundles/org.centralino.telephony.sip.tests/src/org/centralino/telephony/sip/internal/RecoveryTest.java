/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.Account;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.Registration.Registered;
import org.centralino.testbench.Certificates;
import org.centralino.testbench.FreePorts;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real exchanges that stop and come back, and that share a domain. What is required of it, five seconds, is printed; a
 * computer that is busy may take twice as long.
 */
@Timeout(90)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RecoveryTest {

    private static final String DOMAIN = "example.test";
    private static final long MOST_MS = 10_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Path folder;
    private final Certificates certificates;
    private final NameServer names = new NameServer();
    private final Watcher annaSees = new Watcher();
    private final Watcher brunoSees = new Watcher();
    private final SipTelephony anna = new SipTelephony(new FakeMedia());
    private final SipTelephony bruno = new SipTelephony(new FakeMedia());

    RecoveryTest(@TempDir Path folder) {
        this.folder = folder;
        certificates = new Certificates(folder);
        System.setProperty("centralino.tls.ca", certificates.authority().toString());
        anna.addCallListener(annaSees);
        anna.addRegistrationListener(annaSees);
        bruno.addCallListener(brunoSees);
        bruno.addRegistrationListener(brunoSees);
    }

    @AfterEach
    void close() {
        anna.deactivate();
        bruno.deactivate();
        names.close();
        System.clearProperty("centralino.tls.ca");
    }

    private Kamailio.Setup exchange(int port) {
        return Kamailio.of(DOMAIN)
                .port(port)
                .user("anna", "annas secret")
                .user("bruno", "brunos secret")
                .certificate(certificates.issue(DOMAIN));
    }

    private static List<Account> account(String user, String hop) {
        return List.of(new Account(
                "sip:" + user + "@" + DOMAIN,
                hop,
                user + "s secret",
                null,
                null,
                null,
                Account.Srtp.OFF,
                Account.Dtmf.RFC4733,
                List.of(),
                "IT"));
    }

    private static long since(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanoTime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp", "tls"})
    void aRegistrarThatStopsAndStartsHasUsAgainWithinSeconds(String transport) throws InterruptedException {
        int port = FreePorts.run(2);
        try (Kamailio before = exchange(port).start(folder)) {
            anna.use(account("anna", before.hop(transport)));
            annaSees.awaitRegistration(Registered.class);
        }
        long stopped = System.nanoTime();
        NotRegistered told = annaSees.awaitRegistration(NotRegistered.class, 20);
        long noticed = since(stopped);
        assertThat(told.retrying()).isTrue();
        try (Kamailio after = exchange(port).start(folder)) {
            long back = System.nanoTime();
            after.awaitLog("registered anna over " + transport, SOON);
            annaSees.awaitRegistration(Registered.class);
            System.out.printf(
                    "%s: the registrar's end was told after %d ms; registered %d ms after its return%n",
                    transport, noticed, since(back));
            assertThat(since(back)).isLessThan(MOST_MS);
        }
    }

    @Test
    @Tag("long")
    void aRegistrarThatWasAwayForAMinuteHasUsAgainWithinSecondsToo() throws InterruptedException {
        int port = FreePorts.run(2);
        try (Kamailio before = exchange(port).start(folder)) {
            anna.use(account("anna", before.hop("udp")));
            annaSees.awaitRegistration(Registered.class);
        }
        long stopped = System.nanoTime();
        Watcher.until("a minute is over", () -> since(stopped) > 60_000, 70);
        try (Kamailio after = exchange(port).start(folder)) {
            long back = System.nanoTime();
            after.awaitLog("registered anna over udp", SOON);
            System.out.printf("after a minute: registered %d ms after its return%n", since(back));
            assertThat(since(back)).isLessThan(MOST_MS);
        }
    }

    @Test
    void whenTheFirstExchangeIsDeadTheSecondRings() throws InterruptedException {
        int dead = FreePorts.one();
        try (Kamailio second = exchange(FreePorts.run(2)).start(folder)) {
            names.srv("_sip._udp." + DOMAIN, 10, 1, dead, "one." + DOMAIN)
                    .srv("_sip._udp." + DOMAIN, 20, 1, second.port(), "two." + DOMAIN)
                    .host("one." + DOMAIN, "127.0.0.1")
                    .host("two." + DOMAIN, "127.0.0.1");
            long begun = System.nanoTime();
            anna.use(account("anna", "sip:" + DOMAIN + ";transport=udp"));
            bruno.use(account("bruno", second.hop("udp")));
            annaSees.awaitRegistration(Registered.class);
            long registered = since(begun);
            brunoSees.awaitRegistration(Registered.class);
            long dialled = System.nanoTime();
            anna.dial("bruno");
            annaSees.awaitState(CallState.Ringing.class);
            System.out.printf(
                    "first exchange dead: registered after %d ms, first ring %d ms after dialling%n",
                    registered, since(dialled));
            assertThat(registered).isLessThan(MOST_MS);
        }
    }

    @Test
    void whenTheFirstExchangeDiesTheNextCallRingsByTheSecond() throws InterruptedException {
        int port = FreePorts.run(2);
        try (Kamailio second = exchange(FreePorts.run(2)).start(folder.resolve("second"))) {
            names.srv("_sip._udp." + DOMAIN, 10, 1, port, "one." + DOMAIN)
                    .srv("_sip._udp." + DOMAIN, 20, 1, second.port(), "two." + DOMAIN)
                    .host("one." + DOMAIN, "127.0.0.1")
                    .host("two." + DOMAIN, "127.0.0.1");
            bruno.use(account("bruno", second.hop("udp")));
            brunoSees.awaitRegistration(Registered.class);
            try (Kamailio first = exchange(port).start(folder.resolve("first"))) {
                anna.use(account("anna", "sip:" + DOMAIN + ";transport=udp"));
                first.awaitLog("registered anna over udp", SOON);
                annaSees.awaitRegistration(Registered.class);
            }
            long dialled = System.nanoTime();
            anna.dial("bruno");
            annaSees.awaitState(CallState.Ringing.class);
            System.out.printf("first exchange just died: first ring %d ms after dialling%n", since(dialled));
            assertThat(since(dialled)).isLessThan(MOST_MS);
            second.awaitLog("registered anna over udp", SOON);
        }
    }

    @Test
    void aHostersServerHasToProveTheDomainAndNotItsOwnName() throws InterruptedException {
        Certificates.Issued own = certificates.issue("sip1.hoster.test");
        Kamailio.Setup good = exchange(FreePorts.run(2));
        try (Kamailio exchange = good.start(folder.resolve("good"));
                Kamailio wrong = exchange(FreePorts.run(2)).certificate(own).start(folder.resolve("wrong"))) {
            names.naptr(DOMAIN, 10, "SIPS+D2T", "_sips._tcp.hoster.test")
                    .srv("_sips._tcp.hoster.test", 1, 1, exchange.tlsPort(), "sip1.hoster.test")
                    .srv("_sips._tcp.bad.hoster.test", 1, 1, wrong.tlsPort(), "sip1.hoster.test")
                    .host("sip1.hoster.test", "127.0.0.1");
            anna.use(account("anna", "sip:" + DOMAIN));
            annaSees.awaitRegistration(Registered.class);
            bruno.use(account("bruno", "sips:bad.hoster.test"));
            assertThat(brunoSees.awaitRegistration(NotRegistered.class).reason())
                    .isEqualTo("The certificate is not for example.test but for sip1.hoster.test");
            assertThat(wrong.log()).doesNotContain("request REGISTER");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tls"})
    @Tag("long")
    void whoSleepsLongerThanTheRegistrationLastsIsRegisteredSecondsAfterWaking(String transport)
            throws InterruptedException {
        try (Kamailio exchange =
                        exchange(FreePorts.run(2)).longestRegistration(10).start(folder);
                Program sleeper = Sleeper.start(
                        folder,
                        "sip:anna@" + DOMAIN,
                        exchange.hop(transport),
                        "annas secret",
                        certificates.authority())) {
            exchange.awaitLog("registered anna over " + transport, SOON);
            sleeper.awaitOutput(" runs", SOON);
            String process = sleeper.output().replaceAll("(?s).*process (\\d+) runs.*", "$1");
            signal("STOP", process);
            long asleep = System.nanoTime();
            Watcher.until("the registration is over", () -> since(asleep) > 12_000, 15);
            int before = exchange.log().length();
            signal("CONT", process);
            long awake = System.nanoTime();
            Watcher.until(
                    "registered again",
                    () -> exchange.log().substring(before).contains("registered anna over " + transport),
                    20);
            System.out.printf(
                    "%s: asleep for %d ms; registered %d ms after waking%n",
                    transport, TimeUnit.NANOSECONDS.toMillis(awake - asleep), since(awake));
            assertThat(since(awake)).isLessThan(MOST_MS);
        }
    }

    private void signal(String name, String process) {
        try (Program kill = Program.start(folder, Map.of(), List.of("/bin/kill", "-" + name, process))) {
            assertThat(kill.awaitExit(SOON)).isZero();
        }
    }
}
