/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.nio.file.NoSuchFileException;
import org.centralino.profile.ProfileException;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Tells why nobody is signed in, and offers another profile. */
final class ProfileDialog {

    private ProfileDialog() {}

    /** The file chosen instead, or null when the user wants to quit. Display thread. */
    static @Nullable String ask(Shell shell, SignIn.Failure failure) {
        String[] buttons = {Messages.chooseProfile, Messages.quit};
        while (true) {
            MessageDialog dialog = new MessageDialog(
                    shell, Messages.profileTitle, null, text(failure), MessageDialog.ERROR, 0, buttons);
            if (dialog.open() != 0) {
                return null;
            }
            FileDialog files = new FileDialog(shell, SWT.OPEN);
            files.setFilterExtensions(new String[] {"*.json", "*"});
            String chosen = files.open();
            if (chosen != null) {
                return chosen;
            }
        }
    }

    private static String text(SignIn.Failure failure) {
        return failure.cause() instanceof ProfileException bad
                ? NLS.bind(
                        Messages.profileBadValue,
                        new Object[] {failure.place(), bad.key(), bad.value(), bad.expected()})
                : NLS.bind(Messages.profileUnreadable, failure.place(), reason(failure.cause()));
    }

    private static String reason(Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return Messages.profileMissing;
        }
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + message;
    }
}
