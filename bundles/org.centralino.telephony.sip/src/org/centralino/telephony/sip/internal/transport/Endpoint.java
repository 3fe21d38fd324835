/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.SipProvider;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ViaHeader;

/**
 * A listening point and its provider.
 *
 * @param provider sends and receives through it
 * @param point where it listens
 * @param transport how
 */
public record Endpoint(SipProvider provider, ListeningPoint point, Transport transport) {

    /** Our address as SDP names it. */
    public String localAddress() {
        return point.getIPAddress();
    }

    /** The same, to bind to. */
    public InetAddress localInetAddress() {
        try {
            return InetAddress.getByName(point.getIPAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What sound is bound to: it stays where it is when the computer's address does not. */
    public InetAddress anyLocalAddress() {
        try {
            return InetAddress.getByAddress(new byte[localInetAddress().getAddress().length]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A Via that asks for symmetric responses (RFC 3581). */
    public ViaHeader via() {
        try {
            ViaHeader via = Messages.HEADERS.createViaHeader(
                    bracketed(point.getIPAddress()), point.getPort(), transport.token(), null);
            via.setRPort();
            return via;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Where {@code user} is reached.
     *
     * @param port our port of a connection that stands; 0: the listening point's
     */
    public ContactHeader contact(String user, int port) {
        return contact(user, point.getIPAddress(), port == 0 ? point.getPort() : port);
    }

    /** Where {@code user} is reached from outside. */
    ContactHeader contact(String user, String host, int port) {
        try {
            SipURI uri = Messages.ADDRESSES.createSipURI(user, bracketed(host));
            uri.setPort(port);
            if (transport != Transport.UDP) {
                uri.setTransportParam(transport.token());
            }
            return Messages.HEADERS.createContactHeader(Messages.ADDRESSES.createAddress(uri));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bracketed(String address) {
        return address.indexOf(':') >= 0 && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
