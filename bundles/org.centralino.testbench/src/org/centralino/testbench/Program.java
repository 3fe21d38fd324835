/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process with its output kept, ended with all its own children by {@link #close()} or with this JVM. */
public final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Set<Program> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Program::close), "bench-end"));
    }

    private final String name;
    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final Thread reader;

    private Program(String name, Process process, boolean outputIsText) {
        this.name = name;
        this.process = process;
        InputStream text = outputIsText ? process.getInputStream() : process.getErrorStream();
        reader = Thread.ofPlatform().daemon().name("output of " + name).start(() -> keep(text));
        RUNNING.add(this);
    }

    /** Starts a program; what it writes to either stream is kept as {@link #output()}. */
    public static Program start(Path directory, Map<String, String> environment, List<String> command) {
        return start(directory, environment, command, true);
    }

    /** Starts a program whose standard output is data, read by the caller; only its complaints are kept. */
    static Program startForData(Path directory, Map<String, String> environment, List<String> command) {
        return start(directory, environment, command, false);
    }

    private static Program start(
            Path directory, Map<String, String> environment, List<String> command, boolean outputIsText) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectErrorStream(outputIsText).environment().putAll(environment);
        try {
            return new Program(Path.of(command.getFirst()).toFile().getName(), builder.start(), outputIsText);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The path of a program.
     *
     * @param packages the Debian packages to install when it is not there
     * @throws MissingPackage when it is not there
     */
    public static String find(String program, String packages) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/bin:/usr/local/bin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new MissingPackage(program, packages))
                .toString();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it wrote so far. */
    public String output() {
        return output.toString();
    }

    /** Waits until the output contains a text; fails when it ends without. */
    public void awaitOutput(String text, Duration deadline) {
        Await.until(deadline, () -> name + " did not say \"" + text + "\" but:\n" + output(), () -> {
            if (!process.isAlive()) {
                reader.join(PATIENCE.toMillis());
                if (!output().contains(text)) {
                    throw new AssertionError(name + " ended with " + process.exitValue() + ":\n" + output());
                }
            }
            return output().contains(text);
        });
    }

    /** Waits for its end and returns its exit code. */
    public int awaitExit(Duration deadline) {
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        name + " still runs after " + deadline.toMillis() + " ms; it said:\n" + output());
            }
            reader.join(PATIENCE.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    InputStream data() {
        return process.getInputStream();
    }

    @Override
    public void close() {
        List<ProcessHandle> own = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        own.forEach(ProcessHandle::destroy);
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
            own.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
            reader.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            own.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        RUNNING.remove(this);
    }

    private AssertionError interrupted() {
        Thread.currentThread().interrupt();
        return new AssertionError("interrupted while waiting for " + name);
    }

    private void keep(InputStream stream) {
        byte[] chunk = new byte[4096];
        try (stream) {
            for (int length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
                output.append(new String(chunk, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            output.append("\n(its output broke off: ").append(e.getMessage()).append(")");
        }
    }
}
