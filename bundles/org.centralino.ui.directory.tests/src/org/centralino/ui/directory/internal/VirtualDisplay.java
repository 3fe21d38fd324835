/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.internal.C;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** A display of SWT on an X server of its own, so that tests of widgets need no desk. */
@SuppressWarnings("restriction")
final class VirtualDisplay {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** GTK knows one display in its life. */
    private static @Nullable VirtualDisplay only;

    final Display display;

    private VirtualDisplay(Display display) {
        this.display = display;
    }

    /** The one for all tests; where there is no X server to start, the tests that want one are left out. */
    static synchronized VirtualDisplay open() throws IOException {
        VirtualDisplay there = only;
        if (there == null) {
            there = start();
            only = there;
        }
        return there;
    }

    private static VirtualDisplay start() throws IOException {
        assumeTrue("gtk".equals(SWT.getPlatform()), "an X server is what this starts");
        Process server = new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy, "end of Xvfb"));
        String number;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            number = Objects.requireNonNull(told.readLine(), "Xvfb gave no display");
        }
        setenv("DISPLAY", ":" + number);
        setenv("GDK_BACKEND", "x11");
        setenv("GDK_SCALE", System.getProperty("centralino.test.scale", "1"));
        return new VirtualDisplay(new Display());
    }

    /** Lets the display work until this holds. */
    void until(BooleanSupplier holds) {
        until(DEADLINE, holds);
    }

    void until(Duration deadline, BooleanSupplier holds) {
        long end = System.nanoTime() + deadline.toNanos();
        boolean[] wake = {true};
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come to hold in " + deadline);
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

    /** Lets the display do what waits. */
    void settle() {
        boolean[] done = {false};
        display.timerExec(100, () -> done[0] = true);
        until(() -> done[0]);
    }

    /** Every control in a composite, at any depth. */
    static Stream<Control> within(Composite place) {
        return Stream.of(place.getChildren())
                .flatMap(child -> child instanceof Composite inner
                        ? Stream.concat(Stream.of(child), within(inner))
                        : Stream.of(child));
    }

    private static void setenv(String name, String value) {
        C.setenv(bytes(name), bytes(value), 1);
    }

    private static byte[] bytes(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
