/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.call;

import java.util.List;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Participant;
import org.centralino.telephony.sip.internal.session.IncomingReferral;
import org.centralino.telephony.sip.internal.session.SessionListener;
import org.eclipse.jdt.annotation.Nullable;

/** Makes events on the call event loop of what a session tells. */
final class SessionReports implements SessionListener {

    private final LiveCall call;

    SessionReports(LiveCall call) {
        this.call = call;
    }

    @Override
    public void progressed(@Nullable String sdp) {
        call.post(() -> {
            boolean early = sdp != null && call.isRinging() && call.media().agree(sdp);
            call.feed(new CallEvent.Progressed(early));
        });
    }

    @Override
    public void accepted(@Nullable String sdp) {
        call.post(() -> {
            CallMedia media = call.media();
            boolean agreed = sdp == null ? media.isAgreed() : media.agree(sdp);
            call.feed(new CallEvent.Accepted(agreed, media.isHeldByPeer(), media.refusal()));
        });
    }

    @Override
    public void refused(EndReason reason) {
        tell(new CallEvent.Refused(reason));
    }

    @Override
    public void cancelled(boolean answeredElsewhere) {
        tell(new CallEvent.Cancelled(answeredElsewhere));
    }

    @Override
    public void confirmed(@Nullable String sdp) {
        call.post(() -> {
            boolean awaited = call.media().takeAwaited();
            boolean agreed = !awaited || sdp != null && call.media().agree(sdp);
            if (awaited && agreed) {
                call.feed(new CallEvent.Changed(call.media().isHeldByPeer()));
            }
            call.feed(new CallEvent.Confirmed(agreed, call.media().refusal()));
        });
    }

    @Override
    public void neverConfirmed() {
        tell(new CallEvent.NeverConfirmed());
    }

    @Override
    public void reoffered(@Nullable String sdp, boolean acknowledged) {
        call.post(() -> call.reoffered(sdp, acknowledged));
    }

    @Override
    public void refreshDue() {
        tell(new CallEvent.RefreshDue());
    }

    @Override
    public void offerAccepted(@Nullable String sdp) {
        call.post(() -> {
            boolean agreed = sdp != null && call.isActive() && call.media().agree(sdp);
            call.feed(agreed ? new CallEvent.OfferAccepted(call.media().isHeldByPeer()) : new CallEvent.OfferRefused());
        });
    }

    @Override
    public void offerRefused(int status, String phrase) {
        tell(new CallEvent.OfferRefused());
    }

    @Override
    public void offerCrossed() {
        tell(new CallEvent.Glare());
    }

    @Override
    public void referred(IncomingReferral referral) {
        call.post(() -> call.referred(referral));
    }

    @Override
    public void rosterChanged(List<Participant> people) {
        call.post(() -> call.told(people));
    }

    @Override
    public void peerHungUp() {
        call.post(() -> call.feed(new CallEvent.PeerHungUp(call.isTransferTarget())));
    }

    @Override
    public void lost(String phrase) {
        tell(new CallEvent.Lost(phrase));
    }

    private void tell(CallEvent event) {
        call.post(() -> call.feed(event));
    }
}
