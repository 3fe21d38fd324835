/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Party;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, and whom the call was meant for, from what the exchange says and from what anybody says. */
class CallerAndDiversionTest {

    private static final String ASSERTED = "P-Asserted-Identity: \"Carla Neri\" <sip:+39021234@carrier.test>\r\n";

    private final Station station = new Station();

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private SipText invite(String headers) {
        return station.outsideText(
                "INVITE", "in1", "Content-Type: application/sdp\r\n" + headers, Exchange.sdp("127.0.0.1", "sendrecv"));
    }

    private Call called(String headers) throws InterruptedException {
        station.exchange.send(invite(headers).text());
        return station.watcher.awaitState(CallState.Incoming.class);
    }

    private @Nullable String divertedFrom(String headers) throws InterruptedException {
        Party party = called(headers).divertedFrom();
        return party == null ? null : party.label();
    }

    @Test
    void theExchangeSaysWhoCalls() throws InterruptedException {
        assertThat(called(ASSERTED).remote())
                .isEqualTo(new Party("Carla Neri", "sip:+39021234@carrier.test", "+39021234"));
    }

    @ParameterizedTest
    @CsvSource({
        "<sip:bruno@example.test>, Bruno, bruno",
        "<tel:+39021234>, , +39021234",
        "\"\" <sip:1@x>, , 1@x",
        "<mailto:a@b>, Bruno, bruno",
        "nonsense, Bruno, bruno"
    })
    void whatIsAssertedIsANumberOrAnAddress(String asserted, @Nullable String name, String number)
            throws InterruptedException {
        Party caller = called("P-Asserted-Identity: " + asserted + "\r\n").remote();
        assertThat(caller.displayName()).isEqualTo(name);
        assertThat(caller.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "sip:142@example.test, 142",
        "sip:142@192.0.2.9, 142",
        "sip:142@[2001:db8::9]:5070, 142",
        "sip:142@elsewhere.test, 142@elsewhere.test",
        "sips:anna@elsewhere.test:5070, anna@elsewhere.test:5070",
        "sip:021234567@elsewhere.test, 021234567",
        "sip:+39021@elsewhere.test;user=phone, +39021"
    })
    void whoIsAtAnotherExchangeIsNotOursOfTheSameName(String address, String number) throws InterruptedException {
        assertThat(called("P-Asserted-Identity: <" + address + ">\r\n").remote().number())
                .isEqualTo(number);
    }

    @Test
    void whoWasCalledAtAnotherExchangeIsCalledThereAgain() throws InterruptedException {
        station.telephony.dial("142@elsewhere.test");

        Party callee = station.watcher.awaitState(CallState.Dialing.class).remote();
        assertThat(callee.number()).isEqualTo("142@elsewhere.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "header;id", "user", "critical; id"})
    void whoDoesNotWantToBeNamedIsNot(String privacy) throws InterruptedException {
        assertThat(called(ASSERTED + "Privacy: " + privacy + "\r\n").remote().label())
                .isEqualTo("Bruno");
    }

    @Test
    void privacyOfNothingHidesNothing() throws InterruptedException {
        assertThat(called(ASSERTED + "Privacy: none\r\n").remote().label()).isEqualTo("Carla Neri");
    }

    @Test
    void nobodyElseSaysWhoCallsOrForWhom() throws Exception {
        try (Elsewhere elsewhere = new Elsewhere()) {
            CompletableFuture<SipText> refusal = CompletableFuture.supplyAsync(() -> {
                try {
                    return elsewhere.ask(invite(ASSERTED + "Diversion: <sip:604@example.test>\r\n"));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            Call call = station.watcher.awaitState(CallState.Incoming.class);
            assertThat(call.remote().label()).isEqualTo("Bruno");
            assertThat(call.divertedFrom()).isNull();
            station.telephony.decline(call.id());
            assertThat(refusal.get().startLine()).startsWith("SIP/2.0 603");
        }
    }

    @Test
    void theOneCalledFirstIsTheLastInDiversion() throws InterruptedException {
        assertThat(
                        divertedFrom(
                                "Diversion: <sip:605@example.test>;reason=no-answer\r\n"
                                        + "Diversion: \"Sales, North\" <sip:604@example.test;user=phone>;reason=unconditional;counter=1\r\n"))
                .isEqualTo("Sales, North");
    }

    @Test
    void theOneCalledFirstIsTheFirstInHistory() throws InterruptedException {
        assertThat(
                        divertedFrom(
                                "History-Info: <sip:604@example.test?Reason=SIP%3Bcause%3D302>;index=1,"
                                        + " <sip:605@example.test;cause=408>;index=1.1, <sip:anna@example.test>;index=1.1.1;rc=1.1\r\n"))
                .isEqualTo("604");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "History-Info: <sip:anna@example.test>;index=1\r\n",
                "History-Info: <sip:anna@example.test>;index=1, <sip:anna@10.0.0.1>;index=1.1;rc=1\r\n",
                "History-Info: <sip:604@x?Privacy=history>;index=1, <sip:anna@x;cause=302>;index=1.1;mp=1\r\n",
                "History-Info: <sip:anonymous@anonymous.invalid>;index=1, <sip:anna@x;cause=302>;index=1.1\r\n",
                "Diversion: <sip:604@example.test>;reason=user-busy;privacy=full\r\n",
                "Diversion: <sip:604@example.test>;privacy=\"FULL\"\r\n",
                "Diversion: nobody at all\r\n",
                "Diversion: ,,;;,\r\n",
                "X: y\r\n"
            })
    void nobodyIsNamedWhereNobodyDivertedOrIsToBeNamed(String headers) throws InterruptedException {
        assertThat(divertedFrom(headers)).isNull();
    }

    @Test
    void whatIsTooMuchIsLeftOut() throws InterruptedException {
        assertThat(divertedFrom(("Diversion: <sip:604@example.test>\r\n").repeat(30)))
                .isNull();
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void aLongNameIsCutAndWhatCannotBeSeenIsTakenOut() throws InterruptedException {
        String label = divertedFrom("Diversion: \"A\u202eB " + "x".repeat(900) + "\" <sip:604@example.test>\r\n");
        assertThat(label).startsWith("AB xxx").hasSize(128).endsWith("\u2026");
    }
}
