/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.centralino.directory.Kind;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.centralino.testbench.FreePorts;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that know less than they should, say something else, or nothing. */
@Timeout(60)
class OddServerTest {
    private static final String BOOK = "/book/";
    private static final String PROLOGUE = "<d:multistatus xmlns:d='DAV:' xmlns:c='urn:ietf:params:xml:ns:carddav'>";

    private final Received copy = new Received();
    private final Map<String, String> cards = new TreeMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private Answerer answerer = this::plain;

    /** Answers a request. */
    private interface Answerer {
        void answer(HttpExchange request, String body) throws IOException;
    }

    OddServerTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", request -> {
            String authorization = request.getRequestHeaders().getFirst("Authorization");
            if (authorization != null) {
                authorizations.add(authorization);
            }
            answerer.answer(request, new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            request.close();
        });
        server.start();
        cards.put("a.vcf", "Anna Rossi");
        cards.put("b.vcf", "Bruno Neri");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServerWithoutTokensIsFollowedByEtags() throws Exception {
        copy.read(settings());
        assertThat(copy.contacts).containsOnlyKeys("/book/a.vcf", "/book/b.vcf");
        assertThat(copy.read(settings()).put).isZero();
        cards.put("a.vcf", "Anna Bianchi");
        cards.put("c.vcf", "Carla Verdi");
        cards.remove("b.vcf");
        copy.read(settings());
        assertThat(copy.everything).isFalse();
        assertThat(copy.put).isEqualTo(2);
        assertThat(copy.contacts).containsOnlyKeys("/book/a.vcf", "/book/c.vcf");
        assertThat(copy.named("Anna Bianchi").id().key()).isEqualTo("/book/a.vcf");
    }

    @Test
    void aPasswordIsSentInClearOnlyWhereTheSettingsSaySo() throws Exception {
        assertThatThrownBy(() -> copy.read(settings("user", "anna", "password", "secret")))
                .isInstanceOf(SourceException.class)
                .hasMessage(NLS.bind(Messages.clearPassword, name()));
        assertThat(authorizations).isEmpty();
        answerer = (request, body) -> {
            if (authorizations.isEmpty()) {
                refuse(request, "Basic realm=\"books\"");
            } else {
                plain(request, body);
            }
        };
        copy.read(settings("user", "anna", "password", "secret", "clearPassword", "true"));
        assertThat(copy.contacts).hasSize(2);
        assertThatThrownBy(() -> {
                    authorizations.clear();
                    copy.read(settings());
                })
                .hasMessage(NLS.bind(Messages.needsUser, name()));
    }

    @Test
    void theExampleOfRfc7616IsAnsweredRightly() {
        Credentials credentials = new Credentials("Mufasa", "Circle of Life");
        String nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
        assertThat(credentials.challenged(List.of(
                        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=SHA-256, nonce=\""
                                + nonce + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", "
                                + "Basic realm=\"other\"",
                        "Digest realm=\"http-auth@example.org\", qop=\"auth\", algorithm=MD5, nonce=\"x\"")))
                .isTrue();
        assertThat(credentials.authorization("GET", "/dir/index.html"))
                .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\", nonce=\"" + nonce + "\"")
                .contains("nc=00000001", "algorithm=SHA-256", "opaque=\"FQhe");
        assertThat(credentials.authorization("GET", "/dir/index.html")).contains("nc=00000002");
        // RFC 2069's form has no random part, so that its answer is known beforehand.
        assertThat(credentials.challenged(List.of("Digest realm=\"r\", nonce=\"n\"")))
                .isTrue();
        assertThat(new Credentials("u", "p").challenged(List.of("Negotiate"))).isFalse();
    }

    @Test
    void documentTypesAndEntitiesAreNotRead() {
        answerer = (request, body) -> answer(
                request,
                207,
                "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + PROLOGUE
                        + "<d:response><d:href>&x;</d:href></d:response></d:multistatus>");
        assertThatThrownBy(() -> copy.read(settings()))
                .isInstanceOf(SourceException.class)
                .message()
                .startsWith(NLS.bind(Messages.notCardDav, name(), ""))
                .doesNotContain("root:");
    }

    @Test
    void anAnswerThatIsNoneIsSaidSo() {
        answerer = (request, body) -> answer(request, 207, "<html>Welcome</html>");
        fails(settings(), NLS.bind(Messages.notCardDav, name(), ""));
        answerer = (request, body) -> answer(request, 500, "no");
        fails(settings(), NLS.bind(Messages.status, name(), "/book/: HTTP 500"));
        answerer = (request, body) -> answer(request, 403, "no");
        fails(settings(), NLS.bind(Messages.notAllowed, name(), "/book/"));
        answerer = (request, body) -> answer(request, 404, "no");
        fails(settings(), NLS.bind(Messages.notThere, name(), "/book/"));
        fails(settings("url", "http://" + name()), NLS.bind(Messages.noAddressBook, "http://" + name() + "/"));
    }

    @Test
    void itGoesToNoOtherServer() {
        answerer = (request, body) -> {
            request.getResponseHeaders().add("Location", "http://elsewhere.example.test/book/");
            answer(request, 301, "");
        };
        fails(settings(), NLS.bind(Messages.elsewhere, name(), "http://elsewhere.example.test/book/"));
    }

    @Test
    void theWellKnownAddressLeadsToTheBook() throws Exception {
        answerer = (request, body) -> {
            String path = request.getRequestURI().getPath();
            if (path.equals("/.well-known/carddav")) {
                request.getResponseHeaders().add("Location", BOOK);
                answer(request, 301, "");
            } else if (path.equals("/")) {
                answer(request, 405, "");
            } else {
                plain(request, body);
            }
        };
        copy.read(settings("url", "http://" + name()));
        assertThat(copy.contacts).hasSize(2);
    }

    @Test
    void silenceAndAbsenceAreSaidSo() throws Exception {
        int nobody = FreePorts.one();
        fails(
                settings("url", "http://127.0.0.1:" + nobody),
                NLS.bind(Messages.refusedConnection, "127.0.0.1:" + nobody));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String name = "127.0.0.1:" + silent.getLocalPort();
            fails(settings("url", "http://" + name, "timeoutSeconds", "1"), NLS.bind(Messages.noAnswer, name, "1"));
            endsSoon(settings("url", "http://" + name));
        }
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        answerer = (request, body) -> {
            request.sendResponseHeaders(207, 0);
            request.getResponseBody().write(PROLOGUE.getBytes(StandardCharsets.UTF_8));
            request.getResponseBody().flush();
            over.orTimeout(10, TimeUnit.SECONDS).join();
        };
        fails(settings("timeoutSeconds", "1"), NLS.bind(Messages.noAnswer, name(), "1"));
        over.complete(null);
    }

    @Test
    void settingsThatCannotBeUsedAreNamed() {
        for (String url : List.of("", "ldap://h", "http:///x", "http://u:p@h/", "https://h:port/ x")) {
            fails(settings("url", url), NLS.bind(Messages.badSetting, "url", url));
        }
        fails(settings("user", "anna"), NLS.bind(Messages.badSetting, "password", ""));
        fails(settings("timeoutSeconds", "0"), NLS.bind(Messages.badSetting, "timeoutSeconds", "0"));
    }

    @Test
    void whatIsKeptBetweenReadingsSurvives() {
        SyncState state = new SyncState(Map.of(
                "https://h/a/", new SyncState.Book("token", Map.of()),
                "https://h/b/", new SyncState.Book("", Map.of("/b/1.vcf", "\"1\""))));
        assertThat(SyncState.parse(state.text())).isEqualTo(state);
        assertThat(SyncState.parse("what another version wrote")).isNull();
        assertThat(SyncState.parse("AAAA")).isNull();
    }

    private void fails(SourceSettings settings, String message) {
        assertThatThrownBy(() -> copy.read(settings))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    private static void endsSoon(SourceSettings settings) throws Exception {
        CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
        Thread reader = Thread.ofPlatform().daemon().start(() -> {
            try {
                new Received().read(settings);
                ended.complete(null);
            } catch (Exception e) {
                ended.completeExceptionally(e);
            }
        });
        reader.join(Duration.ofMillis(300)); // it gets to where it waits for the server
        reader.interrupt();
        assertThatThrownBy(() -> ended.get(2, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    /** A server that knows an address book, ETags and multiget, and nothing more. */
    private void plain(HttpExchange request, String body) throws IOException {
        StringBuilder xml = new StringBuilder(PROLOGUE);
        if (body.contains("sync-collection")) {
            answer(request, 403, "no such report");
            return;
        }
        xml.append("<d:response><d:href>/book/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/>"
                + "<c:addressbook/></d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
                + "</d:response>");
        if (!"0".equals(request.getRequestHeaders().getFirst("Depth")) || body.contains("multiget")) {
            cards.forEach((file, name) -> {
                if (!body.contains("multiget") || body.contains(BOOK + file)) {
                    xml.append("<d:response><d:href>" + BOOK + file + "</d:href><d:propstat><d:prop><d:getetag>\""
                            + name.hashCode() + "\"</d:getetag><d:resourcetype/><c:address-data>BEGIN:VCARD\r\n"
                            + "VERSION:3.0\r\nFN:" + name + "\r\nN:" + name + ";;;;\r\nTEL:1234\r\nEND:VCARD\r\n"
                            + "</c:address-data></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
                            + "</d:response>");
                }
            });
        }
        answer(request, 207, xml + "</d:multistatus>");
    }

    private static void refuse(HttpExchange request, String challenge) throws IOException {
        request.getResponseHeaders().add("WWW-Authenticate", challenge);
        answer(request, 401, "");
    }

    private static void answer(HttpExchange request, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        request.getResponseBody().write(bytes);
    }

    private String name() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private SourceSettings settings(String... more) {
        Map<String, List<String>> values = new HashMap<>(Map.of("url", List.of("http://" + name() + BOOK)));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], List.of(more[i + 1]));
        }
        return new SourceSettings("suppliers", "carddav", Kind.EXTERNAL, "Suppliers", values);
    }
}
