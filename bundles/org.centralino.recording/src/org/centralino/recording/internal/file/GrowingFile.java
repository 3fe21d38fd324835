/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A file that grows. What is added is held until it is flushed; a flush that fails can be tried again, and writes the same to
 * the same place. For one thread, which must not be interrupted: that would close the file.
 */
final class GrowingFile implements Closeable {

    private static final int BEGINNING = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object key;
    private byte[] held = new byte[BEGINNING];
    private int length;
    private long flushed;
    private byte[] head = {};

    /** A new file, for nobody but this user. */
    GrowingFile(Path path) throws IOException {
        this.path = path;
        boolean posix =
                Files.getFileStore(Objects.requireNonNull(path.getParent())).supportsFileAttributeView("posix");
        FileAttribute<?>[] own = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        channel = FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), own);
        key = attributes().fileKey();
    }

    void add(byte[] bytes, int count) {
        if (length + count > held.length) {
            held = Arrays.copyOf(held, Math.max(2 * held.length, length + count));
        }
        System.arraycopy(bytes, 0, held, length, count);
        length += count;
    }

    /** The file begins with this from the next flush on, in place of what it began with. */
    void begin(byte[] bytes) {
        head = bytes;
    }

    /** Bytes that were added, on the disk or not. */
    long size() {
        return flushed + length;
    }

    /** Bytes on the disk. */
    long flushed() {
        return flushed;
    }

    /** When it returns, all that was added is on the disk, in the file that is found under its name. */
    void flush() throws IOException {
        write(ByteBuffer.wrap(held, 0, length), flushed);
        if (head.length > 0) {
            write(ByteBuffer.wrap(head), 0);
        }
        channel.force(false);
        if (!Objects.equals(attributes().fileKey(), key)) {
            throw new NoSuchFileException(path.toString(), null, "another file has its name");
        }
        flushed += length;
        length = 0;
        head = new byte[0];
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Closes it with what was flushed and nothing else. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (channel.size() > flushed) {
                channel.truncate(flushed);
            }
        }
    }
}
