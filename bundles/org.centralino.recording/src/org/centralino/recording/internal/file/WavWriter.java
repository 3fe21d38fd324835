/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.centralino.media.SoundGraph;

/**
 * WAV of 16 bit and two channels, whose header tells the right length after every flush. Beyond 4 GB it is RF64 (EBU Tech
 * 3306), for which there is room in the header from the beginning.
 */
final class WavWriter implements SoundWriter {

    static final int HEADER = 80;

    private static final int DS64 = 28;
    private static final int UNKNOWN = -1;

    private final GrowingFile file;
    private final byte[] samples = new byte[4 * SoundGraph.FRAME];

    WavWriter(Path path) throws IOException {
        file = new GrowingFile(path);
        byte[] header = header(0);
        file.add(header, header.length);
    }

    @Override
    public void add(short[] both) {
        for (int i = 0; i < SoundGraph.FRAME; i++) {
            put(4 * i, both[i]);
            put(4 * i + 2, both[SoundGraph.FRAME + i]);
        }
        file.add(samples, samples.length);
    }

    private void put(int at, short sample) {
        samples[at] = (byte) sample;
        samples[at + 1] = (byte) (sample >> 8);
    }

    /** @param data bytes of sound */
    static byte[] header(long data) {
        long whole = data + HEADER - 8;
        boolean large = whole > 0xffff_ffffL;
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        name(header, large ? "RF64" : "RIFF").putInt(large ? UNKNOWN : (int) whole);
        name(header, "WAVE");
        name(header, large ? "ds64" : "JUNK").putInt(DS64);
        if (large) {
            header.putLong(whole).putLong(data).putLong(data / 4).putInt(0);
        } else {
            header.put(new byte[DS64]);
        }
        name(header, "fmt ").putInt(16).putShort((short) 1).putShort((short) 2);
        header.putInt(SoundGraph.RATE)
                .putInt(4 * SoundGraph.RATE)
                .putShort((short) 4)
                .putShort((short) 16);
        name(header, "data").putInt(large ? UNKNOWN : (int) data);
        return header.array();
    }

    private static ByteBuffer name(ByteBuffer header, String name) {
        return header.put(name.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void flush() throws IOException {
        file.begin(header(file.size() - HEADER));
        file.flush();
    }

    @Override
    public void finish() throws IOException {
        flush();
    }

    @Override
    public long bytes() {
        return file.flushed();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
