/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine;

import java.time.Instant;
import org.osgi.framework.Bundle;

/**
 * A guest in quarantine. Immutable.
 *
 * @param name what people call it: its {@code Bundle-Name} in the language of the product
 * @param reason what it did
 * @param doing what it was called for then
 * @param since when that was
 */
public record Held(Bundle bundle, String name, Reason reason, String doing, Instant since) {

    /** Why a guest is in quarantine. */
    public enum Reason {
        /** It threw an exception. */
        THREW,
        /** It did not return in time. */
        STALLED,
        /** It left more and more threads behind. */
        LEAKED_THREADS
    }
}
