/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.centralino.testbench.Goertzel;
import org.centralino.testbench.Tone;
import org.centralino.testbench.Wav;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MusicFileTest {

    private static final double HERTZ = 700;
    private static final int MUTATIONS = 3_000;

    private final Path folder;

    MusicFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "WAVE, PCM_SIGNED, 16, 44100, 2",
        "WAVE, PCM_SIGNED, 24, 48000, 2",
        "WAVE, PCM_SIGNED, 32, 96000, 1",
        "WAVE, PCM_UNSIGNED, 8, 11025, 1",
        "WAVE, PCM_FLOAT, 32, 44100, 2",
        "WAVE, ULAW, 8, 8000, 1",
        "WAVE, ALAW, 8, 8000, 1",
        "AIFF, PCM_SIGNED, 16, 22050, 2",
        "AU, PCM_SIGNED, 16, 16000, 1",
        "AU, ULAW, 8, 8000, 1"
    })
    void everyUsualKindIsHeardAtTheSameLevelAndPitch(String kind, String encoding, int bits, int rate, int channels)
            throws Exception {
        Wav heard = Heard.of(
                MusicFile.read(written(kind, encoding, bits, rate, channels)).play(), 2);
        assertThat(Goertzel.strongestHz(heard.samples(), heard.rate())).isCloseTo(HERTZ, within(1.5));
        assertThat(Heard.levelDb(Heard.part(heard, 0.2, 1.8))).isCloseTo(-22, within(0.5));
    }

    @Test
    void loudAndQuietPassagesComeOutAlikeAndNothingClips() throws IOException {
        float[] samples = new float[30 * 16_000];
        Random random = new Random(3);
        for (int i = 0; i < samples.length; i++) {
            boolean loud = i / 80_000 % 2 == 0;
            samples[i] = (float) ((loud ? 0.3 : 0.03) * random.nextGaussian());
            // A drum now and then, full scale.
            samples[i] = i % 12_000 < 40 ? 1 : samples[i];
        }
        Path file = folder.resolve("wild.wav");
        new Wav(samples, 16_000).write(file);
        Wav heard = Heard.of(MusicFile.read(file).play(), 30);
        assertThat(Heard.peak(heard)).isLessThan(0.8);
        for (int from = 1; from < 28; from += 5) {
            assertThat(Heard.levelDb(Heard.part(heard, from, from + 3))).isCloseTo(-22, within(2.5));
        }
    }

    @Test
    void whatIsAboveTheTelephoneDoesNotComeBackAsSomethingElse() throws IOException {
        float[] samples = Tone.samples(400, -20, 3, 48_000);
        float[] high = Tone.samples(15_000, -20, 3, 48_000);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += high[i];
        }
        Path file = folder.resolve("high.wav");
        new Wav(samples, 48_000).write(file);
        Wav heard = Heard.part(Heard.of(MusicFile.read(file).play(), 3), 0.5, 2.5);
        assertThat(Goertzel.levelDb(heard.samples(), heard.rate(), 400)).isCloseTo(-22, within(0.3));
        assertThat(Goertzel.levelDb(heard.samples(), heard.rate(), 16_000 - 15_000))
                .isLessThan(-60);
        assertThat(Goertzel.levelDb(heard.samples(), heard.rate(), 15_000)).isLessThan(-70);
    }

    @Test
    void whatCannotBePlayedIsRefusedWithItsReason() throws IOException {
        refused(folder.resolve("none.wav"), "no file");
        refused(folder, "no file");
        refused(Files.writeString(folder.resolve("a.wav"), "MThd and nothing of sound"), "Not a WAV");
        refused(Files.write(folder.resolve("empty.wav"), new byte[0]), "Not a WAV");
        refused(wav("short.wav", new float[100]), "shorter than a second");
        refused(wav("silent.wav", new float[40_000]), "nothing to hear");
        refused(wav("long.wav", new float[8_000 * 601]), "longer than 10 minutes");
        Path huge = folder.resolve("huge.wav");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(257L << 20);
        }
        refused(huge, "larger than");
    }

    private static void refused(Path file, String reason) {
        assertThatThrownBy(() -> MusicFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    private Path wav(String name, float[] samples) throws IOException {
        Path file = folder.resolve(name);
        new Wav(samples, 8_000).write(file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"WAVE", "AIFF", "AU"})
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aBrokenFileIsPlayedOrRefusedAndNeverMore(String kind) throws Exception {
        byte[] whole = Files.readAllBytes(written(kind, "PCM_SIGNED", 16, 8_000, 1));
        Path file = folder.resolve("mutated");
        Random random = new Random(kind.hashCode());
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutated(whole, random);
            Files.write(file, mutated);
            try {
                assertThat(MusicFile.read(file)).isNotNull();
            } catch (IOException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            }
        }
        System.out.printf("%s: %d of %d broken files refused%n", kind, refused, MUTATIONS);
        assertThat(refused).isBetween(MUTATIONS / 20, MUTATIONS - 1);
    }

    /** Bytes of the header changed, some to the worst there is, and sometimes cut short. */
    private static byte[] mutated(byte[] whole, Random random) {
        byte[] data = whole.clone();
        int worst = random.nextInt(1, 5);
        for (int i = 0; i < worst; i++) {
            int at = random.nextInt(64);
            byte[] extremes = {0, 1, -1, Byte.MAX_VALUE, Byte.MIN_VALUE, (byte) random.nextInt()};
            data[at] = extremes[random.nextInt(extremes.length)];
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(data, random.nextInt(data.length)) : data;
    }

    private Path written(String kind, String encoding, int bits, int rate, int channels) throws IOException {
        float[] tone = Tone.samples(HERTZ, -30, 1.5, rate);
        boolean bigEndian = !kind.equals("WAVE");
        AudioFormat plain = new AudioFormat(rate, 16, channels, true, bigEndian);
        ByteBuffer pcm = ByteBuffer.allocate(tone.length * 2 * channels)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (float sample : tone) {
            for (int channel = 0; channel < channels; channel++) {
                pcm.putShort((short) (sample * Short.MAX_VALUE));
            }
        }
        AudioFormat wanted = new AudioFormat(
                new AudioFormat.Encoding(encoding), rate, bits, channels, bits / 8 * channels, rate, bigEndian);
        File file = folder.resolve(kind + encoding + bits).toFile();
        AudioFileFormat.Type type = switch (kind) {
            case "AIFF" -> AudioFileFormat.Type.AIFF;
            case "AU" -> AudioFileFormat.Type.AU;
            default -> AudioFileFormat.Type.WAVE;
        };
        try (AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(pcm.array()), plain, tone.length);
                AudioInputStream converted = wanted.matches(plain) ? in : AudioSystem.getAudioInputStream(wanted, in)) {
            AudioSystem.write(converted, type, file);
        }
        return file.toPath();
    }
}
