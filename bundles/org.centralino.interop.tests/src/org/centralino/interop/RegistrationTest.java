/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.interop.Exchange.BRUNO;
import static org.centralino.interop.Exchange.PASSWORD;
import static org.centralino.interop.Exchange.anna;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.centralino.telephony.Account.Dtmf;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.Registration.Registered;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Certificates;
import org.centralino.testbench.Kamailio;
import org.centralino.testbench.Kamailio.Algorithm;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in to a registrar that others wrote, and what an operator is told when that fails. */
@Timeout(90)
class RegistrationTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    /** A registrar that is silent over UDP is given up after six seconds, every fourth time after 32 s. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(45);

    private final Path folder;

    RegistrationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({"udp, MD5", "udp, SHA_256", "tcp, MD5", "tcp, SHA_256", "tls, MD5", "tls, SHA_256"})
    void theRegistrarTakesOurDigest(String transport, Algorithm algorithm) {
        Exchange office = Exchange.in(folder);
        try (Kamailio exchange = office.setup().algorithm(algorithm).start(folder.resolve("exchange"));
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, transport, List.of()));
            exchange.awaitLog("registered anna over " + transport, SOON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aCallIsAuthorizedBySha256(String transport) {
        Exchange office = Exchange.in(folder);
        // Bruno's telephone knows no SHA-256, so he does not register.
        try (Baresip bruno = Baresip.of(BRUNO).start(folder.resolve("bruno"));
                Kamailio exchange = office.setup()
                        .algorithm(Algorithm.SHA_256)
                        .route("bruno", bruno.port())
                        .start(folder.resolve("exchange"));
                Workstation anna = new Workstation()) {
            anna.signIn(anna(exchange, transport, List.of()));
            String call = anna.dial("bruno");
            anna.awaitActive(call);
            bruno.awaitEvent("CALL_ESTABLISHED", SOON);
            bruno.hangUp();
            assertThat(anna.awaitEnded(call).kind()).isEqualTo(Kind.PEER_HUNG_UP);
        }
    }

    @ParameterizedTest
    @CsvSource({"udp, MD5", "tls, SHA_256"})
    void aWrongPasswordIsToldInWordsAndNotTriedAgain(String transport, Algorithm algorithm) {
        Exchange office = Exchange.in(folder);
        try (Kamailio exchange = office.setup().algorithm(algorithm).start(folder.resolve("exchange"));
                Workstation anna = new Workstation()) {
            anna.use(anna(exchange, transport, "not-" + PASSWORD, List.of(), Dtmf.RFC4733));
            NotRegistered told = anna.awaitNotRegistered(SOON);
            assertThat(told.reason()).contains("401").contains("password").doesNotContain(PASSWORD);
            assertThat(told.retrying()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp", "tls"})
    void anExchangeThatStopsIsNoticedAndItsReturnTooWithoutAnybodysDoing(String transport) {
        Exchange office = Exchange.in(folder);
        Kamailio.Setup brief = office.setup().longestRegistration(2);
        try (Workstation anna = new Workstation()) {
            int port;
            try (Kamailio exchange = brief.start(folder.resolve("exchange"))) {
                port = exchange.port();
                anna.signIn(anna(exchange, transport, List.of()));
            }
            NotRegistered told = anna.awaitNotRegistered(GIVEN_UP);
            assertThat(told.reason()).isNotBlank();
            assertThat(told.retrying()).isTrue();
            try (Kamailio exchange = brief.port(port).start(folder.resolve("exchange"))) {
                anna.awaitRegistered(GIVEN_UP);
                exchange.awaitLog("registered anna over " + transport, SOON);
            }
            assertThat(anna.registrations()).hasAtLeastOneElementOfType(Registered.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "self-signed", "another domain's"})
    void anExchangeThatDoesNotProveItsDomainGetsNoCredentials(String kind) {
        Exchange office = Exchange.in(folder);
        Certificates certificates = office.certificates();
        Certificates.Issued shown = switch (kind) {
            case "expired" -> certificates.issueExpired("example.test");
            case "self-signed" -> certificates.selfSigned("example.test");
            default -> certificates.issue("other.test");
        };
        try (Kamailio exchange = office.setup().certificate(shown).start(folder.resolve("exchange"));
                Workstation anna = new Workstation()) {
            anna.use(anna(exchange, "tls", List.of()));
            NotRegistered told = anna.awaitNotRegistered(SOON);
            assertThat(told.reason()).contains("certificate").contains("example.test");
            assertThat(exchange.log()).doesNotContain("request REGISTER");
            assertThat(anna.registrations()).noneMatch(Registered.class::isInstance);
        }
    }
}
