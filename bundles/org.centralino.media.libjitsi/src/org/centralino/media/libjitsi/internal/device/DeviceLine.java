/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.device.AudioBackend.Direction;
import org.centralino.media.libjitsi.internal.graph.SampleRing;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Moves frames between a ring and one device, each device on a thread of its own. Another device takes over when it is
 * open, until then the one before goes on; one that does not answer is left behind with its thread.
 */
final class DeviceLine {

    private static final long STALLED = TimeUnit.SECONDS.toNanos(4);

    /** Told on the line's threads; must not block. */
    interface Report {

        void opened(Device device);

        /** It could not be opened, went away or does not answer, and is used no more. */
        void failed(Device device, String why);
    }

    /** What to open. */
    record Target(AudioBackend backend, Device device) {}

    private final Direction direction;
    private final String name;
    private final String purpose;
    private final SampleRing ring;
    private final LevelMeter meter;
    private final Report report;
    private volatile @Nullable Run running;
    private @Nullable Run opening;

    /** @param name for its threads */
    DeviceLine(Direction direction, String name, String purpose, SampleRing ring, LevelMeter meter, Report report) {
        this.direction = direction;
        this.name = name;
        this.purpose = purpose;
        this.ring = ring;
        this.meter = meter;
        this.report = report;
    }

    /** Uses this from now on, nothing with null; returns at once. */
    synchronized void use(@Nullable Target target) {
        Run next = opening;
        Run now = running;
        if (target == null) {
            opening = null;
            running = null;
        } else if (next != null ? !next.target.equals(target) : now == null || !now.target.equals(target)) {
            Run run = new Run(target);
            opening = run;
            Thread.ofPlatform()
                    .name("centralino-" + name)
                    .daemon()
                    .priority(Thread.MAX_PRIORITY)
                    .start(run);
        }
    }

    /** Leaves a device behind that has not moved for long. */
    void check() {
        Run stalled;
        synchronized (this) {
            Run next = opening;
            stalled = next != null ? next : running;
        }
        if (stalled != null && System.nanoTime() - stalled.progressNanos > STALLED) {
            stalled.fail("it does not answer");
        }
    }

    private synchronized boolean takesOver(Run run) {
        if (opening != run) {
            return false;
        }
        opening = null;
        running = run;
        ring.clear();
        return true;
    }

    private synchronized boolean drop(Run run) {
        boolean was = opening == run || running == run;
        opening = opening == run ? null : opening;
        running = running == run ? null : running;
        return was;
    }

    private final class Run implements Runnable {

        private final Target target;
        private volatile long progressNanos = System.nanoTime();

        Run(Target target) {
            this.target = target;
        }

        @Override
        public void run() {
            Device device = target.device();
            try (AudioDevice open = target.backend().open(direction, device.id(), purpose)) {
                if (takesOver(this)) {
                    report.opened(device);
                    move(open);
                }
            } catch (IOException | RuntimeException | LinkageError e) {
                fail(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void move(AudioDevice open) throws IOException, InterruptedException {
            short[] frame = new short[SoundGraph.FRAME];
            while (running == this) {
                if (direction == Direction.CAPTURE) {
                    open.transfer(frame);
                    if (running == this) {
                        meter.feed(frame);
                        ring.write(frame, 0, frame.length);
                    }
                } else if (ring.await(frame.length, 100) && running == this && ring.read(frame)) {
                    meter.feed(frame);
                    open.transfer(frame);
                }
                progressNanos = System.nanoTime();
            }
        }

        void fail(String why) {
            if (drop(this)) {
                report.failed(target.device(), why);
            }
        }
    }
}
