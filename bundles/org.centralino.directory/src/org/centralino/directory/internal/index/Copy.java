/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.CharsRefBuilder;
import org.centralino.directory.internal.text.Vocabulary;
import org.eclipse.jdt.annotation.Nullable;

/** The last copy of a source, open for reading. Immutable until it is closed. */
public final class Copy implements Closeable {

    private final String source;
    private final DirectoryReader reader;
    private final CopyState state;
    private final Vocabulary[] vocabularies;

    Copy(String source, DirectoryReader reader, CopyState state) throws IOException {
        this.source = source;
        this.reader = reader;
        this.state = state;
        vocabularies = new Vocabulary[reader.leaves().size()];
        for (LeafReaderContext leaf : reader.leaves()) {
            vocabularies[leaf.ord] = vocabulary(leaf.reader().terms(Fields.WORD));
        }
    }

    public String source() {
        return source;
    }

    public CopyState state() {
        return state;
    }

    /** How many contacts it has. */
    public int size() {
        return reader.numDocs();
    }

    DirectoryReader reader() {
        return reader;
    }

    Vocabulary[] vocabularies() {
        return vocabularies;
    }

    /** Compares every byte with its checksum; takes as long as reading all of it. */
    public void check() throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            leaf.reader().checkIntegrity();
        }
    }

    private static Vocabulary vocabulary(@Nullable Terms terms) throws IOException {
        Vocabulary.Builder builder = new Vocabulary.Builder();
        if (terms != null) {
            TermsEnum all = terms.iterator();
            CharsRefBuilder word = new CharsRefBuilder();
            for (BytesRef bytes = all.next(); bytes != null; bytes = all.next()) {
                word.copyUTF8Bytes(bytes);
                builder.add(word.get());
            }
        }
        return builder.build();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
