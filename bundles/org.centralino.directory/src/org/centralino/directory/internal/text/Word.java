/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A word of a text, folded.
 *
 * @param text lower-case letters without accents, and digits
 * @param german the same with {@code ae oe ue} for umlauts; null where there are none
 * @param start where it begins in the text it is from
 * @param ends for each character of {@code text}: where the one it comes from ends in the text it is from
 * @param glued whether it hangs on the word before, by an apostrophe or a hyphen
 */
public record Word(String text, @Nullable String german, int start, int[] ends, boolean glued) {

    /** Where it ends in the text it is from. */
    public int end() {
        return ends[ends.length - 1];
    }

    boolean isParticle() {
        return Words.PARTICLES.contains(text);
    }
}
