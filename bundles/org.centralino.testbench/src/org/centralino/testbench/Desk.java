/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A virtual desk (display, accessibility, sound) driven through {@code releng/desk/driver.py}: a program is opened on it and worked
 * by the names that a screen reader would say. Every step fails with the driver's reason. For one thread.
 */
public final class Desk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Program driver;
    private final BufferedReader answers;
    private final Map<String, String> environment = new LinkedHashMap<>();

    /** A control as it was when it was looked at. @param text what is typed in it, or its name */
    public record Control(String role, String name, String text, String description, List<String> states) {
        public boolean is(String state) {
            return states.contains(state);
        }
    }

    private Desk(Program driver) {
        this.driver = driver;
        answers = new BufferedReader(new InputStreamReader(driver.data(), StandardCharsets.UTF_8));
        read(SOON.plus(SLACK))
                .path("env")
                .properties()
                .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
    }

    /** @param folder for its logs */
    public static Desk open(Path folder) {
        // The script itself names the system's Python: others lack the bindings.
        Program.find("python3", "python3 python3-gi");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Program driver = Program.startForData(
                folder,
                Map.of(),
                List.of(script().toString(), "--out", folder.toAbsolutePath().toString()));
        try {
            return new Desk(driver);
        } catch (AssertionError e) {
            driver.close();
            throw e;
        }
    }

    /** What another program needs in its environment to be on this desk. */
    public Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    /** Starts a program on the desk; its console goes to product.log in the desk's folder. Returns its number for close. */
    public long start(List<String> command, Map<String, String> moreEnvironment) {
        ObjectNode asked = command("open", SOON);
        command.forEach(asked.putArray("command")::add);
        moreEnvironment.forEach(asked.putObject("env")::put);
        asked.remove("seconds");
        return ask(asked, SOON).path("pid").asLong();
    }

    /** Ends a program by asking it, and insists after 10 s. */
    public void close(long program) {
        ask(command("close", SOON).put("pid", program), SOON);
    }

    /** The control of that name that is on show, null when there is none. */
    public @Nullable Control find(String name) {
        ObjectNode asked = command("find", SOON).put("name", name);
        asked.remove("seconds");
        JsonNode found = ask(asked, SOON);
        return found.path("found").asBoolean() ? control(found) : null;
    }

    public Control await(String name, Duration deadline) {
        return control(ask(command("wait", deadline).put("name", name), deadline));
    }

    public void awaitGone(String name, Duration deadline) {
        ask(command("wait_gone", deadline).put("name", name), deadline);
    }

    /** Waits for a control whose name or text has a match of a (Python) pattern. */
    public Control awaitText(String pattern, Duration deadline) {
        return control(ask(command("wait_text", deadline).put("pattern", pattern), deadline));
    }

    /** Waits until a control has a state (checked, sensitive, focused, ...), or until it has it not. */
    public Control awaitState(String name, String state, boolean on, Duration deadline) {
        ObjectNode asked = command("wait_state", deadline).put("name", name).put("state", state);
        return control(ask(asked.put("on", on), deadline));
    }

    /** Does the action of an enabled control, waiting 10 s for one. */
    public void press(String name) {
        ask(command("press", SOON).put("name", name), SOON);
    }

    public void focus(String name) {
        ask(command("focus", SOON).put("name", name), SOON);
    }

    /** Which control has the keyboard; null when none has. */
    public @Nullable Control focused() {
        JsonNode found = ask(JSON.createObjectNode().put("do", "focused"), SOON);
        return found.path("found").asBoolean() ? control(found) : null;
    }

    /** Types into a control; a line end is the Return key. */
    public void type(String name, String text) {
        ask(command("type", SOON).put("name", name).put("text", text), SOON);
    }

    /** Types where the focus is. */
    public void type(String text) {
        ask(command("type", SOON).put("text", text), SOON);
    }

    /** Presses keys by their X names, together with + as in {@code ctrl+a}. */
    public void key(String keys) {
        ask(JSON.createObjectNode().put("do", "key").put("keys", keys), SOON);
    }

    public void click(String name) {
        ask(command("click", SOON).put("name", name), SOON);
    }

    public void hover(String name) {
        ask(command("hover", SOON).put("name", name), SOON);
    }

    /** Gives the window that has the keyboard another size. */
    public void resize(int width, int height) {
        ask(JSON.createObjectNode().put("do", "resize").put("width", width).put("height", height), SOON);
    }

    /** Drags what is selected in a box, or the control itself, onto another control. */
    public void drag(String name, String onto) {
        ask(command("drag", SOON).put("name", name).put("onto", onto), SOON);
    }

    /** What a screen reader could read, as indented lines. */
    public String tree() {
        List<String> lines = new ArrayList<>();
        ask(JSON.createObjectNode().put("do", "tree"), SOON).path("lines").forEach(line -> lines.add(line.asText()));
        return String.join("\n", lines);
    }

    /** Interactive controls on show that have no name. */
    public List<Control> unnamed() {
        List<Control> controls = new ArrayList<>();
        ask(JSON.createObjectNode().put("do", "unnamed"), SOON)
                .path("controls")
                .forEach(control -> controls.add(control(control)));
        return controls;
    }

    /** Keeps every control on show, for {@link #askRemembered}. */
    public void remember() {
        ask(JSON.createObjectNode().put("do", "remember"), SOON);
    }

    /** Asks those that were kept how they are, many times, and also those that went since, as a screen reader may. */
    public void askRemembered() {
        ask(JSON.createObjectNode().put("do", "ask_remembered"), SOON);
    }

    /** Writes a picture (PNG) of the whole display. */
    public void picture(Path file) {
        ask(
                JSON.createObjectNode()
                        .put("do", "picture")
                        .put("path", file.toAbsolutePath().toString()),
                SOON);
    }

    /** Plays a steady tone into the microphone, in place of the one before, until {@link #quiet}. */
    public void play(double hertz, double levelDb) {
        ask(JSON.createObjectNode().put("do", "play").put("hertz", hertz).put("level", levelDb), SOON);
    }

    public void quiet() {
        ask(JSON.createObjectNode().put("do", "quiet"), SOON);
    }

    /** The strongest frequency that the speaker plays in the coming 1.5 s; 0 in silence. */
    public double heardHz() {
        return ask(JSON.createObjectNode().put("do", "heard"), SOON)
                .path("hertz")
                .asDouble();
    }

    /** The strongest frequency that a sink plays in the coming 1.5 s; 0 in silence. */
    public double heardHz(String sink) {
        return ask(JSON.createObjectNode().put("do", "heard").put("sink", sink), SOON)
                .path("hertz")
                .asDouble();
    }

    /** The level in dBFS of one frequency among what the speaker plays in the coming 1.5 s. */
    public double levelDb(double hertz) {
        JsonNode told = ask(JSON.createObjectNode().put("do", "heard").put("hertz", hertz), SOON);
        return told.path("levelAtHertz").asDouble();
    }

    /** Ends the desk and every program on it. */
    @Override
    public void close() {
        try {
            driver.input().close();
            driver.awaitExit(SLACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            driver.close();
        }
    }

    private JsonNode ask(ObjectNode command, Duration deadline) {
        try {
            driver.input().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            driver.input().flush();
        } catch (IOException e) {
            throw new AssertionError("the desk is gone:\n" + driver.output(), e);
        }
        return read(deadline.plus(SLACK));
    }

    private JsonNode read(Duration deadline) {
        CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(this::line);
        try {
            String text = line.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            JsonNode answer = text == null ? null : JSON.readTree(text);
            if (answer == null || !answer.path("ok").asBoolean()) {
                throw new AssertionError(
                        answer == null
                                ? "the desk ended:\n" + driver.output()
                                : answer.path("error").asText());
            }
            return answer;
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the desk does not answer:\n" + driver.output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private @Nullable String line() {
        try {
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode command(String name, Duration deadline) {
        return JSON.createObjectNode().put("do", name).put("seconds", deadline.toMillis() / 1000.0);
    }

    private static Control control(JsonNode node) {
        List<String> states = new ArrayList<>();
        node.path("states").forEach(state -> states.add(state.asText()));
        return new Control(
                node.path("role").asText(),
                node.path("name").asText(),
                node.path("text").asText(),
                node.path("description").asText(),
                states);
    }

    /** The driver in the source tree, of which tests run in some subfolder. */
    private static Path script() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path script = at.resolve("releng/desk/driver.py");
            if (Files.exists(script)) {
                return script;
            }
        }
        throw new AssertionError(
                "releng/desk/driver.py is in no folder above " + Path.of("").toAbsolutePath());
    }
}
