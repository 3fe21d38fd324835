/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import org.centralino.directory.source.ContactSink;
import org.centralino.directory.source.DirectorySource;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Component;

/** Reads contacts from LDAP servers: type {@code ldap}, see docs/DIRECTORIES.md. */
@Component(property = DirectorySource.TYPE + "=ldap")
public final class LdapSource implements DirectorySource {

    @Override
    public @Nullable String read(SourceSettings source, @Nullable String since, ContactSink sink)
            throws SourceException, InterruptedException {
        LdapSettings settings = LdapSettings.of(source);
        try (LdapSession session = LdapSession.open(settings)) {
            Mark mark = new LdapReading(settings, session, sink).read(Mark.parse(since));
            return mark == null ? null : mark.toString();
        }
    }
}
