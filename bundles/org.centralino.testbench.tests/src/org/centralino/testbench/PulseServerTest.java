/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PulseServerTest {

    @Test
    void whatIsPlayedIsRecorded(@TempDir Path folder) {
        try (PulseServer sound = PulseServer.start(folder.resolve("p"));
                Program player = sound.play("mic", 440, -12, 10)) {
            Wav heard = sound.record("mic", 2).last(1);
            assertThat(Goertzel.strongestHz(heard.samples(), heard.rate())).isCloseTo(440, within(2.0));
            assertThat(Goertzel.levelDb(heard.samples(), heard.rate(), 440)).isCloseTo(-12, within(3.0));
            Wav other = sound.record("spk", 0.5);
            assertThat(Goertzel.levelDb(other.samples())).isLessThan(-90);
            assertThat(sound.control("info")).contains("Default Sink: spk").contains("Default Source: microphone");
            assertThat(player.isAlive()).isTrue();
        }
    }
}
