/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import org.centralino.testbench.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A conference by the names a screen reader says (row S9). The exchange's directory calls 600 Echo test, 602 Music, 609 Test tone 1 kHz. */
class ConferenceTest {

    private static Workstation workstation;
    private static Desk desk;

    @BeforeAll
    static void open() {
        workstation = Workstation.registered("conference");
        desk = workstation.desk;
    }

    @AfterAll
    static void close() {
        workstation.close();
    }

    @AfterEach
    void nothingStaysUp() {
        Eventually.holds(() -> {
            desk.key("F4");
            assertThat(desk.find("Hang up")).isNull();
        });
    }

    private static void add(String number, String name) {
        desk.focus(BOX);
        desk.key("ctrl+a");
        desk.type(BOX, number);
        desk.awaitText("^Enter adds .+", SOON);
        desk.type("\n");
        desk.await("Remove " + name, SOON);
        desk.await("Silence " + name, SOON);
    }

    private static void gather() {
        workstation.dial("600");
        workstation.inCall();
        desk.press("Add to conference");
        desk.await("Remove Echo test", SOON);
        desk.awaitState(BOX, "focused", true, SOON);
        add("602", "Music");
        add("609", "Test tone 1 kHz");
    }

    @Test
    void peopleAreAddedByTheBoxUntilDoneAndLeaveOneByOne() {
        gather();
        desk.awaitText("^Conference \u00b7 3 people$", SOON);
        desk.awaitText("^Music \u00b7 speaking$", SOON);
        workstation.picture("adding");
        assertThat(desk.unnamed()).isEmpty();
        Eventually.holds(() -> assertThat(desk.levelDb(1000)).isGreaterThan(-40));

        desk.press("Done");
        desk.awaitGone("Done", SOON);
        desk.awaitText("^Enter calls .+", SOON);
        assertThat(desk.find("Remove Music")).isNotNull();
        workstation.picture("conference");

        desk.press("Silence Test tone 1 kHz");
        desk.awaitText("^Test tone 1 kHz \u00b7 silenced$", SOON);
        desk.awaitState("Silence Test tone 1 kHz", "checked", true, SOON);
        desk.press("Remove Music");
        desk.awaitGone("Remove Music", SOON);
        assertThat(desk.find("Remove Echo test")).isNotNull();
        desk.await("Leave", SOON);
        workstation.picture("two");

        desk.press("Remove Echo test");
        desk.awaitGone("Remove Test tone 1 kHz", SOON);
        desk.awaitText("^Test tone 1 kHz$", SOON);
        Eventually.holds(() -> assertThat(desk.levelDb(1000)).isGreaterThan(-30));
        workstation.hangUp();
    }

    @Test
    void theHoldKeyStepsAwayAndBackAndHangUpEndsAll() {
        gather();
        desk.press("Done");
        desk.key("F8");
        desk.awaitText("^Away from the conference$", SOON);
        assertThat(desk.find("Mute microphone")).isNull();
        desk.await("Return to the conference", SOON);
        workstation.picture("away");
        Eventually.holds(() -> assertThat(desk.levelDb(1000)).isLessThan(-60));
        desk.press("Return to the conference");
        workstation.inCall();
        workstation.hangUp();
        desk.awaitGone("Remove Music", SOON);
    }
}
