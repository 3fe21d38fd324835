/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoDecoderTest {

    @Test
    void a_photo_becomes_a_small_square() throws IOException {
        Photo photo = PhotoDecoder.decode(image("png", 800, 600, 0xff204060)).orElseThrow();

        assertThat(photo.side()).isEqualTo(PhotoDecoder.SIDE);
        assertThat(photo.rgb()).hasSize(photo.side() * photo.side()).containsOnly(0x204060);
    }

    @Test
    void a_photo_that_is_smaller_stays_as_it_is() throws IOException {
        assertThat(PhotoDecoder.decode(image("png", 40, 48, 0xff204060))
                        .orElseThrow()
                        .side())
                .isEqualTo(40);
    }

    @Test
    void a_jpeg_is_read_too() throws IOException {
        Photo photo = PhotoDecoder.decode(image("jpg", 300, 400, 0xffffffff)).orElseThrow();

        assertThat(photo.rgb()[0]).isEqualTo(0xffffff);
    }

    @Test
    void what_is_transparent_is_white() throws IOException {
        assertThat(PhotoDecoder.decode(image("png", 64, 64, 0)).orElseThrow().rgb()[0])
                .isEqualTo(0xffffff);
    }

    @Test
    void a_bomb_is_not_unpacked() throws IOException {
        byte[] bomb = image("png", 8, 8, 0xff000000);
        ByteBuffer header = ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        header.putInt(29, (int) crc.getValue());

        assertThat(PhotoDecoder.decode(bomb)).isEmpty();
    }

    @Test
    void what_is_no_photo_is_none() throws IOException {
        byte[] whole = image("png", 300, 300, 0xff204060);

        assertThat(PhotoDecoder.decode("no photo".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(PhotoDecoder.decode(new byte[0])).isEmpty();
        assertThat(PhotoDecoder.decode(Arrays.copyOf(whole, 60))).isEmpty();
        assertThat(PhotoDecoder.decode(image("gif", 64, 64, 0xff204060))).isEmpty();
        assertThat(PhotoDecoder.decode(new byte[2 << 20])).isEmpty();
    }

    private static byte[] image(String format, int width, int height, int argb) throws IOException {
        int type = "png".equals(format) ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, argb);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }
}
