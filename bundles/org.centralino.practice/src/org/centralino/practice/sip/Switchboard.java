/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.sip;

import gov.nist.javax.sip.ServerTransactionExt;
import java.time.InstantSource;
import java.util.List;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.practice.report.CallLog;
import org.centralino.practice.report.CallRecord;
import org.eclipse.jdt.annotation.Nullable;

/** Decides where each request goes: the registrar, another user, or an extension of the exchange's own. */
public final class Switchboard implements RequestUser {
    private static final String ALLOW =
            "REGISTER, INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER, NOTIFY, MESSAGE";

    private final Authenticator authenticator;
    private final Location location = new Location(InstantSource.system());
    private final Registrar registrar = new Registrar(location);
    private final Proxy proxy;
    private final CallLog calls;
    private final Destinations destinations;

    public Switchboard(
            SipNode node,
            SignallingThread signalling,
            List<DigestAlgorithm> algorithms,
            CallLog calls,
            Destinations destinations) {
        authenticator = new Authenticator(algorithms, InstantSource.system());
        proxy = new Proxy(node, signalling);
        this.calls = calls;
        this.destinations = destinations;
    }

    /** Where a user can be called, the newest registration first. */
    public List<String> contacts(User user) {
        return location.of(user).reversed().stream()
                .map(Location.Binding::contact)
                .toList();
    }

    @Override
    public void strayResponse(Response response) {
        proxy.forward(response);
    }

    @Override
    public void request(Request request, @Nullable ServerTransaction transaction, @Nullable Dialog dialog) {
        if (Request.CANCEL.equals(request.getMethod()) && transaction != null) {
            cancel(transaction);
        } else if (dialog != null && dialog.getApplicationData() instanceof CallDialog call) {
            call.request(request, transaction);
        } else if (transaction == null) {
            proxy.forward(request, null);
        } else if (hopsAreUsedUp(request)) {
            Messages.send(transaction, Response.TOO_MANY_HOPS);
        } else if (((ToHeader) request.getHeader(ToHeader.NAME)).getTag() != null) {
            proxy.forward(request, transaction);
            if (Request.BYE.equals(request.getMethod())) {
                ended(request);
            }
        } else {
            initial(request, transaction);
        }
    }

    private static void cancel(ServerTransaction transaction) {
        ServerTransaction invite = ((ServerTransactionExt) transaction).getCanceledInviteTransaction();
        if (invite == null) {
            Messages.send(transaction, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
            return;
        }
        Messages.send(transaction, Response.OK);
        if (invite.getApplicationData() instanceof ProxiedRequest proxied) {
            proxied.cancel();
        } else if (invite.getApplicationData() instanceof CallDialog call) {
            call.cancelled();
        }
    }

    private static boolean hopsAreUsedUp(Request request) {
        MaxForwardsHeader hops = (MaxForwardsHeader) request.getHeader(MaxForwardsHeader.NAME);
        return hops != null && hops.getMaxForwards() == 0;
    }

    private void ended(Request bye) {
        String callId = ((CallIdHeader) bye.getHeader(CallIdHeader.NAME)).getCallId();
        CallRecord record = calls.latest(call -> call.callId().equals(callId));
        if (record != null) {
            record.ended(record.from().equals(sender(bye)) ? "caller" : "called");
        }
    }

    private void initial(Request request, ServerTransaction transaction) {
        SipURI target = Messages.requestUri(request);
        boolean register = Request.REGISTER.equals(request.getMethod());
        if (target == null || !User.DOMAIN.equalsIgnoreCase(target.getHost()) && !Loopback.is(target.getHost())) {
            Messages.send(transaction, Response.NOT_FOUND);
            return;
        }
        if (Request.OPTIONS.equals(request.getMethod()) && target.getUser() == null) {
            sendAllow(transaction, Response.OK);
            return;
        }
        String header = register ? "Authorization" : "Proxy-Authorization";
        List<String> credentials =
                Messages.headers(request, header).stream().map(Header::toString).toList();
        Authenticator.Verdict verdict = authenticator.verify(request.getMethod(), credentials);
        User user = verdict.user();
        if (user == null) {
            challenge(transaction, register, verdict.stale());
        } else if (register) {
            registrar.register(request, transaction, user);
        } else if (User.of(user(sender(request))) != user) {
            Messages.send(transaction, Response.FORBIDDEN);
        } else {
            dialled(String.valueOf(target.getUser()), request, transaction, user);
        }
    }

    private void challenge(ServerTransaction transaction, boolean register, boolean stale) {
        int status = register ? Response.UNAUTHORIZED : Response.PROXY_AUTHENTICATION_REQUIRED;
        String header = register ? "WWW-Authenticate" : "Proxy-Authenticate";
        Response response = Messages.response(status, transaction.getRequest());
        authenticator.challenges(stale).forEach(value -> response.addHeader(Messages.header(header, value)));
        Messages.send(transaction, response);
    }

    private void dialled(String number, Request request, ServerTransaction transaction, User caller) {
        boolean invite = Request.INVITE.equals(request.getMethod());
        User callee = User.of(number);
        if (callee != null) {
            List<String> contacts = contacts(callee);
            if (contacts.isEmpty()) {
                Messages.send(transaction, Response.TEMPORARILY_UNAVAILABLE);
            } else {
                proxy.fork(request, transaction, contacts, invite ? record(request, callee) : status -> {});
            }
        } else if (!destinations.answers(number)) {
            Messages.send(transaction, Response.NOT_FOUND);
        } else if (invite) {
            destinations.call(number, caller, transaction);
        } else {
            sendAllow(
                    transaction,
                    Request.OPTIONS.equals(request.getMethod()) ? Response.OK : Response.METHOD_NOT_ALLOWED);
        }
    }

    private ProxiedRequest.Outcome record(Request invite, User callee) {
        String callId = ((CallIdHeader) invite.getHeader(CallIdHeader.NAME)).getCallId();
        return calls.started(callId, callee.extension(), sender(invite), callee.address())::responded;
    }

    private static void sendAllow(ServerTransaction transaction, int status) {
        Response response = Messages.response(status, transaction.getRequest());
        response.setHeader(Messages.allow(ALLOW));
        response.setHeader(Messages.header("Accept", "application/sdp"));
        Messages.send(transaction, response);
    }

    private static String sender(Request request) {
        FromHeader from = (FromHeader) request.getHeader(FromHeader.NAME);
        return from.getAddress().getURI().toString();
    }

    private static @Nullable String user(String address) {
        int at = address.indexOf('@');
        return address.startsWith("sip:") && at > 0 ? address.substring(4, at) : null;
    }
}
