/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Transform;

/**
 * An SVG of paths, circles and rectangles in {@code currentColor}, drawn straight with SWT: sharp at every zoom, and
 * without the half second that loading a full SVG renderer takes while the window opens.
 */
public final class VectorIcon {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z]+)([^>]*?)(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");
    private static final float GRID = 24;

    private record Shape(Consumer<Pen> outline, boolean filled, boolean stroked, float width) {}

    private final List<Shape> shapes;

    private VectorIcon(List<Shape> shapes) {
        this.shapes = shapes;
    }

    /** Reads an SVG of 24 by 24; empty when it holds more than this draws. */
    public static Optional<VectorIcon> parse(String svg) {
        List<Shape> shapes = new ArrayList<>();
        Deque<Map<String, String>> inherited = new ArrayDeque<>();
        Matcher tag = TAG.matcher(svg);
        try {
            while (tag.find()) {
                if (!tag.group(1).isEmpty()) {
                    inherited.pop();
                    continue;
                }
                Map<String, String> attributes = new HashMap<>();
                if (!inherited.isEmpty()) {
                    attributes.putAll(inherited.peek());
                }
                Matcher attribute = ATTRIBUTE.matcher(tag.group(3));
                while (attribute.find()) {
                    attributes.put(attribute.group(1), attribute.group(2));
                }
                if (tag.group(4).isEmpty()) {
                    inherited.push(attributes);
                }
                switch (tag.group(2)) {
                    case "svg", "g" -> {
                        // only hands its attributes down
                    }
                    case "path" -> shapes.add(shape(attributes, PathData.parse(need(attributes, "d"))));
                    case "circle" -> shapes.add(shape(attributes, circle(attributes)));
                    case "rect" -> shapes.add(shape(attributes, rectangle(attributes)));
                    default -> throw new IllegalArgumentException(tag.group(2));
                }
            }
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return Optional.empty();
        }
        return shapes.isEmpty() ? Optional.empty() : Optional.of(new VectorIcon(List.copyOf(shapes)));
    }

    /** Draws it as large as {@code size} with its upper left corner at {@code x}, {@code y}. */
    public void draw(GC gc, Color color, int size, int x, int y) {
        Transform before = new Transform(gc.getDevice());
        Transform here = new Transform(gc.getDevice());
        LineAttributes lines = gc.getLineAttributes();
        try {
            gc.getTransform(before);
            gc.getTransform(here);
            here.translate(x, y);
            here.scale(size / GRID, size / GRID);
            gc.setTransform(here);
            gc.setAntialias(SWT.ON);
            gc.setForeground(color);
            gc.setBackground(color);
            for (Shape shape : shapes) {
                draw(gc, shape);
            }
        } finally {
            gc.setTransform(before);
            gc.setLineAttributes(lines);
            here.dispose();
            before.dispose();
        }
    }

    private static void draw(GC gc, Shape shape) {
        Path path = new Path(gc.getDevice());
        try {
            shape.outline.accept(new PathPen(path));
            if (shape.filled) {
                gc.fillPath(path);
            }
            if (shape.stroked) {
                gc.setLineAttributes(new LineAttributes(shape.width, SWT.CAP_ROUND, SWT.JOIN_ROUND));
                gc.drawPath(path);
            }
        } finally {
            path.dispose();
        }
    }

    private static Shape shape(Map<String, String> attributes, Consumer<Pen> outline) {
        float width = Float.parseFloat(attributes.getOrDefault("stroke-width", "1"));
        return new Shape(outline, paints(attributes, "fill", true), paints(attributes, "stroke", false), width);
    }

    private static boolean paints(Map<String, String> attributes, String name, boolean otherwise) {
        String value = attributes.getOrDefault(name, otherwise ? "currentColor" : "none");
        if (!"none".equals(value) && !"currentColor".equals(value)) {
            throw new IllegalArgumentException(value);
        }
        return "currentColor".equals(value);
    }

    private static Consumer<Pen> circle(Map<String, String> attributes) {
        float r = number(attributes, "r");
        float x = number(attributes, "cx") - r;
        float y = number(attributes, "cy") - r;
        return pen -> pen.arc(x, y, 2 * r, 0, 360);
    }

    private static Consumer<Pen> rectangle(Map<String, String> attributes) {
        float x = number(attributes, "x");
        float y = number(attributes, "y");
        float w = number(attributes, "width");
        float h = number(attributes, "height");
        float d = 2 * Float.parseFloat(attributes.getOrDefault("rx", "0"));
        return pen -> {
            pen.arc(x, y, d, 180, -90);
            pen.arc(x + w - d, y, d, 90, -90);
            pen.arc(x + w - d, y + h - d, d, 0, -90);
            pen.arc(x, y + h - d, d, 270, -90);
            pen.close();
        };
    }

    private static float number(Map<String, String> attributes, String name) {
        return Float.parseFloat(need(attributes, name));
    }

    private static String need(Map<String, String> attributes, String name) {
        if (!attributes.containsKey(name)) {
            throw new IllegalArgumentException(name);
        }
        return attributes.getOrDefault(name, "");
    }
}
