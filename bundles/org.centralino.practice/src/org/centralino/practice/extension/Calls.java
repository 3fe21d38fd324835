/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.centralino.practice.media.MediaClock;
import org.centralino.practice.report.CallLog;
import org.centralino.practice.sip.Destinations;
import org.centralino.practice.sip.Messages;
import org.centralino.practice.sip.Replaces;
import org.centralino.practice.sip.SignallingThread;
import org.centralino.practice.sip.SipNode;
import org.centralino.practice.sip.User;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls that the exchange itself takes and makes. Lives on the signalling thread. */
public final class Calls implements Destinations {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final int MOST_CALLS = 100;

    /** The colleagues of the directory that are nobody's user, and whatever has the length of an outside number. */
    private static final Pattern OUTSIDE = Pattern.compile("20[4-9]|21[0-9]|220|\\+?[0-9]{6,15}");

    private final SipNode node;
    private final SignallingThread signalling;
    private final MediaClock clock;
    private final CallLog log;
    private Function<User, List<String>> contacts = user -> List.of();
    private final Map<String, @Nullable Extension> extensions = new LinkedHashMap<>();
    private final ParkOrbit orbit = new ParkOrbit();
    private final Extension outside = new OutsideLine();
    private final List<ExtensionCall> current = new ArrayList<>();

    public Calls(SipNode node, SignallingThread signalling, MediaClock clock, CallLog log) {
        this.node = node;
        this.signalling = signalling;
        this.clock = clock;
        this.log = log;
        extensions.put("600", new Echo());
        extensions.put("601", new VoiceMenu());
        extensions.put("602", new HoldMusic());
        extensions.put("603", new NoAnswer());
        extensions.put("604", new Busy());
        extensions.put("605", new CallBack());
        extensions.put("606", new Holder());
        extensions.put("607", new Transferrer());
        extensions.put("608", orbit);
        extensions.put("609", new Tone());
    }

    /** @param where a user's contacts, best first */
    public void reachUsersBy(Function<User, List<String>> where) {
        contacts = where;
    }

    SipNode node() {
        return node;
    }

    SignallingThread signalling() {
        return signalling;
    }

    MediaClock clock() {
        return clock;
    }

    CallLog log() {
        return log;
    }

    private @Nullable Extension extension(String number) {
        Extension known = extensions.get(number);
        return known == null && OUTSIDE.matcher(number).matches() ? outside : known;
    }

    @Override
    public boolean answers(String number) {
        return extension(number) != null;
    }

    @Override
    public void call(String number, User caller, ServerTransaction invite) {
        Replaces replaces = Replaces.in(invite.getRequest());
        if (replaces != null) {
            replace(replaces, caller, invite);
            return;
        }
        Extension extension = extension(number);
        if (extension == null) {
            Messages.send(invite, Response.NOT_FOUND);
        } else {
            take(extension, number, caller, invite);
        }
    }

    /** One call takes the place of another (RFC 3891): how an attended transfer arrives. */
    private void replace(Replaces replaces, User caller, ServerTransaction invite) {
        ExtensionCall replaced = null;
        for (ExtensionCall call : current) {
            replaced = call.isReplacedBy(replaces) ? call : replaced;
        }
        if (replaced == null) {
            Messages.send(invite, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (take(replaced.extension(), replaced.number(), caller, invite)) {
            replaced.hangUp();
        }
    }

    private boolean take(Extension extension, String number, User caller, ServerTransaction invite) {
        if (current.size() >= MOST_CALLS) {
            Messages.send(invite, Response.SERVICE_UNAVAILABLE);
            return false;
        }
        try {
            ExtensionCall call = new ExtensionCall(this, extension, number, caller, invite);
            current.add(call);
            call.called();
            return true;
        } catch (SipException e) {
            LOG.warn("Call to {} cannot be taken", number, e);
            Messages.send(invite, Response.SERVER_INTERNAL_ERROR);
            return false;
        }
    }

    /**
     * Calls a user for an extension.
     *
     * @param replaces a Replaces header's value, empty for none
     * @return false for a user who is not registered, or cannot be called
     */
    boolean call(Extension extension, String number, User callee, String replaces) {
        List<String> where = contacts.apply(callee);
        if (where.isEmpty() || current.size() >= MOST_CALLS) {
            LOG.info("{} cannot be called", callee.id());
            return false;
        }
        try {
            current.add(new ExtensionCall(this, extension, number, callee, where.get(0), replaces));
            return true;
        } catch (SipException | ParseException | IOException e) {
            LOG.warn("{} cannot be called", callee.id(), e);
            return false;
        }
    }

    /** The other side of a call wants the extension to talk to someone else. */
    boolean transfer(ExtensionCall call, Request refer, Transferred.Watch watch) {
        SipURI target = Replaces.target(refer);
        String dialled = target == null ? "" : String.valueOf(target.getUser());
        User callee = User.of(dialled);
        if (callee != null) {
            watch.progress(Response.TRYING, false);
            Extension moving = new Transferred(call.extension(), watch);
            if (!call(moving, call.number(), callee, Replaces.askedBy(refer))) {
                watch.progress(Response.TEMPORARILY_UNAVAILABLE, true);
            }
            return true;
        }
        Extension known = extension(dialled);
        if (known == orbit) {
            orbit.leave(call.extension());
        }
        // What two extensions would say to each other nobody would hear: it is enough that the call can end.
        watch.progress(known == null ? Response.NOT_FOUND : Response.OK, true);
        return known != null;
    }

    public void hangUpAll() {
        List.copyOf(current).forEach(ExtensionCall::hangUp);
    }

    void ended(ExtensionCall call) {
        current.remove(call);
    }
}
