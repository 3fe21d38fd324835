/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.centralino.directory.ContactId;

/** Whom the user pinned, in order. Used by one thread; only what {@link #content} gave is written by another. */
public final class Favourites {

    private final JsonFile file;
    private final List<ContactId> pinned = new ArrayList<>();
    private final Set<String> seeded = new LinkedHashSet<>();
    private boolean own;

    public Favourites(Path folder) {
        file = new JsonFile(folder.resolve("favourites.json"));
    }

    public void read() {
        JsonNode content = file.read();
        for (JsonNode entry : content.path("pinned")) {
            add(new ContactId(entry.path("source").asText(), entry.path("key").asText()), Integer.MAX_VALUE);
        }
        content.path("seeded").forEach(entry -> seeded.add(entry.asText()));
        own = content.path("own").asBoolean(false);
    }

    public List<ContactId> pinned() {
        return List.copyOf(pinned);
    }

    public void pin(ContactId id, int place) {
        own = true;
        add(id, place);
    }

    public void unpin(ContactId id) {
        own = true;
        pinned.remove(id);
    }

    /** Which of the profile's favourites are still to be pinned: none as soon as the user pinned or unpinned anybody. */
    public List<String> unseeded(List<String> profile) {
        return own
                ? List.of()
                : profile.stream().filter(text -> !seeded.contains(text)).toList();
    }

    /** Pins somebody for the profile. */
    public void seed(String text, ContactId id) {
        seeded.add(text);
        if (!pinned.contains(id)) {
            pinned.add(id);
        }
    }

    private void add(ContactId id, int place) {
        pinned.remove(id);
        pinned.add(Math.max(0, Math.min(place, pinned.size())), id);
    }

    /** What is to be written now. */
    public ObjectNode content() {
        ObjectNode content = JsonFile.JSON.createObjectNode();
        content.put("own", own);
        ArrayNode texts = content.putArray("seeded");
        seeded.forEach(texts::add);
        ArrayNode entries = content.putArray("pinned");
        for (ContactId id : pinned) {
            entries.addObject().put("source", id.source()).put("key", id.key());
        }
        return content;
    }

    public void write(ObjectNode content) throws IOException {
        file.write(content);
    }
}
