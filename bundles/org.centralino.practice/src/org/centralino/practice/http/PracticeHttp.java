/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.centralino.practice.report.CallLog;
import org.centralino.practice.report.CallRecord;
import org.centralino.practice.report.Json;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves who the exchange is, its profiles, its directory and its call reports, on loopback only. */
public final class PracticeHttp implements AutoCloseable {
    /** What "/" says under "service", so that another workstation knows what it found. */
    public static final String SERVICE = "centralino-practice-exchange";

    private static final Logger LOG = LoggerFactory.getLogger(PracticeHttp.class);
    private static final String JSON = "application/json; charset=utf-8";
    private static final String CARDS = "text/vcard; charset=utf-8";
    private static final Pattern PROFILE = Pattern.compile("/profiles/([a-z]+)\\.json");
    private static final Pattern FEATURES = Pattern.compile("/profiles/([a-z]+)/features");
    private static final int LONGEST = 4096;

    private final HttpServer server;
    private final ExecutorService executor = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "practice-http");
        thread.setDaemon(true);
        return thread;
    });
    private final CallLog calls;
    private final Profiles profiles = new Profiles();
    private volatile int sipPort;

    /** @param tagged whether it has an ETag: what is fetched again and again is not read again where it did not change */
    private record Reply(int status, String type, String text, boolean tagged) {
        static Reply json(int status, String text) {
            return new Reply(status, JSON, text, false);
        }

        static Reply tagged(String type, String text) {
            return new Reply(200, type, text, true);
        }

        String tag() {
            CRC32 sum = new CRC32();
            sum.update(text.getBytes(StandardCharsets.UTF_8));
            return "\"" + Long.toHexString(sum.getValue()) + "-" + text.length() + "\"";
        }
    }

    /** Binds the port; requests wait until {@link #start}. */
    public PracticeHttp(int port, CallLog calls) throws IOException {
        this.calls = calls;
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        server = HttpServer.create(new InetSocketAddress(loopback, port), 50);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
    }

    public void start(int sip) {
        sipPort = sip;
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = reply.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean head = "HEAD".equals(exchange.getRequestMethod());
            if (reply.tagged()) {
                exchange.getResponseHeaders().set("ETag", reply.tag());
                if (reply.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
            }
            exchange.sendResponseHeaders(reply.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        } catch (RuntimeException e) {
            LOG.warn("{} failed", exchange.getRequestURI(), e);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        // A page from the web that has its name resolve to loopback must not read this.
        @Nullable String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !host.matches("(127\\.0\\.0\\.1|localhost)(:\\d+)?")) {
            return Reply.json(403, "{}");
        }
        String path = exchange.getRequestURI().getPath();
        Matcher features = FEATURES.matcher(path);
        if (features.matches()) {
            return change(exchange, features.group(1));
        }
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return Reply.json(405, "{}");
        }
        Matcher profile = PROFILE.matcher(path);
        if (profile.matches()) {
            return profile(profile.group(1));
        }
        if (path.matches("/directory/[a-z]+\\.vcf")) {
            return cards(path.substring(1));
        }
        Predicate<CallRecord> wanted = wanted(exchange.getRequestURI().getRawQuery());
        return switch (path) {
            case "/" -> Reply.json(200, Json.write(identity()));
            case "/calls" -> Reply.json(200, Json.write(Map.of("calls", calls.all(wanted))));
            case "/calls/last" -> last(wanted);
            default -> Reply.json(404, "{}");
        };
    }

    private Map<String, Object> identity() {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("service", SERVICE);
        identity.put("version", 1);
        identity.put("sip", "sip:127.0.0.1:" + sipPort);
        identity.put("profiles", "http://127.0.0.1:" + port() + "/profiles/");
        identity.put("directory", "http://127.0.0.1:" + port() + "/directory/");
        return identity;
    }

    private Reply last(Predicate<CallRecord> wanted) {
        List<Map<String, @Nullable Object>> all = calls.all(wanted);
        return all.isEmpty() ? Reply.json(404, "{}") : Reply.json(200, Json.write(all.get(0)));
    }

    /** The filters extension=, from= (a user's id) and callId= of a query. */
    private static Predicate<CallRecord> wanted(@Nullable String query) {
        Map<String, @Nullable String> asked = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            asked.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        String extension = asked.get("extension");
        String from = asked.get("from");
        String callId = asked.get("callId");
        return call -> (extension == null || call.extension().equals(extension))
                && (from == null || call.from().startsWith("sip:" + from + "@"))
                && (callId == null || call.callId().equals(callId));
    }

    private Reply profile(String user) throws IOException {
        String text = profiles.of(user);
        if (text == null) {
            return Reply.json(404, "{}");
        }
        String sip = String.valueOf(sipPort);
        return Reply.tagged(JSON, text.replace("${sip}", sip).replace("${http}", String.valueOf(port())));
    }

    /** Another one's features: the grants of whoever is signed in change while he works. */
    private Reply change(HttpExchange exchange, String user) throws IOException {
        if (!"PUT".equals(exchange.getRequestMethod())) {
            return Reply.json(405, "{}");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return Reply.json(413, "{}");
        }
        if (profiles.of(user) == null) {
            return Reply.json(404, "{}");
        }
        profiles.change(user, new String(body, StandardCharsets.UTF_8));
        return Reply.json(200, "{}");
    }

    private static Reply cards(String name) throws IOException {
        try (InputStream stream = PracticeHttp.class.getResourceAsStream(name)) {
            return stream == null
                    ? Reply.json(404, "{}")
                    : Reply.tagged(CARDS, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
