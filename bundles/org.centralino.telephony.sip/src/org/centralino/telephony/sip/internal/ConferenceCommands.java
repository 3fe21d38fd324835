/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.util.List;
import java.util.function.Consumer;
import org.centralino.telephony.ConferenceService;
import org.centralino.telephony.Participant;
import org.centralino.telephony.sip.internal.call.Calls;
import org.centralino.telephony.sip.internal.call.Conference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;

/** The conference for who has that feature. When it is withdrawn, the members are calls as any, and none of them ends. */
@Component(service = ConferenceService.class)
@SatisfyingConditionTarget("(osgi.condition.id=centralino.conference)")
public final class ConferenceCommands implements ConferenceService {

    /** What has the calls. */
    public interface Host {

        Calls all();

        /** Runs a command on the call event loop. */
        void onLoop(Runnable command);

        /** As {@link ConferenceService#invite}. */
        String invite(String target);

        /** As {@link ConferenceService#hasRoom}. */
        boolean hasRoom();

        /** As {@link ConferenceService#moveToRoom}. */
        void moveToRoom();
    }

    private final Host host;

    @Activate
    public ConferenceCommands(@Reference Host host) {
        this.host = host;
    }

    @Deactivate
    void withdrawn() {
        post(Conference::end);
    }

    private void post(Consumer<Conference> command) {
        host.onLoop(() -> command.accept(host.all().conference()));
    }

    @Override
    public void join(String callId) {
        post(conference -> conference.join(callId));
    }

    @Override
    public String invite(String target) {
        return host.invite(target);
    }

    @Override
    public void separate(String callId) {
        post(conference -> conference.separate(callId));
    }

    @Override
    public void setSilenced(String callId, boolean silenced) {
        post(conference -> conference.setSilenced(callId, silenced));
    }

    @Override
    public void stepAway() {
        post(Conference::stepAway);
    }

    @Override
    public void stepBack() {
        post(Conference::stepBack);
    }

    @Override
    public boolean canLeave() {
        return host.all().conference().canLeave();
    }

    @Override
    public boolean hasRoom() {
        return host.hasRoom();
    }

    @Override
    public void moveToRoom() {
        host.moveToRoom();
    }

    @Override
    public List<Participant> roster(String callId) {
        return host.all().roster(callId);
    }

    @Override
    public void leave() {
        post(Conference::leave);
    }

    @Override
    public double level(String callId) {
        return host.all().level(callId);
    }
}
