/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.util.concurrent.TimeUnit;
import javax.media.Controller;
import javax.media.Player;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.jitsi.impl.neomedia.device.AbstractMediaDevice;
import org.jitsi.impl.neomedia.device.AudioMediaDeviceSession;

/** Ends players only when they have started: FMJ hangs, or starts them later, when told to let go on the way there. */
final class GraphDeviceSession extends AudioMediaDeviceSession {

    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(800);

    GraphDeviceSession(AbstractMediaDevice device) {
        super(device);
    }

    @Override
    @NonNullByDefault({})
    protected void disposePlayer(Player player) {
        if (isUnderWay(player)) {
            super.disposePlayer(player);
        } else {
            player.close();
        }
    }

    /** Waits for the players to be on their way: closing them before that leaves their threads behind. */
    void awaitPlayers() {
        getPlayers().forEach(GraphDeviceSession::isUnderWay);
    }

    private static boolean isUnderWay(Player player) {
        long deadline = System.nanoTime() + PATIENCE;
        while (player.getState() < Controller.Started) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
