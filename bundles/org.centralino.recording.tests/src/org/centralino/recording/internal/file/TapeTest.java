/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.media.SoundGraph;
import org.centralino.testbench.Await;
import org.junit.jupiter.api.Test;

/** A disk that takes its time, and one that fails. */
class TapeTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Path FILE = Path.of("recording.wav");

    private final FrameRing ring = new FrameRing(100);
    private final short[] frame = new short[SoundGraph.FRAME];
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger added = new AtomicInteger();

    @Test
    void a_disk_that_hangs_never_holds_up_the_sound_and_what_is_lost_is_marked() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        Tape tape = tape(() -> {
            await(hangs);
            return 0;
        });
        say(90);
        Await.until(SOON, () -> "nothing was taken", () -> added.get() == 40);
        long begun = System.nanoTime();
        say(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(500));
        hangs.countDown();
        tape.end().get(10, TimeUnit.SECONDS);
        // 40 were with the disk, 100 in the ring, which had no room for the rest.
        assertThat(told).contains("gap 1400").contains("ended 1400 true");
    }

    @Test
    void what_could_not_be_written_is_written_later() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Tape tape = tape(() -> {
            if (tries.incrementAndGet() <= 2) {
                throw new IOException("No space left on device");
            }
            return 0;
        });
        say(80);
        Await.until(SOON, () -> "not written: " + told, () -> told.contains("written 800"));
        assertThat(told.subList(0, 2)).containsOnly("failed");
        tape.end().get(10, TimeUnit.SECONDS);
        assertThat(told.getLast()).isEqualTo("ended 800 true");
    }

    @Test
    void a_disk_that_fails_for_good_holds_up_the_end_no_more_than_a_few_seconds() throws Exception {
        Tape tape = tape(() -> {
            throw new IOException("Input/output error");
        });
        say(80);
        Await.until(SOON, () -> "no failure", () -> told.contains("failed"));
        tape.end().get(10, TimeUnit.SECONDS);
        assertThat(told.getLast()).isEqualTo("ended 0 false");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void say(int frames) {
        for (int i = 0; i < frames; i++) {
            ring.ours().write(frame);
            ring.theirs().write(frame);
        }
    }

    private interface Disk {
        int flush() throws IOException;
    }

    private Tape tape(Disk disk) {
        SoundWriter writer = new SoundWriter() {
            @Override
            public void add(short[] both) {
                added.incrementAndGet();
            }

            @Override
            public void flush() throws IOException {
                disk.flush();
            }

            @Override
            public void finish() throws IOException {
                disk.flush();
            }

            @Override
            public long bytes() {
                return 0;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Tape tape = new Tape("x", ring, () -> new Tape.File(FILE, writer), new Tape.Listener() {
            @Override
            public void written(Path file, Duration length, long bytes, long frames) {
                told.add("written " + length.toMillis());
            }

            @Override
            public void gap(Path file, Duration at) {
                told.add("gap " + at.toMillis());
            }

            @Override
            public void failed(Exception why) {
                told.add("failed");
            }

            @Override
            public void ended(Path file, Duration length, long bytes, boolean whole) {
                told.add("ended " + length.toMillis() + " " + whole);
            }
        });
        tape.start();
        return tape;
    }
}
