/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.centralino.media.MediaService;
import org.centralino.recording.Recording;
import org.centralino.recording.RecordingService;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.ManualGraph;
import org.centralino.recording.internal.testing.Sides;
import org.centralino.recording.internal.testing.TonesInCalls;
import org.centralino.telephony.Call;
import org.centralino.testbench.Goertzel;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;

/** Kills a workstation that records, at any moment: what it had recorded is there, but for a second at most. */
class KillTest {

    private static final int QUICK = 2;
    private static final int THOROUGH = 20;
    private static final double MOST_LOST_S = 1;
    private static final int MOST_FRAMES = 300;

    @TempDir
    Path folder = Path.of("");

    private final Random chance = new Random();

    @Test
    void no_more_than_a_second_is_lost_when_the_process_is_killed() throws Exception {
        killTimes(QUICK);
    }

    @Test
    @Tag("long")
    void nor_is_more_when_it_is_killed_again_and_again() throws Exception {
        killTimes(THOROUGH);
    }

    private void killTimes(int rounds) throws Exception {
        String classPath = classPath();
        for (int round = 0; round < rounds; round++) {
            String format = round % 2 == 0 ? "opus" : "wav";
            Path own = Files.createDirectory(folder.resolve("life" + round));
            double said = lifeAndDeath(own, format, classPath) / 100.0;
            Path file = only(own.resolve("files"));
            Sides sides = Sides.decoded(file);
            assertThat(sides.seconds())
                    .as("round %d, of %f s of %s", round, said, format)
                    .isBetween(said - MOST_LOST_S, said + 0.1);
            if (sides.seconds() > 0.5) {
                Sides part = sides.part(0.2, sides.seconds());
                assertThat(part.oursDb(TonesInCalls.OURS)).isGreaterThan(-20);
                assertThat(part.theirsDb(TonesInCalls.THEIRS)).isGreaterThan(-20);
            }
            listedInTheNextLife(own, sides.seconds());
        }
    }

    private static void listedInTheNextLife(Path own, double seconds) throws Exception {
        try (Rig rig = new Rig(own, new ManualGraph(), Framework.opus(), false)) {
            Recording recording = rig.complete(1).getFirst();
            assertThat(recording.length().toMillis() / 1_000.0).isBetween(seconds - 0.1, seconds + 0.1);
            assertThat(rig.recorder.store().verify().get(20, TimeUnit.SECONDS)).isEmpty();
        }
    }

    private static Path only(Path files) throws IOException {
        try (var listed = Files.list(files)) {
            List<Path> all = listed.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    /** Returns how many frames were said before it died. */
    private int lifeAndDeath(Path own, String format, String classPath) throws IOException, InterruptedException {
        Path log = own.resolve("victim.log");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        Victim.class.getName(),
                        own.toString(),
                        format)
                .redirectError(log.toFile())
                .start();
        int enough = 60 + chance.nextInt(MOST_FRAMES);
        int said = 0;
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
            while (said < enough) {
                String line = out.readLine();
                assertThat(line).as(Files.readString(log)).isNotNull();
                said = said(line, said);
            }
            TimeUnit.MICROSECONDS.sleep(chance.nextInt(10_000)); // anywhere in its work, not just after a line
            victim.toHandle().destroyForcibly(); // the process's own method would close what is still to be read
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said = said(line, said);
            }
        } finally {
            victim.destroyForcibly();
            assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        return said;
    }

    /** A line that broke off says nothing. */
    private static int said(String line, int before) {
        return line.endsWith(".") ? Integer.parseInt(line.substring(0, line.length() - 1)) : before;
    }

    private String classPath() throws IOException, ClassNotFoundException {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(
                Recorder.class,
                KillTest.class,
                RecordingService.class,
                MediaService.class,
                Call.class,
                Goertzel.class,
                NLS.class,
                JDBC.class,
                LoggerFactory.class)) {
            places.add(place(type));
        }
        codec(Framework.media().getClass(), places);
        return String.join(File.pathSeparator, places);
    }

    /** Its own classes, and the jars within it that have the codec. */
    private void codec(Class<?> media, Set<String> places) throws IOException, ClassNotFoundException {
        places.add(place(media));
        places.add(place(FrameworkUtil.getBundle(media).loadClass("com.sun.jna.Native")));
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (var jar : Collections.list(FrameworkUtil.getBundle(media).findEntries("lib", "*.jar", false))) {
            String name = jar.getPath().substring(jar.getPath().lastIndexOf('/') + 1);
            if (!name.contains("ffmpeg") && !name.contains("javacpp") && !name.contains("webrtc")) {
                try (InputStream in = jar.openStream()) {
                    Files.copy(in, lib.resolve(name));
                }
                places.add(lib.resolve(name).toString());
            }
        }
    }

    /** Where a class came from: a jar, or a folder with classes in a folder of its own. */
    private static String place(Class<?> type) {
        try {
            return classes(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()))
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path classes(Path place) {
        Path classes = place.resolve("target").resolve("classes");
        return Files.isDirectory(classes) ? classes : place;
    }
}
