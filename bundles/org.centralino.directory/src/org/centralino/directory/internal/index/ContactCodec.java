/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;

/** Contacts as bytes of the index. A change here changes {@link SourceIndex#FORMAT}. */
final class ContactCodec {

    /**
     * A contact as it is kept.
     *
     * @param photo the name of its file; empty where there is none
     */
    record Kept(Contact contact, String photo) {}

    private static final Kind[] KINDS = Kind.values();
    private static final Phone.Type[] TYPES = Phone.Type.values();

    private ContactCodec() {}

    static BytesRef write(Contact contact, String photo) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(contact.id().key());
            out.writeByte(contact.kind().ordinal());
            out.writeUTF(contact.name());
            out.writeUTF(contact.givenName());
            out.writeUTF(contact.familyName());
            out.writeUTF(contact.organisation());
            out.writeUTF(contact.department());
            out.writeUTF(contact.title());
            out.writeShort(contact.phones().size());
            for (Phone phone : contact.phones()) {
                out.writeUTF(phone.number());
                out.writeByte(phone.type().ordinal());
            }
            write(out, contact.emails());
            write(out, contact.addresses());
            out.writeUTF(contact.note());
            String web = contact.web();
            out.writeUTF(web == null ? "" : web);
            out.writeUTF(photo);
        }
        return new BytesRef(bytes.toByteArray());
    }

    static Kept read(String source, BytesRef bytes) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(bytes.bytes, bytes.offset, bytes.length))) {
            ContactId id = new ContactId(source, in.readUTF());
            Kind kind = KINDS[in.readByte()];
            String name = in.readUTF();
            String givenName = in.readUTF();
            String familyName = in.readUTF();
            String organisation = in.readUTF();
            String department = in.readUTF();
            String title = in.readUTF();
            List<Phone> phones = new ArrayList<>();
            for (int i = in.readShort(); i > 0; i--) {
                phones.add(new Phone(in.readUTF(), TYPES[in.readByte()]));
            }
            List<String> emails = list(in);
            List<String> addresses = list(in);
            String note = in.readUTF();
            String web = in.readUTF();
            String photo = in.readUTF();
            Contact contact = new Contact(
                    id,
                    kind,
                    name,
                    givenName,
                    familyName,
                    organisation,
                    department,
                    title,
                    phones,
                    emails,
                    addresses,
                    note,
                    web.isEmpty() ? null : web,
                    !photo.isEmpty());
            return new Kept(contact, photo);
        }
    }

    private static void write(DataOutputStream out, List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> list(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = in.readShort(); i > 0; i--) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
