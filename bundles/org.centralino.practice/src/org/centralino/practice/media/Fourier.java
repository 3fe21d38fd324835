/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

/** The fast Fourier transform, radix 2, in place. */
final class Fourier {
    private Fourier() {}

    static void transform(double[] re, double[] im) {
        reorder(re, im);
        int size = re.length;
        for (int half = 1; half < size; half *= 2) {
            for (int k = 0; k < half; k++) {
                double cos = Math.cos(Math.PI * k / half);
                double sin = -Math.sin(Math.PI * k / half);
                for (int i = k; i < size; i += 2 * half) {
                    int j = i + half;
                    double r = re[j] * cos - im[j] * sin;
                    double m = re[j] * sin + im[j] * cos;
                    re[j] = re[i] - r;
                    im[j] = im[i] - m;
                    re[i] += r;
                    im[i] += m;
                }
            }
        }
    }

    private static void reorder(double[] re, double[] im) {
        int shift = Integer.numberOfLeadingZeros(re.length) + 1;
        for (int i = 0; i < re.length; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (j > i) {
                double r = re[i];
                re[i] = re[j];
                re[j] = r;
                double m = im[i];
                im[i] = im[j];
                im[j] = m;
            }
        }
    }
}
