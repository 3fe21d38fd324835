/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.centralino.directory.internal.text.Dialpad;
import org.centralino.directory.internal.text.Numbers;
import org.centralino.directory.internal.text.Sounds;
import org.centralino.directory.internal.text.Word;
import org.centralino.directory.internal.text.Words;

/** Makes documents of the index from contacts. */
final class ContactDocument {

    /** By so many characters names are sorted. */
    private static final int ORDER_LENGTH = 64;

    private final Sounds sounds = new Sounds();
    private final Numbers numbers;

    ContactDocument(Numbers numbers) {
        this.numbers = numbers;
    }

    Document of(Contact contact, String photo) throws IOException {
        Document document = new Document();
        document.add(new StringField(Fields.KEY, contact.id().key(), Field.Store.NO));
        document.add(new StringField(Fields.KIND, contact.kind().name(), Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.CONTACT, ContactCodec.write(contact, photo)));
        List<Word> words = Words.of(contact.name());
        document.add(new SortedDocValuesField(Fields.ORDER, new BytesRef(order(words))));
        for (String name : wholeNames(contact, words)) {
            Fields.add(document, Fields.NAME, name);
        }
        Set<String> forms = names(contact, words);
        Set<String> codes = new HashSet<>();
        for (String form : forms) {
            Fields.add(document, Fields.WORD, form);
            codes.addAll(sounds.codes(form));
        }
        for (String code : codes) {
            document.add(new StringField(Fields.SOUND, code, Field.Store.NO));
        }
        for (String keys : Dialpad.forms(words)) {
            Fields.add(document, Fields.KEYS, keys);
        }
        for (String word : about(contact)) {
            if (!forms.contains(word)) {
                Fields.add(document, Fields.ABOUT, word);
            }
        }
        addNumbers(document, contact);
        return document;
    }

    private static String order(List<Word> words) {
        StringBuilder order = new StringBuilder();
        for (Word word : words) {
            order.append(order.isEmpty() ? "" : " ").append(word.text());
        }
        // What has no letters at all stands behind everybody else.
        return order.isEmpty() ? "\uFFFD" : order.substring(0, Math.min(ORDER_LENGTH, order.length()));
    }

    private static Set<String> wholeNames(Contact contact, List<Word> words) {
        Set<String> names = new LinkedHashSet<>();
        addWhole(names, words);
        if (contact.familyName().isEmpty() || contact.givenName().isEmpty()) {
            if (words.size() > 1) {
                List<Word> turned = new java.util.ArrayList<>(words.subList(words.size() - 1, words.size()));
                turned.addAll(words.subList(0, words.size() - 1));
                addWhole(names, turned);
            }
        } else {
            addWhole(names, Words.of(contact.familyName() + " " + contact.givenName()));
            addWhole(names, Words.of(contact.givenName() + " " + contact.familyName()));
        }
        return names;
    }

    private static void addWhole(Set<String> names, List<Word> words) {
        if (!words.isEmpty()) {
            names.add(Words.text(words));
            names.add(Words.german(words));
        }
    }

    private static Set<String> names(Contact contact, List<Word> words) {
        Set<String> forms = Words.forms(words);
        forms.addAll(Words.forms(Words.of(contact.givenName())));
        forms.addAll(Words.forms(Words.of(contact.familyName())));
        return forms;
    }

    private static Set<String> about(Contact contact) {
        Set<String> about = new LinkedHashSet<>();
        about.addAll(Words.forms(Words.of(contact.organisation())));
        about.addAll(Words.forms(Words.of(contact.department())));
        about.addAll(Words.forms(Words.of(contact.title())));
        for (String mail : contact.emails()) {
            about.addAll(Words.forms(Words.of(mail)));
        }
        for (Phone phone : contact.phones()) {
            about.addAll(Words.forms(Words.of(Numbers.address(phone.number()))));
        }
        return about;
    }

    private void addNumbers(Document document, Contact contact) {
        Set<String> dialled = new LinkedHashSet<>();
        Set<String> same = new LinkedHashSet<>();
        for (Phone phone : contact.phones()) {
            Numbers.Forms forms = numbers.forms(phone.number());
            dialled.addAll(forms.dialled());
            same.addAll(forms.same());
        }
        for (String mail : contact.emails()) {
            same.add("mail:" + mail.toLowerCase(java.util.Locale.ROOT));
        }
        Set<String> endings = new HashSet<>();
        for (String number : dialled) {
            Fields.add(document, Fields.DIALLED, number);
            for (int from = 0; from <= number.length() - Fields.ENDING_FROM; from++) {
                if (endings.add(number.substring(from))) {
                    document.add(new StringField(Fields.ENDING, number.substring(from), Field.Store.NO));
                }
            }
        }
        for (String key : same) {
            document.add(new StringField(Fields.SAME, key, Field.Store.NO));
        }
    }
}
