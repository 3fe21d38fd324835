/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.util.Map;
import java.util.WeakHashMap;
import org.centralino.practice.media.Music;
import org.eclipse.jdt.annotation.Nullable;

/** 608: the first to come waits with music, the next is joined with them. */
final class ParkOrbit implements Extension {
    private final Map<ExtensionCall, @Nullable ExtensionCall> joined = new WeakHashMap<>();
    private @Nullable ExtensionCall parked;
    private @Nullable Extension left;

    /** An extension that was transferred to here waits for the next to dial. */
    void leave(Extension extension) {
        left = extension;
    }

    @Override
    public void connected(ExtensionCall call) {
        Extension extension = left;
        ExtensionCall waiting = parked;
        if (extension != null) {
            left = null;
            call.become(extension);
        } else if (waiting == null) {
            parked = call;
            call.play(new Music());
        } else {
            parked = null;
            joined.put(call, waiting);
            joined.put(waiting, call);
            call.bridge(waiting);
        }
    }

    @Override
    public void ended(ExtensionCall call) {
        if (call == parked) {
            parked = null;
        }
        ExtensionCall other = joined.remove(call);
        if (other != null) {
            joined.remove(other);
            other.hangUp();
        }
    }
}
