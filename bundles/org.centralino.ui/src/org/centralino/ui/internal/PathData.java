/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code d} attribute of an SVG path: lines, cubic curves and arcs of circles (SVG 2, 9.3). */
final class PathData {

    private static final Pattern TOKEN =
            Pattern.compile("[A-Za-z]|[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private final List<String> tokens = new ArrayList<>();
    private final List<Consumer<Pen>> steps = new ArrayList<>();
    private int next;
    private float x;
    private float y;
    private float startX;
    private float startY;

    private PathData(String d) {
        Matcher matcher = TOKEN.matcher(d);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /**
     * What draws it.
     *
     * @throws IllegalArgumentException when it holds another command
     */
    static Consumer<Pen> parse(String d) {
        PathData data = new PathData(d);
        char command = 'M';
        while (data.next < data.tokens.size()) {
            if (Character.isLetter(data.tokens.get(data.next).charAt(0))) {
                command = data.tokens.get(data.next++).charAt(0);
            } else if (command == 'M') {
                command = 'L'; // further pairs after a move are lines
            } else if (command == 'm') {
                command = 'l';
            }
            data.step(command);
        }
        return pen -> data.steps.forEach(step -> step.accept(pen));
    }

    private void step(char command) {
        boolean relative = Character.isLowerCase(command);
        float fromX = relative ? x : 0;
        float fromY = relative ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                to(fromX + number(), fromY + number());
                startX = x;
                startY = y;
                add(Pen::moveTo, x, y);
            }
            case 'L' -> line(fromX + number(), fromY + number());
            case 'H' -> line(fromX + number(), y);
            case 'V' -> line(x, fromY + number());
            case 'C' -> {
                float x1 = fromX + number();
                float y1 = fromY + number();
                float x2 = fromX + number();
                float y2 = fromY + number();
                to(fromX + number(), fromY + number());
                float endX = x;
                float endY = y;
                steps.add(pen -> pen.cubicTo(x1, y1, x2, y2, endX, endY));
            }
            case 'A' -> arc(fromX, fromY);
            case 'Z' -> {
                to(startX, startY);
                steps.add(Pen::close);
            }
            default -> throw new IllegalArgumentException("command " + command);
        }
    }

    private void arc(float fromX, float fromY) {
        double r = number();
        if (number() != r) {
            throw new IllegalArgumentException("an arc of an ellipse");
        }
        number(); // a circle turned is the same circle
        boolean large = number() != 0;
        boolean clockwise = number() != 0;
        double x1 = x;
        double y1 = y;
        to(fromX + number(), fromY + number());
        double dx = x - x1;
        double dy = y - y1;
        double chord = Math.hypot(dx, dy);
        double radius = Math.max(r, chord / 2);
        double height = Math.sqrt(Math.max(0, radius * radius - chord * chord / 4));
        double side = large == clockwise ? -1 : 1;
        double cx = (x1 + x) / 2 - side * height * dy / chord;
        double cy = (y1 + y) / 2 + side * height * dx / chord;
        double from = Math.toDegrees(Math.atan2(y1 - cy, x1 - cx));
        double sweep = Math.toDegrees(Math.atan2(y - cy, x - cx)) - from;
        if (clockwise && sweep < 0) {
            sweep += 360;
        } else if (!clockwise && sweep > 0) {
            sweep -= 360;
        }
        float left = (float) (cx - radius);
        float top = (float) (cy - radius);
        float d = (float) (2 * radius);
        float start = (float) -from; // SWT counts against the clock
        float extent = (float) -sweep;
        steps.add(pen -> pen.arc(left, top, d, start, extent));
    }

    private void line(float toX, float toY) {
        to(toX, toY);
        add(Pen::lineTo, x, y);
    }

    private void to(float toX, float toY) {
        x = toX;
        y = toY;
    }

    private void add(Point step, float toX, float toY) {
        steps.add(pen -> step.draw(pen, toX, toY));
    }

    private float number() {
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("ends too early");
        }
        return Float.parseFloat(tokens.get(next++));
    }

    private interface Point {
        void draw(Pen pen, float x, float y);
    }
}
