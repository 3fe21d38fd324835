/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.centralino.telephony.Participant;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What a focus tells of its conference (RFC 4575), as far as it is of use: who is in it. Documents are strangers': no DTD,
 * no entities but XML's own, and limits to size, depth and number.
 *
 * @param version rises with every document of one subscription
 * @param full whether who is not in it is gone
 * @param users those it tells of
 */
record ConferenceInfo(long version, boolean full, List<User> users) {

    static final int LARGEST = 256 * 1024;
    static final int MOST_USERS = 500;
    static final int DEEPEST = 32;
    static final int LONGEST = 128;

    private static final String NAMESPACE = "urn:ietf:params:xml:ns:conference-info";
    private static final String USER = "conference-info/users/user";

    /**
     * @param entity the URI that he is known by
     * @param gone whether he is in it no more
     * @param name null where none is told
     * @param state null where none is told
     */
    record User(String entity, boolean gone, @Nullable String name, Participant.@Nullable State state) {}

    /** Reads a body; null where it is no such document, or beyond the limits. */
    static @Nullable ConferenceInfo parse(byte[] body) {
        if (body.length > LARGEST) {
            return null;
        }
        try {
            // As text, for the parser writes bytes that are none to the console.
            String text = new String(body, StandardCharsets.UTF_8);
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                return new Reading(reader).read();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException | RuntimeException e) {
            // Whatever the parser makes of a hostile document, it is none that tells anything.
            return null;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** One walk through a document. */
    private static final class Reading {

        private final XMLStreamReader reader;
        private final Deque<String> path = new ArrayDeque<>();
        private final StringBuilder text = new StringBuilder();
        private final List<User> users = new ArrayList<>();
        private long version = -1;
        private boolean full;
        private String entity = "";
        private boolean gone;
        private @Nullable String name;
        private Participant.@Nullable State state;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        @Nullable
        ConferenceInfo read() throws XMLStreamException {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        return null;
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.addLast(NAMESPACE.equals(reader.getNamespaceURI()) ? reader.getLocalName() : "?");
                        text.setLength(0);
                        if (path.size() > DEEPEST) {
                            return null;
                        }
                        started(String.join("/", path));
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        String more = reader.getText();
                        text.append(more, 0, Math.min(more.length(), Math.max(0, 4 * LONGEST - text.length())));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        ended(String.join("/", path));
                        path.removeLast();
                        if (users.size() > MOST_USERS) {
                            return null;
                        }
                    }
                    default -> {
                        // comments and the like
                    }
                }
            }
            return version < 0 ? null : new ConferenceInfo(version, full, List.copyOf(users));
        }

        private void started(String where) {
            switch (where) {
                case "conference-info" -> {
                    version = Long.parseLong(attribute("version", "0"));
                    full = attribute("state", "full").equals("full");
                }
                case USER -> {
                    entity = clean(attribute("entity", ""));
                    gone = attribute("state", "full").equals("deleted");
                    name = null;
                    state = null;
                }
                default -> {
                    // of no use here
                }
            }
        }

        private void ended(String where) {
            switch (where) {
                case USER + "/display-text" -> name = clean(text.toString());
                case USER + "/endpoint/status" ->
                    state = better(state, text.toString().strip());
                case USER -> {
                    if (!entity.isEmpty()) {
                        users.add(new User(entity, gone, name, state));
                    }
                }
                default -> {
                    // of no use here
                }
            }
            text.setLength(0);
        }

        private String attribute(String attribute, String otherwise) {
            String value = reader.getAttributeValue(null, attribute);
            return value == null ? otherwise : value.strip();
        }
    }

    /** Who has several devices is in it by the one that is. */
    private static Participant.@Nullable State better(Participant.@Nullable State before, String status) {
        Participant.State now = switch (status.toLowerCase(Locale.ROOT)) {
            case "connected" -> Participant.State.CONNECTED;
            case "dialing-in", "dialing-out", "alerting", "pending" -> Participant.State.CALLED;
            case "on-hold" -> Participant.State.ON_HOLD;
            case "muted-via-focus" -> Participant.State.MUTED;
            default -> null;
        };
        return before == Participant.State.CONNECTED || now == null ? before : now;
    }

    /** One line, without what could change how it is shown. */
    private static String clean(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
