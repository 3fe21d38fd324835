/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Opens legs. Methods may be called on any thread; none waits for a sound device. */
@ProviderType
public interface MediaService {

    /** What can be sent and received here, best first; constant for the life of the service. */
    List<Codec> codecs();

    /**
     * Binds a pair of RTP and RTCP ports and prepares a leg; nothing is sent before {@link MediaLeg#start}.
     *
     * @param local the address to bind and to name in SDP
     * @return to be closed by who opened it
     * @throws IOException when no port pair is free
     */
    MediaLeg openLeg(InetAddress local) throws IOException;

    /** The sound graph that joins legs, devices, tones and recorders. */
    SoundGraph graph();

    /** What is done to the microphone's sound; {@link Enhancement#FULL} until something else was asked for. */
    Enhancement enhancement();

    /** Does this to the microphone's sound from now on, in a running call too. */
    void enhance(Enhancement enhancement);
}
