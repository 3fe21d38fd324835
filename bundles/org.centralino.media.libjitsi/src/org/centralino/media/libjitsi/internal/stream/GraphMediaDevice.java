/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.util.List;
import javax.media.Processor;
import javax.media.Renderer;
import javax.media.protocol.DataSource;
import javax.media.protocol.PushBufferDataSource;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.impl.neomedia.device.AbstractMediaDevice;
import org.jitsi.impl.neomedia.device.MediaDeviceSession;
import org.jitsi.service.neomedia.MediaDirection;
import org.jitsi.service.neomedia.QualityPreset;
import org.jitsi.service.neomedia.codec.EncodingConfiguration;
import org.jitsi.service.neomedia.format.MediaFormat;
import org.jitsi.utils.MediaType;

/** The one device of a stream: the graph on both its ends. */
@NonNullByDefault({})
final class GraphMediaDevice extends AbstractMediaDevice {

    private final LegSound sound;
    private final MediaFormat format;
    private final int rate;
    private final int millis;

    GraphMediaDevice(LegSound sound, MediaFormat format, int rate, int millis) {
        this.sound = sound;
        this.format = format;
        this.rate = rate;
        this.millis = millis;
    }

    @Override
    protected DataSource createOutputDataSource() {
        return new GraphCapture(sound, rate, millis);
    }

    @Override
    protected Processor createPlayer(DataSource received) throws Exception {
        return super.createPlayer(received instanceof PushBufferDataSource source ? new LiveSource(source) : received);
    }

    @Override
    public MediaDeviceSession createSession() {
        return new GraphDeviceSession(this);
    }

    @Override
    protected Renderer createRenderer() {
        return new GraphRenderer(sound);
    }

    @Override
    public MediaDirection getDirection() {
        return MediaDirection.SENDRECV;
    }

    @Override
    public MediaFormat getFormat() {
        return format;
    }

    @Override
    public MediaType getMediaType() {
        return MediaType.AUDIO;
    }

    @Override
    public List<MediaFormat> getSupportedFormats(@Nullable QualityPreset send, @Nullable QualityPreset receive) {
        return List.of(format);
    }

    @Override
    public List<MediaFormat> getSupportedFormats(
            @Nullable QualityPreset send, @Nullable QualityPreset receive, EncodingConfiguration encodings) {
        return List.of(format);
    }
}
