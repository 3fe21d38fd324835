/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.device.AudioBackend.Direction;
import org.centralino.media.libjitsi.internal.graph.SampleRing;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one default device open and moves frames between it and a ring: opens it again when it went away, and leaves it
 * behind with its thread when it does not answer.
 */
final class DeviceLine {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLine.class);
    private static final long RETRY_MS = 1000;
    private static final long STALLED = TimeUnit.SECONDS.toNanos(4);

    private final Direction direction;
    private final List<AudioBackend> backends;
    private final SampleRing ring;
    private volatile @Nullable Thread thread;
    private volatile String deviceName = "";
    private volatile long progressNanos;

    DeviceLine(Direction direction, List<AudioBackend> backends, SampleRing ring) {
        this.direction = direction;
        this.backends = backends;
        this.ring = ring;
    }

    /** The open device's name, empty when there is none. */
    String deviceName() {
        return deviceName;
    }

    synchronized void start() {
        progressNanos = System.nanoTime();
        Thread next = Thread.ofPlatform()
                .name("centralino-" + (direction == Direction.CAPTURE ? "microphone" : "speaker"))
                .daemon()
                .priority(Thread.MAX_PRIORITY)
                .unstarted(this::run);
        thread = next;
        next.start();
    }

    synchronized void stop() {
        Thread last = thread;
        thread = null;
        deviceName = "";
        if (last != null) {
            last.interrupt();
        }
    }

    /** Starts another thread when the present one has not moved for long. */
    synchronized void check() {
        if (thread != null && System.nanoTime() - progressNanos > STALLED) {
            LOG.warn("The {} device does not answer and is left behind", direction);
            deviceName = "";
            start();
        }
    }

    private boolean isCurrent() {
        return thread == Thread.currentThread();
    }

    private void run() {
        String lastComplaint = "";
        try {
            while (isCurrent()) {
                progressNanos = System.nanoTime();
                String complaint = serve();
                if (isCurrent()) {
                    deviceName = "";
                    if (!complaint.equals(lastComplaint)) {
                        LOG.info("No {} device: {}", direction, complaint);
                        lastComplaint = complaint;
                    }
                    Thread.sleep(RETRY_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the first device there is and moves frames until it fails; returns why. */
    private String serve() throws InterruptedException {
        StringBuilder complaints = new StringBuilder();
        for (AudioBackend backend : backends) {
            try (AudioDevice device = backend.open(direction)) {
                if (!isCurrent()) {
                    return "";
                }
                deviceName = device.name();
                LOG.info("{} device: {}", direction, device.name());
                move(device);
                return "closed";
            } catch (IOException | RuntimeException | LinkageError e) {
                complaints.append(e.getMessage()).append("; ");
            }
        }
        return complaints.toString();
    }

    private void move(AudioDevice device) throws IOException, InterruptedException {
        short[] frame = new short[SoundGraph.FRAME];
        ring.clear();
        while (isCurrent()) {
            if (direction == Direction.CAPTURE) {
                device.transfer(frame);
                ring.write(frame, 0, frame.length);
            } else if (ring.await(frame.length, 100) && ring.read(frame)) {
                device.transfer(frame);
            }
            progressNanos = System.nanoTime();
        }
    }
}
