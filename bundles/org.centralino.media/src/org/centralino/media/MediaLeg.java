/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The media of one call: RTP outside, a node of the sound graph inside. Methods may be called on any thread and return
 * at once; the work is done in order on a thread of the leg's own. After {@link #close} every method does nothing.
 */
@ProviderType
public interface MediaLeg extends AutoCloseable {

    /** The bound RTP port; RTCP is the next one. */
    int rtpPort();

    /** Starts the stream, or changes it in place (codec, address, direction) after a later offer/answer round. */
    void start(RtpSession session);

    /** This leg in the graph: it gives what the far side says, and the far side hears what it takes. Gone after {@link #close}. */
    SoundNode node();

    /**
     * Starts an RFC 4733 event; does nothing when telephone-event was not agreed, or the far side wants no sound.
     *
     * @param tone one of {@code 0-9 * # A-D}
     */
    void startTone(char tone);

    /** Ends the event in progress; it lasts at least 100 ms. */
    void stopTone();

    /** Who is told of tones received (RFC 4733), on a thread of the leg's own; instead of who was told before. */
    void onTone(Consumer<Character> listener);

    /** Counters up to now; zeros before {@link #start}. */
    CallStatistics statistics();

    /** Stops RTP and frees ports and threads in the background. Never waits, never throws. */
    @Override
    void close();
}
