/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The far side of a test: a socket that a test reads messages from and writes messages to, byte by byte, so
 * that it can say what no stack would. Answers REGISTER by itself unless told not to.
 */
public final class Exchange implements AutoCloseable {

    private static final long DEADLINE_S = 10;

    private final Wire wire;
    private final BlockingQueue<@Nullable SipText> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<@Nullable SipText> registers = new LinkedBlockingQueue<>();
    private volatile @Nullable SipText lastRegister;
    private volatile boolean registrar = true;

    Exchange(Wire wire) {
        this.wire = wire;
        wire.listen(this::take);
    }

    private void take(String text) {
        SipText message = new SipText(text);
        if (!message.startLine().startsWith("REGISTER ")) {
            received.add(message);
            return;
        }
        lastRegister = message;
        registers.add(message);
        if (registrar) {
            reply(message, 200, "OK", "Contact: " + message.header("Contact"));
        }
    }

    /** {@code sip:127.0.0.1:port;transport=…}. */
    public String uri() {
        return "sip:127.0.0.1:" + port() + ";transport=" + wire.transport();
    }

    /** For Via. */
    public String transport() {
        return wire.transport().toUpperCase(java.util.Locale.ROOT);
    }

    public int port() {
        return wire.port();
    }

    /** From now on REGISTER waits for the test's own answer. */
    public void leaveRegistersToTheTest() {
        registrar = false;
    }

    /** The next message other than REGISTER; it must begin with {@code start}. */
    public SipText expect(String start) throws InterruptedException {
        SipText message = next(start);
        assertThat(message.startLine()).startsWith(start);
        return message;
    }

    /** The next message that begins with {@code start}, whatever comes before it. */
    public SipText await(String start) throws InterruptedException {
        while (true) {
            SipText message = next(start);
            if (message.startLine().startsWith(start)) {
                return message;
            }
        }
    }

    private SipText next(String start) throws InterruptedException {
        SipText message = received.poll(DEADLINE_S, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("No message that begins with " + start);
        }
        return message;
    }

    /** Whether a message that begins with {@code start} comes within that time. */
    public boolean hears(String start, long ms) throws InterruptedException {
        @Nullable SipText message = received.poll(ms, TimeUnit.MILLISECONDS);
        return message != null && message.startLine().startsWith(start);
    }

    public SipText expectRegister() throws InterruptedException {
        SipText message = registers.poll(DEADLINE_S, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("No REGISTER");
        }
        return message;
    }

    /** Whether a REGISTER came that was not waited for yet. */
    public boolean hasRegister() {
        return !registers.isEmpty();
    }

    /** The last REGISTER that came. */
    public SipText lastRegister() {
        return Objects.requireNonNull(lastRegister, "REGISTER");
    }

    /** Whether nothing but REGISTER comes for that long. */
    public boolean isQuietFor(long ms) throws InterruptedException {
        @Nullable SipText message = received.poll(ms, TimeUnit.MILLISECONDS);
        return message == null;
    }

    /** Answers {@code request}. */
    public void reply(SipText request, int status, String phrase, String headers) {
        reply(request, status, phrase, headers, "");
    }

    /** Answers {@code request} with a body of a session description, when {@code sdp} is not empty. */
    public void reply(SipText request, int status, String phrase, String headers, String sdp) {
        send(request.response(status, phrase, headers, sdp));
    }

    /** Writes {@code text} to whom we last heard. */
    public void send(String text) {
        try {
            wire.send(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A session description of the far side. */
    public static String sdp(String address, String direction) {
        return "v=0\r\no=far 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 " + address + "\r\nt=0 0\r\n"
                + "m=audio 50000 RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
                + "a=fmtp:101 0-15\r\na=" + direction + "\r\n";
    }

    @Override
    public void close() {
        try {
            wire.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
