/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sip.InvalidArgumentException;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.RouteHeader;
import javax.sip.header.UserAgentHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;
import javax.sip.message.Request;
import org.eclipse.jdt.annotation.Nullable;

/** The stack's factories, and the parts that messages of ours have in common. */
public final class Messages {

    public static final AddressFactory ADDRESSES = new AddressFactoryImpl();
    public static final HeaderFactory HEADERS = new HeaderFactoryImpl();
    public static final MessageFactory MESSAGES = new MessageFactoryImpl();

    /** What we take, for Allow. */
    public static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, REFER, NOTIFY, PRACK, UPDATE";

    /** What we understand beyond RFC 3261, for Supported. */
    public static final Set<String> EXTENSIONS = Set.of("100rel", "replaces", "timer");

    private Messages() {}

    /** Adds User-Agent, Allow and Supported, and asks for a symmetric response (RFC 3581). */
    public static void sign(Message message) {
        try {
            if (message instanceof Request && message.getHeader(ViaHeader.NAME) instanceof ViaHeader via) {
                via.setRPort();
            }
            UserAgentHeader agent = HEADERS.createUserAgentHeader(List.of("Centralino"));
            message.setHeader(agent);
            message.setHeader(HEADERS.createAllowHeader(ALLOW));
            message.setHeader(HEADERS.createSupportedHeader(String.join(", ", new TreeSet<>(EXTENSIONS))));
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code uri} without the headers that it wants a request to carry. */
    public static URI withoutHeaders(URI uri) {
        URI bare = (URI) uri.clone();
        if (bare instanceof SipUri sip) {
            sip.removeHeaders();
        }
        return bare;
    }

    /** Whether the next hop of {@code request} is by TLS: what its first Route, else its Request-URI says. */
    public static boolean goesByTls(Request request) {
        RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
        URI next = route == null ? request.getRequestURI() : route.getAddress().getURI();
        return next instanceof SipURI sip
                && (sip.isSecure() || Transport.TLS.token().equalsIgnoreCase(sip.getTransportParam()));
    }

    /** Puts a body in. */
    public static void body(Message message, String type, String subtype, String text) {
        try {
            ContentTypeHeader contentType = HEADERS.createContentTypeHeader(type, subtype);
            message.setContent(text.getBytes(StandardCharsets.UTF_8), contentType);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The session description in {@code message}, null when it carries none. */
    public static @Nullable String sdp(Message message) {
        byte[] body = message.getRawContent();
        ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
        if (body == null || body.length == 0 || type == null) {
            return null;
        }
        boolean sdp = type.getContentType().equalsIgnoreCase("application")
                && type.getContentSubType().equalsIgnoreCase("sdp");
        return sdp ? new String(body, StandardCharsets.UTF_8) : null;
    }
}
