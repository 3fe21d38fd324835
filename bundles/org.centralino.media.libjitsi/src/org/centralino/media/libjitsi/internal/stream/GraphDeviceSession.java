/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.media.ConfigureCompleteEvent;
import javax.media.Controller;
import javax.media.ControllerEvent;
import javax.media.Player;
import javax.media.Processor;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.impl.neomedia.device.AbstractMediaDevice;
import org.jitsi.impl.neomedia.device.AudioMediaDeviceSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends two races. FMJ hangs, or starts a player later, when told to let go of it on the way to being started: it is
 * ended only then. And libjitsi goes on with a processor as soon as it is configured, though it chooses the codec in the
 * event that says so, which may come later: the call would be silent.
 */
final class GraphDeviceSession extends AudioMediaDeviceSession {

    private static final Logger LOG = LoggerFactory.getLogger(GraphDeviceSession.class);
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(800);

    private final CountDownLatch configured = new CountDownLatch(1);
    private volatile @Nullable Processor sending;

    GraphDeviceSession(AbstractMediaDevice device) {
        super(device);
    }

    @Override
    @NonNullByDefault({})
    protected void processorControllerUpdate(ControllerEvent event) {
        super.processorControllerUpdate(event);
        if (event instanceof ConfigureCompleteEvent) {
            configured.countDown();
        }
    }

    @Override
    @NonNullByDefault({})
    protected Processor createProcessor() {
        Processor processor = super.createProcessor();
        sending = processor;
        try {
            if (processor != null && !configured.await(PATIENCE, TimeUnit.NANOSECONDS)) {
                LOG.warn("libjitsi did not configure a processor in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return processor;
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

    /** Waits for what plays and what sends to have started: closing them before that leaves their threads behind. */
    void awaitStarted() {
        Processor sender = sending;
        if (sender != null) {
            isUnderWay(sender);
        }
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
