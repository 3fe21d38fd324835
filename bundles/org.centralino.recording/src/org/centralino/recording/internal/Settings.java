/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.centralino.recording.internal.file.Format;
import org.centralino.recording.internal.store.Keeping;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How is recorded, as docs/RECORDING.md tells. Immutable. A setting that makes no sense counts as not set, and the log says so.
 *
 * @param folder where recordings lie; null: where the workstation keeps its own
 * @param announceAtStart whether both sides hear a tone when a recording begins
 * @param announceEvery seconds between such tones, 0 for no more of them
 * @param retentionDays 0: for ever
 * @param upload where recordings go; null: nowhere
 */
public record Settings(
        Format format,
        @Nullable Path folder,
        boolean announceAtStart,
        int announceEvery,
        boolean mayDelete,
        int retentionDays,
        @Nullable Upload upload) {

    /**
     * A store for recordings.
     *
     * @param url of the folder or bucket, which ends with a slash
     * @param user or access key's id; may be empty
     * @param region of an S3-compatible store; empty: it is WebDAV
     * @param deleteHere whether recordings are deleted here once the store has confirmed
     */
    public record Upload(String url, String user, String region, boolean deleteHere) {}

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final int LEAST_SECONDS = 5;
    private static final int MOST = 100_000;

    /** @param values of the settings by their names, empty for those that are not set */
    static Settings of(UnaryOperator<String> values) {
        String announce = values.apply("announce").strip().toLowerCase(Locale.ROOT);
        boolean words = announce.isEmpty() || announce.equals("none") || announce.equals("start");
        int every = words ? 0 : number("announce", announce, LEAST_SECONDS);
        return new Settings(
                format(values.apply("format")),
                folder(values.apply("folder")),
                announce.equals("start") || every > 0,
                every,
                "true".equalsIgnoreCase(values.apply("mayDelete").strip()),
                number("retentionDays", values.apply("retentionDays"), 0),
                upload(values));
    }

    /** What is done with recordings, where {@code own} is the workstation's own folder for them. */
    Keeping keeping(Path own) {
        Path chosen = folder;
        Upload to = upload;
        return new Keeping(
                chosen == null ? own : chosen, mayDelete, retentionDays, to != null, to != null && to.deleteHere());
    }

    private static Format format(String name) {
        for (Format format : Format.values()) {
            if (format.name().equalsIgnoreCase(name.strip())) {
                return format;
            }
        }
        if (!name.isBlank()) {
            LOG.warn("Recordings cannot be of the format {}; it is Opus", name);
        }
        return Format.OPUS;
    }

    private static @Nullable Path folder(String name) {
        try {
            Path folder = name.isBlank() ? null : Path.of(name.strip());
            if (folder == null || folder.isAbsolute()) {
                return folder;
            }
            LOG.warn("The folder for recordings is not given from the root: {}", name);
        } catch (InvalidPathException e) {
            LOG.warn("This is no folder for recordings: {}", name);
        }
        return null;
    }

    private static int number(String name, String text, int least) {
        if (text.isBlank()) {
            return 0;
        }
        try {
            return Math.clamp(Integer.parseInt(text.strip()), least, MOST);
        } catch (NumberFormatException e) {
            LOG.warn("{} of recordings is no number: {}", name, text);
            return 0;
        }
    }

    private static @Nullable Upload upload(UnaryOperator<String> values) {
        String url = values.apply("upload").strip();
        if (url.isEmpty()) {
            return null;
        }
        return new Upload(
                url.endsWith("/") ? url : url + "/",
                values.apply("uploadUser").strip(),
                values.apply("uploadRegion").strip(),
                "true".equalsIgnoreCase(values.apply("deleteUploaded").strip()));
    }
}
