/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Tab;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabFolderRenderer;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/**
 * The tabs of a stack, in place of its own: those on GTK have, for a screen reader, all that is in the stack inside each of
 * them, and cannot be pressed.
 */
final class ViewTabs extends Composite {

    private static final int HEIGHT = 48;
    private static final int GAP = 4;
    private static final int SASH = 4;

    private final CTabFolder folder;
    private final Map<CTabItem, Tab> tabs = new LinkedHashMap<>();

    private ViewTabs(CTabFolder folder) {
        super(folder, SWT.NO_FOCUS);
        this.folder = folder;
        Theme.of(getDisplay()).surface(this, Token.WINDOW);
        RowLayout row = new RowLayout();
        row.wrap = false;
        row.center = true;
        row.spacing = GAP;
        row.marginLeft = 12;
        row.marginTop = 8;
        setLayout(row);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {

            @Override
            @NonNullByDefault({})
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABFOLDER;
            }
        });
    }

    /** Gives them to a stack, and what it lies in our background. */
    static void give(CTabFolder folder) {
        Theme theme = Theme.of(folder.getDisplay());
        for (Composite c = folder; !(c instanceof Shell); c = c.getParent()) {
            theme.surface(c, Token.WINDOW);
        }
        folder.setRenderer(new Bare(folder, theme));
        folder.setBorderVisible(false);
        folder.setTabHeight(HEIGHT);
        folder.getAccessible().addAccessibleControlListener(new Plain(folder));
        ViewTabs bar = new ViewTabs(folder);
        folder.addListener(SWT.Resize, event -> bar.place());
        folder.addListener(SWT.Paint, event -> bar.refresh());
        theme.follow(folder, folder::redraw);
        Composite columns = folder.getParent();
        columns.addListener(SWT.Paint, event -> {
            if (folder.isVisible()) {
                int x = folder.getLocation().x - SASH / 2;
                event.gc.setForeground(theme.color(Token.LINE));
                event.gc.drawLine(x, 0, x, columns.getSize().y);
            }
        });
        bar.refresh();
        bar.place();
    }

    private void place() {
        setBounds(0, 0, folder.getClientArea().width, HEIGHT);
        moveAbove(null);
    }

    /** The stack says nothing of views that come or are chosen; it is painted then. */
    private void refresh() {
        List<CTabItem> items = List.of(folder.getItems());
        boolean same = tabs.keySet().equals(Set.copyOf(items));
        if (!same) {
            tabs.values().forEach(Tab::dispose);
            tabs.clear();
            for (CTabItem item : items) {
                Tab tab = new Tab(this);
                tab.setName(item.getText(), "", "");
                tab.onPress(() -> choose(item));
                tab.addListener(SWT.KeyDown, event -> arrow(tab, event.keyCode));
                tabs.put(item, tab);
            }
            layout(true, true);
        }
        tabs.forEach((item, tab) -> tab.setChosen(item == folder.getSelection()));
    }

    private void arrow(Tab from, int key) {
        List<Tab> all = List.copyOf(tabs.values());
        int to = all.indexOf(from) + (key == SWT.ARROW_RIGHT ? 1 : key == SWT.ARROW_LEFT ? -1 : 0);
        if (to >= 0 && to < all.size() && all.get(to) != from) {
            all.get(to).setFocus();
        }
    }

    private void choose(CTabItem item) {
        if (!item.isDisposed()) {
            folder.setSelection(item);
            Event chosen = new Event();
            chosen.item = item;
            folder.notifyListeners(SWT.Selection, chosen);
            refresh();
        }
    }

    /** Draws nothing but the ground. */
    @NonNullByDefault({})
    private static final class Bare extends CTabFolderRenderer {

        private final Theme theme;

        Bare(CTabFolder folder, Theme theme) {
            super(folder);
            this.theme = theme;
        }

        @Override
        protected Rectangle computeTrim(int part, int state, int x, int y, int width, int height) {
            return switch (part) {
                case PART_BODY -> new Rectangle(x, y - HEIGHT, width, height + HEIGHT);
                case PART_BORDER, PART_HEADER -> new Rectangle(x, y, width, height);
                default -> super.computeTrim(part, state, x, y, width, height);
            };
        }

        @Override
        protected void draw(int part, int state, Rectangle bounds, GC gc) {
            if (part == PART_BODY || part == PART_HEADER || part == PART_BACKGROUND) {
                gc.setBackground(theme.color(Token.WINDOW));
                gc.fillRectangle(bounds);
            }
        }
    }

    /** The stack itself is no list of tabs any more, and has in it what it shows. */
    @NonNullByDefault({})
    private static final class Plain extends AccessibleControlAdapter {

        private final CTabFolder folder;

        Plain(CTabFolder folder) {
            this.folder = folder;
        }

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
            return Arrays.stream(folder.getChildren())
                    .filter(Control::getVisible)
                    .map(Control::getAccessible)
                    .toArray();
        }
    }
}
