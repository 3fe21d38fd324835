/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.centralino.media.FrameSource;
import org.centralino.media.OpusService;
import org.centralino.media.SoundGraph;
import org.centralino.recording.internal.testing.Framework;
import org.centralino.recording.internal.testing.Sides;
import org.centralino.recording.internal.testing.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of both formats, with the real codec, judged by programs that are not ours. */
class SoundFilesTest {

    private static final double LOUD_DB = -15;
    private static final double UNHEARD_DB = -50;

    @TempDir
    Path folder = Path.of("");

    private final OpusService opus = Framework.opus();

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_was_written_is_read_by_others_and_by_us(Format format) throws IOException {
        Path file = write(format, 301);
        for (Sides sides : List.of(Sides.decoded(file), read(file))) {
            assertThat(sides.seconds()).isEqualTo(3.01);
            Sides middle = sides.part(0.2, 2.8);
            assertThat(middle.oursDb(440)).isGreaterThan(LOUD_DB);
            assertThat(middle.theirsDb(1000)).isGreaterThan(LOUD_DB);
            assertThat(middle.oursDb(1000)).isLessThan(UNHEARD_DB);
            assertThat(middle.theirsDb(440)).isLessThan(UNHEARD_DB);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_was_flushed_is_read_while_the_file_is_being_written(Format format) throws IOException {
        Path file = folder.resolve("flushed" + format.suffix());
        try (SoundWriter writer = format.write(file, opus, List.of())) {
            add(writer, 120);
            writer.flush();
            Path copy = Files.copy(file, folder.resolve("copy" + format.suffix()));
            assertThat(Sides.decoded(copy).seconds()).isCloseTo(1.2, offset(0.02));
            assertThat(read(copy).seconds()).isCloseTo(1.2, offset(0.02));
            assertThat(writer.bytes()).isEqualTo(Files.size(file));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_file_that_breaks_off_anywhere_is_read_up_to_there(Format format) throws IOException {
        byte[] whole = Files.readAllBytes(write(format, 301));
        for (int part = 1; part < 10; part++) {
            Path broken = folder.resolve("broken" + part + format.suffix());
            Files.write(broken, Arrays.copyOf(whole, whole.length * part / 10 + part));
            assertThat(read(broken).seconds()).isBetween(3.01 * part / 10 - 0.65, 3.01 * part / 10 + 0.2);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void reading_goes_on_from_any_place(Format format) throws IOException {
        Path file = write(format, 500);
        Sides all = read(file);
        try (SoundReader reader = Format.read(file, opus)) {
            short[] ours = new short[4_800];
            short[] theirs = new short[4_800];
            for (long place : new long[] {200_000, 7, 100_001, 239_000, 0}) {
                reader.seek(place);
                int count = reader.read(ours, theirs);
                assertThat(count).isEqualTo((int) Math.min(4_800, 240_000 - place));
                for (int i = 0; i < count; i += 97) {
                    float there = all.ours()[(int) place + i];
                    assertThat(ours[i] / 32768f).isCloseTo(there, offset(0.02f));
                }
            }
            reader.seek(Long.MAX_VALUE);
            assertThat(reader.read(ours, theirs)).isZero();
        }
    }

    @Test
    void wav_beyond_four_gigabytes_is_rf64() {
        ByteBuffer header = ByteBuffer.wrap(WavWriter.header(5_000_000_000L)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(header.array(), 0, 4)).isEqualTo("RF64");
        assertThat(header.getInt(4)).isEqualTo(-1);
        assertThat(new String(header.array(), 12, 4)).isEqualTo("ds64");
        assertThat(header.getLong(20)).isEqualTo(5_000_000_000L + WavWriter.HEADER - 8);
        assertThat(header.getLong(28)).isEqualTo(5_000_000_000L);
    }

    @Test
    void the_comments_of_a_file_are_found_in_it() throws IOException {
        assertThat(Format.comments(write(Format.OPUS, 10))).containsExactly("CENTRALINO_NUMBER=203");
    }

    @Test
    void the_tail_of_the_sound_is_not_lost() throws IOException {
        Sides end = Sides.decoded(write(Format.OPUS, 103)).part(0.98, 1.03);
        assertThat(end.oursDb(440)).isGreaterThan(LOUD_DB - 3);
    }

    @Test
    void what_is_no_recording_is_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.opus"), "OggS".repeat(200));
        assertThatThrownBy(() -> Format.read(text, opus)).isInstanceOf(IOException.class);
        Path other = Files.writeString(folder.resolve("text.wav"), "RIFF".repeat(200));
        assertThatThrownBy(() -> Format.read(other, opus)).isInstanceOf(IOException.class);
    }

    private Path write(Format format, int frames) throws IOException {
        Path file = Files.createTempDirectory(folder, "made").resolve("made" + format.suffix());
        try (SoundWriter writer = format.write(file, opus, List.of("CENTRALINO_NUMBER=203"))) {
            add(writer, frames);
            writer.finish();
        }
        return file;
    }

    private static void add(SoundWriter writer, int frames) throws IOException {
        FrameSource ours = new Tone(440, 8_000);
        FrameSource theirs = new Tone(1_000, 8_000);
        short[] frame = new short[SoundGraph.FRAME];
        short[] both = new short[2 * SoundGraph.FRAME];
        for (int i = 0; i < frames; i++) {
            ours.read(frame);
            System.arraycopy(frame, 0, both, 0, frame.length);
            theirs.read(frame);
            System.arraycopy(frame, 0, both, frame.length, frame.length);
            writer.add(both);
            if (i % 40 == 39) {
                writer.flush();
            }
        }
    }

    private Sides read(Path file) throws IOException {
        try (SoundReader reader = Format.read(file, opus)) {
            return Sides.read(reader);
        }
    }
}
