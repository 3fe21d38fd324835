/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** {@link Map#get} with the null it may return told to the compiler. */
final class Lookup {

    private Lookup() {}

    static <K, V> @Nullable V in(Map<K, V> map, K key) {
        return map.get(key);
    }
}
