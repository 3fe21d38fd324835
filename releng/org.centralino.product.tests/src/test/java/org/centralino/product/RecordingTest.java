/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Office.COLLEAGUE;
import static org.centralino.product.Office.COLLEAGUE_NUMBER;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.centralino.testbench.Desk;
import org.centralino.testbench.Desk.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording a call and listening to it, by the names a screen reader says (row S10). */
class RecordingTest {

    private static final String RECORD = "Record";
    private static final String LISTEN = "^Play the recording of ";

    @TempDir
    Path folder;

    private Office office;
    private Workstation workstation;
    private Desk desk;

    @BeforeEach
    void open() {
        office = Office.open(folder);
    }

    @AfterEach
    void close() {
        if (workstation != null) {
            workstation.close();
        }
        office.close();
    }

    @Test
    void onDemandAPressStartsItAFurtherOneStopsItAndItIsWithTheContactAndTheCall() throws IOException {
        signIn("on-demand", Map.of());
        workstation.dial(COLLEAGUE_NUMBER);
        workstation.inCall();
        assertThat(isOn()).isFalse();

        desk.press(RECORD);
        desk.awaitState(RECORD, "checked", true, SOON);
        workstation.picture("recording");
        desk.key("F12");
        desk.awaitState(RECORD, "checked", false, SOON);
        workstation.hangUp();

        showColleague();
        desk.awaitText(LISTEN, SOON);
        desk.key("ctrl+2");
        desk.press("Listen to the call with " + COLLEAGUE);
        listen();
    }

    @Test
    void automaticItIsOnFromTheAnswerAndNothingStopsIt() throws IOException {
        signIn("automatic", Map.of());
        workstation.dial(COLLEAGUE_NUMBER);
        workstation.inCall();
        desk.awaitState(RECORD, "checked", true, SOON);
        workstation.picture("automatic");

        desk.press(RECORD);
        desk.click(RECORD);
        desk.key("F12");
        desk.focus(RECORD);
        desk.key("space");
        assertThat(isOn()).isTrue();
        assertThat(Objects.requireNonNull(desk.find(RECORD)).description()).contains("cannot be stopped");

        desk.key("F8");
        desk.awaitGone(RECORD, SOON);
        desk.key("F8");
        desk.awaitState(RECORD, "checked", true, SOON);
        workstation.hangUp();

        showColleague();
        listen();
    }

    @Test
    void aFullDiskIsSaidAtOnceTheIndicatorIsNotRedAndTheCallGoesOn() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
        try {
            // 192 kB a second: what is left is full after about two.
            Path filler = Files.write(disk.resolve("filler"), new byte[600 * 1024]);
            signIn("automatic", Map.of("format", "wav", "folder", disk.toString()));
            workstation.dial(COLLEAGUE_NUMBER);
            workstation.inCall();
            desk.awaitText("^The call with .+ is not recorded$", SOON);
            desk.awaitText("^The disk is full: ", SOON);
            desk.awaitState(RECORD, "checked", false, SOON);
            assertThat(desk.unnamed()).isEmpty();
            workstation.picture("full");
            workstation.inCall();
            desk.press("Mute microphone");
            desk.await("Unmute microphone", SOON);

            Files.delete(filler);
            desk.awaitState(RECORD, "checked", true, SOON);
            desk.awaitGone("Close the notice of the recording", SOON);
            workstation.hangUp();
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    /** It takes root. */
    private static void run(String... command) throws IOException {
        try {
            int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
            assertThat(exit).as(String.join(" ", command)).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void listen() {
        desk.press(desk.awaitText(LISTEN, SOON).name());
        Control position = desk.await("Playback position", SOON);
        assertThat(position.role()).isEqualTo("slider");
        desk.focus("Playback position");
        desk.key("End");
        Eventually.holds(() -> assertThat(
                        Objects.requireNonNull(desk.find("Playback position")).description())
                .matches("(.+) of \\1"));
        assertThat(desk.unnamed()).isEmpty();
        workstation.picture("listening");
    }

    private boolean isOn() {
        return desk.await(RECORD, SOON).is("checked");
    }

    private void signIn(String policy, Map<String, String> settings) throws IOException {
        Path profile = office.profile(true);
        String text = Files.readString(profile);
        String features = "\"version\": 1, \"features\": {\"recording\": \"" + policy + "\"},";
        Files.writeString(profile, text.replace("\"version\": 1,", features));
        workstation = Workstation.open(policy, Map.of(), settings, "--profile", profile.toString());
        desk = workstation.desk;
        desk.awaitText("^Registered as ", Workstation.START);
    }

    private void showColleague() {
        desk.key("Escape");
        desk.focus(BOX);
        desk.key("ctrl+a");
        desk.type(BOX, "rossi");
        desk.awaitText("^" + COLLEAGUE + ", .*\\binternal\\b", SOON);
        desk.key("ctrl+Return");
    }
}
