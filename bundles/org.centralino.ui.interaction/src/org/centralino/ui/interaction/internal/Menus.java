/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The context menu of a line. */
final class Menus {

    private final Map<String, Runnable> items = new LinkedHashMap<>();

    /** Adds an item at the end. */
    Menus with(String word, Runnable run) {
        items.put(word, run);
        return this;
    }

    /** Gives each of these the menu. */
    void on(Control... controls) {
        for (Control control : controls) {
            Menu menu = new Menu(control);
            items.forEach((word, run) -> {
                MenuItem item = new MenuItem(menu, SWT.PUSH);
                item.setText(word.replace("&", "&&"));
                item.addListener(SWT.Selection, event -> run.run());
            });
            control.setMenu(menu);
        }
    }
}
