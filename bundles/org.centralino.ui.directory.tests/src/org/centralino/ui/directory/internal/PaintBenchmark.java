/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.centralino.directory.DirectoryService;
import org.centralino.ui.AccessibleTree;
import org.centralino.ui.DisplayExecutor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * How long it takes from a keystroke until the rows that it finds are painted. Arguments: a class whose static method
 * {@code open(String...)} gives the {@link DirectoryService}, and the arguments of that. What is in the box after each keystroke
 * comes from the standard input, a line each. Needs a display. Prints one line of JSON.
 */
public final class PaintBenchmark {

    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(60);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private final Display display = new Display();
    private final DirectoryPane pane;
    private final List<Double> times = new ArrayList<>();
    /** What the display's thread worked for each keystroke: unlike the times, not longer on a busy machine. */
    private final List<Double> work = new ArrayList<>();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private double longestBusy;
    private long lastPaint;

    private PaintBenchmark(DirectoryService directory) {
        AccessibleTree.guard(display);
        Shell shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        pane = new DirectoryPane(shell, () -> directory, List::of, () -> null, new DisplayExecutor(display));
        pane.onPainted(() -> lastPaint = System.nanoTime());
        shell.setSize(372, 760);
        shell.open();
        pane.presenter().contactsChanged();
    }

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        DirectoryService directory = (DirectoryService)
                Class.forName(arguments[0]).getMethod("open", String[].class).invoke(null, (Object)
                        Arrays.copyOfRange(arguments, 1, arguments.length));
        List<String> keystrokes;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            keystrokes = in.lines().toList();
        }
        PaintBenchmark bench = new PaintBenchmark(directory);
        // As somebody who typed a little before; the first compiler needs that.
        bench.type(keystrokes.subList(0, keystrokes.size() / 4));
        bench.times.clear();
        bench.work.clear();
        bench.longestBusy = 0;
        bench.type(keystrokes);
        System.out.println(bench.result());
        Runtime.getRuntime().halt(0); // the directory's threads are not ours
    }

    private void type(List<String> keystrokes) {
        for (String text : keystrokes) {
            times.add(type(text) / 1e6);
        }
    }

    /** Nanoseconds until the last row was painted; until there was nothing to paint where the rows are those of before. */
    private long type(String text) {
        boolean[] answered = {false};
        long[] at = {0};
        long start = System.nanoTime();
        long worked = threads.getCurrentThreadCpuTime();
        pane.presenter().edited(text, () -> {
            answered[0] = true;
            at[0] = System.nanoTime();
        });
        longestBusy = Math.max(longestBusy, (System.nanoTime() - start) / 1e6);
        worked = threads.getCurrentThreadCpuTime() - worked;
        while (!answered[0] || System.nanoTime() - Math.max(at[0], lastPaint) < QUIET) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new IllegalStateException("no answer for " + text);
            }
            long begun = System.nanoTime();
            long before = threads.getCurrentThreadCpuTime();
            boolean more = display.readAndDispatch();
            worked += threads.getCurrentThreadCpuTime() - before;
            longestBusy = Math.max(longestBusy, (System.nanoTime() - begun) / 1e6);
            if (!more) {
                LockSupport.parkNanos(200_000);
            }
        }
        work.add(worked / 1e6);
        return Math.max(at[0], lastPaint) - start;
    }

    private String result() {
        Collections.sort(times);
        Collections.sort(work);
        return String.format(
                Locale.ROOT,
                "{\"paintedKeystrokes\": %d, \"paintedP50Ms\": %.2f, \"paintedP99Ms\": %.2f, \"paintedMaxMs\": %.2f,"
                        + " \"longestBusyMs\": %.2f, \"displayWorkP50Ms\": %.2f, \"displayWorkP99Ms\": %.2f}",
                times.size(),
                times.get(times.size() / 2),
                times.get((int) (times.size() * 0.99)),
                times.get(times.size() - 1),
                longestBusy,
                work.get(work.size() / 2),
                work.get((int) (work.size() * 0.99)));
    }
}
