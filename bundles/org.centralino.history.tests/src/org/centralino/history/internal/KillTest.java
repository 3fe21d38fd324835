/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryQuery;
import org.centralino.quarantine.Quarantine;
import org.centralino.telephony.Call;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;

/** Kills a process in the middle of its writing, again and again: what its history showed is still there. */
class KillTest {

    private static final int QUICK = 2;
    private static final int THOROUGH = 12;
    private static final int MOST_LINES = 60;

    @TempDir
    Path folder = Path.of("");

    private final Random chance = new Random(7);

    @Test
    void no_row_that_was_shown_is_lost_when_the_process_is_killed() throws Exception {
        killTimes(QUICK);
    }

    @Test
    @Tag("long")
    void nor_is_one_when_it_is_killed_again_and_again() throws Exception {
        killTimes(THOROUGH);
    }

    private void killTimes(int rounds) throws Exception {
        Map<Long, Integer> shown = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            int before = shown.size();
            lifeAndDeath(round, shown);
            assertThat(shown.size()).as("rows shown in round %d", round).isGreaterThan(before);
            Map<Long, Integer> kept = kept();
            shown.forEach((id, state) -> assertThat(kept.getOrDefault(id, -1))
                    .as("row %d, shown as %d and then killed", id, state)
                    .isGreaterThanOrEqualTo(state));
        }
        try (Stream<Path> files = Files.list(folder.resolve("history"))) {
            assertThat(files).noneMatch(file -> file.toString().contains("damaged"));
        }
    }

    /** Adds what a life showed, of each row the furthest state. */
    private void lifeAndDeath(int round, Map<Long, Integer> shown) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        Victim.class.getName(),
                        folder.resolve("history").toString(),
                        "life" + round)
                .redirectError(folder.resolve("victim.log").toFile())
                .start();
        int enough = 1 + chance.nextInt(MOST_LINES);
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
            for (int lines = 0; lines < enough; lines++) {
                assertThat(add(out.readLine(), shown))
                        .as(Files.readString(folder.resolve("victim.log")))
                        .isTrue();
            }
            TimeUnit.MICROSECONDS.sleep(chance.nextInt(5_000)); // anywhere in its work, not just after a line
            victim.toHandle().destroyForcibly(); // the process's own method would close what is still to be read
            // what it said before it died was shown too
            while (add(out.readLine(), shown)) {}
        } finally {
            victim.destroyForcibly();
            assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean add(@Nullable String line, Map<Long, Integer> shown) {
        if (line == null) {
            return false;
        }
        if (line.endsWith(".")) {
            String[] fields = line.split(" ");
            for (int i = 0; i + 1 < fields.length; i += 2) {
                shown.merge(Long.valueOf(fields[i]), Integer.valueOf(fields[i + 1]), Math::max);
            }
        }
        return true;
    }

    /** What a history finds in the folder. */
    private Map<Long, Integer> kept() throws Exception {
        CallHistory history = new CallHistory(folder.resolve("history"), InstantSource.system(), 0);
        try {
            Map<Long, Integer> found = new TreeMap<>();
            long before = Long.MAX_VALUE;
            while (true) {
                List<HistoryEntry> page = history.find(new HistoryQuery("", null, false, before, CallStore.PAGE))
                        .get(20, TimeUnit.SECONDS);
                page.forEach(entry -> found.put(entry.id(), Victim.state(entry)));
                if (page.size() < CallStore.PAGE) {
                    return found;
                }
                before = page.getLast().id();
            }
        } finally {
            history.close();
        }
    }

    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : List.of(
                CallHistory.class,
                KillTest.class,
                HistoryEntry.class,
                Call.class,
                ContactId.class,
                Quarantine.class,
                Bundle.class,
                JDBC.class,
                LoggerFactory.class)) {
            places.add(place(type));
        }
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }

    /** Where a class came from: a jar, or a folder with classes in a folder of its own. */
    private static String place(Class<?> type) {
        try {
            URL source = type.getProtectionDomain().getCodeSource().getLocation();
            Path place = Path.of(source.toURI());
            Path classes = place.resolve("target").resolve("classes");
            return (Files.isDirectory(classes) ? classes : place).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
