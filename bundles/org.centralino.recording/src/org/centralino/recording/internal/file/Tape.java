/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.centralino.media.SoundGraph;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a ring holds, on a thread of its own, and tells what reached the disk. What cannot be written waits in the ring,
 * is tried again, and only lost when the ring is full; a file that is gone is followed by another one.
 */
public final class Tape {

    /** Where sound goes to. */
    public interface Shelf {

        /** Begins the next file; called on the tape's thread, also after a failure. */
        File next() throws IOException;
    }

    /**
     * A file that was begun.
     *
     * @param path where
     * @param writer what writes it
     */
    public record File(Path path, SoundWriter writer) {}

    /** Told on the tape's thread, and must not wait. */
    public interface Listener {

        /**
         * Sound of this length is on the disk, in the present file.
         *
         * @param frames those of the ring that are written or lost
         */
        void written(Path file, Duration length, long bytes, long frames);

        /** At this place sound is missing. */
        void gap(Path file, Duration at);

        /** Nothing can be written; it is tried again. */
        void failed(Exception why);

        /** The file is ended, properly where {@code whole}. */
        void ended(Path file, Duration length, long bytes, boolean whole);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Tape.class);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    /** Half of what may be lost is spent on waiting, the rest is for a disk that takes its time. */
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private static final int FLUSH_FRAMES = 40;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final String name;
    private final FrameRing ring;
    private final Shelf shelf;
    private final Listener listener;
    private final short[] both = new short[2 * SoundGraph.FRAME];
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();
    private final Thread thread;
    private @Nullable File file;
    private long frames;
    private long safe;
    private long fresh;
    private long firstFrame;
    private long lost;
    private boolean broken;
    private boolean torn;
    private long flushed;
    private volatile long endAsked;

    public Tape(String name, FrameRing ring, Shelf shelf, Listener listener) {
        this.name = name;
        this.ring = ring;
        this.shelf = shelf;
        this.listener = listener;
        thread = Thread.ofPlatform().name("recording of " + name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Writes what is left and ends the file. Complete when that is done, or was given up. */
    public CompletableFuture<Boolean> end() {
        if (endAsked == 0) {
            endAsked = System.nanoTime() | 1;
        }
        LockSupport.unpark(thread);
        return over;
    }

    private void run() {
        flushed = System.nanoTime();
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = turn();
            }
        } finally {
            over.complete(true);
        }
    }

    private boolean turn() {
        boolean ending = endAsked != 0;
        try {
            boolean more = write(ending);
            if (ending && !more) {
                finish();
                return false;
            }
            if (!more) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            listener.failed(e instanceof Exception known ? known : new IOException(e));
            if (ending && System.nanoTime() - endAsked > PATIENCE_NANOS) {
                LOG.error("The end of the recording of {} is lost", name, e);
                leave();
                return false;
            }
            LockSupport.parkNanos(RETRY_NANOS);
            return true;
        }
    }

    /** Returns whether there is more to be written at once. */
    private boolean write(boolean ending) throws IOException {
        if (broken) {
            // What was added before has not reached the disk: nothing new before that has.
            flush();
        }
        File open = file;
        while (fresh < FLUSH_FRAMES && !ring.isEmpty()) {
            if (open == null) {
                open = begin();
            }
            ring.take(both);
            open.writer().add(both);
            frames++;
            fresh++;
        }
        gap();
        boolean full = fresh >= FLUSH_FRAMES;
        if (fresh > 0 && (full || ending || System.nanoTime() - flushed >= FLUSH_NANOS)) {
            flush();
        }
        return full;
    }

    private File begin() throws IOException {
        File made = shelf.next();
        file = made;
        frames = 0;
        safe = 0;
        firstFrame = ring.taken();
        if (torn) {
            torn = false;
            listener.gap(made.path(), Duration.ZERO);
        }
        return made;
    }

    private void flush() throws IOException {
        File open = file;
        if (open == null) {
            return;
        }
        broken = true;
        try {
            open.writer().flush();
        } catch (NoSuchFileException e) {
            leave();
            throw e;
        }
        broken = false;
        fresh = 0;
        safe = frames;
        flushed = System.nanoTime();
        listener.written(open.path(), length(frames), open.writer().bytes(), ring.taken());
    }

    private void gap() {
        File open = file;
        if (open != null && ring.dropped() != lost && ring.taken() >= ring.gap()) {
            lost = ring.dropped();
            listener.gap(open.path(), length(Math.max(0, ring.gap() - firstFrame)));
        }
    }

    private void finish() throws IOException {
        File open = file;
        if (open != null) {
            open.writer().finish();
            listener.ended(open.path(), length(frames), open.writer().bytes(), true);
            close(open);
        }
    }

    /** Lets go of a file that can be written no more. */
    private void leave() {
        File open = file;
        file = null;
        broken = false;
        fresh = 0;
        torn = true;
        if (open != null) {
            listener.ended(open.path(), length(safe), open.writer().bytes(), false);
            close(open);
        }
    }

    private void close(File open) {
        try {
            open.writer().close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed: {}", open.path(), e.toString());
        }
    }

    private static Duration length(long frames) {
        return Duration.ofMillis(10 * frames);
    }
}
