/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.load;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How large a picture is, read from its header alone: one that unpacks to gigabytes must not be unpacked to learn that.
 *
 * @param width in pixels
 * @param height in pixels
 */
record ImageSize(int width, int height) {

    private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};

    /** Null where it is neither PNG nor JPEG, or its header is broken. */
    static @Nullable ImageSize of(byte[] image) {
        ImageSize size = png(image);
        if (size == null) {
            size = jpeg(image);
        }
        return size == null || size.width < 1 || size.height < 1 ? null : size;
    }

    private static @Nullable ImageSize png(byte[] image) {
        if (image.length < PNG.length + 8) {
            return null;
        }
        for (int i = 0; i < PNG.length; i++) {
            if ((image[i] & 0xFF) != PNG[i]) {
                return null;
            }
        }
        int width = two(image, 16) << 16 | two(image, 18);
        int height = two(image, 20) << 16 | two(image, 22);
        return new ImageSize(width, height);
    }

    /** Goes from marker to marker up to the frame's (ITU-T T.81, annex B). */
    private static @Nullable ImageSize jpeg(byte[] image) {
        if (image.length < 4 || two(image, 0) != 0xFFD8) {
            return null;
        }
        int at = 2;
        while (at + 9 < image.length) {
            if ((image[at] & 0xFF) != 0xFF) {
                return null;
            }
            int marker = image[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
            } else if (isFrame(marker)) {
                return new ImageSize(two(image, at + 7), two(image, at + 5));
            } else if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD8) {
                at += 2;
            } else if (marker == 0xD9 || marker == 0xDA) {
                return null;
            } else {
                at += 2 + Math.max(2, two(image, at + 2));
            }
        }
        return null;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int two(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
