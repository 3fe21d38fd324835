/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.centralino.media.OpusService;
import org.centralino.media.SoundGraph;

/** Files that anybody may have changed: they are refused or end early, and nothing else happens. */
class SoundFilesProperties {

    private static final byte[] OPUS = made(Format.OPUS);
    private static final byte[] WAV = made(Format.WAV);

    @Property(tries = 200)
    void opus_of_any_bytes(@ForAll byte[] bytes) throws IOException {
        read(bytes, Format.OPUS);
    }

    @Property(tries = 200)
    void wav_of_any_bytes(@ForAll byte[] bytes) throws IOException {
        read(bytes, Format.WAV);
    }

    @Property(tries = 300)
    void opus_with_changes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int changes) throws IOException {
        read(changed(OPUS, seed, changes, 0), Format.OPUS);
    }

    @Property(tries = 300)
    void opus_with_changes_that_the_checksums_do_not_tell(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int changes) throws IOException {
        read(summed(changed(OPUS, seed, changes, OggPage.HEADER + 1)), Format.OPUS);
    }

    @Property(tries = 200)
    void wav_with_changes(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int changes) throws IOException {
        read(changed(WAV, seed, changes, 0), Format.WAV);
    }

    private static byte[] changed(byte[] whole, long seed, int changes, int from) {
        Random chance = new Random(seed);
        byte[] bytes = whole.clone();
        for (int i = 0; i < changes; i++) {
            bytes[from + chance.nextInt(bytes.length - from)] = (byte) chance.nextInt(256);
        }
        return bytes;
    }

    /** With the right checksum for each page that can still be made out. */
    private static byte[] summed(byte[] bytes) {
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at + OggPage.HEADER <= bytes.length && OggPage.isPage(bytes, at)) {
            int segments = bytes[at + OggPage.HEADER - 1] & 0xff;
            int end = at + OggPage.HEADER + segments;
            for (int i = 0; i < segments && at + OggPage.HEADER + i < bytes.length; i++) {
                end += bytes[at + OggPage.HEADER + i] & 0xff;
            }
            if (end > bytes.length) {
                return bytes;
            }
            fields.putInt(at + OggPage.CHECKSUM, 0);
            fields.putInt(at + OggPage.CHECKSUM, OggPage.checksum(bytes, at, end));
            at = end;
        }
        return bytes;
    }

    private static void read(byte[] bytes, Format format) throws IOException {
        Path file = Files.createTempFile("fuzz", format.suffix());
        try {
            Files.write(file, bytes);
            short[] ours = new short[5_000];
            short[] theirs = new short[5_000];
            Format.comments(file);
            try (SoundReader reader = Format.read(file, new TrustingOpus())) {
                long most = 2 + reader.length() / ours.length;
                long reads = 0;
                while (reader.read(ours, theirs) > 0) {
                    assertThat(++reads).isLessThanOrEqualTo(most);
                }
                reader.seek(reader.length() / 2);
                reader.read(ours, theirs);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("no recording");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] made(Format format) {
        try {
            Path file = Files.createTempDirectory("made").resolve("made" + format.suffix());
            try (SoundWriter writer = format.write(file, new TrustingOpus(), List.of("A=b"))) {
                for (int i = 0; i < 100; i++) {
                    writer.add(new short[2 * SoundGraph.FRAME]);
                    if (i % 30 == 0) {
                        writer.flush();
                    }
                }
                writer.finish();
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(file.getParent());
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A codec that takes everything for a packet of 20 ms. */
    private static final class TrustingOpus implements OpusService {

        @Override
        public Encoder encoder() {
            return new Encoder() {
                private int count;

                @Override
                public int preSkip() {
                    return 312;
                }

                @Override
                public int encode(short[] samples, byte[] out) {
                    int length = 1 + 37 * count++ % 400;
                    out[0] = 120;
                    return length;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Decoder decoder() {
            return new Decoder() {
                @Override
                public int decode(byte[] packet, int offset, int length, short[] out) {
                    assertThat(offset + length).isLessThanOrEqualTo(packet.length);
                    return length == 0 ? 0 : SAMPLES;
                }

                @Override
                public void close() {}
            };
        }
    }
}
