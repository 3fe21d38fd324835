/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.ui.Announcement;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;

/** Hands what stands in a contact to the clipboard, or to the program that opens it. Display thread only. */
final class Copying {

    private Copying() {}

    /** Puts a text into the clipboard. */
    static void copy(Control from, String text) {
        put(from, text);
        Announcement.say(from, NLS.bind(Messages.copied, text));
    }

    /** Opens an address by the system; where it has no program for it, {@code text} is copied instead and that is said. */
    static void open(Control from, String address, String text) {
        if (!Program.launch(address)) {
            put(from, text);
            String words = NLS.bind(Messages.notOpened, text);
            from.setToolTipText(words);
            Announcement.say(from, words);
        }
    }

    private static void put(Control from, String text) {
        Clipboard clipboard = new Clipboard(from.getDisplay());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }
}
