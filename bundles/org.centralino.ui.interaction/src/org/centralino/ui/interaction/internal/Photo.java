/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

/**
 * A photo as large as it is ever drawn. Immutable.
 *
 * @param side width and height in pixels
 * @param rgb its pixels row by row, {@code 0xrrggbb}; nobody changes them
 */
record Photo(int side, int[] rgb) {}
