/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.centralino.directory.Contact;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Kind;
import org.centralino.directory.SearchQuery;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.directory.SearchResult;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.internal.index.SourceIndex;
import org.centralino.directory.internal.load.SourceRunner;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceSettings;
import org.centralino.testbench.People;
import org.centralino.testbench.Slapd;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What {@code releng/bench search} runs, each step in a JVM of its own with the workstation's options: {@code index FOLDER COUNT}
 * makes the index, {@code open FOLDER COUNT} opens it and types, {@code import FOLDER COUNT} reads people of slapd. Prints one line
 * of JSON. {@code keystrokes NAMES} prints what is in the box after each key, a line each, for what types it elsewhere.
 */
public final class SearchBenchmark {

    private static final int NAMES = 400;
    private static final long SEED = 1;

    private final DirectoryComponent directory;
    private final CompletableFuture<SourceStatus> read = new CompletableFuture<>();
    private final int contacts;

    private SearchBenchmark(DirectoryComponent directory, int contacts) {
        this.contacts = contacts;
        this.directory = directory;
        directory.addListener(new DirectoryListener() {
            @Override
            public void sourceChanged(SourceStatus status) {
                if (status.id().equals("bench")
                        && (status.state() == SourceStatus.State.READY || status.failure() != null)) {
                    read.complete(status);
                }
            }
        });
    }

    /** A folder's directory, once it answers. @param arguments folder and number of people */
    public static DirectoryService open(String... arguments) throws Exception {
        DirectoryComponent opened = in(arguments[0]);
        new SearchBenchmark(opened, Integer.parseInt(arguments[1])).awaitPeople();
        return opened;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("keystrokes")) {
            try (PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8)) {
                keystrokes(Integer.parseInt(arguments[1])).forEach(out::println);
            }
            return;
        }
        SearchBenchmark bench = new SearchBenchmark(in(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.println(
                switch (arguments[0]) {
                    case "index" -> bench.index();
                    case "open" -> bench.typed();
                    default -> bench.imported(Path.of(arguments[1]));
                });
        bench.directory.deactivate();
    }

    private static DirectoryComponent in(String folder) {
        return new DirectoryComponent(Path.of(folder), SourceRunner.Times.USUAL);
    }

    private void use(DirectorySource source, Map<String, List<String>> settings) {
        directory.addSource(source, Map.of(DirectorySource.TYPE, "bench"));
        directory.use(
                "bench",
                "IT",
                List.of(new SourceSettings("bench", "bench", Kind.INTERNAL, "Bench", settings)),
                List.of());
    }

    private String index() throws Exception {
        return String.format(Locale.ROOT, "{\"indexSeconds\": %.2f}", seconds(new Generated(contacts), Map.of()));
    }

    private String imported(Path folder) throws Exception {
        // By its name: the bundle of the source depends on this one.
        DirectorySource ldap = (DirectorySource) Class.forName("org.centralino.directory.ldap.internal.LdapSource")
                .getConstructor()
                .newInstance();
        try (Slapd slapd = Slapd.start(folder.resolveSibling("slapd"), new People(SEED), contacts, null)) {
            Map<String, List<String>> settings = Map.of("url", List.of(slapd.url()), "base", List.of(Slapd.BASE));
            return String.format(Locale.ROOT, "{\"importSeconds\": %.2f}", seconds(ldap, settings));
        }
    }

    private double seconds(DirectorySource source, Map<String, List<String>> settings) throws Exception {
        long start = System.nanoTime();
        use(source, settings);
        SourceStatus status = read.get(1, TimeUnit.HOURS);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status.contacts() != contacts) {
            throw new IOException(status.toString());
        }
        return seconds;
    }

    private void awaitPeople() throws Exception {
        long start = System.nanoTime();
        use(new Generated(0), Map.of());
        while (search("ros").total() == 0) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) {
                throw new IOException("nobody is found");
            }
        }
    }

    private String typed() throws Exception {
        // The workstation has read its profile by then, with the same library.
        new ObjectMapper().readTree("{}");
        // And the component has done this while the profile was on its way.
        SourceIndex.prepare();
        long before = heap();
        long start = System.nanoTime();
        awaitPeople();
        double openMs = (System.nanoTime() - start) / 1e6;
        double openCpuMs = cpu() / 1e6;
        List<String> keystrokes = keystrokes(NAMES);
        // As somebody who typed a little before; the first compiler needs that.
        for (String text : keystrokes.subList(0, keystrokes.size() / 4)) {
            search(text);
        }
        List<Double> times = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        String slowest = "";
        for (String text : keystrokes) {
            long worked = cpu();
            long begun = System.nanoTime();
            search(text);
            times.add((System.nanoTime() - begun) / 1e6);
            cpu.add((cpu() - worked) / 1e6);
            if (times.get(times.size() - 1) >= Collections.max(times)) {
                slowest = text;
            }
        }
        Collections.sort(times);
        Collections.sort(cpu);
        long grown = heap() - before;
        return String.format(
                Locale.ROOT,
                "{\"openMs\": %.0f, \"keystrokes\": %d, \"p50Ms\": %.2f, \"p99Ms\": %.2f, \"maxMs\": %.2f,"
                        + " \"p99CpuMs\": %.2f, \"openCpuMs\": %.0f, \"slowest\": \"%s\", \"heapGrowthMb\": %.1f}",
                openMs,
                times.size(),
                times.get(times.size() / 2),
                times.get((int) (times.size() * 0.99)),
                times.get(times.size() - 1),
                cpu.get((int) (cpu.size() * 0.99)),
                openCpuMs,
                slowest,
                grown / 1048576.0);
    }

    private SearchResult search(String text) throws InterruptedException, ExecutionException, TimeoutException {
        return directory.search(new SearchQuery(text, Scope.ALL, 0, 50)).get(30, TimeUnit.SECONDS);
    }

    /** Every prefix of what is typed: names, family names first, misspelt names, numbers, ends of numbers, dialpad letters. */
    private static List<String> keystrokes(int names) {
        Population people = new Population(SEED + 1, "bench");
        Random random = new Random(SEED);
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < names; i++) {
            Contact contact = people.next();
            String number = contact.phones().get(i % 2).number();
            String whole = switch (i % 8) {
                case 0, 1 -> contact.name();
                case 2 -> contact.familyName() + " " + contact.givenName();
                case 3 -> contact.familyName();
                case 4, 5 -> misspelt(contact.name(), random);
                case 6 -> number;
                default -> number.substring(number.length() - 6);
            };
            for (int length = 1; length <= Math.min(whole.length(), 14); length++) {
                typed.add(whole.substring(0, length));
            }
        }
        return typed;
    }

    private static String misspelt(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    /** What the directory's thread has worked: on a machine that does other things too, the time on the clock says little. */
    private static long cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("directory")) {
                return threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return 0;
    }

    private static long heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(Duration.ofMillis(50));
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private record Generated(int contacts) implements DirectorySource {

        @Override
        public @Nullable String read(SourceSettings settings, @Nullable String since, ContactSink sink)
                throws InterruptedException {
            Population people = new Population(SEED, settings.id());
            if (since == null) {
                sink.all(contacts);
                for (int i = 0; i < contacts; i++) {
                    sink.put(people.next(), null);
                }
            }
            return "done";
        }
    }
}
