/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceTls;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/** Asks one server, as one user. It goes to no other server, wherever it is sent. Used by one thread. */
final class DavClient implements AutoCloseable {
    static final String PROPFIND = "PROPFIND";
    static final String REPORT = "REPORT";

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGEST = 64;
    private static final int MOST_REDIRECTIONS = 5;

    private final CardDavSettings settings;
    private final Credentials credentials;
    private final HttpClient http;

    /**
     * What the server said. Immutable.
     *
     * @param url of what was asked in the end, after redirections
     */
    record Answer(URI url, int status, HttpHeaders headers, byte[] body) {

        boolean isMultiStatus() {
            return status == 207;
        }
    }

    DavClient(CardDavSettings settings) throws SourceException {
        this.settings = settings;
        credentials = new Credentials(settings.user(), settings.password());
        try {
            http = HttpClient.newBuilder()
                    .sslContext(SourceTls.context(settings.source()))
                    .connectTimeout(min(settings.timeout(), LONGEST_CONNECT))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
        } catch (IOException e) {
            throw new SourceException(NLS.bind(Messages.badTrust, e.getMessage()), e);
        }
    }

    /**
     * Asks, as often as it takes to follow redirections and to say who the user is.
     *
     * @return any answer that does not ask for another user
     */
    Answer ask(String method, URI url, String depth, String body) throws SourceException, InterruptedException {
        URI at = url;
        boolean challenged = false;
        for (int redirections = 0; redirections <= MOST_REDIRECTIONS; ) {
            Answer answer = send(method, at, depth, body);
            if (answer.status() == 401) {
                answerTo(answer, challenged);
                challenged = true;
            } else if (isRedirection(answer)) {
                at = redirection(answer);
                redirections++;
            } else {
                return answer;
            }
        }
        throw new SourceException(NLS.bind(Messages.notCardDav, settings.server(), at), null);
    }

    /** Asks for something that must be there, and understood. */
    MultiStatus multiStatus(String method, URI url, String depth, String body)
            throws SourceException, InterruptedException {
        return multiStatus(ask(method, url, depth, body));
    }

    MultiStatus multiStatus(Answer answer) throws SourceException {
        String path = answer.url().getPath();
        switch (answer.status()) {
            case 207 -> {
                try {
                    return MultiStatus.parse(answer.body());
                } catch (XMLStreamException e) {
                    throw new SourceException(NLS.bind(Messages.notCardDav, settings.server(), e.getMessage()), e);
                }
            }
            case 403 -> throw new SourceException(NLS.bind(Messages.notAllowed, settings.server(), path), null);
            case 404, 410 -> throw new SourceException(NLS.bind(Messages.notThere, settings.server(), path), null);
            default ->
                throw new SourceException(
                        NLS.bind(Messages.status, settings.server(), path + ": HTTP " + answer.status()), null);
        }
    }

    /** Whether it is at this server, so that it may be asked. */
    boolean isHere(URI url) {
        return settings.url().getScheme().equals(url.getScheme())
                && settings.server().equalsIgnoreCase(url.getRawAuthority());
    }

    private void answerTo(Answer refusal, boolean challenged) throws SourceException {
        if (settings.user().isEmpty()) {
            throw new SourceException(NLS.bind(Messages.needsUser, settings.server()), null);
        }
        boolean known = credentials.challenged(refusal.headers().allValues("WWW-Authenticate"));
        if (!known || challenged && !credentials.isStale()) {
            throw new SourceException(NLS.bind(Messages.refusedUser, settings.server(), settings.user()), null);
        }
    }

    private static boolean isRedirection(Answer answer) {
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308 ->
                answer.headers().firstValue("Location").isPresent();
            default -> false;
        };
    }

    private URI redirection(Answer answer) throws SourceException {
        String location = answer.headers().firstValue("Location").orElse("");
        try {
            URI to = answer.url().resolve(location);
            if (isHere(to)) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw new SourceException(NLS.bind(Messages.elsewhere, settings.server(), location), e);
        }
        throw new SourceException(NLS.bind(Messages.elsewhere, settings.server(), location), null);
    }

    private Answer send(String method, URI url, String depth, String body)
            throws SourceException, InterruptedException {
        try {
            return sendOnce(method, url, depth, body);
        } catch (ExecutionException e) {
            if (!isHungUp(e.getCause())) {
                throw failure(e);
            }
        }
        try {
            return sendOnce(method, url, depth, body);
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    /** Whether the server closed a connection that was kept for the next request; nothing that is asked here changes anything. */
    private static boolean isHungUp(@Nullable Throwable e) {
        return e instanceof IOException
                && !(e instanceof HttpTimeoutException)
                && !(e instanceof ConnectException)
                && !(e instanceof SSLException)
                && !(e instanceof LimitedBody.TooLargeException);
    }

    private Answer sendOnce(String method, URI url, String depth, String body)
            throws SourceException, InterruptedException, ExecutionException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Depth", depth);
        String path = url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
        String authorization = credentials.authorization(method, path);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        AtomicReference<@Nullable LimitedBody> taking = new AtomicReference<>();
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request.build(), info -> {
            LimitedBody taken = new LimitedBody(LARGEST * MEGABYTE);
            taking.set(taken);
            return taken;
        });
        try {
            HttpResponse<byte[]> response = await(coming, taking);
            return new Answer(url, response.statusCode(), response.headers(), response.body());
        } finally {
            coming.cancel(true);
        }
    }

    /** Waits as long as something comes, and no longer than the timeout for the next of it. */
    private <T> T await(CompletableFuture<T> coming, AtomicReference<@Nullable LimitedBody> body)
            throws InterruptedException, ExecutionException, SourceException {
        long last = System.nanoTime();
        while (true) {
            long left = settings.timeout().toNanos() - (System.nanoTime() - last);
            if (left <= 0) {
                throw silent(null);
            }
            try {
                return coming.get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                LimitedBody taken = body.get();
                last = taken == null ? last : taken.lastNanos();
            }
        }
    }

    private SourceException failure(ExecutionException failed) {
        Throwable e = failed.getCause() == null ? failed : failed.getCause();
        String server = settings.server();
        Throwable bottom = e;
        for (int i = 0; i < 20; i++) {
            if (bottom instanceof CertificateException) {
                return failure(Messages.badCertificate, e, server, String.valueOf(bottom.getMessage()));
            }
            if (bottom instanceof UnresolvedAddressException) {
                return failure(Messages.unknownHost, e, settings.url().getHost());
            }
            if (bottom instanceof LimitedBody.TooLargeException) {
                return failure(Messages.tooLarge, e, server, Integer.toString(LARGEST));
            }
            Throwable cause = bottom.getCause();
            if (cause == null) {
                break;
            }
            bottom = cause;
        }
        if (e instanceof HttpTimeoutException) {
            return silent(e);
        }
        if (e instanceof ConnectException) {
            return failure(Messages.refusedConnection, e, server);
        }
        String detail = bottom.getMessage() == null ? bottom.toString() : bottom.getMessage();
        return failure(e instanceof SSLException ? Messages.badCertificate : Messages.noConnection, e, server, detail);
    }

    private SourceException silent(@Nullable Throwable e) {
        Duration waited = e == null ? settings.timeout() : min(settings.timeout(), LONGEST_CONNECT);
        return failure(Messages.noAnswer, e, settings.server(), Long.toString(waited.toSeconds()));
    }

    private static SourceException failure(String message, @Nullable Throwable e, String... details) {
        return new SourceException(NLS.bind(message, details), e);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Ends what may still be under way, without waiting for it. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
