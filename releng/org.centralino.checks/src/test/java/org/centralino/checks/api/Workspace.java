/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The folders that all is built from. */
final class Workspace {

    /** Surefire runs in the folder of this module. */
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private Workspace() {}

    /** The bundles that a feature has: what none has does not reach a partner. */
    static List<Bundle> shippedBundles() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path feature : matching("features", "feature.xml")) {
            for (Element plugin : elements(feature, "plugin")) {
                Path folder = ROOT.resolve("bundles").resolve(plugin.getAttribute("id"));
                if (Files.isDirectory(folder)) {
                    bundles.add(Bundle.in(folder));
                }
            }
        }
        return bundles;
    }

    /** The files of that name in the folders of a folder. */
    static List<Path> matching(String folder, String name) throws IOException {
        try (Stream<Path> folders = Files.list(ROOT.resolve(folder))) {
            return folders.map(each -> each.resolve(name))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The elements of an XML file with a tag, in order. */
    static List<Element> elements(Path file, String tag) throws IOException {
        try {
            return elements(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(file.toFile())
                            .getDocumentElement(),
                    tag);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(file.toString(), e);
        }
    }

    /** The elements under another one with a tag, in order. */
    static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> (Element) nodes.item(i))
                .toList();
    }
}
