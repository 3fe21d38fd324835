/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Another computer at the end of a cable of its own: a network namespace and a pair of virtual interfaces. This computer's
 * end of the cable can be pulled out and given other addresses. Needs root.
 */
public final class Neighbour implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Path HERE = Path.of("").toAbsolutePath();

    private final String name;
    private final String network;
    private String near;

    private Neighbour(String name, String network) {
        this.name = name;
        this.network = network;
        this.near = network + ".2";
    }

    /** Whether this process may make one. */
    public static boolean isPossible() {
        try (Program id = Program.start(HERE, Map.of(), List.of(Program.find("id", "coreutils"), "-u"))) {
            id.awaitExit(DEADLINE);
            return id.output().strip().equals("0") && run("netns", "list") == 0;
        }
    }

    /** Makes one with a network of its own. */
    public static Neighbour open() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String name = "bench" + random.nextInt(10_000, 99_999);
        Neighbour opened = new Neighbour(name, "10." + random.nextInt(200, 250) + "." + random.nextInt(1, 250));
        try {
            ip("netns", "add", name);
            // While the cable is pulled, nothing finds another way out of here.
            ip("route", "add", "unreachable", opened.network + ".0/24", "metric", "4000000000");
            ip("link", "add", name + "n", "type", "veth", "peer", "name", "cable", "netns", name);
            ip("-n", name, "address", "add", opened.address() + "/24", "dev", "cable");
            ip("-n", name, "link", "set", "cable", "up");
            ip("-n", name, "link", "set", "lo", "up");
            ip("address", "add", opened.near + "/24", "dev", name + "n");
            ip("link", "set", name + "n", "up");
            return opened;
        } catch (AssertionError e) {
            opened.close();
            throw e;
        }
    }

    /** Its address. */
    public String address() {
        return network + ".1";
    }

    /** This computer's address at the cable. */
    public String near() {
        return near;
    }

    /** Pulls this computer's plug: its address is gone. */
    public void unplug() {
        ip("address", "flush", "dev", name + "n");
    }

    /** Plugs it in again, with an address that it did not have before; returns that. */
    public String plugIn() {
        near = network + "." + (Integer.parseInt(near.substring(near.lastIndexOf('.') + 1)) + 1);
        ip("address", "add", near + "/24", "dev", name + "n");
        return near;
    }

    /** A command as it has to be for a program to run there. */
    List<String> there(List<String> command) {
        List<String> all = new ArrayList<>(List.of(Program.find("ip", "iproute2"), "netns", "exec", name));
        all.addAll(command);
        return all;
    }

    private static void ip(String... arguments) {
        if (run(arguments) != 0) {
            throw new AssertionError("failed: ip " + String.join(" ", arguments));
        }
    }

    private static int run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(Program.find("ip", "iproute2")));
        command.addAll(List.of(arguments));
        try (Program program = Program.start(HERE, Map.of(), command)) {
            return program.awaitExit(DEADLINE);
        }
    }

    @Override
    public void close() {
        run("route", "delete", "unreachable", network + ".0/24", "metric", "4000000000");
        run("link", "delete", name + "n");
        run("netns", "delete", name);
    }
}
