/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

/** The fast Fourier transform, of complex numbers as pairs in one array. */
final class Fourier {
    private Fourier() {}

    /** The spectrum of {@code samples}, filled up with zeros to {@code size}, a power of two. */
    static double[] spectrum(float[] samples, int from, int length, int size) {
        double[] values = new double[2 * size];
        for (int i = 0; i < length; i++) {
            values[2 * i] = samples[from + i];
        }
        transform(values);
        return values;
    }

    /** The circular cross-correlation of two sounds by their spectra: how the second fits at each place of the first. */
    static double[] correlate(double[] first, double[] second) {
        int size = first.length / 2;
        double[] product = new double[first.length];
        for (int i = 0; i < first.length; i += 2) {
            // The conjugate of the product: transforming it forth is transforming the product back.
            product[i] = first[i] * second[i] + first[i + 1] * second[i + 1];
            product[i + 1] = first[i] * second[i + 1] - first[i + 1] * second[i];
        }
        transform(product);
        double[] real = new double[size];
        for (int i = 0; i < size; i++) {
            real[i] = product[2 * i] / size;
        }
        return real;
    }

    private static void transform(double[] values) {
        int size = values.length / 2;
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(values, 2 * i, 2 * j);
                swap(values, 2 * i + 1, 2 * j + 1);
            }
        }
        double[] turns = new double[size];
        for (int i = 0; i < size; i += 2) {
            turns[i] = Math.cos(Math.PI * i / size);
            turns[i + 1] = -Math.sin(Math.PI * i / size);
        }
        for (int half = 1; half < size; half <<= 1) {
            int stride = size / half;
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    butterfly(
                            values, 2 * (start + k), 2 * (start + k + half), turns[k * stride], turns[k * stride + 1]);
                }
            }
        }
    }

    private static void butterfly(double[] values, int a, int b, double cos, double sin) {
        double real = values[b] * cos - values[b + 1] * sin;
        double imaginary = values[b] * sin + values[b + 1] * cos;
        values[b] = values[a] - real;
        values[b + 1] = values[a + 1] - imaginary;
        values[a] += real;
        values[a + 1] += imaginary;
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
