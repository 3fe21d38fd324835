/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.internal.text.Vocabulary;
import org.eclipse.jdt.annotation.Nullable;

/**
 * All copies together, as they are at one moment. Closes none of them; nothing may be asked of it once one of them is closed.
 * Used by one thread.
 */
public final class Catalogue {

    /** A part of the index, of one source. */
    private record Leaf(String source, LeafReaderContext context, Vocabulary vocabulary) {}

    private final IndexSearcher searcher;
    private final List<Leaf> leaves = new ArrayList<>();
    private Leaders leaders = new Leaders.Builder().build();

    public Catalogue(Collection<Copy> copies) throws IOException {
        List<Copy> all = List.copyOf(copies);
        IndexReader[] readers = all.stream().map(Copy::reader).toArray(IndexReader[]::new);
        searcher = new IndexSearcher(new MultiReader(readers, false));
        searcher.setQueryCache(null);
        int ord = 0;
        for (Copy copy : all) {
            for (Vocabulary vocabulary : copy.vocabularies()) {
                leaves.add(new Leaf(
                        copy.source(), searcher.getIndexReader().leaves().get(ord++), vocabulary));
            }
        }
    }

    /** Says who leads: favourites in order, and by their numbers' keys those who are called often, in order. */
    public void lead(List<ContactId> favourites, List<String> oftenCalled) throws IOException {
        Leaders.Builder builder = new Leaders.Builder();
        for (ContactId id : favourites) {
            int doc = find(id);
            if (doc >= 0) {
                builder.add(doc, true);
            }
        }
        for (String key : oftenCalled) {
            for (int doc : withNumber(key)) {
                builder.add(doc, false);
            }
        }
        leaders = builder.build();
    }

    /** A contact; null where there is none. */
    public @Nullable Contact contact(ContactId id) throws IOException {
        int doc = find(id);
        return doc < 0 ? null : kept(doc).contact();
    }

    /** The name of a contact's photo; empty where there is none. */
    public String photo(ContactId id) throws IOException {
        int doc = find(id);
        return doc < 0 ? "" : kept(doc).photo();
    }

    /** Who has a number with one of these keys, the first key that anybody has; all of them, those that lead first. */
    public List<Contact> byNumber(Collection<String> keys) throws IOException {
        for (String key : keys) {
            List<Integer> found = new ArrayList<>(withNumber(key));
            if (!found.isEmpty()) {
                found.sort((a, b) -> Integer.compare(leaders.rank(a), leaders.rank(b)));
                List<Contact> contacts = new ArrayList<>();
                for (int doc : found) {
                    contacts.add(kept(doc).contact());
                }
                return contacts;
            }
        }
        return List.of();
    }

    /** Who calls from a number with one of these keys: who leads, else somebody of our own before others. */
    public Optional<Contact> caller(Collection<String> keys) throws IOException {
        List<Contact> found = byNumber(keys);
        for (Contact contact : found) {
            if (leads(contact.id())) {
                return Optional.of(contact);
            }
        }
        return found.stream().min(Comparator.comparing(Contact::kind));
    }

    /** Whether a contact is a favourite or called often. */
    private boolean leads(ContactId id) throws IOException {
        int doc = find(id);
        return doc >= 0 && leaders.place(doc) != null;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Leaders leaders() {
        return leaders;
    }

    /** Words near to a typed one, of all sources. */
    List<Vocabulary.Near> near(String typed, int errors, int most) {
        List<Vocabulary.Near> near = new ArrayList<>();
        for (Leaf leaf : leaves) {
            near.addAll(leaf.vocabulary().near(typed, errors, most));
        }
        return near;
    }

    ContactCodec.Kept kept(int doc) throws IOException {
        Leaf leaf =
                leaves.get(ReaderUtil.subIndex(doc, searcher.getIndexReader().leaves()));
        BinaryDocValues contacts = leaf.context().reader().getBinaryDocValues(Fields.CONTACT);
        if (contacts == null || !contacts.advanceExact(doc - leaf.context().docBase)) {
            throw new IOException("a document of " + leaf.source() + " has no contact");
        }
        return ContactCodec.read(leaf.source(), contacts.binaryValue());
    }

    private int find(ContactId id) throws IOException {
        for (Leaf leaf : leaves) {
            if (leaf.source().equals(id.source())) {
                List<Integer> found = docs(leaf, new Term(Fields.KEY, id.key()));
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
        }
        return -1;
    }

    private List<Integer> withNumber(String key) throws IOException {
        List<Integer> found = new ArrayList<>();
        for (Leaf leaf : leaves) {
            found.addAll(docs(leaf, new Term(Fields.SAME, key)));
        }
        return found;
    }

    private static List<Integer> docs(Leaf leaf, Term term) throws IOException {
        List<Integer> docs = new ArrayList<>();
        PostingsEnum found = leaf.context().reader().postings(term, PostingsEnum.NONE);
        Bits live = leaf.context().reader().getLiveDocs();
        if (found != null) {
            for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                if (live == null || live.get(doc)) {
                    docs.add(leaf.context().docBase + doc);
                }
            }
        }
        return docs;
    }
}
