/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import org.centralino.ui.AccessibleName;
import org.centralino.ui.Announcement;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.callcontrol.internal.features.FeaturesPage;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * The preferences: sound devices and what held parties hear, and on another page the user's features. A dialog of our own, since the workbench's has buttons
 * without a name. Devices are tried as they are chosen; OK keeps them and closes once the telephone has taken the file,
 * anything else puts back what was. Calls go on beside it.
 */
final class PreferencesDialog {

    private static final int WIDTH = 440;
    private static final int LEAST = 88;

    private final SoundSettings settings;
    private final SoundSection sound;
    private final HoldMusic music;
    private final Shell shell;
    private final Button own;
    private final Button other;
    private final Text file;
    private final Button browse;
    private final TextLine message;
    private final Button ok;

    PreferencesDialog(Shell parent, SoundSettings settings, HoldMusic music) {
        this.settings = settings;
        this.music = music;
        shell = new Shell(parent, SWT.DIALOG_TRIM);
        shell.setText(Messages.preferences);
        Theme.of(shell.getDisplay()).surface(shell, Token.CARD);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 16;
        column.marginHeight = 16;
        column.verticalSpacing = 8;
        shell.setLayout(column);
        TabbedPages pages = new TabbedPages(shell);
        pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        Composite page = pages.add(Messages.sound);
        GridLayout grid = new GridLayout(3, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.horizontalSpacing = 8;
        grid.verticalSpacing = 8;
        page.setLayout(grid);
        sound = new SoundSection(page, settings);
        GridData all = new GridData(SWT.FILL, SWT.FILL, true, false, 3, 1);
        sound.setLayoutData(all);
        TextLine title = new TextLine(page, SWT.LEFT);
        title.setRun(Run.bold(Messages.holdMusic));
        GridData under = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        under.verticalIndent = 8;
        title.setLayoutData(under);
        own = radio(page, Messages.musicOwn, 3);
        other = radio(page, Messages.musicFile, 1);
        file = new Text(page, SWT.SINGLE | SWT.BORDER);
        file.setFont(font(shell));
        AccessibleName.set(file, Messages.musicFileName);
        file.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        browse = button(page, Messages.browse, this::browse);
        message = new TextLine(page, SWT.LEFT);
        GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        line.heightHint = 20;
        line.widthHint = WIDTH;
        message.setLayoutData(line);
        FeaturesPage.fill(pages.add(FeaturesPage.title()));
        Composite buttons = new Composite(shell, SWT.NONE);
        Theme.of(shell.getDisplay()).surface(buttons, Token.CARD);
        GridLayout row = new GridLayout(2, true);
        row.marginWidth = 0;
        buttons.setLayout(row);
        buttons.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, true, false));
        button(buttons, Messages.cancel, shell::close);
        ok = button(buttons, Messages.ok, this::accept);
        shell.setDefaultButton(ok);
        file.addListener(SWT.Modify, event -> say("", false));
        fill();
        shell.addListener(SWT.Dispose, event -> settings.use(settings.kept()));
        shell.pack();
        Rectangle over = parent.getBounds();
        Point size = shell.getSize();
        shell.setLocation(over.x + (over.width - size.x) / 2, over.y + (over.height - size.y) / 3);
    }

    boolean isOpen() {
        return !shell.isDisposed();
    }

    /** Opens it, or brings it to the front. */
    void show() {
        shell.open();
    }

    private void fill() {
        String path = music.chosen();
        own.setSelection(path.isEmpty());
        other.setSelection(!path.isEmpty());
        file.setText(path);
        say("", false);
        enable();
    }

    private void enable() {
        file.setEnabled(other.getSelection());
        browse.setEnabled(other.getSelection());
    }

    private void browse() {
        FileDialog files = new FileDialog(shell, SWT.OPEN);
        files.setFilterExtensions(new String[] {"*.wav;*.aif;*.aiff;*.au", "*"});
        String chosen = files.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private void accept() {
        String path = own.getSelection() ? "" : file.getText().strip();
        if (other.getSelection() && path.isEmpty()) {
            say(Messages.musicChoose, true);
            return;
        }
        ok.setEnabled(false);
        say(Messages.musicChecking, false);
        music.choose(path, new DisplayExecutor(shell.getDisplay()), this::chosen);
    }

    private void chosen(String problem) {
        if (shell.isDisposed()) {
            return;
        }
        if (problem.isEmpty()) {
            settings.keep(sound.wanted());
            shell.close();
            return;
        }
        ok.setEnabled(true);
        say(problem, true);
    }

    private void say(String text, boolean problem) {
        String words = text.isEmpty() ? Messages.musicFormats : text;
        message.setIcon(problem ? Icon.WARNING.url() : null, Token.BUSY, 14);
        message.setRun(new Run(words, problem ? Token.BUSY : Token.DIM, Fonts.SMALL, false));
        AccessibleName.describe(file, words);
        if (problem) {
            Announcement.say(file, words);
        }
    }

    private Button radio(Composite page, String word, int columns) {
        Button radio = new Button(page, SWT.RADIO);
        radio.setText(word);
        radio.setFont(font(shell));
        Theme theme = Theme.of(shell.getDisplay());
        theme.surface(radio, Token.CARD);
        theme.follow(radio, () -> radio.setForeground(theme.color(Token.TEXT)));
        radio.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false, columns, 1));
        radio.addListener(SWT.Selection, event -> {
            say("", false);
            enable();
        });
        return radio;
    }

    private static Button button(Composite parent, String word, Runnable run) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(word);
        button.setFont(font(parent));
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.widthHint = Math.max(LEAST, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 16);
        button.setLayoutData(data);
        button.addListener(SWT.Selection, event -> run.run());
        return button;
    }

    private static Font font(Composite of) {
        return Fonts.of(of.getDisplay()).get(Fonts.TEXT, false);
    }
}
