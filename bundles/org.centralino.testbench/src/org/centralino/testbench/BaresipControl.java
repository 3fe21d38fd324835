/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Commands to baresip and its events, over the connection of its module ctrl_tcp. */
final class BaresipControl implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final Program program;
    private final Socket socket;
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private int awaited;

    BaresipControl(String host, int port, Program program, Duration deadline) {
        this.program = program;
        Socket[] connected = new Socket[1];
        Await.until(deadline, () -> "baresip takes no commands:\n" + program.output(), () -> {
            if (!program.isAlive()) {
                throw new AssertionError("baresip ended:\n" + program.output());
            }
            try {
                connected[0] = new Socket(InetAddress.getByName(host), port);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        socket = connected[0];
        Thread.ofPlatform().daemon().name("baresip events").start(this::read);
    }

    String command(String name, String parameters) {
        String token = Integer.toString(tokens.incrementAndGet());
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(token, answer);
        try {
            String request = JSON.createObjectNode()
                    .put("command", name)
                    .put("params", parameters)
                    .put("token", token)
                    .toString();
            synchronized (socket) {
                Netstrings.write(socket.getOutputStream(), request);
            }
            JsonNode told = answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            if (!told.path("ok").asBoolean()) {
                throw new AssertionError(
                        "baresip refused " + name + ": " + told.path("data").asText());
            }
            return told.path("data").asText();
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new AssertionError("baresip did not answer to " + name + ":\n" + program.output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    synchronized JsonNode await(Predicate<JsonNode> wanted, String what, Duration deadline) {
        JsonNode[] found = new JsonNode[1];
        Await.until(
                deadline, () -> "baresip told of no " + what + ", only " + types() + "\n" + program.output(), () -> {
                    while (awaited < events.size()) {
                        JsonNode event = events.get(awaited++);
                        if (wanted.test(event)) {
                            found[0] = event;
                            return true;
                        }
                    }
                    return false;
                });
        return found[0];
    }

    List<JsonNode> events() {
        return new ArrayList<>(events);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> types() {
        return events.stream().map(event -> event.path("type").asText()).toList();
    }

    private void read() {
        try {
            while (true) {
                JsonNode message = JSON.readTree(Netstrings.read(socket.getInputStream()));
                if (message.path("response").asBoolean()) {
                    Optional.ofNullable(asked.remove(message.path("token").asText()))
                            .ifPresent(waiting -> waiting.complete(message));
                } else {
                    events.add(message);
                }
            }
        } catch (IOException e) { // its end, or closed from this side
            asked.values().forEach(waiting -> waiting.completeExceptionally(e));
        }
    }
}
