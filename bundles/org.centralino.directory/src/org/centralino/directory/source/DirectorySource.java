/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.source;

import org.eclipse.jdt.annotation.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads contacts of one type of source. A DS service with the property {@link #TYPE}, announced by the extension point
 * {@code org.centralino.directory.sources}. Stateless: several sources of one type are read at the same time.
 */
@ConsumerType
public interface DirectorySource {

    /** Service property: the {@code type} of the profile that this reads. */
    String TYPE = "centralino.source.type";

    /**
     * Reads what changed since the last time, or everything. Called on a thread of its own, which may block and take its time, but
     * not give {@code sink} nothing for five minutes: that is given up as silent. Ends soon with an {@link InterruptedException}
     * when its thread is interrupted. What it gave to {@code sink} counts only once it returns. What it throws besides, unchecked,
     * counts as a {@link SourceException}.
     *
     * @param settings as the profile has them
     * @param since what the last reading returned; null: everything is wanted
     * @return what to pass the next time (a sync-token, a time stamp, a digest); null: always read everything
     * @throws SourceException when the source is down or wrong; the last copy goes on to serve
     * @throws InterruptedException when it was asked to stop
     */
    @Nullable
    String read(SourceSettings settings, @Nullable String since, ContactSink sink)
            throws SourceException, InterruptedException;
}
