/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.Registration.Registered;
import org.centralino.testbench.Certificates;
import org.centralino.testbench.Kamailio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two telephones at a real registrar and proxy. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class KamailioTest {

    private static final String DOMAIN = "example.test";

    private final Path folder;
    private final Certificates certificates;
    private final FakeMedia media = new FakeMedia();
    private final Watcher annaSees = new Watcher();
    private final Watcher brunoSees = new Watcher();
    private final SipTelephony anna = new SipTelephony(media);
    private final SipTelephony bruno = new SipTelephony(media);

    KamailioTest(@TempDir Path folder) {
        this.folder = folder;
        certificates = new Certificates(folder);
        System.setProperty("centralino.tls.ca", certificates.authority().toString());
        anna.addCallListener(annaSees);
        anna.addRegistrationListener(annaSees);
        bruno.addCallListener(brunoSees);
        bruno.addRegistrationListener(brunoSees);
    }

    @AfterEach
    void signOut() {
        anna.deactivate();
        bruno.deactivate();
        System.clearProperty("centralino.tls.ca");
    }

    private Kamailio.Setup kamailio() {
        return Kamailio.of(DOMAIN)
                .user("anna", "annas secret")
                .user("bruno", "brunos secret")
                .certificate(certificates.issue(DOMAIN));
    }

    private static List<Account> account(String user, String password, String hop) {
        return List.of(new Account(
                "sip:" + user + "@" + DOMAIN,
                hop,
                password,
                null,
                null,
                null,
                Account.Srtp.OFF,
                Account.Dtmf.RFC4733,
                List.of(),
                "IT"));
    }

    @ParameterizedTest
    @CsvSource({"udp, MD5", "udp, SHA_256", "tcp, MD5", "tcp, SHA_256", "tls, MD5", "tls, SHA_256"})
    void twoTelephonesCallEachOther(String transport, Kamailio.Algorithm algorithm) throws InterruptedException {
        try (Kamailio kamailio = kamailio().algorithm(algorithm).start(folder)) {
            anna.use(account("anna", "annas secret", kamailio.hop(transport)));
            bruno.use(account("bruno", "brunos secret", kamailio.hop(transport)));
            annaSees.awaitRegistration(Registered.class);
            brunoSees.awaitRegistration(Registered.class);

            anna.dial("bruno");
            Call incoming = brunoSees.awaitState(CallState.Incoming.class);
            assertThat(incoming.remote().address()).isEqualTo("sip:anna@" + DOMAIN);
            annaSees.awaitState(CallState.Ringing.class);
            bruno.answer(incoming.id());
            Call outgoing = annaSees.awaitState(CallState.Active.class);
            assertThat(outgoing.codec()).isEqualTo("opus");
            anna.hangUp(outgoing.id());
            assertThat(brunoSees.awaitEnd().kind()).isEqualTo(Kind.PEER_HUNG_UP);

            bruno.dial("anna");
            anna.answer(annaSees.awaitState(CallState.Incoming.class).id());
            bruno.hangUp(brunoSees.awaitState(CallState.Active.class).id());
            annaSees.await(
                    "hung up on",
                    call -> call.state() instanceof CallState.Ended ended
                            && ended.reason().kind() == Kind.PEER_HUNG_UP);
        }
    }

    @Test
    void aCallIsDeclinedAndAnotherGivenUp() throws InterruptedException {
        try (Kamailio kamailio = kamailio().start(folder)) {
            anna.use(account("anna", "annas secret", kamailio.hop("udp")));
            bruno.use(account("bruno", "brunos secret", kamailio.hop("tcp")));
            annaSees.awaitRegistration(Registered.class);
            brunoSees.awaitRegistration(Registered.class);
            anna.dial("bruno");
            bruno.decline(brunoSees.awaitState(CallState.Incoming.class).id());
            assertThat(annaSees.awaitEnd().kind()).isEqualTo(Kind.REJECTED);
            assertThat(brunoSees.awaitEnd().kind()).isEqualTo(Kind.DECLINED);
            anna.dial("bruno");
            brunoSees.awaitState(CallState.Incoming.class);
            anna.hangUp(annaSees.awaitState(CallState.Ringing.class).id());
            assertThat(brunoSees.awaitEnd().kind()).isEqualTo(Kind.MISSED);
            anna.dial("nobody");
            annaSees.await(
                    "not found",
                    call -> call.state() instanceof CallState.Ended ended
                            && ended.reason().kind() == Kind.NOT_FOUND);
        }
    }

    @Test
    void aWrongPasswordIsTold() throws InterruptedException {
        try (Kamailio kamailio = kamailio().start(folder)) {
            anna.use(account("anna", "guessed", kamailio.hop("udp")));
            assertThat(annaSees.awaitRegistration(NotRegistered.class).reason()).contains("password");
        }
    }

    @Test
    void aServerOfAnotherDomainIsNotTrusted() throws InterruptedException {
        Certificates.Issued other = certificates.issue("other.test");
        try (Kamailio kamailio = kamailio().certificate(other).start(folder)) {
            anna.use(account("anna", "annas secret", kamailio.hop("tls")));
            assertThat(annaSees.awaitRegistration(NotRegistered.class).reason())
                    .isEqualTo("The certificate is not for example.test but for other.test");
        }
    }
}
