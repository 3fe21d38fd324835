/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.message.SIPMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javax.sip.RequestEvent;
import org.centralino.telephony.Account;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of one account: its registrars, and those that all other requests go by, which are the same where there is no
 * proxy. Any thread; {@link #open} and {@link #openNext} wait for the network.
 */
final class Servers {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    private final Account account;
    private final Way registrars;
    private final Way others;

    /** @param domain what a TLS server must prove to be */
    Servers(Account account, FirstHop registrar, @Nullable FirstHop proxy, String domain, SipTransports transports) {
        this.account = account;
        this.registrars = new Way(registrar, domain, transports);
        this.others = proxy == null || proxy.equals(registrar) ? registrars : new Way(proxy, domain, transports);
    }

    /** Reaches a proxy, where there is one and it can be, and a registrar, which is returned. */
    Reached open(boolean afresh) throws IOException {
        if (others != registrars) {
            try {
                others.open(afresh);
            } catch (IOException e) {
                LOG.warn("{}: no way to the proxy: {}", account, e.getMessage());
            }
        }
        return registrars.open(afresh);
    }

    /** Reaches another server for all but registrations, after one was passed over. */
    void openNext() throws IOException {
        others.open(false);
    }

    /** Where {@code registrar} is the one that answered, everything goes by it from now on. */
    void use(Reached registrar) {
        registrars.use(registrar);
    }

    /** How the registrar sees us, null: as we see ourselves. */
    void seenAs(Reached registrar, @Nullable InetSocketAddress outside) {
        registrars.seenAs(registrar, outside);
    }

    /** Whether there is another registrar to turn to when this one is silent. */
    boolean hasOtherRegistrar(Reached registrar) {
        return registrars.hasOther(registrar.target());
    }

    /** Whether there is another server for all but registrations. */
    boolean hasOther(Reached server) {
        return others.hasOther(server.target());
    }

    /** The registrar is silent or asked to be left alone for {@code seconds}; whether there is another one. */
    boolean passOverRegistrar(Reached registrar, int seconds) {
        return registrars.passOver(registrar.target(), seconds);
    }

    /** The same of a server for all but registrations. */
    boolean passOver(Target server, int seconds) {
        return others.passOver(server, seconds);
    }

    /** Those in use. */
    List<Reached> inUse() {
        Reached registrar = registrars.current();
        Reached other = others.current();
        return registrar == null
                ? List.of()
                : other == null || other.target().equals(registrar.target())
                        ? List.of(registrar)
                        : List.of(registrar, other);
    }

    /** Whether the computer still has the addresses that they know of us. */
    boolean knowWhereWeAre() {
        try {
            for (Reached each : inUse()) {
                if (!SipTransports.localAddress(each.target())
                        .equals(each.endpoint().localInetAddress())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether one of them sent the packet that brought a request, the way that leads to them. */
    boolean sent(RequestEvent event) {
        InetAddress source = ((SIPMessage) event.getRequest()).getPeerPacketSourceAddress();
        boolean ours = inUse().stream().anyMatch(each -> each.endpoint().provider() == event.getSource());
        return ours && source != null && (registrars.hasAddress(source) || others.hasAddress(source));
    }

    /** What all but registrations goes by; null while there is no way into the network. */
    @Nullable
    Reached current() {
        return others.current();
    }

    /** Whether what we say to the exchange cannot be read on the way: it goes by TLS (RFC 3261, 26.2.1). */
    boolean areConfidential() {
        Reached hears = registrars.current();
        Reached reached = others.current();
        return isByTls(reached) && (hears == null || isByTls(hears));
    }

    private static boolean isByTls(@Nullable Reached reached) {
        return reached != null && reached.target().transport() == Transport.TLS;
    }
}
