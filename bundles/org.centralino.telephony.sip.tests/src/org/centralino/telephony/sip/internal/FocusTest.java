/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.centralino.telephony.Account;
import org.centralino.telephony.CallState;
import org.centralino.telephony.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The far side mixes a conference and tells who is in it (RFC 4575, 4579). */
class FocusTest {

    private static final String BRUNO = "<user entity='sip:202@example.test'><display-text>Bruno</display-text>"
            + "<endpoint entity='sip:202@192.0.2.2'><status>connected</status></endpoint></user>";
    private static final String CARLA = "<user entity='sip:203@example.test' state='full'>"
            + "<endpoint entity='sip:203@192.0.2.3'><status>dialing-out</status></endpoint></user>";

    private final Station station = new Station();
    private final ConferenceCommands conference = new ConferenceCommands(station.telephony);
    private int sequence = 10;

    @BeforeEach
    void signIn() throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private SipText connected(String parameters) throws InterruptedException {
        SipText invite = station.dial("700");
        station.exchange.reply(
                invite, 200, "OK", station.farContact() + parameters, Exchange.sdp("127.0.0.1", "sendrecv"));
        station.exchange.await("ACK");
        station.watcher.awaitState(CallState.Active.class);
        return invite;
    }

    private static String info(int version, String state, String users) {
        return "<?xml version='1.0'?><conference-info xmlns='urn:ietf:params:xml:ns:conference-info' entity='sip:700@x' "
                + "state='" + state + "' version='" + version + "'><users>" + users + "</users></conference-info>";
    }

    private int notify(SipText invite, String type, String body) throws InterruptedException {
        String headers = station.farContact() + "\r\nEvent: conference\r\nSubscription-State: active;expires=600\r\n"
                + "Content-Type: " + type + "\r\n";
        station.inDialog(invite, "NOTIFY", ++sequence, headers, body);
        SipText response = station.exchange.await("SIP/2.0 ");
        assertThat(response.header("CSeq")).isEqualTo(sequence + " NOTIFY");
        return Integer.parseInt(response.startLine().substring(8, 11));
    }

    private int notify(SipText invite, String body) throws InterruptedException {
        return notify(invite, "application/conference-info+xml", body);
    }

    private void awaitRoster(Participant... people) {
        List<Participant> wanted = List.of(people);
        Watcher.until(
                "the roster is " + wanted,
                () -> conference.roster(station.dialled()).equals(wanted));
    }

    @Test
    void whoIsInTheConferenceIsSubscribedToAndFollowed() throws InterruptedException {
        SipText invite = connected(";isfocus");
        SipText subscribe = station.exchange.await("SUBSCRIBE");
        assertThat(subscribe.header("Event")).isEqualTo("conference");
        assertThat(subscribe.header("Accept")).isEqualTo("application/conference-info+xml");
        station.exchange.reply(subscribe, 200, "OK", station.farContact() + "\r\nExpires: 600");

        assertThat(notify(invite, info(1, "full", BRUNO + CARLA))).isEqualTo(200);
        Participant bruno = new Participant("Bruno", "sip:202@example.test", Participant.State.CONNECTED);
        Participant carla = new Participant("sip:203@example.test", "sip:203@example.test", Participant.State.CALLED);
        awaitRoster(bruno, carla);

        String gone = "<user entity='sip:202@example.test' state='deleted'/>";
        assertThat(notify(invite, info(2, "partial", gone))).isEqualTo(200);
        awaitRoster(carla);
        // Late: it says nothing any more.
        assertThat(notify(invite, info(1, "partial", BRUNO))).isEqualTo(200);
        assertThat(conference.roster(station.dialled())).containsExactly(carla);
    }

    @Test
    void whatIsNoRosterIsRefusedAndTheCallGoesOn() throws InterruptedException {
        SipText invite = connected(";isfocus");
        station.exchange.reply(station.exchange.await("SUBSCRIBE"), 200, "OK", station.farContact());
        String bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
                + info(1, "full", "&b;").substring(21);
        assertThat(notify(invite, bomb)).isEqualTo(400);
        assertThat(notify(invite, "no xml")).isEqualTo(400);
        assertThat(notify(invite, "text/plain", "hello")).isEqualTo(415);
        assertThat(conference.roster(station.dialled())).isEmpty();
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void aFocusThatDoesNotTellChangesNothing() throws InterruptedException {
        connected(";isfocus");
        station.exchange.reply(station.exchange.await("SUBSCRIBE"), 489, "Bad Event", "");
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(station.telephony.calls()).hasSize(1);
    }

    @Test
    void whoIsNoFocusIsNotAsked() throws InterruptedException {
        SipText invite = connected("");
        assertThat(station.exchange.isQuietFor(300)).isTrue();
        assertThat(notify(invite, info(1, "full", BRUNO))).isEqualTo(481);
        assertThat(conference.roster(station.dialled())).isEmpty();
    }
}
