/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.centralino.media.OpusService;
import org.eclipse.jdt.annotation.Nullable;

/** The pages of a file, as far as they are whole: where a program was killed or the power failed, what follows is not. */
final class OggPages {

    private static final int MOST_PAGES = 1 << 20;

    private final FileChannel channel;
    private final int serial;
    private final List<byte[]> headers = new ArrayList<>();
    private long[] offsets = new long[256];
    private long[] granules = new long[256];
    private int count;

    /** A page's content. */
    private record Page(int serial, long granule, long begin, long end, List<byte[]> packets) {}

    OggPages(FileChannel channel) throws IOException {
        this.channel = channel;
        Page page = page(0);
        serial = page == null ? 0 : page.serial();
        // Head and tags have pages of their own; sound begins after them.
        for (int i = 0; i < 2 && page != null; i++) {
            headers.addAll(page.packets());
            page = page(page.end());
        }
        for (long last = 0; page != null; page = page(page.end())) {
            if (page.serial() != serial || !isPlausible(page, last) || count == MOST_PAGES) {
                break;
            }
            add(page.begin(), page.granule());
            last = page.granule();
        }
    }

    /** Whether a page's packets can hold as many samples as it says. */
    private static boolean isPlausible(Page page, long before) {
        long most = (long) page.packets().size() * OpusService.MOST_SAMPLES;
        return page.granule() >= before && page.granule() <= before + most;
    }

    private void add(long offset, long granule) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            granules = Arrays.copyOf(granules, 2 * count);
        }
        offsets[count] = offset;
        granules[count++] = granule;
    }

    /** The packets before the sound. */
    List<byte[]> headers() {
        return headers;
    }

    /** How many pages of sound there are. */
    int count() {
        return count;
    }

    /** Samples up to the end of a page. */
    long granule(int page) {
        return page < 0 ? 0 : granules[page];
    }

    List<byte[]> packets(int page) throws IOException {
        Page read = page(offsets[page]);
        return read == null ? List.of() : read.packets();
    }

    private @Nullable Page page(long offset) throws IOException {
        byte[] header = new byte[OggPage.HEADER];
        if (!fill(header, offset, header.length) || !OggPage.isPage(header, 0)) {
            return null;
        }
        int segments = header[OggPage.HEADER - 1] & 0xff;
        byte[] lacing = new byte[segments];
        if (!fill(lacing, offset + OggPage.HEADER, segments)) {
            return null;
        }
        int length = 0;
        for (byte each : lacing) {
            length += each & 0xff;
        }
        byte[] whole = new byte[OggPage.HEADER + segments + length];
        if (!fill(whole, offset, whole.length)) {
            return null;
        }
        ByteBuffer fields = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int told = fields.getInt(OggPage.CHECKSUM);
        fields.putInt(OggPage.CHECKSUM, 0);
        if (OggPage.checksum(whole, 0, whole.length) != told) {
            return null;
        }
        List<byte[]> packets = packets(whole, lacing);
        return packets == null
                ? null
                : new Page(fields.getInt(14), fields.getLong(6), offset, offset + whole.length, packets);
    }

    /** Null where a packet goes on in the next page, which none of ours does. */
    private static @Nullable List<byte[]> packets(byte[] page, byte[] lacing) {
        List<byte[]> packets = new ArrayList<>();
        int from = OggPage.HEADER + lacing.length;
        int to = from;
        for (byte each : lacing) {
            to += each & 0xff;
            if ((each & 0xff) < 255) {
                packets.add(Arrays.copyOfRange(page, from, to));
                from = to;
            }
        }
        return from == to && (lacing.length == 0 || lacing[lacing.length - 1] != -1) ? packets : null;
    }

    private boolean fill(byte[] bytes, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        long at = from;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }
}
