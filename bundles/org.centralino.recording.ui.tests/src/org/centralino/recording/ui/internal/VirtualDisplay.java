/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.internal.C;
import org.eclipse.swt.widgets.Display;

/** A display of SWT on an X server of its own, so that tests of widgets need no desk. */
@SuppressWarnings("restriction")
final class VirtualDisplay implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Process server;
    final Display display;

    private VirtualDisplay(Process server, Display display) {
        this.server = server;
        this.display = display;
    }

    /** Opens it. */
    static VirtualDisplay open() throws IOException {
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            number = Objects.requireNonNull(told.readLine(), "Xvfb gave no display");
        }
        setenv("DISPLAY", ":" + number);
        setenv("GDK_BACKEND", "x11");
        setenv("GDK_SCALE", System.getProperty("centralino.test.scale", "1"));
        return new VirtualDisplay(server, new Display());
    }

    /** Lets the display work until this holds. */
    void until(BooleanSupplier holds) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        boolean[] wake = {true};
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come to hold in " + DEADLINE);
            }
            if (!display.readAndDispatch()) {
                if (wake[0]) {
                    wake[0] = false;
                    display.timerExec(20, () -> wake[0] = true);
                }
                display.sleep();
            }
        }
    }

    @Override
    public void close() {
        display.dispose();
        server.destroy();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void setenv(String name, String value) {
        C.setenv(bytes(name), bytes(value), 1);
    }

    private static byte[] bytes(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
