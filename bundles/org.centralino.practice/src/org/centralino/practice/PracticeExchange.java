/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.io.IOException;
import java.util.List;
import org.centralino.practice.extension.Calls;
import org.centralino.practice.http.PracticeHttp;
import org.centralino.practice.media.MediaClock;
import org.centralino.practice.report.CallLog;
import org.centralino.practice.sip.DigestAlgorithm;
import org.centralino.practice.sip.SignallingThread;
import org.centralino.practice.sip.SipNode;
import org.centralino.practice.sip.Switchboard;

/** A running exchange: SIP by UDP and TCP on one loopback port, HTTP on another. */
public final class PracticeExchange implements AutoCloseable {
    private final PracticeHttp http;
    private final SignallingThread signalling;
    private final MediaClock clock;
    private final SipNode node;
    private final Calls calls;

    /**
     * Opens at the ports given; the HTTP port is taken first, so that it guards the pair.
     *
     * @param httpPort 0 for any free one
     * @throws IOException when a port is taken
     */
    public PracticeExchange(int sipPort, int httpPort, List<DigestAlgorithm> algorithms) throws IOException {
        CallLog log = new CallLog();
        http = new PracticeHttp(httpPort, log);
        signalling = new SignallingThread();
        clock = new MediaClock();
        try {
            node = new SipNode(sipPort, signalling);
        } catch (IOException | RuntimeException e) {
            http.close();
            signalling.close();
            clock.close();
            throw e;
        }
        calls = new Calls(node, signalling, clock, log);
        Switchboard switchboard = new Switchboard(node, signalling, algorithms, log, calls);
        calls.reachUsersBy(switchboard::contacts);
        node.serve(switchboard);
        http.start(sipPort);
    }

    public int sipPort() {
        return node.port();
    }

    public int httpPort() {
        return http.port();
    }

    /** Ends every call and frees ports and threads. */
    @Override
    public void close() {
        http.close();
        signalling.finish(calls::hangUpAll);
        signalling.close();
        node.close();
        clock.close();
    }
}
