/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.centralino.directory.Contact;
import org.centralino.ui.Icon;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.IconButton;
import org.centralino.ui.widgets.PillButton;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * Rows of a form that can be added and removed: numbers, mails, addresses.
 *
 * @param <T> what one row holds
 */
final class FormRows<T> {

    /** What one row has in it: what is typed there, and where. */
    record Row<T>(Field field, Supplier<T> value) {}

    /** Fills a row. */
    interface Filler<T> {

        /** @param number of the row, from 1 */
        Row<T> fill(Composite row, int number, T value);
    }

    private final Composite place;
    private final Composite rows;
    private final PillButton add;
    private final Filler<T> filler;
    private final String removeName;
    private final Runnable changed;
    private final List<Row<T>> filled = new ArrayList<>();

    FormRows(Composite parent, String addName, String removeName, T empty, Filler<T> filler, Runnable changed) {
        this.filler = filler;
        this.removeName = removeName;
        this.changed = changed;
        place = Grids.place(parent, 1);
        rows = Grids.place(place, 1);
        rows.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Grids.spacing(rows, 8);
        Grids.spacing(place, 8);
        add = new PillButton(place, PillButton.Look.OUTLINE);
        add.setFace(IdentityCard.icon("add"), addName, "");
        add.setName(addName, "", "");
        add.onPress(() -> {
            List<T> values = values();
            values.add(empty);
            set(values);
            filled.get(filled.size() - 1).field().takeFocus();
            changed.run();
        });
    }

    Control control() {
        return place;
    }

    /** Shows these. */
    void set(List<T> values) {
        for (Control old : rows.getChildren()) {
            old.dispose();
        }
        filled.clear();
        for (T value : values) {
            Composite row = Grids.place(rows, 3);
            row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
            int number = filled.size() + 1;
            filled.add(filler.fill(row, number, value));
            IconButton remove = new IconButton(row, Icon.CLOSE.url(), Token.DIM);
            remove.setName(NLS.bind(removeName, number), "", "");
            remove.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
            remove.onPress(() -> remove(number - 1));
        }
        Grids.exclude(rows, filled.isEmpty());
        add.setEnabled(filled.size() < Contact.MOST_ENTRIES);
        rows.requestLayout();
    }

    /** What is typed, row by row. */
    List<T> values() {
        List<T> values = new ArrayList<>();
        filled.forEach(row -> values.add(row.value().get()));
        return values;
    }

    Field field(int index) {
        return filled.get(index).field();
    }

    private void remove(int index) {
        List<T> values = values();
        values.remove(index);
        set(values);
        if (filled.isEmpty()) {
            add.setFocus();
        } else {
            filled.get(Math.min(index, filled.size() - 1)).field().takeFocus();
        }
        changed.run();
    }
}
