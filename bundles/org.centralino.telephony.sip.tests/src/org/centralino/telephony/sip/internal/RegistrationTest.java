/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.telephony.Account;
import org.centralino.telephony.Registration;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.telephony.Registration.NotRegistered.Password;
import org.centralino.telephony.Registration.Registered;
import org.centralino.telephony.Registration.Registering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Registration, refresh, refusal and sign-out. */
class RegistrationTest {

    private final Station station = new Station();
    private final Exchange exchange = station.exchange;

    @AfterEach
    void close() {
        station.close();
    }

    private void use(String user) {
        station.telephony.use(List.of(station.account(user, Account.Dtmf.RFC4733)));
    }

    @Test
    void theDomainIsTheRequestUriAndTheRegistrarTheFirstHop() throws InterruptedException {
        use("anna");
        SipText register = exchange.expectRegister();
        assertThat(register.startLine()).isEqualTo("REGISTER sip:example.test SIP/2.0");
        assertThat(register.header("Contact"))
                .startsWith("<sip:anna@127.0.0.1:")
                .contains("expires=300");
        assertThat(register.header("Via")).contains(";rport");
        station.watcher.awaitRegistration(Registering.class);
        station.watcher.awaitRegistration(Registered.class);
        assertThat(station.telephony.registrations().get("sip:anna@example.test"))
                .isInstanceOf(Registered.class);
    }

    @Test
    void aChallengeIsAnsweredAndRemembered() throws InterruptedException {
        exchange.leaveRegistersToTheTest();
        use("anna");
        SipText first = exchange.expectRegister();
        exchange.reply(
                first,
                401,
                "Unauthorized",
                "WWW-Authenticate: Digest realm=\"r\", nonce=\"n1\", qop=\"auth\", opaque=\"o\"");
        SipText second = exchange.expectRegister();
        assertThat(second.header("Authorization"))
                .contains("realm=\"r\"", "nonce=\"n1\"", "nc=00000001", "opaque=\"o\"", "uri=\"sip:example.test\"");
        assertThat(second.header("Authorization")).doesNotContain("secret");
        exchange.reply(
                second, 200, "OK", "Contact: " + second.header("Contact").replaceAll("expires=\\d+", "expires=1"));
        station.watcher.awaitRegistration(Registered.class);
        SipText refresh = exchange.expectRegister();
        assertThat(refresh.header("Authorization")).contains("nonce=\"n1\"", "nc=00000002");
        exchange.reply(
                refresh,
                401,
                "Unauthorized",
                "WWW-Authenticate: Digest realm=\"r\", nonce=\"n2\", qop=\"auth\", stale=true");
        SipText fresh = exchange.expectRegister();
        assertThat(fresh.header("Authorization")).contains("nonce=\"n2\"", "nc=00000001");
    }

    @Test
    void aWrongPasswordIsToldAndNotTriedAgain() throws InterruptedException {
        exchange.leaveRegistersToTheTest();
        use("anna");
        for (int i = 0; i < 2; i++) {
            exchange.reply(
                    exchange.expectRegister(),
                    401,
                    "Unauthorized",
                    "WWW-Authenticate: Digest realm=\"r\", nonce=\"n" + i + "\"");
        }
        NotRegistered state = station.watcher.awaitRegistration(NotRegistered.class);
        assertThat(state.reason()).contains("password");
        assertThat(state.retrying()).isFalse();
        assertThat(state.password()).isEqualTo(Password.REFUSED);
    }

    @Test
    void whoIsForbiddenAfterCredentialsMayHaveTypedAWrongPassword() throws InterruptedException {
        exchange.leaveRegistersToTheTest();
        use("anna");
        exchange.reply(
                exchange.expectRegister(), 401, "Unauthorized", "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"");
        exchange.reply(exchange.expectRegister(), 403, "Forbidden", "");
        assertThat(station.watcher.awaitRegistration(NotRegistered.class).password())
                .isEqualTo(Password.REFUSED);
    }

    @Test
    void anAccountWithoutPasswordIsNotRegisteredUntilItHasOne() throws InterruptedException {
        Account anna = station.account("anna", Account.Dtmf.RFC4733);
        station.telephony.use(List.of(anna.withPassword(null)));
        NotRegistered state = station.watcher.awaitRegistration(NotRegistered.class);
        assertThat(state.password()).isEqualTo(Password.MISSING);
        assertThat(state.retrying()).isFalse();
        station.telephony.use(List.of(anna));
        station.watcher.awaitRegistration(Registered.class);
        assertThat(exchange.expectRegister().header("Contact")).contains("expires=300");
    }

    @Test
    void aForbiddenAccountIsToldInTheRegistrarsWords() throws InterruptedException {
        exchange.leaveRegistersToTheTest();
        use("anna");
        exchange.reply(exchange.expectRegister(), 403, "Forbidden", "");
        NotRegistered state = station.watcher.awaitRegistration(NotRegistered.class);
        assertThat(state.reason()).isEqualTo("403 Forbidden");
        assertThat(state.password()).isEqualTo(Password.NOT_TO_BLAME);
    }

    @Test
    void aTooBriefIntervalIsRaised() throws InterruptedException {
        exchange.leaveRegistersToTheTest();
        use("anna");
        exchange.reply(exchange.expectRegister(), 423, "Interval Too Brief", "Min-Expires: 900");
        assertThat(exchange.expectRegister().header("Contact")).contains("expires=900");
    }

    @Test
    void afterAFailureItIsTriedAgainWhenTheRegistrarAsks() throws InterruptedException {
        exchange.leaveRegistersToTheTest();
        use("anna");
        exchange.reply(exchange.expectRegister(), 503, "Service Unavailable", "Retry-After: 1");
        assertThat(station.watcher.awaitRegistration(NotRegistered.class).retrying())
                .isTrue();
        SipText again = exchange.expectRegister();
        station.watcher.awaitRegistration(Registering.class);
        exchange.reply(again, 200, "OK", "Contact: " + again.header("Contact"));
        station.watcher.awaitRegistration(Registered.class);
    }

    @Test
    void signingOutTakesTheBindingBack() throws InterruptedException {
        use("anna");
        station.watcher.awaitRegistration(Registered.class);
        exchange.expectRegister();
        station.telephony.use(List.of());
        assertThat(exchange.expectRegister().header("Contact")).contains("expires=0");
        assertThat(station.telephony.registrations()).isEmpty();
    }

    @Test
    void aChangedAccountIsSignedOutBeforeItIsSignedInAgain() throws InterruptedException {
        use("anna");
        station.watcher.awaitRegistration(Registered.class);
        exchange.expectRegister();
        station.telephony.use(List.of(station.account("anna", Account.Dtmf.INFO)));
        assertThat(exchange.expectRegister().header("Contact")).contains("expires=0");
        assertThat(exchange.expectRegister().header("Contact")).contains("expires=300");
        station.watcher.awaitRegistration(Registered.class);
    }

    @Test
    void accountsThatStayAreLeftAlone() throws InterruptedException {
        use("anna");
        Registered first = station.watcher.awaitRegistration(Registered.class);
        station.telephony.use(
                List.of(station.account("anna", Account.Dtmf.RFC4733), station.account("bruno", Account.Dtmf.RFC4733)));
        station.watcher.awaitRegistration(Registered.class);
        Registration anna = station.telephony.registrations().get("sip:anna@example.test");
        assertThat(anna).isEqualTo(first);
        assertThat(station.telephony.registrations().keySet())
                .containsExactly("sip:anna@example.test", "sip:bruno@example.test");
    }

    @Test
    void anAccountThatCannotBeReadIsToldWithoutHurtingTheOthers() throws InterruptedException {
        Account bad = new Account(
                "sip:anna@example.test",
                "nonsense",
                "secret",
                null,
                null,
                null,
                Account.Srtp.OFF,
                Account.Dtmf.RFC4733,
                List.of(),
                "IT");
        station.telephony.use(List.of(bad, station.account("bruno", Account.Dtmf.RFC4733)));
        assertThat(station.watcher.awaitRegistration(NotRegistered.class).reason())
                .contains("nonsense");
        station.watcher.awaitRegistration(Registered.class);
    }
}
