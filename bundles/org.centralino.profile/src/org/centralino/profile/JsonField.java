/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** A JSON value that knows its path, so that whatever is wrong with it can be named. */
final class JsonField {

    private static final int SHOWN = 80;
    private static final Pattern SECRET = Pattern.compile("(?i)passw|secret|token|credential|bearer");

    private final String path;
    private final JsonNode node;

    JsonField(String path, @Nullable JsonNode node) {
        this.path = path;
        this.node = node == null ? MissingNode.getInstance() : node;
    }

    JsonField child(String name) throws ProfileException {
        if (!node.isObject()) {
            throw wrong("an object {…}");
        }
        return new JsonField(path.isEmpty() ? name : path + "." + name, node.get(name));
    }

    boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    List<JsonField> elements(String expected) throws ProfileException {
        if (!node.isArray()) {
            throw wrong(expected);
        }
        List<JsonField> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new JsonField(path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    /** The members of an object, by name, in its order. */
    Map<String, JsonField> members() throws ProfileException {
        if (!node.isObject()) {
            throw wrong("an object {…}");
        }
        Map<String, JsonField> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            members.put(member.getKey(), child(member.getKey()));
        }
        return members;
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isFlag() {
        return node.isBoolean();
    }

    boolean isList() {
        return node.isArray();
    }

    /** Text, a number or a flag as text. */
    String scalar(int longest, String expected) throws ProfileException {
        if (!node.isValueNode() || isAbsent() || node.asText().length() > longest) {
            throw wrong(expected);
        }
        return node.asText();
    }

    String text(String expected) throws ProfileException {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw wrong(expected);
        }
        return node.textValue();
    }

    String text(Pattern form, String expected) throws ProfileException {
        String text = text(expected);
        if (!form.matcher(text).matches()) {
            throw wrong(expected);
        }
        return text;
    }

    @Nullable
    String optionalText(Pattern form, String expected) throws ProfileException {
        return isAbsent() ? null : text(form, expected);
    }

    /** Its value is in no exception. */
    @Nullable
    String optionalSecret(String expected) throws ProfileException {
        if (isAbsent()) {
            return null;
        }
        if (!node.isTextual() || node.textValue().isEmpty()) {
            throw new ProfileException(path, "(hidden)", expected);
        }
        return node.textValue();
    }

    boolean flag() throws ProfileException {
        if (isAbsent()) {
            return false;
        }
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    int number(int expected) throws ProfileException {
        if (!node.isInt() || node.intValue() != expected) {
            throw wrong(Integer.toString(expected));
        }
        return node.intValue();
    }

    /** One of the constants of an enum by its spelling in the profile; {@code absent} where there is none. */
    <E> E choice(Map<String, E> spellings, E absent) throws ProfileException {
        if (isAbsent()) {
            return absent;
        }
        E chosen = node.isTextual() ? spellings.get(node.textValue().toLowerCase(Locale.ROOT)) : null;
        if (chosen == null) {
            throw wrong("one of " + String.join(", ", spellings.keySet()));
        }
        return chosen;
    }

    ProfileException wrong(String expected) {
        return new ProfileException(path.isEmpty() ? "(document)" : path, shown(), expected);
    }

    /** The value for people to see: nothing that is a secret by its name, and nothing inside something larger, which may hold one. */
    private String shown() {
        if (node.isMissingNode()) {
            return "(missing)";
        }
        if (SECRET.matcher(path).find()) {
            return "(hidden)";
        }
        if (node.isContainerNode() && !node.isEmpty()) {
            return node.isObject() ? "{…}" : "[…]";
        }
        String value = node.toString();
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
