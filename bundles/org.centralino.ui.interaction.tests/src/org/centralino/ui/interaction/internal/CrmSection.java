/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.directory.Contact;
import org.centralino.ui.interaction.ContactSection;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** A partner's card, made with nothing but what is exported. */
public final class CrmSection implements ContactSection {

    private @Nullable TextLine order;

    @Override
    public void create(Composite parent) {
        Card card = new Card(parent);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 14;
        grid.marginHeight = 10;
        card.setLayout(grid);
        TextLine line = new TextLine(card, SWT.LEFT);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        PillButton open = new PillButton(card, PillButton.Look.OUTLINE);
        open.setFace(null, "Open", "");
        open.setName("Open the order", "", "");
        order = line;
    }

    @Override
    public void show(Contact contact) {
        TextLine line = order;
        if (line != null) {
            line.setRun(Run.text("Order 2291 of " + contact.name() + " waits for approval"));
        }
    }
}
