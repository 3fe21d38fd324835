/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.ui.internal.Platform;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Light or dark, as the system prefers or as the system property {@code centralino.theme} ({@code light}, {@code dark})
 * says. One for each display; display thread only.
 */
public final class Theme {

    /** The system property that overrules the system's preference. */
    public static final String PROPERTY = "centralino.theme";

    private static final String KEY = Theme.class.getName();
    private static final String SURFACE = KEY + ".surface";
    /** Keeps the workbench's style sheets off a control that has its colours from here. */
    private static final String NO_CSS = "org.eclipse.e4.ui.css.disabled";

    private final Map<Token, Color> colors = new EnumMap<>(Token.class);
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private final @Nullable String forced = System.getProperty(PROPERTY);
    private boolean dark;

    private Theme(Display display) {
        if (forced != null) {
            Platform.get().preferDark("dark".equals(forced));
        }
        dark = wanted();
        display.addListener(SWT.Settings, event -> systemChanged());
    }

    /** The theme of a display. */
    public static Theme of(Display display) {
        if (display.getData(KEY) instanceof Theme theme) {
            return theme;
        }
        Theme theme = new Theme(display);
        display.setData(KEY, theme);
        return theme;
    }

    /** Whether the dark colours are in use. */
    public boolean isDark() {
        return dark;
    }

    /** The colour of a token; not to be disposed. */
    public Color color(Token token) {
        return colors.computeIfAbsent(token, t -> color(t.rgb(dark)));
    }

    /** Runs {@code apply} now and whenever the theme changes, until {@code control} is disposed. */
    public void follow(Control control, Runnable apply) {
        followers.add(apply);
        control.addDisposeListener(event -> followers.remove(apply));
        apply.run();
    }

    /** Gives a control, and what is drawn upon it, this background. */
    public void surface(Control control, Token token) {
        control.setData(SURFACE, token);
        control.setData(NO_CSS, Boolean.TRUE);
        follow(control, () -> control.setBackground(color(token)));
    }

    /** Gives a native text field without a border our colours, and no frame of its own. */
    public void field(Control text) {
        surface(text, surfaceOf(text.getParent()));
        follow(text, () -> text.setForeground(color(Token.TEXT)));
        Platform.get().flatten(text);
    }

    /** The surface a control lies upon. */
    public static Token surfaceOf(Control control) {
        for (Control c = control; c != null; c = c.getParent()) {
            if (c.getData(SURFACE) instanceof Token token) {
                return token;
            }
        }
        return Token.WINDOW;
    }

    private static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private boolean wanted() {
        return forced == null ? Display.isSystemDarkTheme() : "dark".equals(forced);
    }

    private void systemChanged() {
        if (wanted() != dark) {
            dark = !dark;
            colors.clear();
            followers.forEach(Runnable::run);
        }
    }
}
