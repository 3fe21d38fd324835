/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.centralino.media.SoundGraph;
import org.centralino.recording.internal.file.SoundReader;
import org.centralino.testbench.Goertzel;
import org.centralino.testbench.Program;

/** What each side of a recording holds, by somebody who is not us or by our own reader. */
public record Sides(float[] ours, float[] theirs) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DATA = 0x61746164;

    /** As Debian's programs decode it, which refuse a file that is not in order. */
    public static Sides decoded(Path file) throws IOException {
        Path wav = Files.createTempFile("decoded", ".wav");
        try {
            List<String> command = file.toString().endsWith(".opus")
                    ? List.of(find("opusdec"), "--quiet", "--rate", "48000", file.toString(), wav.toString())
                    : List.of(find("sox"), file.toString(), wav.toString());
            try (Program program = Program.start(folder(wav), Map.of(), command)) {
                if (program.awaitExit(PATIENCE) != 0) {
                    throw new AssertionError(command + ": " + program.output());
                }
            }
            return ofWav(Files.readAllBytes(wav));
        } finally {
            Files.delete(wav);
        }
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().resolveSibling("");
    }

    private static String find(String program) {
        return program("/usr/bin/" + program);
    }

    private static String program(String place) {
        if (!Files.isExecutable(Path.of(place))) {
            throw new AssertionError(place + " is missing: apt-get install opus-tools sox");
        }
        return place;
    }

    /** As we read it ourselves. */
    public static Sides read(SoundReader reader) throws IOException {
        int length = (int) reader.length();
        short[] ours = new short[length];
        short[] theirs = new short[length];
        int count = reader.read(ours, theirs);
        return new Sides(floats(ours, count), floats(theirs, count));
    }

    private static float[] floats(short[] samples, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = samples[i] / 32768f;
        }
        return floats;
    }

    private static Sides ofWav(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).position(12);
        while (bytes.remaining() >= 8) {
            int chunk = bytes.getInt();
            int length = bytes.getInt();
            if (chunk == DATA) {
                int count = Math.min(length < 0 ? Integer.MAX_VALUE : length, bytes.remaining()) / 4;
                short[] ours = new short[count];
                short[] theirs = new short[count];
                for (int i = 0; i < count; i++) {
                    ours[i] = bytes.getShort();
                    theirs[i] = bytes.getShort();
                }
                return new Sides(floats(ours, count), floats(theirs, count));
            }
            bytes.position(Math.min(bytes.limit(), bytes.position() + length));
        }
        throw new AssertionError("no sound in the decoded file");
    }

    public double seconds() {
        return (double) ours.length / SoundGraph.RATE;
    }

    /** Without its beginning and end, in seconds. */
    public Sides part(double from, double to) {
        int first = (int) (from * SoundGraph.RATE);
        int last = Math.min(ours.length, (int) (to * SoundGraph.RATE));
        return new Sides(Arrays.copyOfRange(ours, first, last), Arrays.copyOfRange(theirs, first, last));
    }

    public double oursDb(double hertz) {
        return Goertzel.levelDb(ours, SoundGraph.RATE, hertz);
    }

    public double theirsDb(double hertz) {
        return Goertzel.levelDb(theirs, SoundGraph.RATE, hertz);
    }
}
