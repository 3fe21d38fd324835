/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.centralino.directory.SearchQuery.Scope;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** The tabs over the list: Tab comes to the chosen one, left and right go along them and choose. */
final class ScopeTabs extends Composite {

    private static final int HEIGHT = 32;
    private static final int GAP = 2;
    private static final int WIDEST = 12;
    private static final int NARROWEST = 3;

    private final Map<Scope, ScopeTab> tabs = new EnumMap<>(Scope.class);
    private final List<Scope> order = List.of(Scope.ALL, Scope.FAVOURITES, Scope.INTERNAL, Scope.EXTERNAL);

    @NonNullByDefault({})
    ScopeTabs(Composite parent, Consumer<Scope> chosen) {
        super(parent, SWT.NO_FOCUS);
        Theme.of(getDisplay()).surface(this, Token.WINDOW);
        for (Scope scope : order) {
            ScopeTab tab = new ScopeTab(this, word(scope));
            tab.onPress(() -> chosen.accept(scope));
            tab.addListener(SWT.KeyDown, event -> {
                int step = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
                int to = order.indexOf(scope) + step;
                if (step != 0 && to >= 0 && to < order.size()) {
                    tabs.get(order.get(to)).forceFocus();
                    chosen.accept(order.get(to));
                }
            });
            tab.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_ARROW_NEXT || event.detail == SWT.TRAVERSE_ARROW_PREVIOUS) {
                    event.doit = false;
                }
            });
            tabs.put(scope, tab);
        }
        getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = Messages.scopes));
        getAccessible().addAccessibleControlListener(new Role());
        addListener(SWT.Resize, event -> place());
    }

    /** The chosen tab, and how many are in it. */
    void show(Scope scope, String count) {
        tabs.forEach((which, tab) -> tab.show(which == scope, which == scope ? count : ""));
        ScopeTab chosen = tabs.get(scope);
        setTabList(new Control[] {chosen});
        place();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? width(WIDEST) : widthHint, HEIGHT);
    }

    /** With as much room around the words as there is. */
    private void place() {
        int room = getClientArea().width;
        int padding = WIDEST;
        while (padding > NARROWEST && width(padding) > room) {
            padding--;
        }
        int x = 0;
        for (Scope scope : order) {
            ScopeTab tab = tabs.get(scope);
            int width = tab.width(padding);
            tab.setBounds(x, 0, width, HEIGHT);
            x += width + GAP;
        }
    }

    private int width(int padding) {
        int all = tabs.values().stream().mapToInt(tab -> tab.width(padding)).sum();
        return all + GAP * (tabs.size() - 1);
    }

    private static String word(Scope scope) {
        return switch (scope) {
            case ALL -> Messages.scopeAll;
            case FAVOURITES -> Messages.scopeFavourites;
            case INTERNAL -> Messages.scopeInternal;
            case EXTERNAL -> Messages.scopeExternal;
        };
    }

    @NonNullByDefault({})
    private static final class Role extends AccessibleControlAdapter {

        @Override
        public void getRole(AccessibleControlEvent e) {
            e.detail = ACC.ROLE_TABFOLDER;
        }
    }
}
