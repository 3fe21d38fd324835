/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

/** Stands for a set of keys without holding them, so that two readings can be compared by a few letters kept between them. */
final class KeySet {
    private long count;
    private long sum;

    KeySet() {}

    KeySet(long count, long sum) {
        this.count = count;
        this.sum = sum;
    }

    /** Adds a key, by its {@link #hash}; in any order, each once. */
    void add(long hash) {
        count++;
        sum += hash;
    }

    long count() {
        return count;
    }

    long sum() {
        return sum;
    }

    boolean isSame(KeySet other) {
        return count == other.count && sum == other.sum;
    }

    /** 64 bits of a key: FNV-1a, then the finalizer of MurmurHash3, so that sums of similar keys differ. */
    static long hash(String key) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }
}
