/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import javax.media.Buffer;
import javax.media.Format;
import javax.media.format.AudioFormat;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.impl.neomedia.jmfext.media.renderer.AbstractRenderer;

/** What a stream of libjitsi takes for its speaker: decoded sound goes into the graph, at the pace the graph plays it. */
@NonNullByDefault({})
final class GraphRenderer extends AbstractRenderer<AudioFormat> {

    /** The longest packet of any codec here, at the graph's rate. */
    private static final int LONGEST = 48 * 120;

    private static final int[] RATES = {8_000, 16_000, 48_000};

    private final LegSound sound;
    private final short[] decoded = new short[LONGEST];
    private final short[] atGraphRate = new short[6 * LONGEST];
    private @Nullable Resampler resampler;
    private int resamplerRate;

    GraphRenderer(LegSound sound) {
        this.sound = sound;
    }

    @Override
    public String getName() {
        return "Centralino sound graph";
    }

    @Override
    public Format[] getSupportedInputFormats() {
        Format[] formats = new Format[RATES.length];
        for (int i = 0; i < RATES.length; i++) {
            formats[i] = LinearFormat.of(RATES[i]);
        }
        return formats;
    }

    @Override
    public int process(Buffer buffer) {
        if (buffer.isDiscard() || buffer.getLength() <= 0 || !(buffer.getData() instanceof byte[] data)) {
            return BUFFER_PROCESSED_OK;
        }
        int rate = buffer.getFormat() instanceof AudioFormat format ? (int) format.getSampleRate() : 0;
        Resampler up = resampler;
        if (up == null || rate != resamplerRate) {
            if (rate <= 0) {
                return BUFFER_PROCESSED_FAILED;
            }
            up = Resampler.up(rate);
            resampler = up;
            resamplerRate = rate;
        }
        int count = LinearFormat.toSamples(data, buffer.getOffset(), buffer.getLength(), decoded);
        try {
            sound.putFromPeer(atGraphRate, up.convert(decoded, count, atGraphRate));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return BUFFER_PROCESSED_OK;
    }

    @Override
    public void open() {
        // The graph is always there.
    }

    @Override
    public void close() {
        // The graph stays.
    }

    @Override
    public void start() {
        // Sound comes by process alone.
    }

    @Override
    public void stop() {
        // Nothing is held back.
    }
}
