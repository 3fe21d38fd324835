/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** The documents that lead: favourites in the user's order, then who is called often, the most first. Immutable. */
final class Leaders {

    /** @param rank from 0 */
    record Place(int rank, boolean favourite) {}

    private final Map<Integer, @Nullable Place> places;
    private final int[] sorted;

    private Leaders(Map<Integer, @Nullable Place> places) {
        this.places = places;
        sorted = places.keySet().stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(sorted);
    }

    @Nullable
    Place place(int doc) {
        return places.get(doc);
    }

    boolean isFavourite(int doc) {
        @Nullable Place place = places.get(doc);
        return place != null && place.favourite();
    }

    int rank(int doc) {
        @Nullable Place place = places.get(doc);
        return place == null ? Integer.MAX_VALUE : place.rank();
    }

    /** All by their documents' numbers. */
    int[] sorted() {
        return sorted;
    }

    /** All in their order. */
    Iterable<Integer> inOrder() {
        return places.keySet();
    }

    static final class Builder {

        private final Map<Integer, @Nullable Place> places = new LinkedHashMap<>();

        void add(int doc, boolean favourite) {
            places.putIfAbsent(doc, new Place(places.size(), favourite));
        }

        Leaders build() {
            return new Leaders(places);
        }
    }
}
