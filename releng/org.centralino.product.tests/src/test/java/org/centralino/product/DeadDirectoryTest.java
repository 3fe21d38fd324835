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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory that is down, or hangs, while the telephone rings (row B9). */
class DeadDirectoryTest {

    /** An answer takes a tenth of a second at most; the rest is for xdotool, baresip and other tests on this machine. */
    private static final long MOST_MS = 1000;

    @Test
    void aServerThatNeverAnswersDelaysNeitherRingingNorAnsweringNorTyping(@TempDir Path folder) {
        try (BlackHole swallowing = BlackHole.swallowing();
                BlackHole silent = BlackHole.silent();
                Office office = Office.open(folder)) {
            Path profile = office.profile(false, ldap(swallowing.port()), ldap(silent.port()));
            try (Workstation workstation =
                    Workstation.open("dead-directory", Map.of(), "--profile", profile.toString())) {
                Desk desk = workstation.desk;
                desk.awaitText("^Registered as ", Workstation.START);
                desk.type(BOX, "rossi");
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
        }
    }

    private static String ldap(int port) {
        return """
                {"type": "ldap", "kind": "internal", "url": "ldap://127.0.0.1:%d", "base": "dc=office,dc=test"}""".formatted(port);
    }
}
