/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.HopImpl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.ProxyAuthenticateHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.WWWAuthenticateHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.sip.guard.FirstHopRouter;
import org.centralino.telephony.Account;
import org.centralino.telephony.sip.internal.digest.Credentials;
import org.centralino.telephony.sip.internal.digest.DigestChallenge;
import org.centralino.telephony.sip.internal.digest.DigestSession;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One account's way into the network: it writes requests in the account's name, sends them by its first hop and answers
 * challenges. Used on {@link #executor} only, except for the account's own data and
 * {@link #endpoint}.
 */
public final class AccountLine {

    private static final String AUTHORIZATION = "Authorization";
    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    private final Account account;
    private final ScheduledExecutorService executor;
    private final SipURI identity;
    private final FirstHop registrar;
    private final @Nullable FirstHop proxy;
    private final DigestSession digest;
    private volatile @Nullable Endpoint endpoint;
    private volatile int connectionPort;
    private volatile Set<InetAddress> hops = Set.of();

    /**
     * @param executor single-threaded
     * @throws IllegalArgumentException when an address in {@code account} cannot be read
     */
    public AccountLine(Account account, ScheduledExecutorService executor) {
        this.account = account;
        this.executor = executor;
        this.registrar = FirstHop.parse(account.registrar());
        String outbound = account.outboundProxy();
        this.proxy = outbound == null ? null : FirstHop.parse(outbound);
        try {
            URI uri = Messages.ADDRESSES.createURI(account.address());
            if (!(uri instanceof SipURI sip) || sip.getUser() == null) {
                throw new IllegalArgumentException("Not sip:user@domain: " + account.address());
            }
            this.identity = sip;
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not sip:user@domain: " + account.address(), e);
        }
        String authUser = account.authUser();
        this.digest = new DigestSession(
                new Credentials(authUser == null ? identity.getUser() : authUser, account.password()));
    }

    public Account account() {
        return account;
    }

    public ScheduledExecutorService executor() {
        return executor;
    }

    /** The domain of the account's address. */
    public String domain() {
        return identity.getHost();
    }

    /** The user part of the account's address. */
    public String user() {
        return identity.getUser();
    }

    public DigestSession digest() {
        return digest;
    }

    /**
     * Opens the listening point towards the first hop, or finds it open.
     *
     * @throws IOException when there is none; the message is for people
     */
    public Endpoint open(SipTransports transports) throws IOException {
        Endpoint open = transports.towards(registrar);
        connectionPort = transports.connect(open, registrar, domain());
        hops = addressesOfHops();
        endpoint = open;
        return open;
    }

    private Set<InetAddress> addressesOfHops() {
        Set<InetAddress> all = new HashSet<>();
        FirstHop outbound = proxy;
        for (FirstHop hop : outbound == null ? List.of(registrar) : List.of(registrar, outbound)) {
            try {
                all.addAll(List.of(InetAddress.getAllByName(hop.host())));
            } catch (UnknownHostException e) {
                // Nothing can be sent there either, and that is told where it is tried.
            }
        }
        return Set.copyOf(all);
    }

    /**
     * Whether the packet that brought a request came from this account's exchange, the way this account goes there; what
     * the message says of itself counts for nothing. Ports are not compared: an exchange need not send from where it
     * listens.
     */
    public boolean isFromFirstHop(RequestEvent event) {
        Endpoint open = endpoint;
        InetAddress source = ((SIPMessage) event.getRequest()).getPeerPacketSourceAddress();
        return open != null && event.getSource() == open.provider() && source != null && hops.contains(source);
    }

    /**
     * Writes a keep-alive to the first hop (RFC 5626, 4.4.1), connecting anew when the connection was lost.
     *
     * @return whether the far side still reaches us where we said
     */
    public boolean keepAlive(SipTransports transports) throws IOException {
        int before = connectionPort;
        Endpoint open = open(transports);
        transports.keepAlive(open, registrar);
        return connectionPort == before;
    }

    /** Whether what we say to the exchange cannot be read on the way: it goes by TLS (RFC 3261, 26.2.1). */
    public boolean isConfidential() {
        Endpoint open = endpoint;
        FirstHop outbound = proxy;
        return open != null
                && open.transport() == Transport.TLS
                && (outbound == null || outbound.transport() == Transport.TLS);
    }

    /** The listening point, null before {@link #open} succeeded. */
    public @Nullable Endpoint endpoint() {
        return endpoint;
    }

    private Endpoint opened() throws SipException {
        Endpoint open = endpoint;
        if (open == null) {
            throw new SipException("No connection to the network");
        }
        return open;
    }

    /** Our Contact. */
    public ContactHeader contact() throws SipException {
        return opened().contact(identity.getUser(), connectionPort);
    }

    /** A new Call-ID. */
    public String newCallId() throws SipException {
        return opened().provider().getNewCallId().getCallId();
    }

    public static String newTag() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** A REGISTER of this account. */
    public Request register(String callId, long sequence, String fromTag) throws SipException {
        try {
            SipURI domain = Messages.ADDRESSES.createSipURI(null, identity.getHost());
            return request(Request.REGISTER, domain, identity, callId, sequence, fromTag);
        } catch (ParseException e) {
            throw new SipException("Bad domain", e);
        }
    }

    /** A request outside any dialog. */
    public Request request(String method, URI target, URI to, String callId, long sequence, String fromTag)
            throws SipException {
        try {
            Address us = Messages.ADDRESSES.createAddress(identity);
            String name = account.displayName();
            if (name != null && !name.isBlank()) {
                us.setDisplayName(name);
            }
            FromHeader from = Messages.HEADERS.createFromHeader(us, fromTag);
            ToHeader toHeader = Messages.HEADERS.createToHeader(Messages.ADDRESSES.createAddress(to), null);
            CSeqHeader cseq = Messages.HEADERS.createCSeqHeader(sequence, method);
            Request request = Messages.MESSAGES.createRequest(
                    target,
                    method,
                    Messages.HEADERS.createCallIdHeader(callId),
                    cseq,
                    from,
                    toHeader,
                    List.of(opened().via()),
                    Messages.HEADERS.createMaxForwardsHeader(70));
            Messages.sign(request);
            FirstHop outbound = proxy;
            if (outbound != null && !method.equals(Request.REGISTER)) {
                SipURI route = Messages.ADDRESSES.createSipURI(null, outbound.host());
                route.setPort(outbound.port());
                route.setTransportParam(outbound.transport().token());
                route.setLrParam();
                request.addHeader(Messages.HEADERS.createRouteHeader(Messages.ADDRESSES.createAddress(route)));
            }
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("Request cannot be written", e);
        }
    }

    /** Adds what is known of challenges and sends by the first hop; {@code sink} is told on this line's executor. */
    public ClientTransaction send(Request request, ResponseSink sink) throws SipException {
        authorize(request);
        FirstHop outbound = proxy;
        FirstHop hop = outbound != null && !request.getMethod().equals(Request.REGISTER) ? outbound : registrar;
        FirstHopRouter.tie(
                request, new HopImpl(hop.host(), hop.port(), hop.transport().token()));
        ClientTransaction transaction = opened().provider().getNewClientTransaction(request);
        transaction.setApplicationData(onExecutor(sink));
        transaction.sendRequest();
        return transaction;
    }

    /** {@code sink}, called on this line's executor. */
    public ResponseSink onExecutor(ResponseSink sink) {
        return new ResponseSink() {
            @Override
            public void onResponse(javax.sip.ResponseEvent event) {
                executor.execute(() -> sink.onResponse(event));
            }

            @Override
            public void onNoResponse(String why) {
                executor.execute(() -> sink.onNoResponse(why));
            }
        };
    }

    /** Replaces the credentials in {@code request} by fresh ones. */
    public void authorize(Request request) throws SipException {
        request.removeHeader(AUTHORIZATION);
        request.removeHeader(PROXY_AUTHORIZATION);
        try {
            for (DigestSession.Header answer :
                    digest.answer(request.getMethod(), request.getRequestURI().toString())) {
                request.addHeader(Messages.HEADERS.createHeader(answer.name(), answer.value()));
            }
        } catch (ParseException e) {
            throw new SipException("Credentials cannot be written", e);
        }
    }

    /**
     * Takes note of a 401 or 407 to {@code refused}.
     *
     * @return whether sending it again, answered, may help
     */
    public boolean challenged(Request refused, Response response) {
        List<DigestChallenge> challenges = new ArrayList<>();
        collect(response, WWWAuthenticateHeader.NAME, false, challenges);
        collect(response, ProxyAuthenticateHeader.NAME, true, challenges);
        boolean answered = refused.getHeader(AUTHORIZATION) != null || refused.getHeader(PROXY_AUTHORIZATION) != null;
        return digest.challenged(challenges, answered);
    }

    private static void collect(Response response, String name, boolean proxy, List<DigestChallenge> challenges) {
        for (Iterator<?> headers = response.getHeaders(name); headers.hasNext(); ) {
            String value = ((SIPHeader) (Header) headers.next()).getValue();
            DigestChallenge challenge = DigestChallenge.parse(proxy, value);
            if (challenge != null) {
                challenges.add(challenge);
            }
        }
    }
}
