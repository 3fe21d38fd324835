/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.centralino.media.CallStatistics;
import org.centralino.media.Codec;
import org.centralino.media.MediaLeg;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Voice;

/**
 * What {@code releng/bench conference} runs: {@code FOLDER MEMBERS} makes a conference in this process, of Opus over
 * loopback, whose far sides all speak in another one. Prints one line of JSON.
 */
public final class ConferenceBenchmark {

    private static final Codec OPUS = new Codec("opus", 48_000, 2, -1, "useinbandfec=1");
    private static final int OPUS_TYPE = 111;
    private static final int EVENT_TYPE = 101;
    private static final long WARM_S = 8;
    private static final long MEASURED_S = 12;
    /** Of the sound that a far side hears, at the least: all others and us. */
    private static final double HEARD = 200;
    /** Packets a second from each, of 50: a machine with other work to do loses some. */
    private static final double SENT = 40;

    private final LibjitsiMediaService media = new LibjitsiMediaService();
    private final SoundGraph graph = media.graph();
    private final List<MediaLeg> legs = new ArrayList<>();

    private ConferenceBenchmark(Path folder, int members) throws IOException {
        media.activate(folder);
        for (int i = 0; i < members; i++) {
            legs.add(media.openLeg(InetAddress.getLoopbackAddress()));
        }
    }

    public static void main(String[] arguments) throws Exception {
        boolean far = arguments.length > 2;
        ConferenceBenchmark bench = new ConferenceBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        if (far) {
            bench.speak();
        } else {
            System.out.println(bench.confer(arguments));
        }
        System.exit(0);
    }

    private String ports() {
        return legs.stream().map(leg -> String.valueOf(leg.rtpPort())).collect(Collectors.joining(" "));
    }

    private void start(String ports) {
        String[] remote = ports.split(" ");
        for (int i = 0; i < legs.size(); i++) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(remote[i]));
            legs.get(i)
                    .start(new RtpSession(
                            address, null, OPUS, OPUS_TYPE, OPUS_TYPE, EVENT_TYPE, EVENT_TYPE, 20, true, true));
        }
    }

    /** The far sides: each says something, and is asked at the end what it heard. */
    private void speak() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            System.out.println(ports());
            start(line(in));
            List<Ear> ears = new ArrayList<>();
            for (MediaLeg leg : legs) {
                graph.connect(graph.source("voice", new Voice()), leg.node());
                Ear ear = new Ear();
                graph.connect(leg.node(), graph.sink("ear", ear));
                ears.add(ear);
            }
            line(in);
            System.out.println(ears.stream().mapToDouble(Ear::rms).min().orElseThrow());
        }
    }

    private String confer(String[] arguments) throws IOException, InterruptedException {
        Process child = farSides(arguments);
        try (BufferedReader from = child.inputReader(StandardCharsets.US_ASCII);
                PrintStream to = new PrintStream(child.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            String remote = line(from);
            to.println(ports());
            start(remote);
            join();
            TimeUnit.SECONDS.sleep(WARM_S);
            Duration before = cpu();
            long received = received();
            long begun = System.nanoTime();
            TimeUnit.SECONDS.sleep(MEASURED_S);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double percent = 100 * cpu().minus(before).toNanos() / 1e9 / seconds;
            double packets = (received() - received) / seconds / legs.size();
            to.println("end");
            double quietest = Double.parseDouble(line(from));
            if (quietest < HEARD || packets < SENT) {
                throw new IllegalStateException("no conference: a far side hears " + quietest + ", " + packets
                        + " packets a second come from each");
            }
            return String.format(
                    Locale.ROOT,
                    "{\"members\": %d, \"cpuPercent\": %.1f, \"packetsPerSecond\": %.1f, \"quietestRms\": %.0f}",
                    legs.size(),
                    percent,
                    packets,
                    quietest);
        } finally {
            child.destroyForcibly();
        }
    }

    /** As a conference is joined: everyone to all others, to the ear, and to a meter; our voice to everyone. */
    private void join() {
        SoundNode voice = graph.source("our voice", new Voice());
        for (MediaLeg leg : legs) {
            graph.connect(voice, leg.node());
            graph.connect(leg.node(), graph.speaker());
            graph.connect(leg.node(), graph.sink("meter", new Ear()));
            for (MediaLeg other : legs) {
                if (other != leg) {
                    graph.connect(other.node(), leg.node());
                }
            }
        }
    }

    private long received() {
        return legs.stream()
                .map(MediaLeg::statistics)
                .mapToLong(CallStatistics::packetsReceived)
                .sum();
    }

    /** What this process has worked; the far sides are in another. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static Process farSides(String[] arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ConferenceBenchmark.class.getName(),
                arguments[0],
                arguments[1],
                "far"));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(BufferedReader from) throws IOException {
        return Objects.requireNonNull(from.readLine(), "the other process ended");
    }
}
