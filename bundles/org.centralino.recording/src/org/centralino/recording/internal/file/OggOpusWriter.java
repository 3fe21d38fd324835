/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.centralino.media.OpusService;
import org.centralino.media.SoundGraph;

/**
 * Opus in Ogg (RFC 7845). Each side is a stream of one channel of its own within the packets (mapping family 1, nothing
 * coupled), so that no word of one is heard in the other's channel.
 */
final class OggOpusWriter implements SoundWriter {

    private static final String VENDOR = "Centralino";

    private final GrowingFile file;
    private final OpusService.Encoder ours;
    private final OpusService.Encoder theirs;
    private final int serial = ThreadLocalRandom.current().nextInt();
    private final OggPage page = new OggPage();
    private final short[] ourSamples = new short[OpusService.SAMPLES];
    private final short[] theirSamples = new short[OpusService.SAMPLES];
    private final byte[] ourPacket = new byte[OpusService.MOST_BYTES];
    private final byte[] theirPacket = new byte[OpusService.MOST_BYTES];
    private final byte[] packet = new byte[2 * OpusService.MOST_BYTES + 2];
    private final int preSkip;
    private int filled;
    private int pages;
    private long encoded;
    private long added;
    private boolean ended;

    private OggOpusWriter(
            GrowingFile file, OpusService.Encoder ours, OpusService.Encoder theirs, List<String> comments) {
        this.file = file;
        this.ours = ours;
        this.theirs = theirs;
        preSkip = ours.preSkip();
        header(head(), OggPage.FIRST);
        header(tags(comments), 0);
    }

    /** @param comments each as {@code NAME=value} */
    static SoundWriter open(Path path, OpusService opus, List<String> comments) throws IOException {
        OpusService.Encoder ours = opus.encoder();
        try {
            OpusService.Encoder theirs = opus.encoder();
            try {
                return new OggOpusWriter(new GrowingFile(path), ours, theirs, comments);
            } catch (IOException | RuntimeException e) {
                theirs.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            ours.close();
            throw e;
        }
    }

    private void header(byte[] content, int flags) {
        page.add(content, content.length);
        out(flags, 0);
    }

    private byte[] head() {
        return ByteBuffer.allocate(23)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 2)
                .putShort((short) preSkip)
                .putInt(SoundGraph.RATE)
                .putShort((short) 0)
                .put((byte) 1)
                .put(new byte[] {2, 0, 0, 1})
                .array();
    }

    private static byte[] tags(List<String> comments) {
        List<byte[]> texts = comments.stream()
                .map(each -> each.getBytes(StandardCharsets.UTF_8))
                .toList();
        byte[] vendor = VENDOR.getBytes(StandardCharsets.UTF_8);
        int size = 16
                + vendor.length
                + texts.stream().mapToInt(text -> 4 + text.length).sum();
        ByteBuffer tags = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        tags.put("OpusTags".getBytes(StandardCharsets.US_ASCII));
        tags.putInt(vendor.length).put(vendor).putInt(texts.size());
        texts.forEach(text -> tags.putInt(text.length).put(text));
        return tags.array();
    }

    @Override
    public void add(short[] both) throws IOException {
        System.arraycopy(both, 0, ourSamples, filled, SoundGraph.FRAME);
        System.arraycopy(both, SoundGraph.FRAME, theirSamples, filled, SoundGraph.FRAME);
        filled += SoundGraph.FRAME;
        added += SoundGraph.FRAME;
        if (filled == OpusService.SAMPLES) {
            encode();
        }
    }

    private void encode() throws IOException {
        int first = ours.encode(ourSamples, ourPacket);
        int second = theirs.encode(theirSamples, theirPacket);
        filled = 0;
        int length = delimited(first);
        System.arraycopy(theirPacket, 0, packet, length, second);
        length += second;
        if (!page.hasRoom(length)) {
            out(0, encoded);
        }
        page.add(packet, length);
        encoded += OpusService.SAMPLES;
    }

    /** All streams of a packet but the last tell how long they are (RFC 6716, appendix B); ours are of one frame each. */
    private int delimited(int length) throws IOException {
        if ((ourPacket[0] & 3) != 0) {
            throw new IOException("Opus made a packet of several frames");
        }
        int payload = length - 1;
        int at = 0;
        packet[at++] = ourPacket[0];
        if (payload < 252) {
            packet[at++] = (byte) payload;
        } else {
            // RFC 6716, 3.2.1: 252 to 255 in the first byte, the rest in fours in the second.
            int rest = 252 + (payload & 3);
            packet[at++] = (byte) rest;
            packet[at++] = (byte) (payload - rest >> 2);
        }
        System.arraycopy(ourPacket, 1, packet, at, payload);
        return at + payload;
    }

    private void out(int flags, long granule) {
        byte[] bytes = page.take(flags, granule, serial, pages++);
        file.add(bytes, bytes.length);
    }

    @Override
    public void flush() throws IOException {
        if (!page.isEmpty()) {
            out(0, encoded);
        }
        file.flush();
    }

    @Override
    public void finish() throws IOException {
        if (!ended) {
            // The last samples come out of the decoder only after so many more went in.
            long end = preSkip + added;
            do {
                Arrays.fill(ourSamples, filled, OpusService.SAMPLES, (short) 0);
                Arrays.fill(theirSamples, filled, OpusService.SAMPLES, (short) 0);
                encode();
            } while (encoded < end);
            out(OggPage.LAST, end);
            ended = true;
        }
        file.flush();
    }

    @Override
    public long bytes() {
        return file.flushed();
    }

    @Override
    public void close() throws IOException {
        ours.close();
        theirs.close();
        file.close();
    }
}
