/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.centralino.media.FrameSource;
import org.eclipse.jdt.annotation.Nullable;

/** What held parties hear, for all calls. Methods may be called on any thread. */
public final class MusicOnHold {

    private static final long AFTER_THE_CALL_IS_UP_S = 2;

    private volatile boolean prepared;
    private volatile @Nullable Piece chosen;

    /**
     * What parties held from now on hear. Reads the file, which takes a moment.
     *
     * @param file null: our own piece
     * @throws IOException when it is no music that we can play; the music stays as it was
     */
    public void use(@Nullable Path file) throws IOException {
        chosen = file == null ? null : MusicFile.read(file);
    }

    /** Composes our own piece in a while, so that the first who is held need not wait for it. */
    public void prepare() {
        if (!prepared) {
            prepared = true;
            CompletableFuture.delayedExecutor(
                            AFTER_THE_CALL_IS_UP_S,
                            TimeUnit.SECONDS,
                            task -> Thread.ofPlatform()
                                    .daemon()
                                    .name("hold music")
                                    .start(task))
                    .execute(MusicOnHold::own);
        }
    }

    /** The music from its beginning, without end. Our own piece is composed when it is first needed: not for the call loop. */
    public FrameSource start() {
        Piece piece = chosen;
        return (piece == null ? own() : piece).play();
    }

    private static Piece own() {
        return Own.PIECE;
    }

    private static final class Own {
        static final Piece PIECE = Composition.piece();
    }
}
