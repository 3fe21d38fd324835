/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.List;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Tab;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Pages of which one is shown, under a row of tabs. As large as the first one wants to be. */
final class TabbedPages {

    private static final int GAP = 12;

    private final Composite all;
    private final Composite bar;
    private final Composite stack;
    private final StackLayout pages = new StackLayout();
    private final List<Tab> tabs = new ArrayList<>();

    TabbedPages(Composite parent) {
        all = composite(parent);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = GAP;
        all.setLayout(column);
        bar = composite(all);
        RowLayout row = new RowLayout();
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        bar.setLayout(row);
        bar.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {

            @Override
            @NonNullByDefault({})
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABFOLDER;
            }
        });
        stack = composite(all);
        stack.setLayout(pages);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        stack.getAccessible().addAccessibleControlListener(new Shown());
    }

    void setLayoutData(GridData data) {
        all.setLayoutData(data);
    }

    /** A page to be filled; the first one is shown. */
    Composite add(String name) {
        Composite page = composite(stack);
        Tab tab = new Tab(bar);
        tab.setName(name, "", "");
        tab.onPress(() -> show(tab, page));
        tab.addListener(SWT.KeyDown, event -> arrow(tab, event.keyCode));
        tabs.add(tab);
        if (tabs.size() == 1) {
            show(tab, page);
        }
        return page;
    }

    private void show(Tab chosen, Composite page) {
        tabs.forEach(tab -> tab.setChosen(tab == chosen));
        pages.topControl = page;
        stack.layout();
    }

    private void arrow(Tab from, int key) {
        int to = tabs.indexOf(from) + (key == SWT.ARROW_RIGHT ? 1 : key == SWT.ARROW_LEFT ? -1 : 0);
        if (to >= 0 && to < tabs.size() && tabs.get(to) != from) {
            tabs.get(to).setFocus();
        }
    }

    private static Composite composite(Composite parent) {
        Composite made = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(made, Token.CARD);
        return made;
    }

    /** A page that is hidden is not there for a screen reader either. */
    @NonNullByDefault({})
    private final class Shown extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent event) {
            event.detail = ACC.ROLE_CLIENT_AREA;
        }

        @Override
        public void getChildCount(AccessibleControlEvent event) {
            event.detail = shown().length;
        }

        @Override
        public void getChildren(AccessibleControlEvent event) {
            event.children = shown();
        }

        private Object[] shown() {
            Control page = pages.topControl;
            return page == null ? new Object[0] : new Object[] {page.getAccessible()};
        }
    }
}
