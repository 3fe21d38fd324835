/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.centralino.media.Codec;
import org.centralino.media.libjitsi.internal.stream.Natives;
import org.centralino.media.libjitsi.internal.testing.Tone;
import org.centralino.media.libjitsi.internal.testing.Voice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoders and decoders, and what decoders do about gaps. */
class CodecsTest {

    private static final Codec OPUS = new Codec("opus", 48_000, 2, -1, "useinbandfec=1");
    private static final int PACKET = 960;

    @BeforeAll
    static void loadNatives() throws Exception {
        Natives.load(Path.of(System.getProperty("java.io.tmpdir"), "centralino-test-natives"))
                .get();
    }

    static Stream<Codec> codecs() {
        return Stream.of(
                OPUS,
                new Codec("G722", 8_000, 1, 9, ""),
                new Codec("PCMA", 8_000, 1, 8, ""),
                new Codec("PCMU", 8_000, 1, 0, ""));
    }

    /** Values from the tables of ITU-T G.711. */
    @Test
    void g711IsByTheBook() {
        assertThat(G711.MU_LAW.decode((byte) 0xFF)).isZero();
        assertThat(G711.MU_LAW.decode((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(G711.MU_LAW.decode((byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(G711.A_LAW.decode((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(G711.A_LAW.decode((byte) 0xAA)).isEqualTo((short) 32_256);
        assertThat(G711.A_LAW.decode((byte) 0x2A)).isEqualTo((short) -32_256);
        for (G711 law : new G711[] {G711.A_LAW, G711.MU_LAW}) {
            for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
                int error = Math.abs(law.decode(law.encode((short) sample)) - sample);
                assertThat(error).isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 27));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void bytesOfAnyKindAreNoDanger(Codec codec) throws Exception {
        Random random = new Random(3);
        short[] out = new short[48 * SpeechDecoder.LONGEST_MS];
        byte[] data = new byte[1500];
        try (SpeechDecoder decoder = Codecs.decoder(codec)) {
            for (int i = 0; i < 20_000; i++) {
                random.nextBytes(data);
                int length = random.nextInt(data.length);
                assertThat(decoder.decode(data, 0, length, out)).isBetween(0, out.length);
                if (i % 3 == 0) {
                    decoder.recover(data, 0, length, out, decoder.rate() / 50);
                    decoder.conceal(out, random.nextInt(decoder.rate() / 50));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void whatIsMissingForLongFadesToNothing(Codec codec) throws Exception {
        Tone tone = new Tone(440, 8000);
        short[] out = new short[48 * SpeechDecoder.LONGEST_MS];
        try (SpeechDecoder decoder = Codecs.decoder(codec);
                SpeechEncoder encoder = Codecs.encoder(codec)) {
            byte[] data = new byte[1500];
            int count = encoder.rate() / 50;
            short[] sound = new short[count];
            for (int i = 0; i < 20; i++) {
                tone.read(sound);
                decoder.decode(data, 0, encoder.encode(sound, count, data, 0), out);
            }
            for (int i = 0; i < 30; i++) {
                decoder.conceal(out, count / 2);
            }
            assertThat(energy(out, count / 2)).isLessThan(100.0 * 100 * count / 2);
        }
    }

    @Test
    void aGapInAVowelIsFilledWithTheVowel() {
        PitchConcealment concealment = new PitchConcealment(8000);
        short[] vowel = new short[800];
        for (int i = 0; i < vowel.length; i++) {
            vowel[i] = pulse(i);
        }
        concealment.heard(vowel, vowel.length);
        short[] made = new short[80];
        concealment.conceal(made, made.length);
        double error = 0;
        double size = 0;
        for (int i = 0; i < made.length; i++) {
            error += Math.pow(made[i] - pulse(vowel.length + i), 2);
            size += Math.pow(pulse(vowel.length + i), 2);
        }
        assertThat(error / size).isLessThan(0.01);
        assertThat(Math.abs(made[0] - vowel[vowel.length - 1])).isLessThan(3000);
    }

    /** Pitch of 110 Hz, a bit off a whole number of samples. */
    private static short pulse(int at) {
        double phase = 2 * Math.PI * 110 * at / 8000;
        return (short) (5000 * Math.sin(phase) + 3000 * Math.sin(2 * phase + 1) + 2000 * Math.sin(5 * phase));
    }

    @Test
    void opusRecoversWhatWasLostMuchBetterThanItGuessesIt() throws Exception {
        double recovered = 0;
        double guessed = 0;
        Voice voice = new Voice();
        short[] frame = new short[PACKET];
        short[] whole = new short[48 * SpeechDecoder.LONGEST_MS];
        short[] made = new short[whole.length];
        byte[][] packets = new byte[2][1500];
        int[] lengths = new int[2];
        try (SpeechEncoder encoder = Codecs.encoder(OPUS);
                SpeechDecoder reference = Codecs.decoder(OPUS);
                SpeechDecoder recovering = Codecs.decoder(OPUS);
                SpeechDecoder guessing = Codecs.decoder(OPUS)) {
            encoder.expectLoss(5);
            voice.read(frame);
            lengths[0] = encoder.encode(frame, PACKET, packets[0], 0);
            for (int i = 0; i < 500; i++) {
                int now = i % 2;
                int next = 1 - now;
                voice.read(frame);
                lengths[next] = encoder.encode(frame, PACKET, packets[next], 0);
                reference.decode(packets[now], 0, lengths[now], whole);
                if (i % 10 == 9) {
                    recovering.recover(packets[next], 0, lengths[next], made, PACKET);
                    recovered += difference(whole, made);
                    guessing.conceal(made, PACKET);
                    guessed += difference(whole, made);
                } else {
                    recovering.decode(packets[now], 0, lengths[now], made);
                    guessing.decode(packets[now], 0, lengths[now], made);
                }
            }
        }
        assertThat(recovered).isLessThan(guessed / 4);
    }

    private static double difference(short[] one, short[] other) {
        double sum = 0;
        for (int i = 0; i < PACKET; i++) {
            sum += Math.pow(one[i] - other[i], 2);
        }
        return sum;
    }

    private static double energy(short[] samples, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }
}
