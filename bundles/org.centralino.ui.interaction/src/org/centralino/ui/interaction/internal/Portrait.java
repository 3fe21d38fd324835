/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.ui.Theme;
import org.centralino.ui.widgets.Avatar;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The photo of somebody in a circle, the initials as long as there is none. Says nothing the name beside does not. */
final class Portrait extends Composite {

    static final int DIAMETER = 64;
    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

    private final Avatar initials;
    private final Canvas picture;
    private @Nullable Photo shown;
    private @Nullable Image image;

    Portrait(Composite parent) {
        super(parent, SWT.NO_FOCUS);
        Theme theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        initials = new Avatar(this, DIAMETER);
        initials.setBounds(0, 0, DIAMETER, DIAMETER);
        picture = new Canvas(this, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        theme.surface(picture, Theme.surfaceOf(parent));
        picture.setBounds(0, 0, DIAMETER, DIAMETER);
        picture.setVisible(false);
        picture.addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Dispose, event -> forget());
    }

    /** Shows this. */
    void show(String name, @Nullable Photo photo) {
        initials.setLabel(name);
        if (photo != shown) {
            forget();
            shown = photo;
            image = photo == null ? null : new Image(getDisplay(), data(photo));
            picture.setVisible(photo != null);
            initials.setVisible(photo == null);
            picture.redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(DIAMETER, DIAMETER);
    }

    private static ImageData data(Photo photo) {
        ImageData data = new ImageData(photo.side(), photo.side(), 24, RGB);
        for (int y = 0; y < photo.side(); y++) {
            data.setPixels(0, y, photo.side(), photo.rgb(), y * photo.side());
        }
        return data;
    }

    private void paint(GC gc) {
        Image drawn = image;
        if (drawn == null) {
            return;
        }
        Path circle = new Path(getDisplay());
        try {
            circle.addArc(0, 0, DIAMETER, DIAMETER, 0, 360);
            gc.setAntialias(SWT.ON);
            gc.setInterpolation(SWT.HIGH);
            gc.setClipping(circle);
            int side = drawn.getBounds().width;
            gc.drawImage(drawn, 0, 0, side, side, 0, 0, DIAMETER, DIAMETER);
        } finally {
            gc.setClipping((Path) null);
            circle.dispose();
        }
    }

    private void forget() {
        Image old = image;
        image = null;
        if (old != null) {
            old.dispose();
        }
    }
}
