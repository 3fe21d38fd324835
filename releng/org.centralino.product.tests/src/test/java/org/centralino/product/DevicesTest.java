/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.centralino.product.Workstation.SOON;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.testbench.Desk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sound devices that are chosen, pulled out and put back, and a sound server that hangs. */
class DevicesTest {

    private static final String HEADSET = "Test Headset";

    private static Workstation workstation;
    private static Desk desk;

    @BeforeAll
    static void open() {
        workstation = Workstation.registered("devices");
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

    @Test
    void aChosenSpeakerIsHeardThereAndWhenItIsPulledOutThatIsSaidAndTheCallGoesOn() {
        String plugged = plug("headset", HEADSET);
        choose("Speaker device", HEADSET);
        desk.press("OK");
        desk.awaitGone("OK", SOON);
        workstation.dial("609");
        workstation.inCall();
        Eventually.holds(() -> assertThat(desk.heardHz("headset")).isCloseTo(1000, within(5.0)));
        assertThat(desk.heardHz()).isZero();
        assertThat(desk.awaitText("^Test Headset$", SOON).role()).isEqualTo("push button");

        pactl("unload-module", plugged);
        desk.awaitText("^Disconnected: Test Headset$", SOON);
        desk.awaitText("^You hear calls through Speaker now$", SOON);
        workstation.picture("lost");
        assertThat(desk.unnamed()).isEmpty();
        Eventually.holds(() -> assertThat(desk.heardHz()).isCloseTo(1000, within(5.0)));
        workstation.inCall();

        plugged = plug("headset", HEADSET);
        desk.awaitGone("Disconnected: Test Headset", SOON);
        Eventually.holds(() -> assertThat(desk.heardHz("headset")).isCloseTo(1000, within(5.0)));
        workstation.hangUp();

        pactl("unload-module", plugged);
        desk.press("Close the notice");
        desk.awaitGone("Close the notice", SOON);
        choose("Speaker device", "System default");
        desk.press("OK");
        desk.awaitGone("OK", SOON);
    }

    @Test
    void itRingsOnTheDeviceThatWasChosenForIt() {
        String plugged = plug("bell", "Test Bell");
        choose("Ringing device", "Test Bell");
        desk.press("OK");
        desk.awaitGone("OK", SOON);
        workstation.dial("605");
        desk.await("Answer", SOON);
        Eventually.holds(() -> assertThat(desk.heardHz("bell")).isPositive());
        assertThat(desk.heardHz()).isZero();
        desk.press("Decline");
        desk.awaitGone("Answer", SOON);
        pactl("unload-module", plugged);
    }

    @Test
    void whatIsTriedIsHeardAndCancellingPutsBackWhatWas() {
        String plugged = plug("other", "Other");
        choose("Speaker device", "Other");
        assertThat(desk.unnamed()).isEmpty();
        Eventually.holds(() -> {
            desk.press("Test speaker");
            assertThat(desk.heardHz("other")).isPositive();
        });
        assertThat(desk.find("Microphone level")).isNotNull();
        desk.press("Cancel");
        desk.awaitGone("Cancel", SOON);
        desk.key("ctrl+comma");
        desk.awaitText("^Speaker device: System default$", SOON);
        desk.press("Cancel");
        pactl("unload-module", plugged);
    }

    @Test
    void whatIsDoneToTheMicrophonesSoundIsASettingThatIsKept() {
        desk.key("ctrl+comma");
        desk.awaitState("Noise suppression", "checked", true, SOON);
        desk.press("Noise suppression");
        desk.awaitState("Noise suppression", "checked", false, SOON);
        desk.press("OK");
        desk.awaitGone("OK", SOON);
        desk.key("ctrl+comma");
        desk.awaitState("Noise suppression", "checked", false, SOON);
        assertThat(Objects.requireNonNull(desk.find("Echo cancellation")).is("checked"))
                .isTrue();
        desk.press("Noise suppression");
        desk.press("OK");
        desk.awaitGone("OK", SOON);
    }

    @Test
    void aSoundServerThatHangsKeepsNobodyFromAnsweringAndHangingUp() {
        long server = server();
        workstation.dial("605");
        desk.await("Answer", SOON);
        run("kill", "-STOP", Long.toString(server));
        try {
            desk.press("Answer");
            workstation.inCall();
            workstation.hangUp();
            desk.awaitText("^No microphone$", SOON);
            desk.key("ctrl+comma");
            desk.awaitText("^Speaker device: ", SOON);
            desk.press("Cancel");
            workstation.dial("602");
            workstation.inCall();
            workstation.hangUp();
        } finally {
            run("kill", "-CONT", Long.toString(server));
        }
        desk.awaitText("^Microphone$", SOON);
    }

    private static void choose(String what, String device) {
        desk.key("ctrl+comma");
        desk.press(desk.awaitText("^" + what + ": ", SOON).name());
        desk.press(device);
        desk.await(what + ": " + device, SOON);
    }

    private static long server() {
        String folder = desk.environment().getOrDefault("PULSE_RUNTIME_PATH", "none");
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("pulseaudio") && line.contains(folder))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** Plugs in a device that plays; what unplugs it. */
    private static String plug(String name, String description) {
        return pactl(
                "load-module",
                "module-null-sink",
                "sink_name=" + name,
                "rate=48000",
                "sink_properties='device.description=\"" + description + "\"'");
    }

    private static String pactl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(desk.environment());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(process.waitFor()).as("%s: %s", List.of(command), said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
