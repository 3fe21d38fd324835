/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The body of an answer 207 (RFC 4918, 13). Immutable. Document types are not read, and so no entities either.
 *
 * @param responses about each resource
 * @param syncToken what to ask with the next time (RFC 6578); null where there is none
 */
record MultiStatus(List<Response> responses, @Nullable String syncToken) {
    static final String DAV = "DAV:";
    static final String CARDDAV = "urn:ietf:params:xml:ns:carddav";

    /**
     * What is told of one resource.
     *
     * @param href as it stands there
     * @param status of the resource; 0 where only its properties have one
     * @param properties those with status 200, by local name: those asked for differ by it
     */
    record Response(String href, int status, Map<String, Property> properties) {

        /** A property; without text, links and names where there is none. */
        Property property(String name) {
            return properties.getOrDefault(name, Property.NONE);
        }
    }

    /**
     * What a property has in it.
     *
     * @param text all of it
     * @param hrefs the elements {@code href}
     * @param names of all elements, namespace and local name
     */
    record Property(String text, List<String> hrefs, Set<String> names) {
        static final Property NONE = new Property("", List.of(), Set.of());
    }

    /** @throws XMLStreamException when it is nothing of the kind */
    static MultiStatus parse(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        try {
            xml.nextTag();
            xml.require(XMLStreamConstants.START_ELEMENT, DAV, "multistatus");
            List<Response> responses = new ArrayList<>();
            String token = null;
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                if (is(xml, "response")) {
                    responses.add(response(xml));
                } else if (is(xml, "sync-token")) {
                    token = property(xml).text().strip();
                } else {
                    property(xml);
                }
            }
            return new MultiStatus(List.copyOf(responses), token);
        } finally {
            xml.close();
        }
    }

    private static Response response(XMLStreamReader xml) throws XMLStreamException {
        String href = "";
        int status = 0;
        Map<String, Property> properties = new LinkedHashMap<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (is(xml, "href")) {
                href = property(xml).text().strip();
            } else if (is(xml, "status")) {
                status = status(property(xml).text());
            } else if (is(xml, "propstat")) {
                propstat(xml, properties);
            } else {
                property(xml);
            }
        }
        return new Response(href, status, Map.copyOf(properties));
    }

    private static void propstat(XMLStreamReader xml, Map<String, Property> properties) throws XMLStreamException {
        Map<String, Property> found = new LinkedHashMap<>();
        int status = 0;
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (is(xml, "prop")) {
                while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    found.put(name, property(xml));
                }
            } else if (is(xml, "status")) {
                status = status(property(xml).text());
            } else {
                property(xml);
            }
        }
        if (status == 200) {
            properties.putAll(found);
        }
    }

    /** Reads from the start of an element to its end. */
    private static Property property(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        List<String> hrefs = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        int depth = 1;
        int hrefAt = -1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    names.add(xml.getNamespaceURI() + " " + xml.getLocalName());
                    if (is(xml, "href")) {
                        hrefAt = text.length();
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (depth > 0 && is(xml, "href") && hrefAt >= 0) {
                        hrefs.add(text.substring(hrefAt).strip());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("entities are not allowed", xml.getLocation());
                default -> {}
            }
        }
        return new Property(text.toString(), List.copyOf(hrefs), Set.copyOf(names));
    }

    private static boolean is(XMLStreamReader xml, String name) {
        return DAV.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName());
    }

    private static int status(String line) {
        String[] parts = line.strip().split("\\s+");
        try {
            return parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
