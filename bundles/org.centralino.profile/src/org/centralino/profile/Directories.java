/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.source.SourceSettings;

/**
 * Reads where contacts come from. What a source needs is known to the bundle that reads it: only the keys that all have in
 * common are checked, and that the others are text, numbers, flags, lists of these or objects of these.
 */
final class Directories {

    private static final int LONGEST = 4096;
    private static final int DEEPEST = 4;
    private static final Set<String> COMMON = Set.of("type", "kind", "id", "label");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final Pattern ID = Pattern.compile("[\\w.:-]{1,64}");
    private static final Pattern OF_A_PLACE = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//(?:[^/@]*@)?|[?#].*$");
    private static final Map<String, Kind> KIND = kinds();

    private final Set<String> ids = new HashSet<>();

    private Directories() {}

    static List<SourceSettings> read(JsonField list) throws ProfileException {
        List<SourceSettings> sources = new ArrayList<>();
        if (!list.isAbsent()) {
            Directories directories = new Directories();
            for (JsonField source : list.elements("a list of directories [{…}]")) {
                sources.add(directories.source(source));
            }
        }
        return sources;
    }

    private SourceSettings source(JsonField field) throws ProfileException {
        String type = field.child("type").text(TYPE, "the type of a directory: ldap, carddav, vcard, csv, …");
        Kind kind = field.child("kind").choice(KIND, Kind.EXTERNAL);
        String label = field.child("label").optionalText(ProfileReader.WORDS, "a name of at most 256 characters");
        String given = field.child("id").optionalText(ID, "letters, digits, '.', ':', '_' and '-', at most 64");
        Map<String, List<String>> values = new HashMap<>();
        for (Map.Entry<String, JsonField> member : field.members().entrySet()) {
            if (!COMMON.contains(member.getKey())) {
                flatten(member.getKey(), member.getValue(), values, 1);
            }
        }
        String place = place(values);
        String id = given == null ? type + ":" + place : given;
        if (id.equals(ContactId.LOCAL) || !ids.add(id)) {
            throw field.child("id").wrong("an id that no other directory has, nor \"" + ContactId.LOCAL + "\"");
        }
        return new SourceSettings(id, type, kind, label == null ? label(place) : label, values);
    }

    private static void flatten(String key, JsonField field, Map<String, List<String>> values, int depth)
            throws ProfileException {
        if (field.isAbsent()) {
            return;
        }
        if (field.isObject()) {
            if (depth >= DEEPEST) {
                throw field.wrong("no object this deep inside others");
            }
            for (Map.Entry<String, JsonField> member : field.members().entrySet()) {
                flatten(key + "." + member.getKey(), member.getValue(), values, depth + 1);
            }
            return;
        }
        List<String> texts = new ArrayList<>();
        String expected = "text of at most " + LONGEST + " characters, a number, true or false";
        if (field.isList()) {
            for (JsonField element : field.elements("a list […]")) {
                texts.add(element.scalar(LONGEST, expected));
            }
        } else {
            texts.add(field.scalar(LONGEST, expected));
        }
        values.put(key, List.copyOf(texts));
    }

    /** Where it is, for an id and for people: no user, no password, no query. */
    private static String place(Map<String, List<String>> values) {
        for (String key : List.of("url", "path")) {
            List<String> texts = values.getOrDefault(key, List.of());
            if (!texts.isEmpty()) {
                return key.equals("url") ? OF_A_PLACE.matcher(texts.get(0)).replaceAll("") : texts.get(0);
            }
        }
        return "";
    }

    /** The last part of a place; empty where there is none: then the type's own label serves. */
    private static String label(String place) {
        return place.replaceFirst("[/\\\\]+$", "").replaceFirst("^.*[/\\\\]", "");
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("internal", Kind.INTERNAL);
        kinds.put("external", Kind.EXTERNAL);
        return kinds;
    }
}
