/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

/**
 * Which contact, in which source. Immutable.
 *
 * @param source the {@link SourceStatus#id()} it comes from; {@link #LOCAL} for the user's own contacts
 * @param key what the source itself calls it (entryUUID, UID, row); stable as long as the source keeps it
 */
public record ContactId(String source, String key) {

    /** The source of the contacts that the user wrote. */
    public static final String LOCAL = "local";
}
