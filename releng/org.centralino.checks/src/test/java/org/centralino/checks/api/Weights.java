/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import static aQute.bnd.service.diff.Delta.MAJOR;
import static aQute.bnd.service.diff.Delta.MICRO;
import static aQute.bnd.service.diff.Delta.MINOR;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.stream.Stream;

/**
 * How much it weighs to add or to remove an element. These are bnd's rules but for two: a method that whoever implements
 * or extends a type has to write is MAJOR wherever it stands, and so is another value of a constant, since that is copied
 * into what was compiled against it.
 */
final class Weights {

    private Weights() {}

    /** A tree that can be compared. */
    static Tree weighed(Tree.Data element) throws Exception {
        weigh(element, false);
        return new DiffPluginImpl().deserialize(element);
    }

    private static void weigh(Tree.Data element, boolean provided) {
        boolean ours = Signatures.isType(element) ? has(element, Type.ANNOTATED, Signatures.PROVIDER_TYPE) : provided;
        element.add = ifAdded(element, ours);
        element.rem = ifRemoved(element, ours);
        for (Tree.Data child : element.children) {
            weigh(child, ours);
        }
    }

    private static Delta ifAdded(Tree.Data element, boolean provided) {
        return switch (element.type) {
            case METHOD -> has(element, Type.ACCESS, "abstract") && !provided ? MAJOR : MINOR;
            case ACCESS -> provided && !element.name.equals("static") ? MINOR : MAJOR;
            case EXTENDS -> MICRO;
            default -> MINOR;
        };
    }

    private static Delta ifRemoved(Tree.Data element, boolean provided) {
        return switch (element.type) {
            case METHOD, FIELD -> has(element, Type.ACCESS, "protected") && provided ? MINOR : MAJOR;
            case ACCESS -> element.name.equals("static") ? MAJOR : MINOR;
            default -> MAJOR;
        };
    }

    private static boolean has(Tree.Data element, Type type, String name) {
        return Stream.of(element.children).anyMatch(child -> child.type == type && child.name.equals(name));
    }
}
