/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** WAV as {@link WavWriter} writes it. Its length is the file's: the header may lag behind where a program was killed. */
final class WavReader implements SoundReader {

    private static final int PART = 4096;

    private final FileChannel channel;
    private final long length;
    private final ByteBuffer part = ByteBuffer.allocate(4 * PART).order(ByteOrder.LITTLE_ENDIAN);
    private long position;

    WavReader(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ);
        boolean ours = false;
        try {
            ByteBuffer header = ByteBuffer.allocate(WavWriter.HEADER);
            fill(header, 0);
            ours = isOurs(header.array());
        } finally {
            if (!ours) {
                channel.close();
            }
        }
        if (!ours) {
            throw new IOException(path + " is no recording");
        }
        length = Math.max(0, channel.size() - WavWriter.HEADER) / 4;
    }

    /** The format's chunk and where the data begin are always the same. */
    private static boolean isOurs(byte[] header) {
        byte[] wanted = WavWriter.header(0);
        String name = new String(header, 0, 4, StandardCharsets.US_ASCII);
        return (name.equals("RIFF") || name.equals("RF64"))
                && Arrays.equals(header, 8, 12, wanted, 8, 12)
                && Arrays.equals(header, 48, 76, wanted, 48, 76);
    }

    private void fill(ByteBuffer buffer, long from) throws IOException {
        long at = from;
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, at);
            if (count < 0) {
                return;
            }
            at += count;
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void seek(long sample) {
        position = Math.clamp(sample, 0, length);
    }

    @Override
    public int read(short[] ours, short[] theirs) throws IOException {
        int wanted = (int) Math.min(ours.length, length - position);
        int done = 0;
        while (done < wanted) {
            int count = Math.min(PART, wanted - done);
            part.clear().limit(4 * count);
            fill(part, WavWriter.HEADER + 4 * position);
            part.flip();
            int got = part.remaining() / 4;
            for (int i = 0; i < got; i++) {
                ours[done + i] = part.getShort();
                theirs[done + i] = part.getShort();
            }
            done += got;
            position += got;
            if (got < count) {
                return done;
            }
        }
        return done;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
