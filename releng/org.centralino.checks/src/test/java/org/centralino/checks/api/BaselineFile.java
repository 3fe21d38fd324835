/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Signatures as text for people who review them: sorted, a line for each package, type and member, which begins with the
 * type that it is of, and ends with the details.
 */
final class BaselineFile {

    private static final String DETAIL = " | ";

    private BaselineFile() {}

    static SortedMap<String, Signatures> read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static void write(Path file, SortedMap<String, Signatures> packages) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, lines(packages));
    }

    static Collection<String> lines(SortedMap<String, Signatures> packages) {
        Collection<String> lines = new TreeSet<>();
        packages.forEach((name, signatures) -> {
            lines.add(name + " package " + signatures.version());
            for (Tree.Data type : signatures.types().children) {
                lines.add(line(type.name + " " + word(type.type), type));
                for (Tree.Data member : type.children) {
                    if (Signatures.isMember(member)) {
                        lines.add(line(type.name + " " + word(member.type) + " " + member.name, member));
                    }
                }
            }
        });
        return lines;
    }

    private static String line(String head, Tree.Data element) {
        return Stream.concat(
                        Stream.of(head),
                        Stream.of(element.children)
                                .filter(child -> !Signatures.isMember(child))
                                .map(child -> word(child.type) + " " + escaped(child.name))
                                .sorted())
                .collect(Collectors.joining(DETAIL));
    }

    static SortedMap<String, Signatures> parse(List<String> lines) {
        SortedMap<String, Version> versions = new TreeMap<>();
        Map<String, List<Tree.Data>> types = new HashMap<>();
        Map<String, List<Tree.Data>> members = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(" \\| ", -1);
            String[] head = parts[0].split(" ", 3);
            Type kind = Type.valueOf(head[1].toUpperCase(Locale.ROOT));
            if (kind == Type.PACKAGE) {
                versions.put(head[0], Version.parseVersion(head[2]));
                continue;
            }
            boolean type = head.length == 2;
            (type ? types : members)
                    .computeIfAbsent(type ? packageOf(head[0]) : head[0], key -> new ArrayList<>())
                    .add(Signatures.element(kind, head[type ? 0 : 2], details(parts)));
        }
        SortedMap<String, Signatures> packages = new TreeMap<>();
        versions.forEach((name, version) -> packages.put(
                name,
                new Signatures(
                        version,
                        Signatures.element(
                                Type.PACKAGE,
                                name,
                                types.getOrDefault(name, List.of()).stream()
                                        .map(type -> withMembers(type, members.getOrDefault(type.name, List.of())))
                                        .toArray(Tree.Data[]::new)))));
        return packages;
    }

    private static Tree.Data withMembers(Tree.Data type, List<Tree.Data> members) {
        return Signatures.element(
                type.type,
                type.name,
                Stream.concat(Stream.of(type.children), members.stream()).toArray(Tree.Data[]::new));
    }

    private static Tree.Data[] details(String[] parts) {
        return Stream.of(parts)
                .skip(1)
                .map(part -> part.split(" ", 2))
                .map(detail -> Signatures.element(
                        Type.valueOf(detail[0].toUpperCase(Locale.ROOT)),
                        detail.length == 1 ? "" : detail[1].translateEscapes()))
                .toArray(Tree.Data[]::new);
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String word(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** As in Java, so that a constant's text neither ends the line nor the detail. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (c < 0x20 || c == '\\' || c == '|') {
                text.append(String.format("\\%03o", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
