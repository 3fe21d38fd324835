/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the window was and how wide its columns were, from one day to the next. */
final class WindowMemory {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** So much of a window must be on a screen for a user to get hold of it. */
    private static final int GRIP = 100;

    private final IEclipsePreferences kept = InstanceScope.INSTANCE.getNode("org.centralino.app");

    int deskWidth() {
        return kept.getInt("deskWidth", Columns.DESK);
    }

    /** Puts the window where it was, as far as it is on a screen there. */
    void restore(Shell shell) {
        Display display = shell.getDisplay();
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        Rectangle place = new Rectangle(
                kept.getInt("x", Integer.MIN_VALUE),
                kept.getInt("y", Integer.MIN_VALUE),
                kept.getInt("width", WIDTH),
                kept.getInt("height", HEIGHT));
        if (isOnAScreen(display, place)) {
            shell.setBounds(place);
        } else {
            shell.setSize(Math.min(place.width, screen.width), Math.min(place.height, screen.height));
        }
        watch(shell);
        shell.setMaximized(kept.getBoolean("maximized", false));
    }

    private void watch(Shell shell) {
        Listener moved = event -> {
            kept.putBoolean("maximized", shell.getMaximized());
            if (!shell.getMaximized() && !shell.getMinimized()) {
                Rectangle place = shell.getBounds();
                kept.putInt("x", place.x);
                kept.putInt("y", place.y);
                kept.putInt("width", place.width);
                kept.putInt("height", place.height);
            }
        };
        shell.addListener(SWT.Move, moved);
        shell.addListener(SWT.Resize, moved);
    }

    /** Keeps how wide the desk is, and where the window was last. */
    void keep(int deskWidth) {
        kept.putInt("deskWidth", deskWidth);
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            LOG.warn("Where the window is cannot be kept: {}", e.toString());
        }
    }

    private static boolean isOnAScreen(Display display, Rectangle place) {
        for (Monitor monitor : display.getMonitors()) {
            Rectangle area = monitor.getClientArea();
            Rectangle seen = area.intersection(place);
            // at its upper edge is what it is moved by
            if (seen.width >= GRIP && seen.height >= GRIP && place.y >= area.y) {
                return true;
            }
        }
        return false;
    }
}
