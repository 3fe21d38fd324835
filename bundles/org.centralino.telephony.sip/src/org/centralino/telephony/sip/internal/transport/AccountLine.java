/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import gov.nist.javax.sip.SipProviderImpl;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.SIPDialog;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.sip.guard.FirstHopRouter;
import org.centralino.telephony.Account;
import org.centralino.telephony.sip.internal.digest.Credentials;
import org.centralino.telephony.sip.internal.digest.DigestSession;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account's way into the network: it writes requests in the account's name, sends them by its first hop and answers
 * challenges. Used on {@link #executor} only, except for the account's own data and
 * {@link #endpoint}. What waits for the network is done elsewhere and told here.
 */
public final class AccountLine {

    private static final Logger LOG = LoggerFactory.getLogger(AccountLine.class);

    /** For how long a server may say nothing at all when there is another one: three transmissions over UDP. */
    private static final long PATIENCE_MS = 2_000;

    private final Account account;
    private final ScheduledExecutorService executor;
    private final SipURI identity;
    private final SipTransports transports;
    private final RequestWriter writer;
    private final Servers servers;
    private final Authorizer authorizer;
    private volatile Runnable movedOn = () -> {};

    /** What comes of {@link #open}; told on the line's executor. */
    public interface Opening {

        void reached(Reached registrar);

        /** The message is for people. */
        void failed(IOException why);
    }

    /**
     * @param password the account's
     * @param executor single-threaded
     * @throws IllegalArgumentException when an address in {@code account} cannot be read
     */
    public AccountLine(Account account, String password, ScheduledExecutorService executor, SipTransports transports) {
        this.account = account;
        this.executor = executor;
        this.transports = transports;
        FirstHop registrar = FirstHop.parse(account.registrar());
        String outbound = account.outboundProxy();
        FirstHop proxy = outbound == null ? null : FirstHop.parse(outbound);
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
        this.authorizer = new Authorizer(
                new DigestSession(new Credentials(authUser == null ? identity.getUser() : authUser, password)));
        this.servers = new Servers(account, registrar, proxy, identity.getHost(), transports);
        this.writer = new RequestWriter(account, identity, proxy);
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
        return authorizer.digest();
    }

    /**
     * Reaches a registrar, and the proxy where there is one, without waiting here.
     *
     * @param afresh in the order of preference, even where another one is in use; else whoever was not passed over
     */
    public void open(boolean afresh, Opening then) {
        transports.ways().execute(() -> {
            try {
                Reached reached = servers.open(afresh);
                executor.execute(() -> then.reached(reached));
            } catch (IOException e) {
                executor.execute(() -> then.failed(e));
            } catch (RuntimeException e) {
                LOG.error("{}: no way into the network", account, e);
                executor.execute(() -> then.failed(new IOException("No way into the network", e)));
            }
        });
    }

    /** Where {@code registrar} is the one that answered, everything goes by it from now on. */
    public void use(Reached registrar) {
        servers.use(registrar);
    }

    /** How the registrar sees us, null: as we see ourselves. */
    public void seenAs(Reached registrar, @Nullable InetSocketAddress outside) {
        servers.seenAs(registrar, outside);
    }

    /** Whether there is another registrar to turn to when this one is silent. */
    public boolean hasOther(Reached registrar) {
        return servers.hasOtherRegistrar(registrar);
    }

    /** The registrar is silent or asked to be left alone for {@code seconds}; whether there is another one. */
    public boolean passOver(Reached registrar, int seconds) {
        return servers.passOverRegistrar(registrar, seconds);
    }

    /** The servers in use, for keep-alives. */
    public List<Reached> inUse() {
        return servers.inUse();
    }

    /** Ends the connection to {@code server}, where there is one. */
    public void drop(Reached server) {
        try {
            transports.drop(server.target());
        } catch (IOException e) {
            LOG.debug("{}: connection not closed", account, e);
        }
    }

    /** Whether the computer still has the addresses that servers know of us. */
    public boolean isStillHere() {
        return servers.knowWhereWeAre();
    }

    /** What keeps a way open, and notices that it is not. */
    public SipTransports transports() {
        return transports;
    }

    /** Calls {@code told}, on the executor, when a call had to turn to another server than the one in use. */
    public void whenMovedOn(Runnable told) {
        movedOn = told;
    }

    /**
     * Whether the packet that brought a request came from this account's exchange, the way this account goes there; what
     * the message says of itself counts for nothing. Ports are not compared: an exchange need not send from where it
     * listens.
     */
    public boolean isFromFirstHop(RequestEvent event) {
        return servers.sent(event);
    }

    /** What calls are sent by, null while there is no way into the network. */
    public @Nullable Endpoint endpoint() {
        Reached reached = servers.current();
        return reached == null ? null : reached.endpoint();
    }

    /** Whether what we say to the exchange cannot be read on the way: it goes by TLS (RFC 3261, 26.2.1). */
    public boolean isConfidential() {
        return servers.areConfidential();
    }

    private Reached reached() throws SipException {
        Reached reached = servers.current();
        if (reached == null) {
            throw new SipException("No connection to the network");
        }
        return reached;
    }

    /** Our Contact. */
    public ContactHeader contact() throws SipException {
        return reached().contact(identity.getUser());
    }

    /** A new Call-ID. */
    public String newCallId() throws SipException {
        return reached().endpoint().provider().getNewCallId().getCallId();
    }

    public static String newTag() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** A REGISTER of this account for {@code registrar}. */
    public Request register(Reached registrar, String callId, long sequence, String fromTag) throws SipException {
        return writer.register(registrar, callId, sequence, fromTag);
    }

    /** A request outside any dialog. */
    public Request request(String method, URI target, URI to, String callId, long sequence, String fromTag)
            throws SipException {
        return writer.request(reached(), method, target, to, callId, sequence, fromTag);
    }

    /**
     * Adds what is known of challenges and sends by the first hop; {@code sink} is told on this line's executor. Where
     * there is another server, one that says nothing is given up soon: {@link #moveOn} turns to the other.
     */
    public ClientTransaction send(Request request, ResponseSink sink) throws SipException {
        Reached server = reached();
        return send(request, server, servers.hasOther(server) ? PATIENCE_MS : 0, sink);
    }

    /** The same, to {@code server}. @param patienceMs given up after that time without any response; 0: never */
    public ClientTransaction send(Request request, Reached server, long patienceMs, ResponseSink sink)
            throws SipException {
        authorize(request);
        FirstHopRouter.tie(request, server.hop());
        ClientTransaction transaction = server.endpoint().provider().getNewClientTransaction(request);
        Sending sending = new Sending(executor, sink);
        transaction.setApplicationData(sending);
        if (patienceMs > 0) {
            sending.within(transaction, patienceMs);
        }
        try {
            transaction.sendRequest();
        } catch (SipException e) {
            LOG.debug("{}: {} not sent to {}", account, request.getMethod(), server.target(), e);
            sending.onNoResponse("Not sent");
        }
        return transaction;
    }

    /**
     * Turns to another server after {@code failed} got no answer, or 503.
     *
     * @param seconds for how long the server asked to be left alone; 0: it did not
     * @param again run on the executor when another one is reached
     * @param nowhere run there when none is
     * @return whether there is another one; when not, neither is run
     */
    public boolean moveOn(Request failed, int seconds, Runnable again, Runnable nowhere) {
        if (!(failed instanceof SIPMessage message)
                || !(message.getApplicationData() instanceof Reached.ServerHop hop)
                || !servers.passOver(hop.target(), seconds)) {
            return false;
        }
        transports.ways().execute(() -> {
            Runnable next = nowhere;
            try {
                servers.openNext();
                next = again;
            } catch (IOException e) {
                LOG.info("{}: no other server: {}", account, e.getMessage());
            }
            executor.execute(next);
            executor.execute(movedOn);
        });
        return true;
    }

    /** Makes {@code dialog} use what we send by now, where our address is another than when it began. */
    public void bring(Dialog dialog) {
        Endpoint now = endpoint();
        if (now != null
                && dialog instanceof SIPDialog own
                && own.getSipProvider() != now.provider()
                && own.getSipProvider().getListeningPoint(now.transport().token()) != null) {
            own.setSipProvider((SipProviderImpl) now.provider());
        }
    }

    /** {@code sink}, called on this line's executor. */
    public ResponseSink onExecutor(ResponseSink sink) {
        return new Sending(executor, sink);
    }

    /** Replaces the credentials in {@code request} by fresh ones. */
    public void authorize(Request request) throws SipException {
        authorizer.authorize(request);
    }

    /**
     * Takes note of a 401 or 407 to {@code refused}.
     *
     * @return whether sending it again, answered, may help
     */
    public boolean challenged(Request refused, Response response) {
        return authorizer.challenged(refused, response);
    }
}
