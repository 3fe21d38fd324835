/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.util.List;
import org.centralino.history.HistoryEntry;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.history.EntryAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** What can be done with a call, as a menu. */
final class RowMenu {

    private static final String CALL = "call";

    private final CallCommands commands;
    private final List<PhoneAction> actions;
    private final EntryActions extras;

    /**
     * @param actions what can be done with a number, in order
     * @param extras what else can be done with a call
     */
    RowMenu(CallCommands commands, List<PhoneAction> actions, EntryActions extras) {
        this.commands = commands;
        this.actions = actions;
        this.extras = extras;
    }

    void open(HistoryEntry entry, Control row, Point at) {
        Menu menu = new Menu(row);
        String number = entry.number();
        if (!number.isEmpty()) {
            add(menu, Messages.callBack + "\t" + Messages.callBackKey, () -> commands.callBack(entry));
            for (PhoneAction action : actions) {
                if (!CALL.equals(action.id())) {
                    add(menu, action.name(), () -> action.run(number));
                }
            }
            new MenuItem(menu, SWT.SEPARATOR);
        }
        for (EntryAction extra : extras.of(entry)) {
            add(menu, extras.name(extra, entry), () -> extras.run(extra, entry, row));
        }
        if (commands.canOpen(entry)) {
            add(menu, Messages.open + "\t" + Messages.openKey, () -> commands.open(entry));
        }
        if (commands.canCreate(entry)) {
            add(menu, Messages.create, () -> commands.create(entry));
        }
        if (!number.isEmpty()) {
            add(menu, Messages.copy, () -> copy(row, number));
        }
        MenuItem remove = add(menu, Messages.remove + "\t" + Messages.removeKey, () -> commands.remove(entry));
        remove.setEnabled(entry.reason() != null);
        menu.addListener(SWT.Hide, event -> row.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(at);
        menu.setVisible(true);
    }

    private static MenuItem add(Menu menu, String text, Runnable run) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text.replace("&", "&&"));
        item.addListener(SWT.Selection, event -> run.run());
        return item;
    }

    private static void copy(Control row, String number) {
        Clipboard clipboard = new Clipboard(row.getDisplay());
        try {
            clipboard.setContents(new Object[] {number}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
