/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.centralino.directory.Contact;
import org.centralino.directory.internal.text.Numbers;
import org.eclipse.jdt.annotation.Nullable;

/**
 * A copy being written. Counts only once it is committed; closed before, everything is as it was. Used by one thread, except
 * that any thread may close it.
 */
public final class Import implements Closeable {

    private static final double BUFFER_MB = 16;

    private final String source;
    private final Directory directory;
    private final Photos photos;
    private final ContactDocument documents;
    private final @Nullable Copy last;
    private final IndexWriter writer;
    private final Set<String> photosKept = new HashSet<>();
    private volatile boolean all;
    private volatile boolean changed;
    private boolean released;

    Import(String source, Directory directory, Photos photos, Numbers numbers, @Nullable Copy last) throws IOException {
        this.source = source;
        this.directory = directory;
        this.photos = photos;
        this.last = last;
        documents = new ContactDocument(numbers);
        IndexWriterConfig config = new IndexWriterConfig(null)
                .setIndexSort(new Sort(new SortField(Fields.ORDER, SortField.Type.STRING)))
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false)
                .setMergeScheduler(new SerialMergeScheduler());
        writer = new IndexWriter(directory, config);
        if (last != null) {
            last.reader().incRef();
        }
    }

    /** Everything is coming. */
    public void all() throws IOException {
        writer.deleteAll();
        all = true;
        changed = true;
    }

    /**
     * Adds or replaces a contact.
     *
     * @param photo null where it did not change
     */
    public void put(Contact contact, byte @Nullable [] photo) throws IOException {
        String name = "";
        if (photo != null) {
            name = photos.keep(photo);
        } else if (contact.hasPhoto()) {
            name = lastPhoto(contact.id().key());
        }
        if (!name.isEmpty()) {
            photosKept.add(name);
        }
        writer.updateDocument(new Term(Fields.KEY, contact.id().key()), documents.of(contact, name));
        changed = true;
    }

    public void remove(String key) throws IOException {
        writer.deleteDocuments(new Term(Fields.KEY, key));
        changed = true;
    }

    /** Whether anything is different from the last copy. */
    public boolean changed() {
        return changed;
    }

    /** Makes it the copy that counts. @return it, open */
    public Copy commit(CopyState state) throws IOException {
        if (all) {
            writer.forceMerge(1);
        }
        writer.setLiveCommitData(state.toCommit().entrySet());
        writer.commit();
        writer.close();
        release();
        if (all) {
            photos.keepOnly(photosKept);
        }
        return SourceIndex.open(source, directory);
    }

    @Override
    public void close() throws IOException {
        if (!isReleased()) {
            try {
                writer.rollback();
            } finally {
                release();
            }
        }
    }

    private synchronized void release() throws IOException {
        Copy copy = last;
        if (!released && copy != null) {
            copy.reader().decRef();
        }
        released = true;
    }

    private synchronized boolean isReleased() {
        return released;
    }

    private String lastPhoto(String key) throws IOException {
        Copy copy = last;
        if (copy == null) {
            return "";
        }
        for (LeafReaderContext leaf : copy.reader().leaves()) {
            PostingsEnum found = leaf.reader().postings(new Term(Fields.KEY, key), PostingsEnum.NONE);
            BinaryDocValues contacts = leaf.reader().getBinaryDocValues(Fields.CONTACT);
            if (found != null && contacts != null) {
                for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                    if ((leaf.reader().getLiveDocs() == null
                                    || leaf.reader().getLiveDocs().get(doc))
                            && contacts.advanceExact(doc)) {
                        return ContactCodec.read(source, contacts.binaryValue()).photo();
                    }
                }
            }
        }
        return "";
    }
}
