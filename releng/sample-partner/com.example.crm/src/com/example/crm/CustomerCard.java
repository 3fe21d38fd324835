/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.util.List;
import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** A card about a customer. Its colours are tokens, so it is right in the light theme and in the dark one. */
final class CustomerCard {

    private static final int PADDING = 14;
    private static final int ROW = 20;

    private final Card card;

    private CustomerCard(Composite parent) {
        card = new Card(parent);
        GridLayout rows = new GridLayout();
        rows.marginWidth = PADDING;
        rows.marginHeight = PADDING;
        rows.verticalSpacing = 4;
        card.setLayout(rows);
    }

    static void create(Composite parent, Customer customer) {
        CustomerCard made = new CustomerCard(parent);
        boolean waiting = customer.openTickets() > 0;
        made.row(Messages.customer, customer.number(), Token.TEXT);
        made.row(Messages.since, Integer.toString(customer.since()), Token.TEXT);
        made.row(Messages.tickets, Integer.toString(customer.openTickets()), waiting ? Token.RINGING : Token.TEXT);
        made.link(customer);
    }

    /** One line, so that a screen reader says label and value together. */
    private void row(String label, String value, Token ink) {
        TextLine line = new TextLine(card, SWT.LEFT);
        line.setRuns(List.of(
                new Run(label + "  ", Token.DIM, Fonts.TEXT, false), new Run(value, ink, Fonts.TEXT, false)));
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.heightHint = ROW;
        line.setLayoutData(data);
    }

    private void link(Customer customer) {
        UrlTemplate page = Settings.page("customer");
        if (page == null) {
            return;
        }
        PillButton open = new PillButton(card, PillButton.Look.OUTLINE);
        open.setFace(null, Messages.open, "");
        open.setName(NLS.bind(Messages.openNamed, customer.number()), "", "");
        open.onPress(() -> Browser.open(page.fill(Values.of(customer))));
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        data.verticalIndent = 6;
        open.setLayoutData(data);
    }
}
