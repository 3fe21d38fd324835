/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads music from a file that somebody chose, which may be anything. */
final class MusicFile {

    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_CHANNELS = 8;
    private static final int LOWEST_RATE = 4_000;
    private static final int HIGHEST_RATE = 192_000;
    private static final int MOST_SECONDS = 600;
    private static final int FADE = Piece.RATE / 100;
    private static final Set<String> KINDS = Set.of("RIFF", "RIFX", "FORM", ".snd");

    private MusicFile() {}

    /** @throws IOException says in its message what is wrong with the file */
    static Piece read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file);
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("The file is larger than " + (MOST_BYTES >> 20) + " MB: " + file);
        }
        // The runtime's readers throw what they please when a header is broken.
        try (InputStream in = new BufferedInputStream(new PatientEnd(Files.newInputStream(file)), 1 << 16)) {
            return read(in);
        } catch (UnsupportedAudioFileException | RuntimeException e) {
            throw new IOException("Not a WAV, AIFF or AU file that can be read: " + file, e);
        }
    }

    private static Piece read(InputStream in) throws IOException, UnsupportedAudioFileException {
        in.mark(4);
        String kind = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        in.reset();
        if (!KINDS.contains(kind)) {
            throw new UnsupportedAudioFileException(kind);
        }
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(in)) {
            AudioFormat format = sound.getFormat();
            float rate = format.getSampleRate();
            int channels = format.getChannels();
            if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE)) {
                throw new IOException("A sample rate of " + rate + " Hz cannot be played");
            }
            if (channels < 1 || channels > MOST_CHANNELS) {
                throw new IOException(channels + " channels cannot be played");
            }
            AudioFormat plain = new AudioFormat(rate, 16, channels, true, false);
            try (AudioInputStream pcm = AudioSystem.getAudioInputStream(plain, sound)) {
                return new Piece(steady(samples(pcm, channels, rate)));
            }
        }
    }

    private static short[] samples(InputStream pcm, int channels, float rate) throws IOException {
        Resampler resampler = new Resampler(rate, Piece.RATE, MOST_SECONDS * Piece.RATE);
        byte[] chunk = new byte[2 * channels * 4096];
        int length = pcm.readNBytes(chunk, 0, chunk.length);
        while (length >= 2 * channels) {
            for (int at = 0; at + 2 * channels <= length; at += 2 * channels) {
                int sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    int low = at + 2 * channel;
                    sum += (short) (chunk[low] & 0xFF | chunk[low + 1] << 8);
                }
                if (!resampler.add((float) sum / channels)) {
                    throw new IOException("The music is longer than " + MOST_SECONDS / 60 + " minutes");
                }
            }
            length = pcm.readNBytes(chunk, 0, chunk.length);
        }
        return resampler.finish();
    }

    private static short[] steady(short[] samples) throws IOException {
        if (samples.length < Piece.RATE) {
            throw new IOException("The music is shorter than a second");
        }
        // It repeats: its end must not click against its beginning.
        for (int i = 0; i < FADE; i++) {
            samples[i] = (short) (samples[i] * i / FADE);
            int last = samples.length - 1 - i;
            samples[last] = (short) (samples[last] * i / FADE);
        }
        if (!SteadyLevel.apply(samples)) {
            throw new IOException("There is nothing to hear in it");
        }
        return samples;
    }
}
