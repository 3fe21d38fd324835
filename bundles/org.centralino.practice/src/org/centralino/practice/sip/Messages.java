/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes and reads SIP messages: what every part of the exchange needs of JAIN-SIP's factories. */
public final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final AddressFactory ADDRESSES = new AddressFactoryImpl();
    private static final HeaderFactory HEADERS = new HeaderFactoryImpl();
    private static final MessageFactory MESSAGES = new MessageFactoryImpl();
    private static final String SERVER = "Centralino practice exchange";

    private Messages() {}

    public static Response response(int status, Request request) {
        try {
            Response response = MESSAGES.createResponse(status, request);
            response.setHeader(header("Server", SERVER));
            return response;
        } catch (ParseException e) {
            throw new IllegalArgumentException("no response " + status + " to " + request.getMethod(), e);
        }
    }

    /** Answers and forgets: what cannot be sent is logged. */
    public static void send(ServerTransaction transaction, Response response) {
        try {
            ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
            if (to.getTag() == null && response.getStatusCode() > 100) {
                to.setTag(tag());
            }
            transaction.sendResponse(response);
        } catch (SipException | InvalidArgumentException | ParseException | RuntimeException e) {
            LOG.warn("Response {} not sent", response.getStatusCode(), e);
        }
    }

    public static void send(ServerTransaction transaction, int status) {
        send(transaction, response(status, transaction.getRequest()));
    }

    public static String tag() {
        return Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    public static Header header(String name, String value) {
        try {
            return HEADERS.createHeader(name, value);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no header " + name, e);
        }
    }

    /** @param methods separated by commas */
    static Header allow(String methods) {
        try {
            return HEADERS.createAllowHeader(methods);
        } catch (ParseException e) {
            throw new IllegalArgumentException("no Allow header", e);
        }
    }

    public static SipURI uri(String text) throws ParseException {
        if (ADDRESSES.createURI(text) instanceof SipURI uri) {
            return uri;
        }
        throw new ParseException("not a SIP address", 0);
    }

    static Request request(String text) throws ParseException {
        return MESSAGES.createRequest(text);
    }

    static ViaHeader via(int port, String transport) {
        try {
            return HEADERS.createViaHeader(SipNode.HOST, port, transport, "z9hG4bK" + tag());
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalArgumentException("no Via for " + transport, e);
        }
    }

    /** "udp" or "tcp": how the request came. */
    static String transport(Request request) {
        ViaHeader via = (ViaHeader) request.getHeader(ViaHeader.NAME);
        return "tcp".equalsIgnoreCase(via.getTransport()) ? "tcp" : "udp";
    }

    /** "udp" or "tcp": how a request to this address goes. */
    static String transport(SipURI target) {
        return "tcp".equalsIgnoreCase(target.getTransportParam()) ? "tcp" : "udp";
    }

    static List<Header> headers(Message message, String name) {
        List<Header> headers = new ArrayList<>();
        for (Iterator<?> each = message.getHeaders(name); each.hasNext(); ) {
            headers.add((Header) each.next());
        }
        return headers;
    }

    static @Nullable SipURI requestUri(Request request) {
        URI uri = request.getRequestURI();
        return uri instanceof SipURI sip ? sip : null;
    }

    public static String body(Message message) {
        byte[] content = message.getRawContent();
        return content == null ? "" : new String(content, StandardCharsets.UTF_8);
    }

    static void body(Message message, String type, String body) {
        try {
            message.setContent(body.getBytes(StandardCharsets.UTF_8), (ContentTypeHeader) header("Content-Type", type));
        } catch (ParseException e) {
            throw new IllegalArgumentException("no body of type " + type, e);
        }
    }
}
