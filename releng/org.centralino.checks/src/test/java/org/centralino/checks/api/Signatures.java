/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.Descriptors.TypeRef;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Resource;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a package promises to who uses or implements it.
 *
 * @param version what it is exported with
 * @param types its public types and their members, an element PACKAGE of bnd's
 */
record Signatures(Version version, Tree.Data types) {

    static final String PROVIDER_TYPE = "org.osgi.annotation.versioning.ProviderType";
    static final String CONSUMER_TYPE = "org.osgi.annotation.versioning.ConsumerType";

    private static final Set<Type> TYPES = EnumSet.of(Type.CLASS, Type.INTERFACE, Type.ENUM, Type.ANNOTATION);
    private static final Set<Type> MEMBERS = EnumSet.of(Type.METHOD, Type.FIELD);
    private static final Set<Type> DETAILS =
            EnumSet.of(Type.EXTENDS, Type.IMPLEMENTS, Type.RETURN, Type.CONSTANT, Type.DEFAULT);

    /** Everything has these, whether a type says it anew or not. */
    private static final Set<String> OF_OBJECT = Set.of("equals(java.lang.Object)", "hashCode()", "toString()");

    /** Those of the exported packages of a jar, or of a folder of classes. */
    static SortedMap<String, Signatures> read(SortedMap<String, Version> exports, Path classes) throws Exception {
        SortedMap<String, Signatures> packages = new TreeMap<>();
        try (Jar all = new Jar(classes.toFile());
                Jar exported = exported(exports, all);
                Analyzer analyzer = new OwnTypes(exported)) {
            Tree api = new DiffPluginImpl().tree(analyzer).get("<api>");
            exports.forEach((name, version) -> {
                Tree found = api.get(name);
                packages.put(name, new Signatures(version, found == null ? empty(name) : promised(found.serialize())));
            });
        }
        return packages;
    }

    private static Jar exported(SortedMap<String, Version> exports, Jar all) {
        Jar jar = new Jar("exported");
        for (String name : exports.keySet()) {
            Map<String, Resource> directory = all.getDirectory(name.replace('.', '/'));
            if (directory == null) {
                throw new AssertionError(name + " is exported and has no classes");
            }
            jar.addDirectory(directory, true);
        }
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "exported");
        attributes.putValue(
                "Export-Package",
                exports.entrySet().stream()
                        .map(export -> export.getKey() + ";version=\"" + export.getValue() + "\"")
                        .collect(Collectors.joining(",")));
        jar.setManifest(manifest);
        return jar;
    }

    private static Tree.Data empty(String name) {
        return element(Type.PACKAGE, name);
    }

    static Tree.Data element(Type type, String name, Tree.Data... children) {
        Tree.Data data = new Tree.Data();
        data.type = type;
        data.name = name;
        data.children = children;
        return data;
    }

    /** The part of bnd's tree that is a promise: no annotations but the two roles, and no methods that everything has. */
    private static Tree.Data promised(Tree.Data element) {
        Tree.Data[] children = element.children == null ? new Tree.Data[0] : element.children;
        return element(
                element.type,
                element.name,
                Stream.of(children)
                        .filter(child -> isPromise(child, element))
                        .map(Signatures::promised)
                        .toArray(Tree.Data[]::new));
    }

    private static boolean isPromise(Tree.Data element, Tree.Data parent) {
        return switch (element.type) {
            case ANNOTATED -> element.name.equals(PROVIDER_TYPE) || element.name.equals(CONSUMER_TYPE);
            case METHOD -> !OF_OBJECT.contains(element.name);
            // To bnd everything is final that has no constructor to extend it by, interfaces too.
            case ACCESS -> parent.type != Type.INTERFACE || !element.name.equals("final");
            default -> isType(element) || isMember(element) || DETAILS.contains(element.type);
        };
    }

    static boolean isType(Tree.Data element) {
        return TYPES.contains(element.type);
    }

    static boolean isMember(Tree.Data element) {
        return MEMBERS.contains(element.type);
    }

    /** What a type has from the JDK or from SWT is promised by them, and by the line that says it extends it. */
    private static final class OwnTypes extends Analyzer {

        OwnTypes(Jar jar) throws Exception {
            super(jar);
        }

        @Override
        public Clazz findClass(TypeRef type) throws Exception {
            return type.getFQN().startsWith("org.centralino.") ? super.findClass(type) : null;
        }
    }
}
