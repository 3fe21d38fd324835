/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import org.centralino.directory.ContactId;
import org.centralino.directory.Match;
import org.centralino.directory.Phone;
import org.centralino.ui.contact.PhoneAction;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What can be done with the contact of a row: a call to each number, and with the contact itself. */
final class PersonMenu {

    /** More numbers are in the contact's detail. */
    private static final int MOST_NUMBERS = 12;

    private final DirectoryPresenter presenter;
    private final Menu menu;
    private final int row;

    private PersonMenu(Control owner, DirectoryPresenter presenter, int row) {
        this.presenter = presenter;
        this.row = row;
        menu = new Menu(owner.getShell(), SWT.POP_UP);
        // what was chosen is told after the menu is hidden
        menu.addListener(SWT.Hide, event -> owner.getDisplay().asyncExec(menu::dispose));
    }

    /** Opens it with its corner at a place of the display. */
    static void open(Control owner, DirectoryPresenter presenter, int row, Point at) {
        Match match = presenter.match(row);
        if (match != null) {
            PersonMenu menu = new PersonMenu(owner, presenter, row);
            menu.fill(match);
            menu.menu.setLocation(at);
            menu.menu.setVisible(true);
        }
    }

    private void fill(Match match) {
        for (PhoneAction action : presenter.actions()) {
            NumberList.of(match.contact()).phones().stream()
                    .limit(MOST_NUMBERS)
                    .forEach(phone -> item(text(action, phone), () -> action.run(phone.number())));
        }
        separate();
        if (presenter.canOpen()) {
            boolean own = ContactId.LOCAL.equals(match.contact().id().source());
            item(own ? Messages.menuEdit : Messages.menuOpen, () -> presenter.open(row, true));
        }
        item(match.favourite() ? Messages.menuUnpin : Messages.menuPin, () -> presenter.togglePin(row));
        if (presenter.isOrdered() && row > 0) {
            item(Messages.menuUp, () -> presenter.moveFavourite(row, row - 1));
        }
        if (presenter.isOrdered() && row + 1 < presenter.rows()) {
            item(Messages.menuDown, () -> presenter.moveFavourite(row, row + 1));
        }
        if (presenter.canOpen()) {
            separate();
            item(Messages.menuNew, presenter::create);
        }
    }

    private void separate() {
        if (menu.getItemCount() > 0) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
    }

    private void item(String text, Runnable run) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, event -> run.run());
    }

    private static String text(PhoneAction action, Phone phone) {
        return NLS.bind(
                Messages.actionNumber,
                new Object[] {action.name(), Words.within(phone.number()), Words.type(phone.type())});
    }
}
