/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.widgets.Pressable;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** What is in a shell, found as a user finds it: by its name. */
@NonNullByDefault({})
final class ShownWidgets {

    private final VirtualDisplay screen;
    private final Composite shell;

    ShownWidgets(VirtualDisplay screen, Composite shell) {
        this.screen = screen;
        this.shell = shell;
    }

    boolean shows(String words) {
        return all().stream()
                .anyMatch(control ->
                        control instanceof Paragraph line && line.text().equals(words));
    }

    /** A button that is there, or comes. */
    Pressable button(String name) {
        screen.until(() -> !pressables(name).isEmpty());
        return pressables(name).get(0);
    }

    void type(String name, String typed) {
        Text text = text(name);
        text.setFocus();
        text.setText(typed);
    }

    static void key(Control control, int code) {
        Event event = new Event();
        event.keyCode = code;
        control.notifyListeners(SWT.KeyDown, event);
    }

    Text text(String name) {
        screen.until(() -> all().stream().anyMatch(control -> control instanceof Text text && name.equals(name(text))));
        return all().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> name.equals(name(text)))
                .findFirst()
                .orElseThrow();
    }

    List<Pressable> pressables(String name) {
        return all().stream()
                .filter(Pressable.class::isInstance)
                .map(Pressable.class::cast)
                .filter(button -> button.accessibleName().equals(name) && button.isVisible())
                .toList();
    }

    List<String> names() {
        return all().stream()
                .filter(Pressable.class::isInstance)
                .map(control -> ((Pressable) control).accessibleName())
                .toList();
    }

    List<String> unnamed() {
        return all().stream()
                .filter(control -> control instanceof Pressable button
                        ? button.accessibleName().isEmpty()
                        : control instanceof Text text && name(text).isEmpty())
                .map(Object::toString)
                .toList();
    }

    private static String name(Text text) {
        return Objects.toString(text.getData(AccessibleName.class.getName()), "");
    }

    List<String> texts() {
        return all().stream()
                .filter(control -> control instanceof TextLine && control.isVisible())
                .map(control -> ((TextLine) control).text())
                .toList();
    }

    TextLine line(String text) {
        return all().stream()
                .filter(control ->
                        control instanceof TextLine line && line.text().equals(text))
                .map(TextLine.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + text));
    }

    private static List<Control> all(Composite from) {
        List<Control> controls = new ArrayList<>();
        for (Control child : from.getChildren()) {
            controls.add(child);
            if (child instanceof Composite composite) {
                controls.addAll(all(composite));
            }
        }
        return controls;
    }

    /** All controls, from the outermost in. */
    List<Control> all() {
        return all(shell);
    }
}
