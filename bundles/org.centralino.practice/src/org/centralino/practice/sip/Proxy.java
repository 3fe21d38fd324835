/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipProvider;
import javax.sip.address.SipURI;
import javax.sip.header.Header;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes requests between users (RFC 3261 section 16): statefully, staying in the path of the dialogs it started
 * (Record-Route, twice where the transport changes: RFC 5658).
 */
final class Proxy {
    private static final Logger LOG = LoggerFactory.getLogger(Proxy.class);

    private final SipNode node;
    private final SignallingThread signalling;

    Proxy(SipNode node, SignallingThread signalling) {
        this.node = node;
        this.signalling = signalling;
    }

    /** Tries all of the contacts at once; the first that answers has the call. */
    void fork(Request request, ServerTransaction transaction, List<String> contacts, ProxiedRequest.Outcome outcome) {
        ProxiedRequest proxied = new ProxiedRequest(node.provider(), transaction, signalling, outcome);
        List<Request> branches = new ArrayList<>();
        for (String contact : contacts) {
            try {
                Request branch = (Request) request.clone();
                SipURI target = Messages.uri(contact);
                branch.setRequestURI(target);
                branch.removeHeader(RouteHeader.NAME);
                branch.removeHeader("Proxy-Authorization");
                if (Request.INVITE.equals(request.getMethod())) {
                    recordRoute(branch, Messages.transport(request), Messages.transport(target));
                }
                branches.add(branch);
            } catch (ParseException | SipException e) {
                LOG.warn("Contact {} of a registration cannot be used", contact, e);
            }
        }
        proxied.start(branches.stream().filter(this::nextHop).toList());
    }

    /** A request of a dialog between users, on its way along the recorded route. */
    void forward(Request request, @Nullable ServerTransaction transaction) {
        Request onward = (Request) request.clone();
        dropOwnRoutes(onward);
        SipURI target = Messages.requestUri(onward);
        boolean endsHere = target == null || node.isHere(target.getHost(), target.getPort());
        boolean proceeds = !endsHere && nextHop(onward);
        if (transaction == null) {
            if (proceeds) {
                stateless(onward);
            }
        } else if (endsHere) {
            Messages.send(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (proceeds) {
            new ProxiedRequest(node.provider(), transaction, signalling, ProxiedRequest.Outcome.UNHEEDED)
                    .start(List.of(onward));
        } else {
            Messages.send(transaction, Response.FORBIDDEN);
        }
    }

    /** The 200 that a callee repeats until it sees the ACK, its transaction long over. */
    void forward(Response response) {
        Response onward = (Response) response.clone();
        onward.removeFirst(ViaHeader.NAME);
        try {
            if (onward.getHeader(ViaHeader.NAME) != null) {
                node.provider().sendResponse(onward);
            }
        } catch (SipException e) {
            LOG.warn("Repeated {} not passed on", response.getStatusCode(), e);
        }
    }

    private void stateless(Request ack) {
        SipProvider provider = node.provider();
        try {
            provider.sendRequest(ack);
        } catch (SipException e) {
            LOG.warn("{} not passed on", ack.getMethod(), e);
        }
    }

    private void recordRoute(Request branch, String from, String to) throws SipException {
        branch.addFirst(routeBy(from));
        if (!from.equals(to)) {
            branch.addFirst(routeBy(to));
        }
    }

    private Header routeBy(String transport) {
        return Messages.header(
                "Record-Route", "<sip:" + SipNode.HOST + ":" + node.port() + ";transport=" + transport + ";lr>");
    }

    private void dropOwnRoutes(Request request) {
        for (Header header : Messages.headers(request, RouteHeader.NAME)) {
            boolean own = ((RouteHeader) header).getAddress().getURI() instanceof SipURI uri
                    && node.isHere(uri.getHost(), uri.getPort());
            if (!own) {
                return;
            }
            request.removeFirst(RouteHeader.NAME);
        }
    }

    /** Adds the Via for where the request goes next; false if that is outside of this machine. */
    private boolean nextHop(Request request) {
        SipURI next = Messages.requestUri(request);
        List<Header> routes = Messages.headers(request, RouteHeader.NAME);
        if (!routes.isEmpty()) {
            next = ((RouteHeader) routes.get(0)).getAddress().getURI() instanceof SipURI uri ? uri : null;
        }
        if (next == null || !Loopback.is(next.getHost())) {
            return false;
        }
        try {
            MaxForwardsHeader hops = (MaxForwardsHeader) request.getHeader(MaxForwardsHeader.NAME);
            if (hops != null) {
                hops.decrementMaxForwards();
            }
            request.addFirst(Messages.via(node.port(), Messages.transport(next)));
            return true;
        } catch (SipException e) {
            LOG.debug("Too many hops", e);
            return false;
        }
    }
}
