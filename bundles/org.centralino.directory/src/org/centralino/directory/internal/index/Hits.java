/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.centralino.directory.Match.How;

/** Documents found so far, best first, each once and with the first reason it was found for. */
final class Hits {

    /** So many are counted; more are only known to be more. */
    static final int COUNTED = 1000;

    private static final How[] HOWS = How.values();

    private final FixedBitSet seen;
    private final int wanted;
    private int[] docs = new int[128];
    private byte[] hows = new byte[128];
    private int size;
    private boolean cut;

    Hits(int documents, int wanted) {
        seen = new FixedBitSet(Math.max(1, documents));
        this.wanted = wanted;
    }

    boolean has(int doc) {
        return seen.get(doc);
    }

    void add(int doc, How how) {
        if (seen.getAndSet(doc)) {
            return;
        }
        if (size == docs.length) {
            docs = Arrays.copyOf(docs, size * 2);
            hows = Arrays.copyOf(hows, size * 2);
        }
        docs[size] = doc;
        hows[size++] = (byte) how.ordinal();
    }

    int size() {
        return size;
    }

    int doc(int at) {
        return docs[at];
    }

    How how(int at) {
        return HOWS[hows[at]];
    }

    /** Whether there are enough to show, so that weaker reasons need not be looked for. */
    boolean full() {
        return size >= wanted;
    }

    /** Whether looking further makes no difference any more. */
    boolean counted() {
        return size >= Math.max(wanted, COUNTED);
    }

    /** Something that could have been found was not looked for. */
    void cutShort() {
        cut = true;
    }

    boolean exact() {
        return !cut;
    }
}
