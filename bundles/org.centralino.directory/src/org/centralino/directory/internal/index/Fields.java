/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The fields of the index. */
final class Fields {

    /** The contact's key in its source. */
    static final String KEY = "key";

    static final String KIND = "kind";

    /** The name as it is sorted; documents stand in this order. */
    static final String ORDER = "order";

    /** The contact itself, see {@link ContactCodec}. */
    static final String CONTACT = "contact";

    /** The whole name in one, with the given and with the family name first. */
    static final String NAME = "name";

    /** Words of the name. */
    static final String WORD = "word";

    /** Words of organisation, department, title, mail and SIP addresses. */
    static final String ABOUT = "about";

    /** How the words of the name sound. */
    static final String SOUND = "sound";

    /** The keys of a dialpad that write the name, from each word on. */
    static final String KEYS = "keys";

    /** Numbers as they may be dialled. */
    static final String DIALLED = "dialled";

    /** Every end of every number. */
    static final String ENDING = "ending";

    /** By what a number is the same as another one. */
    static final String SAME = "same";

    /** Beginnings up to this length are terms of their own: so many words begin with few letters. */
    static final int BEGINNING = 3;

    /** Ends of numbers are found from so many digits on. */
    static final int ENDING_FROM = 3;

    private Fields() {}

    /** Adds a term that is also found by its beginnings. */
    static void add(Document document, String field, String term) {
        document.add(new StringField(field, term, Field.Store.NO));
        for (int length = 1; length <= Math.min(BEGINNING, term.length()); length++) {
            document.add(new StringField(field + BEGINNING, term.substring(0, length), Field.Store.NO));
        }
    }

    /** Finds what {@link #add} added, by its beginning. */
    static Query beginning(String field, String text) {
        return text.length() <= BEGINNING
                ? new TermQuery(new Term(field + BEGINNING, text))
                : new PrefixQuery(new Term(field, text));
    }
}
