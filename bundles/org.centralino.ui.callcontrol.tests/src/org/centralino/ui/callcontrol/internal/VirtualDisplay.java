/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.internal.C;
import org.eclipse.swt.widgets.Display;

/**
 * A display of SWT on an X server of its own, so that tests of widgets need no desk. All tests have the same one: GTK ends the
 * process when its first server goes.
 */
@SuppressWarnings("restriction")
public final class VirtualDisplay {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static @Nullable VirtualDisplay only;

    public final Display display;

    private VirtualDisplay(Display display) {
        this.display = display;
    }

    /** Opens it, where it is not open yet. */
    public static synchronized VirtualDisplay open() throws IOException {
        VirtualDisplay present = only;
        if (present == null) {
            present = new VirtualDisplay(start());
            only = present;
        }
        return present;
    }

    private static Display start() throws IOException {
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
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        return new Display();
    }

    /** Lets the display work until this holds. */
    public void until(BooleanSupplier holds) {
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

    private static void setenv(String name, String value) {
        C.setenv(bytes(name), bytes(value), 1);
    }

    private static byte[] bytes(String text) {
        return (text + '\0').getBytes(StandardCharsets.US_ASCII);
    }
}
