/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.centralino.media.FrameSink;
import org.centralino.media.FrameSource;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.testing.Wait;

/** A sound server of the test's own, with a speaker and a microphone that are nothing but sound on its inside. */
final class PrivatePulse implements AutoCloseable {

    private final Path home;
    private final Path socket;
    private final List<Process> clients = new ArrayList<>();
    private Process daemon;

    PrivatePulse(Path home) throws IOException, InterruptedException {
        this.home = home;
        socket = home.resolve("native");
        Files.writeString(
                home.resolve("pulse.pa"),
                String.join(
                        "\n",
                        "load-module module-null-sink sink_name=speaker rate=48000 channels=2"
                                + " sink_properties=device.description=Test_Speaker",
                        "load-module module-null-sink sink_name=room rate=48000 channels=2",
                        "load-module module-remap-source source_name=microphone master=room.monitor"
                                + " source_properties=device.description=Test_Microphone",
                        "set-default-sink speaker",
                        "set-default-source microphone",
                        "load-module module-native-protocol-unix auth-anonymous=1 socket=" + socket,
                        ""));
        daemon = startDaemon();
    }

    String server() {
        return "unix:" + socket;
    }

    private Process startDaemon() throws IOException, InterruptedException {
        Process started = process(
                "pulseaudio",
                "-n",
                "-F",
                home.resolve("pulse.pa").toString(),
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "--realtime=no",
                "--high-priority=no",
                "--disallow-exit");
        Wait.until("the sound server listens", Duration.ofSeconds(10), () -> Files.exists(socket));
        return started;
    }

    void kill() throws InterruptedException {
        daemon.destroyForcibly().waitFor();
    }

    void restart() throws IOException, InterruptedException {
        Files.deleteIfExists(socket);
        daemon = startDaemon();
    }

    /** Stops it as a debugger would, so that nothing is answered any more; and lets it go on. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(daemon.pid()))
                .start()
                .waitFor();
    }

    /** Runs {@code pactl}; returns what it printed. */
    String control(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pactl", "--server=" + server()));
        command.addAll(List.of(arguments));
        Process pactl = process(command.toArray(new String[0]));
        String printed = new String(pactl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (pactl.waitFor() != 0) {
            throw new IOException("pactl failed: " + command);
        }
        return printed.strip();
    }

    /** Plugs in; the module's number, to be pulled out again. */
    String plug(String... module) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("load-module"));
        command.addAll(List.of(module));
        return control(command.toArray(new String[0]));
    }

    String plugSpeaker(String name, String description) throws IOException, InterruptedException {
        return plug(
                "module-null-sink",
                "sink_name=" + name,
                "rate=48000",
                "channels=2",
                "sink_properties='device.description=\"" + description + "\"'");
    }

    void unplug(String module) throws IOException, InterruptedException {
        control("unload-module", module);
    }

    /** The number of the module that a device of the beginning belongs to. */
    String moduleOf(String argument) throws IOException, InterruptedException {
        return control("list", "short", "modules")
                .lines()
                .filter(line -> line.contains(argument))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .findFirst()
                .orElseThrow();
    }

    /** Plays into the room that the microphone hears, until the server ends. */
    void playIntoRoom(FrameSource source) throws IOException {
        playInto("room", source);
    }

    /** Plays into any sink, until the server ends. */
    void playInto(String sink, FrameSource source) throws IOException {
        Process player = process(
                "pacat",
                "--server=" + server(),
                "--device=" + sink,
                "--latency-msec=20",
                "--raw",
                "--rate=48000",
                "--channels=1",
                "--format=s16le");
        clients.add(player);
        OutputStream out = player.getOutputStream();
        run(sink, () -> {
            short[] frame = new short[SoundGraph.FRAME];
            byte[] bytes = new byte[2 * frame.length];
            while (source.read(frame)) {
                for (int i = 0; i < frame.length; i++) {
                    bytes[2 * i] = (byte) frame[i];
                    bytes[2 * i + 1] = (byte) (frame[i] >> 8);
                }
                out.write(bytes);
                out.flush();
            }
        });
    }

    /** Listens to what the speaker plays. */
    void listenToSpeaker(FrameSink sink) throws IOException {
        listenTo("speaker", sink);
    }

    /** Listens to what any sink plays. */
    void listenTo(String device, FrameSink sink) throws IOException {
        Process recorder = process(
                "parec",
                "--server=" + server(),
                "--device=" + device + ".monitor",
                "--latency-msec=10",
                "--raw",
                "--rate=48000",
                "--channels=1",
                "--format=s16le");
        clients.add(recorder);
        InputStream in = recorder.getInputStream();
        run(device, () -> {
            short[] frame = new short[SoundGraph.FRAME];
            byte[] bytes = new byte[2 * frame.length];
            while (in.readNBytes(bytes, 0, bytes.length) == bytes.length) {
                for (int i = 0; i < frame.length; i++) {
                    frame[i] = (short) (bytes[2 * i] & 0xFF | bytes[2 * i + 1] << 8);
                }
                sink.write(frame);
            }
        });
    }

    private interface Piping {
        void run() throws IOException;
    }

    private static void run(String name, Piping piping) {
        Thread.ofPlatform().daemon().name("test " + name).start(() -> {
            try {
                piping.run();
            } catch (IOException e) {
                // The server or its client ended, and with it the pipe.
                Thread.currentThread().interrupt();
            }
        });
    }

    private Process process(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("PULSE_RUNTIME_PATH", home.toString());
        builder.environment().remove("PULSE_SERVER");
        builder.redirectError(home.resolve(command[0] + ".log").toFile());
        return builder.start();
    }

    @Override
    public void close() throws InterruptedException {
        for (Process client : clients) {
            client.destroyForcibly().waitFor();
        }
        kill();
    }
}
