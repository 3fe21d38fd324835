/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** A recording that is listened to, by the speaker. Methods may be called on any thread and return at once. */
@ProviderType
public interface Playback extends AutoCloseable {

    void resume();

    void pause();

    boolean isPlaying();

    /** Goes to a place; beyond the end is the end. */
    void seek(Duration position);

    Duration position();

    Duration length();

    /** From 0.5 to 2; voices keep their pitch. */
    void setSpeed(double speed);

    @Override
    void close();
}
