/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.quarantine;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Who is a guest here, and which guests are in quarantine. A guest is a bundle of somebody else's that takes part in ours, by a
 * service or an extension: one whose symbolic name does not begin with {@code org.centralino.}. Its code is run by its
 * {@link Guest}, which puts it in quarantine the first time it fails; then it is called no more until it is released, it is
 * installed anew, or the workstation is started again. Methods return at once and may be called on any thread.
 */
@ProviderType
public interface Quarantine {

    /** Milliseconds that one call of a guest's code may take. */
    long DEADLINE_MS = 200;

    /** Milliseconds that making an object of a guest's may take, since classes are read from the disk for it. */
    long MAKING_MS = 5_000;

    /** The guest that this bundle is; null where it is one of ours, or there is none. The same bundle is always the same guest. */
    @Nullable
    Guest guest(@Nullable Bundle bundle);

    /** Those in quarantine, the longest held first. */
    List<Held> held();

    /** Lets a guest try again; nothing for one that is not held. */
    void release(Bundle bundle);
}
