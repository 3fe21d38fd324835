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

/** What anna does at her workstation, by the names a screen reader says (rows S5, S6, S7, S8, S12, B1). */
class CallTest {

    private static Workstation workstation;
    private static Desk desk;

    @BeforeAll
    static void open() {
        workstation = Workstation.registered("anna");
        desk = workstation.desk;
    }

    @AfterAll
    static void close() {
        workstation.close();
    }

    @AfterEach
    void nothingStaysUp() {
        desk.quiet();
        if (desk.find("Decline") != null) {
            desk.press("Decline");
            desk.awaitGone("Decline", SOON);
        }
        Eventually.holds(() -> {
            desk.key("F4");
            assertThat(desk.find("Hang up")).isNull();
        });
    }

    @Test
    void aTypedNumberAndEnterDialAndTheStripIsThereOnlyWhileTheCallIs() {
        assertThat(desk.find("Hang up")).isNull();
        workstation.dial("60 9");
        workstation.inCall();
        assertThat(desk.find("Keypad")).isNotNull();
        assertThat(desk.find("Mute microphone")).isNotNull();
        assertThat(desk.heardHz()).isCloseTo(1000, within(5.0));
        workstation.picture("call");
        workstation.hangUp();
        assertThat(desk.find("Keypad")).isNull();
        assertThat(desk.find("Mute microphone")).isNull();
    }

    @Test
    void whatEnterWillDialIsShownBefore() {
        desk.focus(BOX);
        desk.key("ctrl+a");
        desk.type(BOX, "(602)");
        desk.awaitText("Enter calls .*602", SOON);
    }

    @Test
    void afterHangingUpTheKeyboardIsInTheBox() {
        workstation.dial("602");
        workstation.inCall();
        workstation.hangUp();
        desk.awaitState(BOX, "focused", true, SOON);
    }

    @Test
    void theKeyF4HangsUp() {
        workstation.dial("602");
        workstation.inCall();
        desk.key("F4");
        workstation.idle();
    }

    @Test
    void theMicrophoneIsKeptFromTheFarSideAndGivenBack() {
        desk.play(620, -12);
        workstation.dial("600");
        workstation.inCall();
        assertThat(desk.heardHz()).isCloseTo(620, within(5.0));
        desk.press("Mute microphone");
        desk.await("Unmute microphone", SOON);
        Eventually.holds(() -> assertThat(desk.levelDb(620)).isLessThan(-60));
        desk.press("Unmute microphone");
        desk.await("Mute microphone", SOON);
        Eventually.holds(() -> assertThat(desk.levelDb(620)).isGreaterThan(-30));
    }

    @Test
    void tonesOfTheKeypadAndOfTheKeyboardReachTheVoiceMenu() {
        workstation.dial("601");
        workstation.inCall();
        desk.press("Keypad");
        // The menu reads back after a pause: a 1 is 697 Hz and 1209 Hz, a 0 is 941 Hz and 1336 Hz.
        Eventually.holds(() -> {
            desk.press("Digit 1");
            desk.press("Digit 1");
            assertReadBack(1209);
        });
        desk.focus("Digit 1");
        Eventually.holds(() -> {
            desk.type("00");
            assertReadBack(1336);
        });
    }

    /** What is heard at first is the keys themselves, in the operator's own ear. */
    private void assertReadBack(double hertz) {
        desk.levelDb(hertz);
        assertThat(desk.levelDb(hertz)).isGreaterThan(-45);
    }

    @Test
    void aBusyNumberSaysSo() {
        workstation.dial("604");
        desk.awaitText("^Busy$", SOON);
    }

    @Test
    void theFarSideHoldingUsIsSaid() {
        workstation.dial("606");
        desk.awaitText("^On hold by the far side$", SOON);
        desk.awaitText("^In call$", SOON);
    }

    @Test
    void aNumberThatRingsCanBeGivenUp() {
        workstation.dial("603");
        desk.awaitText("^Ringing", SOON);
        assertThat(desk.heardHz()).isCloseTo(425, within(5.0));
        workstation.hangUp();
    }

    @Test
    void whatCannotBeDialledIsSaidAndNotLost() {
        workstation.dial("no one here");
        desk.awaitText("An address has no spaces", SOON);
        assertThat(Objects.requireNonNull(desk.find(BOX)).text()).isEqualTo("no one here");
    }

    @Test
    void anIncomingCallRingsAndCanBeDeclined() {
        workstation.dial("605");
        desk.await("Answer", SOON);
        workstation.picture("incoming");
        Eventually.holds(() -> assertThat(desk.heardHz()).isPositive());
        desk.press("Decline");
        desk.awaitGone("Answer", SOON);
    }

    @Test
    void anIncomingCallIsAnsweredByItsKey() {
        workstation.dial("605");
        desk.await("Answer", SOON);
        desk.key("F2");
        workstation.inCall();
        desk.awaitGone("Answer", SOON);
    }

    @Test
    void aSecondCallIsOfferedBesideTheFirstAndLeavesTheKeyboardWhereItIs() {
        workstation.dial("605");
        desk.awaitText("^The far side hung up$", SOON);
        workstation.dial("602");
        workstation.inCall();
        desk.focus(BOX);
        desk.await("Answer", SOON);
        workstation.picture("second");
        assertThat(Objects.requireNonNull(desk.focused()).name()).isEqualTo(BOX);
        desk.awaitText("^In call$", SOON);
        desk.press("Answer");
        desk.awaitGone("Answer", SOON);
        // The first one is held, and there is a way back to it.
        desk.press(desk.awaitText("^Resume Music$", SOON).name());
        desk.awaitText("^In call$", SOON);
    }

    @Test
    void noInteractiveControlIsNamelessInACallAndWhileOneComesIn() {
        workstation.dial("605");
        desk.await("Answer", SOON);
        assertThat(desk.unnamed()).isEmpty();
        desk.press("Answer");
        workstation.inCall();
        desk.press("Keypad");
        desk.await("Digit 5", SOON);
        assertThat(desk.unnamed()).isEmpty();
    }

    @Test
    void aScreenReaderMayStillAskAboutAStripThatWent() {
        workstation.dial("602");
        workstation.inCall();
        desk.press("Keypad");
        desk.await("Digit 5", SOON);
        desk.remember();
        workstation.hangUp();
        desk.askRemembered();
        desk.await(BOX, SOON);
    }

    @Test
    void theDialpadTypesIntoTheBox() {
        desk.focus(BOX);
        desk.key("ctrl+a");
        desk.key("Delete");
        desk.press("Dialpad");
        desk.press("Dialpad 6");
        desk.press("Dialpad 0");
        desk.press("Dialpad 2");
        desk.press("Dial");
        workstation.inCall();
        desk.key("Escape");
    }
}
