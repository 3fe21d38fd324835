/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.centralino.media.OpusService;

/** Opus in Ogg as {@link OggOpusWriter} writes it. Bytes may be any: what is none of ours is refused or ends the sound. */
final class OggOpusReader implements SoundReader {

    /** A decoder that begins in the middle has found its way after so many samples (RFC 7845, 4.6). */
    private static final int PREROLL = 3840;

    private static final int HEAD = 23;

    private final FileChannel channel;
    private final OggPages pages;
    private final OpusService opus;
    private OpusService.Decoder ourDecoder;
    private OpusService.Decoder theirDecoder;
    private final int preSkip;
    private final long length;
    private final Deque<byte[]> packets = new ArrayDeque<>();
    private final short[] ourSamples = new short[OpusService.MOST_SAMPLES];
    private final short[] theirSamples = new short[OpusService.MOST_SAMPLES];
    private int nextPage;
    private int from;
    private int to;
    /** What the first of the samples at hand is; before 0 lies what is skipped. */
    private long at;

    private long position;

    private OggOpusReader(
            FileChannel channel,
            OggPages pages,
            OpusService opus,
            OpusService.Decoder ourDecoder,
            OpusService.Decoder theirDecoder) {
        this.channel = channel;
        this.pages = pages;
        this.opus = opus;
        this.ourDecoder = ourDecoder;
        this.theirDecoder = theirDecoder;
        preSkip = ByteBuffer.wrap(pages.headers().getFirst())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getShort(10)
                & 0xffff;
        length = Math.max(0, pages.granule(pages.count() - 1) - preSkip);
        at = -preSkip;
    }

    static SoundReader open(Path path, OpusService opus) throws IOException {
        List<AutoCloseable> opened = new ArrayList<>();
        boolean made = false;
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            opened.add(channel);
            OggPages pages = new OggPages(channel);
            if (pages.headers().size() != 2 || !isOurs(pages.headers().getFirst())) {
                throw new IOException(path + " is no recording");
            }
            OpusService.Decoder ours = opus.decoder();
            opened.add(ours);
            OpusService.Decoder theirs = opus.decoder();
            opened.add(theirs);
            SoundReader reader = new OggOpusReader(channel, pages, opus, ours, theirs);
            made = true;
            return reader;
        } finally {
            if (!made) {
                close(opened);
            }
        }
    }

    /** The comments of a file; none where it has none that can be read. */
    static List<String> comments(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            List<byte[]> headers = new OggPages(channel).headers();
            return headers.size() < 2 ? List.of() : comments(headers.get(1));
        }
    }

    private static List<String> comments(byte[] tags) {
        List<String> comments = new ArrayList<>();
        ByteBuffer fields = ByteBuffer.wrap(tags).order(ByteOrder.LITTLE_ENDIAN);
        if (tags.length >= 12) {
            fields.position(8);
            text(fields);
            int count = fields.remaining() < 4 ? 0 : fields.getInt();
            for (int i = 0; i < count && fields.remaining() >= 4; i++) {
                comments.add(text(fields));
            }
        }
        return comments;
    }

    private static String text(ByteBuffer fields) {
        byte[] text = new byte[Math.clamp(fields.getInt(), 0, fields.remaining())];
        fields.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static boolean isOurs(byte[] head) {
        return head.length == HEAD
                && new String(head, 0, 8, StandardCharsets.US_ASCII).equals("OpusHead")
                && head[9] == 2
                && head[18] == 1
                && head[19] == 2
                && head[20] == 0
                && head[21] == 0
                && head[22] == 1;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void seek(long sample) throws IOException {
        // New ones know nothing of what was before.
        ourDecoder.close();
        ourDecoder = opus.decoder();
        theirDecoder.close();
        theirDecoder = opus.decoder();
        position = Math.clamp(sample, 0, length);
        long wanted = position + preSkip - PREROLL;
        int low = 0;
        int high = pages.count();
        while (low < high) {
            int middle = low + high >>> 1;
            if (pages.granule(middle) <= wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        nextPage = low;
        packets.clear();
        from = 0;
        to = 0;
        at = pages.granule(low - 1) - preSkip;
    }

    @Override
    public int read(short[] ours, short[] theirs) throws IOException {
        int wanted = (int) Math.min(ours.length, length - position);
        int done = 0;
        while (done < wanted) {
            if (from == to && !decode()) {
                return done;
            }
            int late = (int) Math.min(to - from, Math.max(0, position - at));
            from += late;
            at += late;
            int count = Math.min(to - from, wanted - done);
            System.arraycopy(ourSamples, from, ours, done, count);
            System.arraycopy(theirSamples, from, theirs, done, count);
            from += count;
            at += count;
            position += count;
            done += count;
        }
        return done;
    }

    /** Makes more samples, or returns false at the end. */
    private boolean decode() throws IOException {
        while (packets.isEmpty()) {
            if (nextPage >= pages.count()) {
                return false;
            }
            packets.addAll(pages.packets(nextPage++));
        }
        byte[] packet = packets.removeFirst();
        from = 0;
        to = 0;
        int begin = 2;
        int size = packet.length < 2 ? -1 : packet[1] & 0xff;
        if (size >= 252 && packet.length > 2) {
            size += 4 * (packet[2] & 0xff);
            begin = 3;
        }
        if (size < 0 || (packet[0] & 3) != 0 || begin + size > packet.length) {
            return true;
        }
        // The first stream's packet without its length: the frame moves up behind its first byte.
        byte[] first = new byte[1 + size];
        first[0] = packet[0];
        System.arraycopy(packet, begin, first, 1, size);
        int second = begin + size;
        int count = ourDecoder.decode(first, 0, first.length, ourSamples);
        int other = theirDecoder.decode(packet, second, packet.length - second, theirSamples);
        to = Math.min(count, other);
        return true;
    }

    @Override
    public void close() throws IOException {
        close(List.of(ourDecoder, theirDecoder, channel));
    }

    private static void close(List<? extends AutoCloseable> opened) throws IOException {
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
