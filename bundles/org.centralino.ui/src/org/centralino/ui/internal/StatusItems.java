/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.internal;

import jakarta.annotation.PostConstruct;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** The status bar: contributed items from left to right, those that tell of the work at hand at the left. */
public class StatusItems {

    private static final String POINT = "org.centralino.ui.status";
    private static final int HEIGHT = 32;

    /** Items from this order on stand at the right of the bar. */
    private static final int RIGHT = 500;

    @PostConstruct
    void create(Composite parent, IEclipseContext context, IExtensionRegistry registry) {
        Theme theme = Theme.of(parent.getDisplay());
        Composite bar = new Composite(parent, SWT.DOUBLE_BUFFERED) {
            @Override
            public Point computeSize(int widthHint, int heightHint, boolean changed) {
                return new Point(super.computeSize(widthHint, heightHint, changed).x, HEIGHT);
            }
        };
        for (Composite c = bar; !(c instanceof Shell); c = c.getParent()) {
            theme.surface(c, Token.CARD); // the trim around the bar as well, up to the window's edges
        }
        theme.follow(bar, bar::redraw);
        bar.addListener(SWT.Paint, event -> {
            event.gc.setForeground(theme.color(Token.LINE));
            event.gc.drawLine(0, 0, bar.getSize().x, 0);
        });
        bar.setLayout(new StatusLayout(12, 16));
        new Places(bar, registry, POINT, () -> place(bar), (item, place) -> {
            place.setLayoutData(item.order() >= RIGHT ? StatusLayout.RIGHT : null);
            item.fill(place, context);
        });
    }

    private static Composite place(Composite bar) {
        Composite place = new Composite(bar, SWT.NO_FOCUS);
        Theme.of(bar.getDisplay()).surface(place, Token.CARD);
        place.setLayout(new StatusLayout(0, 16));
        return place;
    }
}
