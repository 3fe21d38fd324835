/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.vcard;

import java.io.InputStream;
import java.nio.file.Files;
import org.centralino.directory.files.internal.FileReading;
import org.centralino.directory.files.internal.Messages;
import org.centralino.directory.files.vcard.VCards;
import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads a vCard file, a folder of them, or an address that serves one. */
@Component(property = DirectorySource.TYPE + "=vcard")
public final class VCardSource implements DirectorySource {

    @Override
    public @Nullable String read(SourceSettings settings, @Nullable String since, ContactSink sink)
            throws SourceException, InterruptedException {
        return new FileReading(settings, ".vcf", Messages.noCards).read(since, sink, (file, where, counted) -> {
            try (InputStream in = Files.newInputStream(file)) {
                return VCards.read(in, settings.id(), settings.kind(), where, counted);
            }
        });
    }
}
