/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import java.util.Objects;
import org.centralino.testbench.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hold, several calls and transfer, by the names a screen reader says (rows S11, B1, B2, B3). The exchange's directory calls 600 Echo test, 602 Music. */
class SeveralCallsTest {

    private static Workstation workstation;
    private static Desk desk;

    @BeforeAll
    static void open() {
        workstation = Workstation.registered("several");
        desk = workstation.desk;
    }

    @AfterAll
    static void close() {
        workstation.close();
    }

    @AfterEach
    void nothingStaysUp() {
        desk.quiet();
        desk.key("Escape");
        Eventually.holds(() -> {
            if (desk.find("Decline") != null) {
                desk.press("Decline");
            }
            desk.key("F4");
            assertThat(desk.find("Hang up")).isNull();
        });
    }

    @Test
    void holdHidesTheButtonsBeforeItAndLeavesTheTwo() {
        workstation.dial("602");
        workstation.inCall();
        desk.press("Keypad");
        desk.await("Digit 5", SOON);
        desk.press("Hold");
        desk.await("Resume", SOON);
        desk.awaitText("^On hold$", SOON);
        for (String gone : new String[] {"Keypad", "Mute microphone", "Transfer", "Hold", "Digit 5"}) {
            assertThat(desk.find(gone)).as(gone).isNull();
        }
        assertThat(desk.find("Hang up")).isNotNull();
        assertThat(desk.unnamed()).isEmpty();
        workstation.picture("held");
        desk.key("F8");
        workstation.inCall();
        assertThat(desk.find("Keypad")).isNotNull();
    }

    @Test
    void aHeldCallIsSilentHereUntilItIsResumed() {
        workstation.dial("609");
        workstation.inCall();
        assertThat(desk.heardHz()).isCloseTo(1000, within(5.0));
        desk.key("F8");
        desk.awaitText("^On hold$", SOON);
        Eventually.holds(() -> assertThat(desk.levelDb(1000)).isLessThan(-60));
        desk.key("F8");
        workstation.inCall();
        Eventually.holds(() -> assertThat(desk.levelDb(1000)).isGreaterThan(-30));
    }

    @Test
    void theHeldListNamesWhoWaitsAndResumingSwapsTheTwo() {
        twoCalls();
        assertThat(desk.awaitText("^On hold, Music, 602, ", SOON).role()).isEqualTo("list item");
        for (String there : new String[] {"Transfer Music", "Park Music", "Hang up Music"}) {
            assertThat(desk.find(there)).as(there).isNotNull();
        }
        assertThat(desk.unnamed()).isEmpty();
        workstation.picture("two");
        desk.press("Resume Music");
        desk.await("Resume Echo test", SOON);
        assertThat(desk.find("Resume Music")).isNull();
        workstation.inCall();
    }

    @Test
    void theNextNumberIsTypedOverTheLast() {
        workstation.dial("602");
        workstation.inCall();
        desk.type("600\n");
        desk.await("Resume Music", SOON);
        desk.awaitText("^Echo test$", SOON);
        workstation.inCall();
    }

    @Test
    void aHeldCallIsHungUpFromItsRowAndTheOtherGoesOn() {
        twoCalls();
        desk.remember();
        desk.press("Hang up Music");
        desk.awaitGone("Resume Music", SOON);
        desk.awaitGone("Call ended \u00b7 Music", SOON);
        desk.askRemembered(); // a screen reader may still ask about the row that went
        assertThat(desk.find("Hold")).isNotNull();
        workstation.inCall();
    }

    @Test
    void theKeyOfHoldTakesTheCallerBackWhileAFailedConsultationIsStillShown() {
        workstation.dial("602");
        workstation.inCall();
        workstation.dial("604");
        desk.awaitText("^Busy$", SOON);
        desk.key("F8");
        workstation.inCall();
    }

    @Test
    void aNumberDroppedOnTheStripIsWhomTheCallIsTransferredTo() {
        workstation.dial("602");
        workstation.inCall();
        desk.type(Workstation.BOX, "609");
        desk.key("ctrl+a");
        desk.drag(Workstation.BOX, "Mute microphone");
        desk.awaitText("^Transferred to Test tone 1 kHz$", SOON);
    }

    @Test
    void aCallIsTransferredByKeyboardOnly() {
        workstation.dial("602");
        workstation.inCall();
        desk.key("F9");
        desk.awaitState("Transfer to", "focused", true, SOON);
        desk.type("60 9");
        desk.awaitText("^Enter transfers to 609$", SOON);
        workstation.picture("transfer");
        desk.type("\n");
        desk.awaitText("^Transferred to Test tone 1 kHz$", SOON);
        desk.awaitGone("Transferred to Test tone 1 kHz", SOON);
        assertThat(desk.find("Hang up")).isNull();
    }

    @Test
    void aTransferThatFailsSaysWhyAndOneKeyTakesTheCallerBack() {
        workstation.dial("602");
        workstation.inCall();
        desk.key("F9");
        desk.awaitState("Transfer to", "focused", true, SOON);
        desk.type("bruno\n"); // who is not signed in
        desk.awaitText("^Transfer to Bruno Ferri failed: No answer$", SOON);
        desk.awaitText("^F8 takes the caller back$", SOON);
        workstation.picture("failed");
        desk.key("F8");
        workstation.inCall();
        desk.awaitGone("Transfer to Bruno Ferri failed: No answer", SOON);
    }

    @Test
    void aWrongNumberIsSaidAndEscapeChangesNothing() {
        workstation.dial("602");
        workstation.inCall();
        desk.key("F9");
        desk.awaitState("Transfer to", "focused", true, SOON);
        desk.type("no one\n");
        desk.awaitText("^An address has no spaces$", SOON);
        assertThat(Objects.requireNonNull(desk.find("Transfer to")).text()).isEqualTo("no one");
        desk.key("Escape");
        desk.awaitGone("Transfer to", SOON);
        workstation.inCall();
        desk.awaitState(BOX, "focused", true, SOON);
    }

    @Test
    void theCallThatWasConsultedIsConnectedWithOneEnter() {
        twoCalls();
        desk.key("F9");
        desk.awaitState("Transfer to", "focused", true, SOON);
        desk.awaitText("^Enter connects with Music$", SOON);
        assertThat(desk.find("Connect with Music")).isNotNull();
        workstation.picture("attended");
        desk.type("\n");
        desk.awaitText("^Transferred to Music$", SOON);
        desk.awaitGone("Hang up", SOON);
        assertThat(desk.find("Resume Music")).isNull();
    }

    @Test
    void aParkedCallLeavesAndIsPickedUpByDiallingTheOrbit() {
        workstation.dial("602");
        workstation.inCall();
        desk.key("F9");
        desk.press("Park");
        desk.awaitText("^Transferred to Park a call$", SOON);
        desk.awaitGone("Hang up", SOON);
        workstation.dial("608");
        workstation.inCall();
        assertThat(desk.heardHz()).isPositive();
    }

    @Test
    void thePreferencesOpenByTheirKeyAndAFileThatIsNoMusicIsRefusedInWords() {
        desk.key("ctrl+comma");
        desk.await("A file:", SOON);
        assertThat(desk.unnamed()).isEmpty();
        desk.press("A file:");
        desk.awaitState("Sound file", "sensitive", true, SOON);
        desk.type("Sound file", "/etc/hostname\n");
        desk.awaitText("^This cannot be played: ", SOON);
        workstation.picture("preferences");
        desk.press("Cancel");
        desk.awaitGone("Sound file", SOON);
    }

    /** 602 held, 600 with the voice. */
    private static void twoCalls() {
        workstation.dial("602");
        workstation.inCall();
        workstation.dial("600");
        desk.await("Resume Music", SOON);
        workstation.inCall();
    }
}
