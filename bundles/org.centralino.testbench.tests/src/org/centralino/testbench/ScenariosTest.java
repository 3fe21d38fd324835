/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scenarios that the product is tried with, tried first against a sipp that behaves as they expect. */
@Timeout(60)
class ScenariosTest {
    private static final Path SCENARIOS = folderAbove("bundles/org.centralino.telephony.sip.tests/scenarios");
    private static final Path COUNTERPARTS = folderAbove("bundles/org.centralino.testbench.tests/scenarios");

    private final Path folder;

    ScenariosTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "uas-180-200, uac-call",
        "uas-183-early-media, uac-call",
        "uas-302, uac-refused-302",
        "uas-404, uac-refused-404",
        "uas-486, uac-refused-486",
        "uas-603, uac-declined-603",
        "uas-401, uac-authenticated-call-401",
        "uas-407, uac-authenticated-call-407",
        "uas-401-register, uac-register",
        "uas-never-answers, uac-cancel",
        "uas-cancel-races-200, uac-cancels-answered",
        "uas-bye-from-far-side, uac-hung-up-on"
    })
    void aScenarioEndsWellWithItsCounterpart(String called, String caller) {
        try (Sipp uas = Sipp.of(scenario(called)).key("target_port", "5999").start(folder.resolve("uas"));
                Sipp uac = Sipp.of(scenario(caller))
                        .calling("anna", uas.port())
                        .credentials("anna", "secret")
                        .start(folder.resolve("uac"))) {
            uac.awaitSuccess();
            uas.awaitSuccess();
        }
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "uas-lost-ack, uac-acks-again",
        "uas-answers-again, uac-lost-ack",
        "uas-answers-too-soon, uac-cancel-races-200"
    })
    void aScenarioAboutRepetitionEndsWellWithItsCounterpart(String called, String caller) {
        try (Sipp uas = Sipp.of(scenario(called)).withoutRetransmissions().start(folder.resolve("uas"));
                Sipp uac = Sipp.of(scenario(caller))
                        .withoutRetransmissions()
                        .calling("anna", uas.port())
                        .start(folder.resolve("uac"))) {
            uac.awaitSuccess();
            uas.awaitSuccess();
        }
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({"uas-401, uac-authenticated-call-401", "uas-401-register, uac-register"})
    void aWrongPasswordFailsAScenario(String called, String caller) {
        try (Sipp uas = Sipp.of(scenario(called)).start(folder.resolve("uas"));
                Sipp uac = Sipp.of(scenario(caller))
                        .calling("anna", uas.port())
                        .credentials("anna", "wrong")
                        .start(folder.resolve("uac"))) {
            assertThatThrownBy(uac::awaitSuccess).hasMessageContaining("403");
        }
    }

    @Test
    void aScenarioWorksThroughTheExchange() {
        try (Sipp uas = Sipp.of(scenario("uas-bye-from-far-side")).start(folder.resolve("uas"));
                Kamailio exchange = Kamailio.of("example.test")
                        .user("anna", "secret")
                        .route("far", uas.port())
                        .start(folder.resolve("exchange"));
                Baresip anna = Baresip.of("sip:anna@example.test")
                        .registeredAt(exchange.hop("udp"), "secret")
                        .start(folder.resolve("anna"))) {
            anna.dial("sip:far@example.test");
            uas.awaitSuccess();
        }
    }

    private static Path scenario(String name) {
        Path own = SCENARIOS.resolve(name + ".xml");
        return Files.exists(own) ? own : COUNTERPARTS.resolve(name + ".xml");
    }

    /** A folder of the source tree, of which tests run in some subfolder. */
    private static Path folderAbove(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(name))) {
                return at.resolve(name);
            }
        }
        throw new AssertionError(name + " is in no folder above " + Path.of("").toAbsolutePath());
    }
}
