/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.centralino.practice.report.CallLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeHttpTest {
    private final CallLog calls = new CallLog();
    private final PracticeHttp http = new PracticeHttp(0, calls);

    PracticeHttpTest() throws IOException {
        http.start(15062);
    }

    @AfterEach
    void close() {
        http.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + http.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    @ParameterizedTest
    @CsvSource({"anna, on-demand, true, true", "bruno, automatic, false, true", "carla, off, false, false"})
    void eachUserHasAProfile(String id, String recording, boolean conference, boolean video) throws Exception {
        JsonNode profile = json("/profiles/" + id + ".json");
        assertThat(profile.get("version").asInt()).isEqualTo(1);
        assertThat(profile.at("/user/id").asText()).isEqualTo(id);
        JsonNode account = profile.at("/accounts/0");
        assertThat(account.get("address").asText()).isEqualTo("sip:" + id + "@practice.centralino.test");
        assertThat(account.get("registrar").asText()).isEqualTo("sip:127.0.0.1:15062;transport=udp");
        assertThat(account.get("password").asText()).isNotEmpty();
        assertThat(account.get("park").asText()).isEqualTo("608");
        assertThat(profile.at("/features/recording").asText()).isEqualTo(recording);
        assertThat(profile.at("/features/conference").asBoolean()).isEqualTo(conference);
        assertThat(profile.at("/features/video").asBoolean()).isEqualTo(video);
        assertThat(profile.at("/directories/0/kind").asText()).isEqualTo("internal");
        assertThat(profile.at("/directories/1/kind").asText()).isEqualTo("external");
        String cards = get("/directory/inside.vcf").body()
                + get("/directory/outside.vcf").body();
        for (JsonNode favourite : profile.get("favourites")) {
            assertThat(cards).contains("FN:" + favourite.asText() + "\r\n");
        }
    }

    @Test
    void theDirectoryHoldsPeopleInsideAndOutsideWithAllExtensions() throws Exception {
        String inside = get("/directory/inside.vcf").body();
        String outside = get("/directory/outside.vcf").body();
        assertThat((inside + outside).split("BEGIN:VCARD", -1)).hasSizeGreaterThan(40);
        for (int extension = 600; extension <= 609; extension++) {
            assertThat(inside).contains("TEL;TYPE=X-INTERNAL:" + extension + "\r\n");
        }
        assertThat(inside).contains("FN:Anna Bianchi", "FN:Bruno Ferri", "FN:Carla Conti", "FN:Echo test");
        assertThat(get("/directory/inside.vcf").headers().firstValue("Content-Type"))
                .contains("text/vcard; charset=utf-8");
    }

    @Test
    void theDirectoryIsServedOnceToWhoHasItAlready() throws Exception {
        String tag = get("/directory/inside.vcf").headers().firstValue("ETag").orElseThrow();
        URI uri = URI.create("http://127.0.0.1:" + http.port() + "/directory/inside.vcf");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest again =
                    HttpRequest.newBuilder(uri).header("If-None-Match", tag).build();
            HttpResponse<String> response = client.send(again, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.body()).isEmpty();
        }
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + http.port() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .PUT(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aUsersFeaturesCanBeChangedAndTheTagTellsIt() throws Exception {
        String before = get("/profiles/anna.json").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/profiles/anna.json").headers().firstValue("ETag")).contains(before);

        assertThat(put("/profiles/anna/features", "{\"recording\":\"off\",\"com.example.crm\":true}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(get("/profiles/anna.json").headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(before);
        JsonNode changed = json("/profiles/anna.json");
        assertThat(changed.at("/features/recording").asText()).isEqualTo("off");
        assertThat(changed.get("features").get("com.example.crm").asBoolean()).isTrue();
        assertThat(changed.get("favourites")).isNotEmpty();
        assertThat(json("/profiles/bruno.json").at("/features/recording").asText())
                .isEqualTo("automatic");
    }

    @Test
    void nothingElseCanBeChanged() throws Exception {
        assertThat(put("/profiles/dora/features", "{}").statusCode()).isEqualTo(404);
        assertThat(put("/profiles/anna.json", "{}").statusCode()).isEqualTo(405);
        assertThat(put("/calls", "{}").statusCode()).isEqualTo(405);
        assertThat(put("/profiles/anna/features", " ".repeat(4097)).statusCode())
                .isEqualTo(413);
        assertThat(get("/profiles/anna/features").statusCode()).isEqualTo(405);
    }

    @Test
    void callsAreFoundByExtensionCallerAndCallId() throws Exception {
        calls.started("one", "609", "sip:anna@x", "sip:609@x");
        calls.started("two", "600", "sip:bruno@x", "sip:600@x").ended("caller");
        assertThat(json("/calls").get("calls")).hasSize(2);
        assertThat(json("/calls/last").get("callId").asText()).isEqualTo("two");
        assertThat(json("/calls/last?extension=609").get("callId").asText()).isEqualTo("one");
        assertThat(json("/calls/last?from=bruno").get("state").asText()).isEqualTo("ended");
        assertThat(json("/calls?callId=one").get("calls")).hasSize(1);
        assertThat(get("/calls/last?extension=601").statusCode()).isEqualTo(404);
    }

    @Test
    void itSaysWhatItIs() throws Exception {
        assertThat(json("/").get("service").asText()).isEqualTo(PracticeHttp.SERVICE);
        assertThat(get("/profiles/dora.json").statusCode()).isEqualTo(404);
        assertThat(get("/profiles/../directory/inside.vcf").statusCode()).isEqualTo(404);
    }

    @Test
    void aForeignHostNameIsRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", http.port())) {
            socket.getOutputStream()
                    .write("GET /profiles/anna.json HTTP/1.0\r\nHost: evil.example\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(" 403 ");
        }
    }
}
