/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contacts that the user wrote. Used by one thread; only what {@link #content} gave is written by another. */
public final class LocalContacts {

    private static final Logger LOG = LoggerFactory.getLogger(LocalContacts.class);

    private final JsonFile file;
    private final Map<String, Contact> contacts = new LinkedHashMap<>();

    public LocalContacts(Path folder) {
        file = new JsonFile(folder.resolve("contacts.json"));
    }

    /** @param cleaned makes of what is in the file what may be in a directory; null where nothing may */
    public void read(UnaryOperator<@Nullable Contact> cleaned) {
        file.read().path("contacts").properties().forEach(entry -> {
            try {
                Contact contact = cleaned.apply(contact(entry.getKey(), entry.getValue()));
                if (contact != null) {
                    contacts.put(entry.getKey(), contact);
                }
            } catch (IllegalArgumentException e) {
                LOG.warn("The contact {} cannot be understood: {}", entry.getKey(), e.getMessage());
            }
        });
    }

    public Collection<Contact> all() {
        return contacts.values();
    }

    public void put(Contact contact) {
        contacts.put(contact.id().key(), contact);
    }

    public void remove(String key) {
        contacts.remove(key);
    }

    /** What is to be written now. */
    public ObjectNode content() {
        ObjectNode content = JsonFile.JSON.createObjectNode();
        ObjectNode all = content.putObject("contacts");
        contacts.forEach((key, contact) -> write(contact, all.putObject(key)));
        return content;
    }

    public void write(ObjectNode content) throws IOException {
        file.write(content);
    }

    private static void write(Contact contact, ObjectNode node) {
        node.put("kind", contact.kind().name());
        node.put("name", contact.name());
        node.put("givenName", contact.givenName());
        node.put("familyName", contact.familyName());
        node.put("organisation", contact.organisation());
        node.put("department", contact.department());
        node.put("title", contact.title());
        ArrayNode phones = node.putArray("phones");
        for (Phone phone : contact.phones()) {
            phones.addObject()
                    .put("number", phone.number())
                    .put("type", phone.type().name());
        }
        contact.emails().forEach(node.putArray("emails")::add);
        contact.addresses().forEach(node.putArray("addresses")::add);
        node.put("note", contact.note());
        String web = contact.web();
        if (web != null) {
            node.put("web", web);
        }
    }

    private static Contact contact(String key, JsonNode node) {
        List<Phone> phones = new ArrayList<>();
        for (JsonNode phone : node.path("phones")) {
            phones.add(new Phone(
                    phone.path("number").asText(),
                    Phone.Type.valueOf(phone.path("type").asText())));
        }
        return new Contact(
                new ContactId(ContactId.LOCAL, key),
                Kind.valueOf(node.path("kind").asText()),
                node.path("name").asText(),
                node.path("givenName").asText(),
                node.path("familyName").asText(),
                node.path("organisation").asText(),
                node.path("department").asText(),
                node.path("title").asText(),
                phones,
                texts(node.path("emails")),
                texts(node.path("addresses")),
                node.path("note").asText(),
                node.hasNonNull("web") ? node.path("web").asText() : null,
                false);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
