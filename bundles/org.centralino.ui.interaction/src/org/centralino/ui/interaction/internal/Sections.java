/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.centralino.directory.Contact;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskLayout;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contributed sections under their headings. Each is made when the first contact is shown; one that throws is named in the
 * log once and goes, as one does whose entry goes, and the others stay.
 */
final class Sections {

    private static final Logger LOG = LoggerFactory.getLogger(Sections.class);

    private final Composite parent;
    private final Map<SectionEntry, @Nullable Composite> places = new LinkedHashMap<>();
    private final Set<SectionEntry> broken = new HashSet<>();
    private List<SectionEntry> entries;
    private @Nullable Contact shown;

    Sections(Composite parent, List<SectionEntry> entries) {
        this.parent = parent;
        this.entries = List.copyOf(entries);
    }

    /** These are there now: what is not among them goes, what is new is shown, and the others are not touched. */
    void offer(List<SectionEntry> now) {
        entries = List.copyOf(now);
        for (SectionEntry gone : List.copyOf(places.keySet())) {
            if (!entries.contains(gone)) {
                dispose(gone);
            }
        }
        broken.retainAll(entries);
        Contact contact = shown;
        if (contact != null) {
            for (SectionEntry entry : entries) {
                Composite place = places.get(entry);
                if (place != null) {
                    place.moveBelow(null);
                } else if (!broken.contains(entry)) {
                    show(entry, contact);
                }
            }
        }
    }

    /** Shows what there is about a contact; null: nobody is shown. */
    void show(@Nullable Contact contact) {
        shown = contact;
        if (contact == null) {
            for (Composite place : places.values()) {
                if (place != null) {
                    place.setVisible(false);
                }
            }
            return;
        }
        for (SectionEntry entry : entries) {
            if (!broken.contains(entry)) {
                show(entry, contact);
            }
        }
    }

    private void show(SectionEntry entry, Contact contact) {
        try {
            Composite place = places.get(entry);
            if (place == null) {
                place = place(entry.label());
                places.put(entry, place);
                entry.section().create((Composite) place.getChildren()[1]);
            }
            place.moveBelow(null);
            place.setVisible(true);
            entry.section().show(contact);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Section {} is left out", entry.id(), e);
            broken.add(entry);
            dispose(entry);
        }
    }

    private void dispose(SectionEntry entry) {
        Composite place = places.remove(entry);
        if (place != null) {
            place.dispose();
        }
    }

    private Composite place(String label) {
        Theme theme = Theme.of(parent.getDisplay());
        Composite place = new Composite(parent, SWT.NO_FOCUS);
        theme.surface(place, Token.WINDOW);
        place.setLayout(new Headed());
        heading(place, label);
        Composite content = new Composite(place, SWT.NO_FOCUS);
        theme.surface(content, Token.WINDOW);
        content.setLayout(new DeskLayout(0, 8, false));
        return place;
    }

    /** The line over a section. */
    static TextLine heading(Composite parent, String label) {
        TextLine heading = new TextLine(parent, SWT.LEFT);
        heading.setRun(new Run(label.toUpperCase(Locale.getDefault()), Token.DIM, Fonts.SMALL, true));
        return heading;
    }

    /** A heading over something, which is not there when that has no height. */
    @NonNullByDefault({})
    static final class Headed extends Layout {

        private static final int GAP = 8;

        @Override
        protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
            Control[] parts = composite.getChildren();
            Point content = parts[1].computeSize(widthHint, SWT.DEFAULT, flushCache);
            int above = parts[0].computeSize(widthHint, SWT.DEFAULT, flushCache).y + GAP;
            return new Point(widthHint == SWT.DEFAULT ? content.x : widthHint, content.y == 0 ? 0 : above + content.y);
        }

        @Override
        protected void layout(Composite composite, boolean flushCache) {
            Control[] parts = composite.getChildren();
            Rectangle area = composite.getClientArea();
            int content = parts[1].computeSize(area.width, SWT.DEFAULT, flushCache).y;
            int heading = parts[0].computeSize(area.width, SWT.DEFAULT, flushCache).y;
            parts[0].setBounds(2, 0, Math.max(0, area.width - 2), content == 0 ? 0 : heading);
            parts[1].setBounds(0, heading + GAP, area.width, content);
        }
    }
}
