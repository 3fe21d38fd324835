/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.concurrent.Executor;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.ui.callcontrol.CallSite;

/** What the strip offers to a guest, which is on a thread of its own: the panels as they were when it was asked. */
record GuestSite(CallSite site, Executor display, Call call, boolean keypadOpen, boolean transferOpen)
        implements CallSite {

    /** Display thread. */
    static GuestSite of(CallSite site, Executor display, Call call) {
        return new GuestSite(site, display, call, site.isKeypadOpen(), site.isTransferOpen(call));
    }

    @Override
    public CallService calls() {
        return site.calls();
    }

    @Override
    public boolean isKeypadOpen() {
        return keypadOpen;
    }

    @Override
    public void setKeypadOpen(boolean open) {
        display.execute(() -> site.setKeypadOpen(open));
    }

    @Override
    public boolean isTransferOpen(Call of) {
        return transferOpen && of.id().equals(call.id());
    }

    @Override
    public void toggleTransfer(Call of) {
        display.execute(() -> site.toggleTransfer(of));
    }

    @Override
    public void refresh() {
        site.refresh();
    }
}
