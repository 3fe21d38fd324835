/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.NioMessageProcessorFactory;
import java.io.IOException;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipProvider;

/**
 * The exchange's place in the SIP network: one JAIN-SIP stack on one loopback port, UDP and TCP. Its events are passed
 * on to the one signalling thread; nothing of the exchange runs on the stack's own.
 */
public final class SipNode implements AutoCloseable {
    public static final String HOST = "127.0.0.1";
    private static final String GUARD = "org.centralino.sip.guard.";

    private final SipStackImpl stack;
    private final SipProvider provider;
    private final int port;
    private final StackEvents events;

    /** @throws IOException when the port is taken */
    public SipNode(int port, SignallingThread signalling) throws IOException {
        this.port = port;
        try {
            stack = new SipStackImpl(properties(port));
        } catch (SipException e) {
            throw new IOException("cannot create the SIP stack", e);
        }
        try {
            ListeningPoint udp = stack.createListeningPoint(HOST, port, ListeningPoint.UDP);
            ListeningPoint tcp = stack.createListeningPoint(HOST, port, ListeningPoint.TCP);
            provider = stack.createSipProvider(udp);
            provider.addListeningPoint(tcp);
            // Dialogs are made for the exchange's own calls only: those between users are proxied.
            provider.setAutomaticDialogSupportEnabled(false);
            events = new StackEvents(provider, signalling);
            provider.addSipListener(events);
        } catch (SipException | InvalidArgumentException | TooManyListenersException e) {
            stop();
            throw new IOException("cannot listen for SIP on port " + port, e);
        }
    }

    private static Properties properties(int port) {
        Properties properties = new Properties();
        properties.setProperty(
                "javax.sip.STACK_NAME",
                "practice-" + port + "-" + ThreadLocalRandom.current().nextLong());
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", GUARD + "QuietStackLogger");
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", GUARD + "QuietServerLogger");
        properties.setProperty("gov.nist.javax.sip.MESSAGE_PARSER_FACTORY", GUARD + "GuardedParserFactory");
        properties.setProperty(
                "gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY", NioMessageProcessorFactory.class.getName());
        properties.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", "65536");
        return properties;
    }

    /** Starts answering. */
    public void serve(RequestUser user) {
        events.serve(user);
    }

    public int port() {
        return port;
    }

    public SipProvider provider() {
        return provider;
    }

    /** Whether an address means this node. */
    public boolean isHere(String host, int hostPort) {
        boolean samePort = hostPort == port || hostPort <= 0;
        return User.DOMAIN.equalsIgnoreCase(host) || samePort && Loopback.is(host);
    }

    @Override
    public void close() {
        stop();
    }

    private void stop() {
        EventScanner scanner = stack.getEventScanner();
        stack.stop();
        // Its thread waits for one more event before it sees that it is to end.
        scanner.addEvent(new EventWrapper(new IOExceptionEvent(stack, HOST, port, ListeningPoint.UDP), null));
    }
}
