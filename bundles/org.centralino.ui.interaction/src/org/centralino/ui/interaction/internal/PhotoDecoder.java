/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a small square of a photo, whatever it holds: size and pixels are judged before anything is unpacked, and no more is
 * unpacked than is drawn. Takes time: not for the display thread.
 */
final class PhotoDecoder {

    /** Enough for the portrait of 64 pixels at 300 %. */
    static final int SIDE = 192;

    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_PIXELS = 4096;
    private static final Logger LOG = LoggerFactory.getLogger(PhotoDecoder.class);

    private PhotoDecoder() {}

    /** The middle of the photo; empty where it cannot be shown. */
    static Optional<Photo> decode(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("A photo cannot be shown: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Optional<Photo> read(ImageReader reader) throws IOException {
        String format = reader.getFormatName();
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean known = "png".equalsIgnoreCase(format) || "jpeg".equalsIgnoreCase(format);
        if (!known || width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS) {
            return Optional.empty();
        }
        int square = Math.min(width, height);
        int step = Math.max(1, square / (2 * SIDE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle((width - square) / 2, (height - square) / 3, square, square));
        param.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(shrink(reader.read(0, param)));
    }

    /** Each pixel is the mean of those it stands for; what is transparent is white. */
    private static Photo shrink(BufferedImage image) {
        int from = Math.min(image.getWidth(), image.getHeight());
        int side = Math.min(SIDE, from);
        int[] all = image.getRGB(0, 0, from, from, null, 0, from);
        int[] rgb = new int[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                rgb[y * side + x] =
                        mean(all, from, x * from / side, (x + 1) * from / side, y * from / side, (y + 1) * from / side);
            }
        }
        return new Photo(side, rgb);
    }

    private static int mean(int[] all, int width, int left, int right, int top, int bottom) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = all[y * width + x];
                int alpha = pixel >>> 24;
                int white = 255 * (255 - alpha);
                red += ((pixel >> 16 & 0xff) * alpha + white) / 255;
                green += ((pixel >> 8 & 0xff) * alpha + white) / 255;
                blue += ((pixel & 0xff) * alpha + white) / 255;
            }
        }
        int count = (right - left) * (bottom - top);
        return red / count << 16 | green / count << 8 | blue / count;
    }
}
