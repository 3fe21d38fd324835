/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.util.Objects;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.sip.internal.sdp.SdpException;
import org.centralino.telephony.sip.internal.session.ClientInvite;
import org.centralino.telephony.sip.internal.session.InviteSession;
import org.centralino.telephony.sip.internal.session.ReferralListener;
import org.centralino.telephony.sip.internal.session.ServerInvite;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says to a session what its call wants said, on the session's executor. Confined to the call event loop. */
final class CallSignals {

    private static final Logger LOG = LoggerFactory.getLogger(CallSignals.class);

    private final LiveCall call;
    private final InviteSession session;
    private @Nullable String reoffer;
    private boolean acknowledged;
    private @Nullable ReferralListener latest;

    CallSignals(LiveCall call, InviteSession session) {
        this.call = call;
        this.session = session;
    }

    void invite() {
        try {
            String offer = call.media().offer();
            client(invite -> invite.invite(offer));
        } catch (SdpException e) {
            later(new CallEvent.MediaFailed());
        }
    }

    void cancel(@Nullable String reason) {
        client(invite -> invite.cancel(reason));
    }

    /** Nothing follows. */
    void abandon() {
        client(ClientInvite::abandon);
    }

    void acknowledge() {
        client(ClientInvite::acknowledge);
    }

    void ringing() {
        server(ServerInvite::ringing);
    }

    void refuse(int status) {
        refuse(status, "");
    }

    void refuse(int status, String warning) {
        server(invite -> invite.refuse(status, warning));
    }

    /** Answers the call; false when that cannot be done. */
    boolean ok() {
        if (!(session instanceof ServerInvite invite)) {
            return false;
        }
        try {
            String sdp = call.media().answer(invite.offer());
            signal(() -> invite.ok(sdp));
            if (call.media().isHeldByPeer()) {
                later(new CallEvent.Changed(true));
            }
            return true;
        } catch (SdpException e) {
            LOG.warn("Call {}: the offer cannot be answered: {}", call.id(), e.getMessage());
            signal(() -> invite.refuse(488, Objects.requireNonNullElse(e.getMessage(), "")));
            later(new CallEvent.Lost("No sound in common"));
            return false;
        }
    }

    void bye(@Nullable String reason) {
        signal(() -> session.bye(reason));
    }

    void digit(char digit, int ms) {
        signal(() -> session.sendDigit(digit, ms));
    }

    /** An offer of ours within the session. */
    void offer() {
        try {
            String offer = call.media().offer();
            signal(() -> session.reinvite(offer));
        } catch (SdpException e) {
            later(new CallEvent.OfferRefused());
        }
    }

    /** An offer of the far side within the session came, which one of the next two answers. */
    void reoffered(@Nullable String sdp, boolean ackFollows) {
        reoffer = sdp;
        acknowledged = ackFollows;
    }

    void answerOffer() {
        String theirs = reoffer;
        try {
            String ours = call.media().answer(theirs);
            signal(() -> session.answerReoffer(ours));
            if (theirs != null) {
                later(new CallEvent.Changed(call.media().isHeldByPeer()));
            }
            if (!acknowledged) {
                later(new CallEvent.Confirmed(true));
            }
        } catch (SdpException e) {
            LOG.warn("Call {}: the new offer cannot be answered: {}", call.id(), e.getMessage());
            refuseOffer(488);
            later(new CallEvent.Unanswerable());
        }
    }

    void refuseOffer(int status) {
        signal(() -> session.refuseReoffer(status));
    }

    /** Sends the far side elsewhere. What comes of an earlier transfer is not told any more. */
    void refer() {
        Referral referral = call.machine().referral();
        if (referral == null) {
            return;
        }
        ReferralListener listener = new ReferralListener() {
            @Override
            public void progressed(boolean ringing) {
                tell(new CallEvent.Progressing(ringing));
            }

            @Override
            public void answered() {
                tell(new CallEvent.Transferred());
            }

            @Override
            public void failed(EndReason reason) {
                tell(new CallEvent.NotTransferred(reason));
            }

            private void tell(CallEvent event) {
                call.post(() -> {
                    if (latest == this) {
                        call.feed(event);
                    }
                });
            }
        };
        latest = listener;
        signal(() -> session.refer(referral.referTo(), listener));
    }

    private void later(CallEvent event) {
        call.post(() -> call.feed(event));
    }

    private interface Command<T> {
        void to(T session);
    }

    private void client(Command<ClientInvite> command) {
        if (session instanceof ClientInvite invite) {
            signal(() -> command.to(invite));
        }
    }

    private void server(Command<ServerInvite> command) {
        if (session instanceof ServerInvite invite) {
            signal(() -> command.to(invite));
        }
    }

    private void signal(Runnable command) {
        session.line().executor().execute(command);
    }
}
