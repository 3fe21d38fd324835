/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import java.time.Duration;
import java.util.Map;
import org.centralino.testbench.Desk;
import org.junit.jupiter.api.Test;

/** Which buttons each user has in a call, and that they go and come with a grant while it lasts (rows S9, S10, C2). */
class EntitlementTest {

    private static final String RECORD = "Record";
    private static final String CONFERENCE = "Add to conference";

    /** The product looks at its profile ten times a second here, and has a second to follow it. */
    private static final String OFTEN = "-Dcentralino.profile.every=100";

    private static final Duration SECOND = Duration.ofMillis(1_100);

    @Test
    void annaRecordsOnDemandAndConfersAndAGrantIsWithdrawnInMidCallAndGivenBack() {
        try (Workstation workstation = inCall("anna")) {
            Desk desk = workstation.desk;
            desk.awaitState(RECORD, "checked", false, SOON);
            desk.await(CONFERENCE, SOON);
            workstation.picture("granted");

            workstation.grant("anna", "{\"recording\": \"off\", \"conference\": true, \"video\": true}");
            desk.awaitGone(RECORD, SECOND);
            assertThat(desk.find(CONFERENCE)).isNotNull();
            workstation.grant("anna", "{\"recording\": \"off\"}");
            desk.awaitGone(CONFERENCE, SECOND);
            workstation.picture("withdrawn");
            workstation.inCall();
            assertThat(desk.heardHz()).isPositive();
            desk.press("Mute microphone");
            desk.await("Unmute microphone", SOON);

            workstation.grant("anna", "{\"recording\": ");
            desk.press("Unmute microphone");
            desk.await("Mute microphone", SOON);
            assertThat(desk.find(RECORD)).isNull();

            workstation.grant("anna", "{\"recording\": \"on-demand\", \"conference\": true}");
            desk.await(RECORD, SECOND);
            desk.await(CONFERENCE, SECOND);
            assertThat(desk.unnamed()).isEmpty();

            desk.key("ctrl+comma");
            desk.press("Features");
            desk.awaitText("^Recording\\. On: your profile grants it \\(on demand\\)$", SOON);
            assertThat(desk.unnamed()).isEmpty();
            workstation.picture("features");
            workstation.grant("anna", "{\"recording\": \"off\", \"conference\": true}");
            desk.awaitText("^Recording\\. Off: your profile refuses it$", SOON);
            desk.awaitText("^Conference\\. On: your profile grants it$", SOON);
            desk.press("Cancel");
            desk.awaitGone("Cancel", SOON);
            workstation.hangUp();
        }
    }

    @Test
    void aConferenceWhoseGrantIsWithdrawnEndsAndNobodyIsDropped() {
        try (Workstation workstation = inCall("anna")) {
            Desk desk = workstation.desk;
            desk.press(CONFERENCE);
            desk.await("Remove Music", SOON);
            desk.type(BOX, "600");
            desk.awaitText("^Enter adds .+", SOON);
            desk.type("\n");
            desk.await("Remove Echo test", SOON);

            workstation.grant("anna", "{\"recording\": \"on-demand\"}");
            desk.awaitGone("Remove Music", SECOND);
            assertThat(desk.find(CONFERENCE)).isNull();
            desk.awaitText("^The conference has ended$", SOON);
            workstation.inCall();
            desk.await("Resume Echo test", SOON);
            assertThat(desk.unnamed()).isEmpty();
            workstation.picture("ended");
            desk.press("Resume Echo test");
            desk.await("Resume Music", SOON);

            workstation.grant("anna", "{\"recording\": \"on-demand\", \"conference\": true}");
            desk.await(CONFERENCE, SECOND);
            desk.awaitGone("The conference has ended", SOON);
            desk.press(CONFERENCE);
            desk.press("Join Music");
            desk.await("Remove Music", SOON);
            workstation.hangUp();
        }
    }

    @Test
    void brunoIsRecordedByItselfAndHasNoConference() {
        try (Workstation workstation = inCall("bruno")) {
            workstation.desk.awaitState(RECORD, "checked", true, SOON);
            assertThat(workstation.desk.find(CONFERENCE)).isNull();
            workstation.hangUp();
        }
    }

    @Test
    void carlaHasNeither() {
        try (Workstation workstation = inCall("carla")) {
            assertThat(workstation.desk.find("Hold")).isNotNull();
            assertThat(workstation.desk.find(RECORD)).isNull();
            assertThat(workstation.desk.find(CONFERENCE)).isNull();
            workstation.hangUp();
        }
    }

    private static Workstation inCall(String user) {
        Workstation workstation =
                Workstation.open("entitlement-" + user, Map.of("JAVA_TOOL_OPTIONS", OFTEN), "--user", user);
        workstation.desk.awaitText("^Registered as ", Workstation.START);
        workstation.desk.awaitText("^Directory: [0-9,]+ people", Workstation.START);
        workstation.dial("602");
        workstation.inCall();
        return workstation;
    }
}
