/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.centralino.practice.sip.DigestAlgorithm;
import org.centralino.practice.sip.DigestParameters;
import org.centralino.practice.sip.User;
import org.eclipse.jdt.annotation.Nullable;

/** A telephone for tests that speaks SIP as text: what it sends and gets can be looked at word by word. */
final class SipPhone implements AutoCloseable {
    private static final long T1_MS = 500;
    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(12);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    final User user;
    private final SipWire wire;
    private final int exchangePort;
    private final List<SipText> inbox = new ArrayList<>();
    private String password;
    private DigestAlgorithm algorithm = DigestAlgorithm.SHA_256;

    private SipPhone(String id, int exchangePort, boolean tcp) throws IOException {
        User known = User.of(id);
        assertThat(known).isNotNull();
        user = User.ALL.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        password = user.password();
        this.exchangePort = exchangePort;
        wire = tcp ? SipWire.tcp(exchangePort, this::received) : SipWire.udp(exchangePort, this::received);
    }

    static SipPhone udp(String id, PracticeExchange exchange) throws IOException {
        return new SipPhone(id, exchange.sipPort(), false);
    }

    static SipPhone tcp(String id, PracticeExchange exchange) throws IOException {
        return new SipPhone(id, exchange.sipPort(), true);
    }

    SipPhone withPassword(String other) {
        password = other;
        return this;
    }

    SipPhone with(DigestAlgorithm other) {
        algorithm = other;
        return this;
    }

    private void received(String message) {
        synchronized (inbox) {
            inbox.add(SipText.parse(message));
            inbox.notifyAll();
        }
    }

    /** Takes the first message that fits out of the inbox, waiting for it with a deadline. */
    SipText await(String what, Predicate<SipText> wanted) throws InterruptedException {
        SipText message = poll(wanted, PATIENCE_MS);
        if (message == null) {
            throw new AssertionError(user.id() + " got no " + what + ", but " + inbox);
        }
        return message;
    }

    private @Nullable SipText poll(Predicate<SipText> wanted, long patienceMs) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        synchronized (inbox) {
            while (true) {
                for (SipText message : inbox) {
                    if (wanted.test(message)) {
                        inbox.remove(message);
                        return message;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return null;
                }
                inbox.wait(left);
            }
        }
    }

    SipText awaitRequest(String method) throws InterruptedException {
        return await(method, message -> message.isRequest(method));
    }

    String contact() {
        return "sip:" + user.id() + "@127.0.0.1:" + wire.localPort()
                + (wire.transport().equals("TCP") ? ";transport=tcp" : "");
    }

    String newBranch() {
        return "z9hG4bKtest" + COUNTER.incrementAndGet() + "x" + wire.localPort();
    }

    String via(String branch) {
        return "Via: SIP/2.0/" + wire.transport() + " 127.0.0.1:" + wire.localPort() + ";branch=" + branch
                + ";rport\r\n";
    }

    void send(String head, String body) throws IOException {
        String type = body.isEmpty() ? "" : "Content-Type: application/sdp\r\n";
        wire.send(head + type + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    void sendRaw(String message) throws IOException {
        wire.send(message);
    }

    /** @return the final status, after one answer to a challenge */
    int register() throws IOException, InterruptedException {
        String callId = "reg" + COUNTER.incrementAndGet() + "@test" + wire.localPort();
        String uri = "sip:127.0.0.1:" + exchangePort;
        SipText challenge = register(uri, callId, 1, "");
        assertThat(challenge.status()).isEqualTo(401);
        return register(uri, callId, 2, "Authorization: " + credentials(challenge, "REGISTER", uri) + "\r\n")
                .status();
    }

    private SipText register(String uri, String callId, int cseq, String authorization)
            throws IOException, InterruptedException {
        String address = user.address();
        String head = "REGISTER " + uri + " SIP/2.0\r\n" + via(newBranch()) + "From: <" + address
                + ">;tag=r\r\nTo: <" + address + ">\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq
                + " REGISTER\r\nMax-Forwards: 70\r\nContact: <" + contact() + ">\r\nExpires: 3600\r\n" + authorization;
        Predicate<SipText> isFinal = message -> message.status() >= 200
                && message.header("Call-ID").equals(callId)
                && message.header("CSeq").startsWith(cseq + " ");
        SipText answer = null;
        // A datagram may be lost: until timer F, it is sent again at every T1 (RFC 3261, 17.1.2.2).
        boolean datagrams = wire.transport().equals("UDP");
        for (int sent = 0; answer == null && sent < (datagrams ? 64 : 1); sent++) {
            send(head, "");
            answer = poll(isFinal, datagrams ? T1_MS : PATIENCE_MS);
        }
        if (answer == null) {
            throw new AssertionError(user.id() + " got no answer to REGISTER, but " + inbox);
        }
        return answer;
    }

    String credentials(SipText challenge, String method, String uri) {
        String header = challenge.status() == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
        DigestParameters asked = challenge.headers(header).stream()
                .map(DigestParameters::new)
                .filter(each -> algorithm.token().equals(each.get("algorithm")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not challenged for " + algorithm));
        String response = algorithm.response(
                user.id(), asked.text("realm"), password, method, uri, asked.text("nonce"), "00000001", "abcdef");
        return "Digest username=\"" + user.id() + "\", realm=\"" + asked.text("realm") + "\", nonce=\""
                + asked.text("nonce") + "\", uri=\"" + uri + "\", response=\"" + response + "\", algorithm="
                + algorithm.token() + ", qop=auth, nc=00000001, cnonce=\"abcdef\"";
    }

    /** Sends an INVITE and, when challenged, a second one with credentials. */
    PhoneCall call(String number, String sdp) throws IOException, InterruptedException {
        return call(number, "", sdp);
    }

    PhoneCall call(String number, String extraHeaders, String sdp) throws IOException, InterruptedException {
        String callId = "call" + COUNTER.incrementAndGet() + "@test" + wire.localPort();
        PhoneCall call = new PhoneCall(this, callId, "sip:" + number + "@" + User.DOMAIN);
        call.invite(extraHeaders, sdp);
        return call;
    }

    /** Answers a request that came, copying what must be copied. */
    void respond(SipText request, int status, String tag, String sdp) throws IOException {
        StringBuilder head = new StringBuilder("SIP/2.0 " + status + " Test\r\n");
        for (String line : request.headerLines()) {
            if (line.matches("(?i)(via|from|call-id|cseq|record-route):.*")) {
                head.append(line).append("\r\n");
            }
        }
        String to = request.header("To");
        head.append("To: " + to + (to.contains("tag=") ? "" : ";tag=" + tag) + "\r\nContact: <" + contact() + ">\r\n");
        send(head.toString(), sdp);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
