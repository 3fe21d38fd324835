/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a partner reads of an extension point is there, and no entry goes to a point that is not. */
class ExtensionPointTest {

    /** Of the element {@code extension}: these are the platform's own. */
    private static final Set<String> OF_EVERY_EXTENSION = Set.of("point", "id", "name");

    private static final Pattern USE = Pattern.compile("point=\"(org\\.centralino\\.[^\"]+)\"");
    private static final Pattern NAMED = Pattern.compile("plugin\\.xml|fragment\\.xml|.*\\.exsd|.*\\.md");

    @Example
    void everyPointIsDocumentedWithAnExample() throws IOException {
        List<String> missing = new ArrayList<>();
        points().forEach((id, schema) -> {
            try {
                missing.addAll(missing(id, schema));
            } catch (IOException e) {
                missing.add(id + " cannot be read: " + e.getMessage());
            }
        });
        assertThat(missing).isEmpty();
    }

    @Example
    void whatIsContributedOrShownHasAPlaceToGo() throws IOException {
        Set<String> points = points().keySet();
        assertThat(points).isNotEmpty();
        Set<String> astray = new TreeSet<>();
        for (Path file : whereEntriesStand()) {
            Matcher use = USE.matcher(Files.readString(file));
            while (use.find()) {
                if (!points.contains(use.group(1))) {
                    astray.add(Workspace.ROOT.relativize(file) + ": " + use.group(1));
                }
            }
        }
        assertThat(astray).isEmpty();
    }

    private static List<Path> whereEntriesStand() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("bundles", "releng", "docs")) {
            try (Stream<Path> found = Files.find(
                    Workspace.ROOT.resolve(folder),
                    5,
                    (path, attributes) ->
                            NAMED.matcher(path.getFileName().toString()).matches()
                                    && !path.toString().contains("/target/"))) {
                files.addAll(found.toList());
            }
        }
        return files;
    }

    /** The schema of each of our extension points, by its id. */
    private static Map<String, Path> points() throws IOException {
        Map<String, Path> points = new HashMap<>();
        for (Path plugin : Workspace.matching("bundles", "plugin.xml")) {
            String bundle = Bundle.in(plugin.getParent()).name();
            for (Element point : Workspace.elements(plugin, "extension-point")) {
                points.put(
                        bundle + "." + point.getAttribute("id"),
                        plugin.resolveSibling(point.getAttribute("schema")).normalize());
            }
        }
        return points;
    }

    private static List<String> missing(String id, Path schema) throws IOException {
        if (!Files.isRegularFile(schema)) {
            return List.of(id + " has no schema " + schema);
        }
        List<String> missing = new ArrayList<>();
        List<Element> names = Workspace.elements(schema, "meta.schema");
        if (names.size() != 1
                || !id.equals(
                        names.get(0).getAttribute("plugin") + "." + names.get(0).getAttribute("id"))) {
            missing.add(id + ": the schema is of another point");
        } else if (words((Element) names.get(0).getParentNode().getParentNode()).isEmpty()) {
            missing.add(id + " has no description");
        }
        if (Workspace.elements(schema, "meta.section").stream()
                .filter(section -> section.getAttribute("type").equals("examples"))
                .noneMatch(section ->
                        words((Element) section.getParentNode().getParentNode()).contains("point=\"" + id + "\""))) {
            missing.add(id + " has no example");
        }
        for (Element attribute : Workspace.elements(schema, "attribute")) {
            String owner = owner(attribute);
            boolean theirs = owner.equals("extension") && OF_EVERY_EXTENSION.contains(attribute.getAttribute("name"));
            if (!theirs && words(attribute).isEmpty()) {
                missing.add(id + " says nothing of " + owner + "/@" + attribute.getAttribute("name"));
            }
        }
        return missing;
    }

    private static String owner(Element attribute) {
        Node node = attribute.getParentNode();
        while (!node.getNodeName().equals("element")) {
            node = node.getParentNode();
        }
        return ((Element) node).getAttribute("name");
    }

    private static String words(Element documented) {
        List<Element> documentation = Workspace.elements(documented, "documentation");
        return documentation.isEmpty()
                ? ""
                : documentation.get(0).getTextContent().strip();
    }
}
