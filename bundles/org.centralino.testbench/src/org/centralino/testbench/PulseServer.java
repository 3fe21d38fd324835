/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A sound server of the test alone, with three null sinks: {@code spk}, the default speaker, {@code mic}, of which the default
 * source {@code microphone} is the monitor, and {@code far}, for the loudspeaker of a far side.
 */
public final class PulseServer implements AutoCloseable {
    private static final int RATE = 48_000;
    private static final Duration START = Duration.ofSeconds(15);
    private static final String PACKAGES = "pulseaudio pulseaudio-utils";

    private final Path folder;
    private final Path socket;
    private final List<Program> programs = new ArrayList<>();

    private PulseServer(Path folder) {
        this.folder = folder;
        this.socket = folder.resolve("native");
    }

    /** @param folder its own, new, with a path of less than 90 letters (it holds a socket) */
    public static PulseServer start(Path folder) {
        String pulseaudio = Program.find("pulseaudio", PACKAGES);
        PulseServer server = new PulseServer(folder.toAbsolutePath());
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path script = Files.writeString(folder.resolve("bench.pa"), server.script());
            Program program = Program.start(
                    folder,
                    server.environment(),
                    List.of(
                            pulseaudio,
                            "-n",
                            "-F",
                            script.toString(),
                            "--exit-idle-time=-1",
                            "--realtime=no",
                            "--high-priority=no",
                            "--daemonize=no",
                            "--use-pid-file=no",
                            "--log-target=stderr"));
            server.programs.add(program);
            Await.until(START, () -> "PulseAudio did not start:\n" + program.output(), () -> {
                if (!program.isAlive()) {
                    throw new AssertionError("PulseAudio ended:\n" + program.output());
                }
                return Files.exists(server.socket);
            });
            // A reader on each monitor: idle null sinks work in blocks of two seconds, so callers would start late.
            for (String sink : List.of("mic", "spk", "far")) {
                server.programs.add(server.run("parec", "--latency-msec=10", "-d", sink + ".monitor", "/dev/null"));
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
    }

    /** What a program needs in its environment to play and record here. */
    public Map<String, String> environment() {
        return Map.of(
                "PULSE_SERVER", "unix:" + socket,
                "PULSE_RUNTIME_PATH", folder.toString(),
                "PULSE_STATE_PATH", folder.toString());
    }

    /** Plays a tone into a sink, mic or spk, until the returned program is closed or the time is over. */
    public Program play(String sink, double hertz, double levelDb, double seconds) {
        Program player = run(
                "pacat",
                "--playback",
                "-d",
                sink,
                "--rate=" + RATE,
                "--channels=1",
                "--format=s16le",
                "--latency-msec=100");
        byte[] pcm = bytes(Tone.samples(hertz, levelDb, seconds, RATE));
        Thread.ofPlatform().daemon().name("tone").start(() -> {
            try (OutputStream out = player.input()) {
                out.write(pcm);
            } catch (IOException e) {
                return; // the player was closed before the tone was over
            }
        });
        return player;
    }

    /** Records what a sink, mic, spk or far, plays in the coming seconds. */
    public Wav record(String sink, double seconds) {
        try (Program recorder = Program.startForData(
                folder,
                environment(),
                List.of(
                        Program.find("parec", PACKAGES),
                        "-d",
                        sink + ".monitor",
                        "--rate=" + RATE,
                        "--channels=1",
                        "--format=s16le",
                        "--latency-msec=20"))) {
            byte[] pcm = recorder.data().readNBytes(2 * (int) (seconds * RATE));
            float[] samples = new float[pcm.length / 2];
            ByteBuffer values = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = values.getShort() / 32768f;
            }
            return new Wav(samples, RATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code pactl}, to unplug a device for instance, and returns what it printed. */
    public String control(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Program.find("pactl", PACKAGES)));
        command.addAll(List.of(arguments));
        try (Program pactl = Program.start(folder, environment(), command)) {
            if (pactl.awaitExit(START) != 0) {
                throw new AssertionError("pactl " + List.of(arguments) + ": " + pactl.output());
            }
            return pactl.output();
        }
    }

    @Override
    public void close() {
        programs.reversed().forEach(Program::close);
    }

    private Program run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Program.find(program, PACKAGES)));
        command.addAll(List.of(arguments));
        return Program.start(folder, environment(), command);
    }

    private static byte[] bytes(float[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : samples) {
            bytes.putShort((short) Math.round(sample * Short.MAX_VALUE));
        }
        return bytes.array();
    }

    private String script() {
        return String.join(
                "\n",
                "load-module module-native-protocol-unix auth-anonymous=1 socket=" + socket,
                "load-module module-null-sink sink_name=mic rate=48000 channels=1",
                "load-module module-null-sink sink_name=spk rate=48000 channels=2",
                "load-module module-null-sink sink_name=far rate=48000 channels=2",
                "load-module module-remap-source master=mic.monitor source_name=microphone",
                "set-default-sink spk",
                "set-default-source microphone",
                "");
    }
}
