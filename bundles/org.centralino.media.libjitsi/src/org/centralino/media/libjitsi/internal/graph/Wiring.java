/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The edges as one tick sees them. Immutable: a change makes a new one, so no tick sees half a change. */
record Wiring(List<GraphNode> sources, List<Heard> heard) {

    /** A sink and what it hears. */
    record Heard(GraphNode sink, List<GraphNode> inputs) {}

    /** An edge. */
    record Edge(GraphNode from, GraphNode to) {}

    static Wiring of(Collection<GraphNode> nodes, Set<Edge> edges) {
        Set<GraphNode> sources = new LinkedHashSet<>();
        List<Heard> heard = new ArrayList<>();
        for (GraphNode node : nodes) {
            if (node.live && node.source != null) {
                sources.add(node);
            }
            if (node.sink != null) {
                List<GraphNode> inputs = new ArrayList<>();
                for (Edge edge : edges) {
                    if (edge.to == node) {
                        inputs.add(edge.from);
                        sources.add(edge.from);
                    }
                }
                heard.add(new Heard(node, List.copyOf(inputs)));
            }
        }
        return new Wiring(List.copyOf(sources), List.copyOf(heard));
    }
}
