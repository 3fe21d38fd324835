/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.function.Consumer;
import org.centralino.profile.PasswordPrompt.Answer;
import org.centralino.profile.PasswordPrompt.Question;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for one password; Escape is no answer. Calls go on beside it. */
final class PasswordDialog {

    private static final int WIDTH = 420;
    private static final int LEAST = 88;
    private static final char HIDDEN = '\u2022';

    private final Shell shell;
    private final Text password;
    private final Button remember;
    private @Nullable Answer answer;

    private PasswordDialog(Shell parent, Question question) {
        shell = new Shell(parent, SWT.DIALOG_TRIM);
        shell.setText(Messages.passwordTitle);
        Theme.of(shell.getDisplay()).surface(shell, Token.CARD);
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = 16;
        grid.marginHeight = 16;
        grid.verticalSpacing = 8;
        shell.setLayout(grid);
        line(Run.bold(
                NLS.bind(Messages.passwordOf, PasswordPrompts.user(question.address()), host(question.registrar()))));
        String why = why(question);
        TextLine reason = line(new Run(why, isBad(question) ? Token.BUSY : Token.DIM, Fonts.SMALL, false));
        reason.setIcon(isBad(question) ? Icon.WARNING.url() : null, Token.BUSY, 14);
        password = new Text(shell, SWT.SINGLE | SWT.BORDER);
        password.setEchoChar(HIDDEN);
        password.setTextLimit(256);
        password.setFont(font());
        AccessibleName.set(password, Messages.password);
        AccessibleName.describe(password, why);
        password.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Button show = check(Messages.showPassword);
        show.addListener(SWT.Selection, event -> password.setEchoChar(show.getSelection() ? '\0' : HIDDEN));
        remember = check(Messages.rememberPassword);
        remember.setSelection(true);
        Composite buttons = new Composite(shell, SWT.NONE);
        Theme.of(shell.getDisplay()).surface(buttons, Token.CARD);
        GridLayout row = new GridLayout(2, true);
        row.marginWidth = 0;
        buttons.setLayout(row);
        buttons.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        button(buttons, Messages.cancel, shell::close);
        Button signIn = button(buttons, Messages.signIn, this::accept);
        signIn.setEnabled(false);
        password.addListener(SWT.Modify, event -> signIn.setEnabled(password.getCharCount() > 0));
        shell.setDefaultButton(signIn);
        shell.pack();
        Rectangle over = parent.getBounds();
        Point size = shell.getSize();
        shell.setLocation(over.x + (over.width - size.x) / 2, over.y + (over.height - size.y) / 3);
        password.setFocus();
        Announcement.say(password, why);
    }

    /** Opens it. @param then told the answer when it is closed, null for none */
    static Shell open(Shell parent, Question question, Consumer<@Nullable Answer> then) {
        PasswordDialog dialog = new PasswordDialog(parent, question);
        dialog.shell.addListener(SWT.Dispose, event -> then.accept(dialog.answer));
        dialog.shell.open();
        return dialog.shell;
    }

    private static boolean isBad(Question question) {
        return switch (question.why()) {
            case MISSING -> false;
            case REFUSED, UNREADABLE -> true;
        };
    }

    private static String why(Question question) {
        return switch (question.why()) {
            case MISSING -> Messages.passwordMissing;
            case REFUSED -> Messages.passwordRefused;
            case UNREADABLE -> Messages.passwordUnreadable;
        };
    }

    /** The registrar without scheme and transport. */
    private static String host(String registrar) {
        return registrar.replaceFirst("^sips?:", "").replaceFirst(";.*", "");
    }

    private void accept() {
        answer = new Answer(password.getText(), remember.getSelection());
        shell.close();
    }

    private TextLine line(Run run) {
        TextLine line = new TextLine(shell, SWT.LEFT);
        line.setRun(run);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDTH;
        line.setLayoutData(data);
        return line;
    }

    private Button check(String word) {
        Button check = new Button(shell, SWT.CHECK);
        check.setText(word);
        check.setFont(font());
        Theme theme = Theme.of(shell.getDisplay());
        theme.surface(check, Token.CARD);
        theme.follow(check, () -> check.setForeground(theme.color(Token.TEXT)));
        return check;
    }

    private Button button(Composite parent, String word, Runnable run) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(word);
        button.setFont(font());
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.widthHint = Math.max(LEAST, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 16);
        button.setLayoutData(data);
        button.addListener(SWT.Selection, event -> run.run());
        return button;
    }

    private Font font() {
        return Fonts.of(shell.getDisplay()).get(Fonts.TEXT, false);
    }
}
