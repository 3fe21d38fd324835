/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.centralino.media.OpusService;

/** Opus for recordings, by the codecs of calls: no redundancy against losses there are none of. */
public final class KeptOpus implements OpusService {

    /** What libopus looks ahead: 2.5 ms of overlap and 4 ms to choose between its modes by. */
    private static final int LOOK_AHEAD = OpusDecoder.RATE / 1000 * 13 / 2;

    private static final long LOADING_S = 20;
    private static final String WISHES = "useinbandfec=0";

    private final Supplier<CompletableFuture<Void>> natives;

    /** @param natives begins to load them, or tells that they are */
    public KeptOpus(Supplier<CompletableFuture<Void>> natives) {
        this.natives = natives;
    }

    @Override
    public Encoder encoder() throws IOException {
        load();
        SpeechEncoder encoder = guarded(() -> new OpusEncoder(WISHES));
        return new Encoder() {
            @Override
            public int preSkip() {
                return LOOK_AHEAD;
            }

            @Override
            public int encode(short[] samples, byte[] out) throws IOException {
                int length = encoder.encode(samples, SAMPLES, out, 0);
                if (length <= 0) {
                    throw new IOException("Opus cannot encode");
                }
                return length;
            }

            @Override
            public void close() {
                encoder.close();
            }
        };
    }

    @Override
    public Decoder decoder() throws IOException {
        load();
        SpeechDecoder decoder = guarded(OpusDecoder::new);
        return new Decoder() {
            private final short[] room = new short[OpusDecoder.RATE / 1000 * SpeechDecoder.LONGEST_MS];

            @Override
            public int decode(byte[] packet, int offset, int length, short[] out) {
                int count = Math.min(decoder.decode(packet, offset, length, room), out.length);
                System.arraycopy(room, 0, out, 0, count);
                return count;
            }

            @Override
            public void close() {
                decoder.close();
            }
        };
    }

    private interface Maker<T> {
        T make() throws IOException;
    }

    private static <T> T guarded(Maker<T> maker) throws IOException {
        try {
            return maker.make();
        } catch (LinkageError e) {
            throw new IOException("There is no Opus on this computer", e);
        }
    }

    private void load() throws IOException {
        try {
            natives.get().get(LOADING_S, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Opus was loaded", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Opus is not loaded", e);
        }
    }
}
