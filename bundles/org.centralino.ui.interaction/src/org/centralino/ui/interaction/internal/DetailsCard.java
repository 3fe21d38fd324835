/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.directory.Contact;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.widgets.Card;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What else is known of somebody: mail, web page, addresses, note. What is empty takes no room. */
final class DetailsCard {

    private static final int PADDING = 14;
    private static final int LABEL = 88;

    private final Card card;

    private DetailsCard(Composite parent) {
        card = new Card(parent);
        GridLayout grid = Grids.tight(2);
        grid.marginWidth = PADDING;
        grid.marginHeight = PADDING;
        grid.horizontalSpacing = 12;
        grid.verticalSpacing = 8;
        card.setLayout(grid);
    }

    static boolean has(Contact contact) {
        return !contact.emails().isEmpty()
                || !contact.addresses().isEmpty()
                || !contact.note().isEmpty()
                || contact.web() != null;
    }

    static void create(Composite parent, Contact contact) {
        DetailsCard details = new DetailsCard(parent);
        for (String mail : contact.emails()) {
            details.link(Messages.mail, mail, Links.mail(mail), Messages.writeTo);
        }
        String web = contact.web();
        if (web != null) {
            details.link(Messages.web, web, Links.web(web), Messages.openPage);
        }
        for (String address : contact.addresses()) {
            details.text(Messages.address, address);
        }
        if (!contact.note().isEmpty()) {
            details.text(Messages.note, contact.note());
        }
    }

    /** Only what may be opened is something to press; anything else is text. */
    private void link(String label, String text, @Nullable String address, String name) {
        if (address == null) {
            text(label, text);
            return;
        }
        label(label, 2);
        String plain = Words.plain(text);
        LinkButton link = new LinkButton(card, plain);
        link.setName(NLS.bind(name, plain), "", "");
        link.onPress(() -> Copying.open(link, address, text));
        link.setLayoutData(value());
        new Menus()
                .with(link.accessibleName(), () -> Copying.open(link, address, text))
                .with(Messages.copy, () -> Copying.copy(link, text))
                .on(link);
    }

    /** Native text that can be chosen and copied, and read line by line. */
    private void text(String label, String words) {
        label(label, 0);
        Text text = new Text(card, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        Theme theme = Theme.of(card.getDisplay());
        theme.field(text);
        text.setFont(Fonts.of(card.getDisplay()).get(Fonts.TEXT, false));
        text.setText(Words.plain(words));
        AccessibleName.set(text, label);
        text.addListener(SWT.Traverse, Field::lead);
        GridData data = value();
        data.widthHint = 1; // takes what is there, asks for nothing
        data.horizontalIndent = 2;
        text.setLayoutData(data);
        text.addListener(SWT.Resize, event -> {
            int height = text.computeSize(text.getSize().x, SWT.DEFAULT).y;
            if (data.heightHint != height) {
                data.heightHint = height;
                text.requestLayout();
            }
        });
    }

    private void label(String word, int down) {
        Paragraph label = Paragraph.caption(card, Fonts.TEXT, word);
        GridData data = new GridData(SWT.LEFT, SWT.TOP, false, false);
        data.widthHint = LABEL;
        data.verticalIndent = down;
        label.setLayoutData(data);
    }

    private static GridData value() {
        return new GridData(SWT.FILL, SWT.TOP, true, false);
    }
}
