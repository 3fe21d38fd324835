/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Office.COLLEAGUE;
import static org.centralino.product.Office.COLLEAGUE_NUMBER;
import static org.centralino.product.Office.OTHER;
import static org.centralino.product.Office.OTHER_NUMBER;
import static org.centralino.product.Office.RING;
import static org.centralino.product.Office.STRANGER_NUMBER;
import static org.centralino.product.Office.SUPPLIER;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Desk;
import org.centralino.testbench.Desk.Control;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding somebody and calling, the calls there were and who calls (rows S1, S3, S4, S5, B4, B5), by the names a screen reader says. */
class DirectoryTest {

    @TempDir
    static Path folder;

    private static Office office;
    private static Workstation workstation;
    private static Desk desk;

    @BeforeAll
    static void open() {
        office = Office.open(folder);
        workstation = Workstation.open(
                "directory", Map.of(), "--profile", office.profile(true).toString());
        desk = workstation.desk;
        desk.awaitText("^Registered as ", Workstation.START);
        search("rossi");
        row(COLLEAGUE);
        search("rosetti");
        row(SUPPLIER); // both sources are read
    }

    @AfterAll
    static void close() {
        workstation.close();
        office.close();
    }

    @AfterEach
    void nothingStaysUp() {
        Eventually.holds(() -> {
            desk.key("F4");
            if (desk.find("Decline") != null) {
                desk.press("Decline");
            }
            assertThat(desk.find("Hang up")).isNull();
        });
        desk.press("All");
        desk.key("ctrl+2"); // a contact that stays open has buttons of the same names
        desk.await("Search calls", SOON);
    }

    @Test
    void overAnInternalContactTheMouseFindsAShortcutThatCalls() {
        search("rossi");
        desk.hover(row(COLLEAGUE).name());
        desk.await("Call", SOON);
        workstation.picture("hover");
        desk.click("Call");
        answers(office.colleague, COLLEAGUE);
    }

    @Test
    void overAnExternalContactAsWell() {
        search("rosetti");
        desk.hover(row(SUPPLIER).name());
        desk.click("Call");
        answers(office.supplier, SUPPLIER);
    }

    @Test
    void aFavouriteIsCalledByItsShortcut() {
        search("");
        desk.press("Favourites");
        desk.hover(row(COLLEAGUE).name());
        desk.click("Call");
        answers(office.colleague, COLLEAGUE);
    }

    @Test
    void theScopesShowWhomTheySay() {
        search("ros");
        desk.press("Internal");
        row(COLLEAGUE);
        Eventually.holds(() -> assertThat(isListed(SUPPLIER)).isFalse());
        desk.press("External");
        row(SUPPLIER);
        Eventually.holds(() -> assertThat(isListed(COLLEAGUE)).isFalse());
    }

    @Test
    void theDetailOfAContactHasAHandsetForItsNumber() {
        search("rossi");
        row(COLLEAGUE);
        desk.key("ctrl+Return");
        Eventually.holds(() -> {
            desk.key("Tab");
            Control handset = Objects.requireNonNull(desk.focused());
            assertThat(handset.name()).isEqualTo("Call");
            assertThat(handset.description()).isEqualTo(COLLEAGUE_NUMBER);
        });
        workstation.picture("contact");
        desk.key("Return");
        answers(office.colleague, COLLEAGUE);
    }

    @Test
    void aTypedNumberAndEnterCallAndTheStripNamesWhoThatIs() {
        workstation.dial(COLLEAGUE_NUMBER);
        answers(office.colleague, COLLEAGUE);
    }

    @Test
    void everythingIsDoneWithTheKeyboardAlone() {
        search("rosi"); // one letter is missing
        row(COLLEAGUE);
        desk.key("Down");
        desk.key("Up");
        desk.key("Return");
        answers(office.colleague, COLLEAGUE);
        desk.key("F4");
        workstation.idle();
        desk.key("ctrl+2");
        Eventually.holds(() ->
                assertThat(Objects.requireNonNull(desk.focused()).name()).startsWith("Outgoing call, " + COLLEAGUE));
        desk.key("Escape");
        desk.awaitState(BOX, "focused", true, SOON);
    }

    @Test
    void aCallIsInTheHistoryAndCalledBackFromThere() {
        workstation.dial(COLLEAGUE_NUMBER);
        answers(office.colleague, COLLEAGUE);
        desk.press("Hang up");
        workstation.idle();
        desk.key("ctrl+2");
        desk.press("Call back " + COLLEAGUE);
        answers(office.colleague, COLLEAGUE);
        workstation.picture("history");
    }

    @Test
    void whoCallsIsNamedAsInTheDirectory() {
        office.colleague.dial("sip:anna@office.test");
        Control caller = desk.awaitText("^Incoming, " + COLLEAGUE + ", " + COLLEAGUE_NUMBER + ", Acquisti", SOON);
        assertThat(caller.role()).isEqualTo("list item");
        assertThat(desk.await("Answer", SOON).description()).contains(COLLEAGUE);
        workstation.picture("incoming");
        desk.key("F2");
        workstation.inCall();
        desk.awaitText("^" + COLLEAGUE + "$", SOON);
    }

    @Test
    void aContactDroppedOnTheStripIsWhomTheCallIsTransferredTo() {
        workstation.dial(OTHER_NUMBER);
        workstation.inCall();
        desk.awaitText("^" + OTHER + "$", SOON);
        search("rossi");
        desk.drag(row(COLLEAGUE).name(), "Mute microphone");
        desk.awaitText("^Transferred to " + COLLEAGUE + "$", SOON);
    }

    @Test
    void aCallIsTransferredToSomebodyByName() {
        workstation.dial(OTHER_NUMBER);
        workstation.inCall();
        desk.awaitText("^" + OTHER + "$", SOON);
        desk.key("F9");
        desk.awaitState("Transfer to", "focused", true, SOON);
        desk.type("maria");
        desk.awaitText("^Enter transfers to " + COLLEAGUE + ", " + COLLEAGUE_NUMBER + "$", SOON);
        assertThat(desk.find("Transfer to " + COLLEAGUE)).isNotNull();
        workstation.picture("transfer");
        desk.type("\n");
        desk.awaitText("^Transferred to " + COLLEAGUE + "$", SOON);
    }

    @Test
    void aContactOfOnesOwnIsWrittenFoundCalledChangedDeletedAndHadBack() {
        search(STRANGER_NUMBER);
        desk.press("New contact\u2026");
        desk.awaitState("Given name", "focused", true, SOON);
        assertThat(desk.await("Number 1", SOON).text()).isEqualTo(STRANGER_NUMBER);
        desk.type("Zelda");
        desk.type("Family name", "Verdi");
        workstation.picture("form");
        desk.press("Save");
        desk.await("Edit", SOON);

        search("zelda");
        row("Zelda Verdi");
        desk.key("Return");
        answers(office.supplier, "Zelda Verdi");
        workstation.hangUp();
        String call =
                "^Outgoing call, today .*[+]" + STRANGER_NUMBER.substring(1).replace(" ", "");
        desk.awaitText(call, SOON); // of the contact, which is still open: among all calls its name would be in it

        desk.press("Edit");
        desk.focus("Family name");
        desk.key("ctrl+a");
        desk.type("Family name", "Neri\n"); // Enter saves
        row("Zelda Neri");
        desk.press("Delete");
        desk.await("Undo", SOON);
        Eventually.holds(() -> assertThat(isListed("Zelda Neri")).isFalse());
        workstation.picture("deleted");
        desk.press("Undo");
        row("Zelda Neri");
        desk.awaitText(call, SOON);
    }

    @Test
    void noInteractiveControlIsNamelessAndANarrowWindowKeepsTheDesk() {
        desk.key("ctrl+2");
        desk.await("Search calls", SOON);
        search("ros");
        assertThat(desk.unnamed()).isEmpty();
        desk.resize(520, 800);
        try {
            desk.await(BOX, SOON);
            desk.awaitGone("Search calls", SOON);
            row(COLLEAGUE);
            workstation.picture("narrow");
        } finally {
            desk.resize(1280, 800);
        }
        desk.await("Search calls", SOON);
    }

    private static void search(String text) {
        desk.key("Escape");
        desk.focus(BOX);
        desk.key("ctrl+a");
        desk.key("Delete");
        desk.type(BOX, text);
    }

    /** The row of a contact that was found. */
    private static Control row(String name) {
        return desk.awaitText("^" + name + ", .*\\b(in|ex)ternal\\b", SOON);
    }

    private static boolean isListed(String name) {
        return desk.tree()
                .lines()
                .anyMatch(line -> line.contains("list item '" + name + ", ") && line.contains("ternal"));
    }

    /** The call arrives there, where it is answered by itself, and the strip names the contact. */
    private static void answers(Baresip telephone, String name) {
        telephone.awaitEvent("CALL_ESTABLISHED", RING);
        workstation.inCall();
        assertThat(Objects.requireNonNull(desk.awaitText("^" + name + "$", SOON))
                        .name())
                .isEqualTo(name);
    }
}
