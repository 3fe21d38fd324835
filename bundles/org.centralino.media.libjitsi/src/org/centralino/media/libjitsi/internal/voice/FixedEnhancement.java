/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.voice;

import java.util.List;
import org.centralino.media.Enhancement;
import org.eclipse.jdt.annotation.Nullable;

/** What the system property {@value #PROPERTY} says is done to the microphone's sound, whatever the settings are. */
public final class FixedEnhancement {

    /** {@code none}, or of {@code echo,noise,gain} what is wanted: for measurements with tones, which are noise. */
    public static final String PROPERTY = "centralino.enhancement";

    private FixedEnhancement() {}

    /** Null where the settings decide. */
    public static @Nullable Enhancement of(@Nullable String property) {
        if (property == null || property.isBlank()) {
            return null;
        }
        List<String> words = List.of(property.trim().split("\\s*,\\s*"));
        return new Enhancement(words.contains("echo"), words.contains("noise"), words.contains("gain"));
    }
}
