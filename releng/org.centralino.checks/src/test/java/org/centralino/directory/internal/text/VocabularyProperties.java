/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class VocabularyProperties {

    /** Walking the tree of words finds the same ones, as near, as comparing each of them. */
    @Property
    void findsWhatComparingEveryWordFinds(
            @ForAll @Size(max = 40) List<@CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 9) String> words,
            @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 3, max = 8) String typed,
            @ForAll @IntRange(min = 1, max = 2) int errors) {
        Vocabulary.Builder builder = new Vocabulary.Builder();
        Map<String, Integer> expected = new TreeMap<>();
        for (String word : new TreeSet<>(words)) {
            builder.add(word);
            int distance = EditDistance.prefix(typed, word);
            if (distance <= errors) {
                expected.put(word, distance);
            }
        }
        Map<String, Integer> found = new TreeMap<>();
        builder.build().near(typed, errors, Integer.MAX_VALUE).forEach(near -> found.put(near.word(), near.errors()));

        assertThat(found).isEqualTo(expected);
    }
}
