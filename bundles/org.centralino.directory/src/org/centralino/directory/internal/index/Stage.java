/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One reason for which contacts are found. Documents stand in the order of names in each part of the index, so the first ones by
 * name are found without looking at the others.
 */
final class Stage {

    private final IndexSearcher searcher;
    private final Weight weight;

    Stage(IndexSearcher searcher, Query query) throws IOException {
        this.searcher = searcher;
        weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** Which of these documents, sorted by number, are found. */
    List<Integer> among(int[] sorted) throws IOException {
        List<Integer> found = new ArrayList<>();
        int at = 0;
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            if (at < sorted.length && sorted[at] < end) {
                DocIdSetIterator docs = docs(leaf);
                for (; at < sorted.length && sorted[at] < end; at++) {
                    int doc = sorted[at] - leaf.docBase;
                    if (docs.docID() < doc) {
                        docs.advance(doc);
                    }
                    if (docs.docID() == doc) {
                        found.add(sorted[at]);
                    }
                }
            }
        }
        return found;
    }

    /** Gives documents by name until one is refused. */
    void byName(IntPredicate taken) throws IOException {
        PriorityQueue<Cursor> cursors = new PriorityQueue<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Cursor cursor = new Cursor(leaf, docs(leaf));
            if (cursor.next()) {
                cursors.add(cursor);
            }
        }
        boolean more = true;
        while (more && cursors.size() > 1) {
            Cursor first = cursors.remove();
            more = taken.test(first.doc());
            if (first.next()) {
                cursors.add(first);
            }
        }
        for (Cursor rest : cursors) {
            while (more && rest.isAtDocument()) {
                more = taken.test(rest.doc());
                rest.nextUnnamed();
            }
        }
    }

    private DocIdSetIterator docs(LeafReaderContext leaf) throws IOException {
        Scorer scorer = weight.scorer(leaf);
        return scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
    }

    private static final class Cursor implements Comparable<Cursor> {

        private final int base;
        private final DocIdSetIterator docs;
        private final @Nullable Bits live;
        private final SortedDocValues order;
        private BytesRef name = new BytesRef();

        Cursor(LeafReaderContext leaf, DocIdSetIterator docs) throws IOException {
            base = leaf.docBase;
            this.docs = docs;
            live = leaf.reader().getLiveDocs();
            order = DocValues.getSorted(leaf.reader(), Fields.ORDER);
        }

        int doc() {
            return base + docs.docID();
        }

        boolean isAtDocument() {
            return docs.docID() != DocIdSetIterator.NO_MORE_DOCS;
        }

        void nextUnnamed() throws IOException {
            Bits alive = live;
            int doc = docs.nextDoc();
            while (alive != null && doc != DocIdSetIterator.NO_MORE_DOCS && !alive.get(doc)) {
                doc = docs.nextDoc();
            }
        }

        boolean next() throws IOException {
            nextUnnamed();
            if (!isAtDocument()) {
                return false;
            }
            name = order.advanceExact(docs.docID())
                    ? BytesRef.deepCopyOf(order.lookupOrd(order.ordValue()))
                    : new BytesRef();
            return true;
        }

        @Override
        public int compareTo(Cursor other) {
            int names = name.compareTo(other.name);
            return names != 0 ? names : Integer.compare(base, other.base);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
