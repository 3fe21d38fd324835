/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.csv;

import org.centralino.directory.files.internal.FileReading;
import org.centralino.directory.files.internal.Messages;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads a table with headings (RFC 4180 and what programs make of it), from a file or an address that serves one. */
@Component(property = DirectorySource.TYPE + "=csv")
public final class CsvSource implements DirectorySource {

    @Override
    public @Nullable String read(SourceSettings settings, @Nullable String since, ContactSink sink)
            throws SourceException, InterruptedException {
        return new FileReading(settings, "", Messages.csvNoRows)
                .read(since, sink, (file, where, counted) -> new Table(file, where, settings).read(counted));
    }
}
