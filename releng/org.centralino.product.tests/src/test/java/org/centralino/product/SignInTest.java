/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, and what is said when it cannot be. */
class SignInTest {

    private static final Duration START = Duration.ofSeconds(60);

    @Test
    void aBadProfileIsNamedByKeyValueAndWhatWasExpectedAndNothingIsSignedIn(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("bad.json"), """
                {"version":1,"accounts":[{"address":"sip:anna@example.test","registrar":"127.0.0.1","password":"verysecret"}]}
                """);
        try (Workstation workstation = Workstation.open("bad", Map.of(), "--profile", profile.toString())) {
            workstation.desk.await("Choose another profile…", START);
            workstation.picture("dialog");
            assertThat(workstation.desk.tree())
                    .contains("accounts[0].registrar", "127.0.0.1", "sip:host[:port]")
                    .contains("Not signed in")
                    .doesNotContain("verysecret");
            String log = Files.readString(workstation.folder.resolve("home/centralino.log"));
            assertThat(log).contains("accounts[0].registrar").doesNotContain("verysecret");
            workstation.desk.press("Quit");
            workstation.desk.awaitGone("Quit", SOON);
        }
    }

    @Test
    void anExchangeThatDoesNotAnswerIsSaidAndTheWindowWorks(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("dead.json"), """
                {"version":1,"accounts":[{"address":"sip:anna@example.test","registrar":"sip:127.0.0.1:9","password":"p"}]}
                """);
        try (Workstation workstation = Workstation.open("dead", Map.of(), "--profile", profile.toString())) {
            workstation.desk.awaitText("^Not registered: ", START);
            workstation.desk.await(BOX, SOON);
            assertThat(workstation.desk.unnamed()).isEmpty();
        }
    }

    @Test
    void withoutAnySoundDeviceThatIsSaidAndCallsWork() {
        try (Workstation workstation =
                Workstation.open("silent", Map.of("PULSE_SERVER", "unix:/nonexistent/pulse"), "--user", "bruno")) {
            workstation.desk.awaitText("^Registered as bruno@", START);
            workstation.desk.awaitText("^No microphone$", SOON);
            workstation.desk.awaitText("^No speaker$", SOON);
            workstation.dial("609");
            workstation.inCall();
            workstation.picture("silent");
            workstation.hangUp();
        }
    }
}
