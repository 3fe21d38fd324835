/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Office.RING;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.centralino.testbench.BlackHole;
import org.centralino.testbench.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that are down, or hang, at once or in the middle of an import (rows B4, B9). */
class DeadDirectoryTest {

    /** An answer takes a tenth of a second at most; the rest is for xdotool, baresip and other tests on this machine. */
    private static final long MOST_MS = 1000;

    @TempDir
    static Path folder;

    private static BlackHole swallowing;
    private static BlackHole silent;
    private static HesitantLdap staff;
    private static Office office;
    private static Workstation workstation;
    private static Desk desk;

    @BeforeAll
    static void open() {
        swallowing = BlackHole.swallowing();
        silent = BlackHole.silent();
        staff = new HesitantLdap();
        office = Office.open(folder);
        Path profile = office.profile(false, ldap(swallowing.port()), ldap(silent.port()), staff.source("Staff"));
        workstation = Workstation.open("dead-directory", Map.of(), "--profile", profile.toString());
        desk = workstation.desk;
        desk.awaitText("^Registered as ", Workstation.START);
    }

    @AfterAll
    static void close() {
        workstation.close();
        office.close();
        staff.close();
        silent.close();
        swallowing.close();
    }

    @Test
    void aServerThatNeverAnswersDelaysNeitherRingingNorAnsweringNorTyping() {
        type("rossi");
        desk.awaitText("Directory", SOON);
        office.colleague.dial("sip:anna@office.test");
        desk.await("Answer", SOON);
        workstation.picture("ringing");
        long pressed = System.nanoTime();
        desk.key("F2");
        office.colleague.awaitEvent("CALL_ESTABLISHED", RING);
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pressed);
        workstation.inCall();
        System.out.println("With a dead directory the caller was answered within " + took + " ms of the key");
        assertThat(took).isLessThan(MOST_MS);
        assertThat(desk.find(BOX).text()).isEqualTo("rossi");
        workstation.hangUp();
    }

    @Test
    void anImportShowsHowFarItIsAndIsCancelledAndBegunAgain() {
        desk.awaitText("^Directory: [0-9,]+( of 2,000)? read$", Workstation.START);
        type("nobody is called so");
        desk.press("Sources\u2026");
        desk.awaitText("^Being read: [0-9,]+ of 2,000$", SOON);
        assertThat(desk.await("Progress of Staff", SOON).role()).isEqualTo("progress bar");
        assertThat(desk.unnamed()).isEmpty();
        workstation.picture("import");

        desk.press("Cancel reading Staff");
        desk.awaitGone("Progress of Staff", SOON);
        desk.await("Refresh Staff", SOON);
        workstation.picture("cancelled");

        staff.goOn();
        desk.press("Refresh Staff");
        desk.awaitText("^2,000 people, up to date$", SOON);
        desk.key("Escape");
        desk.awaitGone("Refresh Staff", SOON);
        type("person 1234");
        desk.awaitText("^Person 1234, 51234, internal", SOON);
    }

    private static void type(String text) {
        desk.focus(BOX);
        desk.key("ctrl+a");
        desk.type(BOX, text);
    }

    private static String ldap(int port) {
        return """
                {"type": "ldap", "kind": "internal", "url": "ldap://127.0.0.1:%d", "base": "dc=office,dc=test"}""".formatted(port);
    }
}
