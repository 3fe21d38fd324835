/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DeskTest {

    @Test
    void aDeskHearsItsMicrophoneAndSaysWhatIsNotThere(@TempDir Path folder) {
        try (Desk desk = Desk.open(folder)) {
            desk.picture(folder.resolve("desk.png"));
            assertThat(folder.resolve("desk.png")).isNotEmptyFile();
            assertThat(desk.environment()).containsKeys("DISPLAY", "PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS");
            assertThat(desk.find("Dial")).isNull();
            assertThatThrownBy(() -> desk.await("Dial", Duration.ofMillis(100)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("'Dial'");
            desk.play(440, -20);
            assertThat(desk.heardHz()).isCloseTo(0, within(0.1));
            desk.quiet();
        }
    }
}
