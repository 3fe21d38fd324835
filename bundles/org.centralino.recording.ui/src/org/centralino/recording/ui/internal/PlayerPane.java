/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.nio.file.Path;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.ChoiceButton;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;

/** The waveform of a recording and what is done with it: listen, faster or slower, copy, delete. */
final class PlayerPane extends Composite {

    private static final int EVERY_MS = 100;
    private static final int COLUMNS = 6;
    private static final int SPEED_WIDTH = 84;
    private static final int WAVE_HEIGHT = 84;
    private static final int ICON = 14;

    private final Player player;
    private final RecordingsPresenter presenter;
    private final Words words;
    private final PillButton play;
    private final Waveform waveform;
    private final TextLine place;
    private final TextLine problem;
    private final PillButton export;
    private final PillButton delete;
    private final PillButton keep;
    private boolean asking;
    private String shownProblem = "";

    PlayerPane(Composite parent, Player player, RecordingsPresenter presenter, Words words) {
        super(parent, SWT.NO_FOCUS);
        this.player = player;
        this.presenter = presenter;
        this.words = words;
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        GridLayout grid = new GridLayout(COLUMNS, false);
        grid.marginWidth = 0;
        grid.marginHeight = 4;
        grid.horizontalSpacing = 8;
        grid.verticalSpacing = 4;
        setLayout(grid);
        waveform = new Waveform(this, player);
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1);
        wide.heightHint = WAVE_HEIGHT;
        wide.widthHint = 1; // takes what is there, asks for nothing
        waveform.setLayoutData(wide);
        String marks = Words.marks(player.recording().marks());
        if (!marks.isEmpty()) {
            line(COLUMNS).setRun(Run.dim(marks));
        }
        play = new PillButton(this, PillButton.Look.FILLED);
        play.onPress(player::toggle);
        place = line(1);
        ChoiceButton speed = speed();
        export = pill(PillButton.Look.OUTLINE, Messages.export, Messages.exportName);
        export.onPress(this::export);
        delete = pill(PillButton.Look.DANGER, Messages.delete, Messages.deleteName);
        delete.onPress(this::delete);
        keep = pill(PillButton.Look.OUTLINE, Messages.keep, Messages.keepName);
        keep.onPress(presenter::keep);
        problem = line(COLUMNS);
        out(problem, true);
        out(delete, true);
        out(keep, true);
        setTabList(new Control[] {play, waveform, speed, export, delete, keep});
        player.onChange(this::showNow);
        showNow();
        tick();
    }

    Player player() {
        return player;
    }

    void takeFocus() {
        play.setFocus();
    }

    /** Shows what may be done with it; true when another height is wanted. */
    boolean show(RecordingsState state) {
        boolean asked = state.asking();
        boolean changed = out(delete, !state.canDelete()) | out(keep, !asked) | out(export, asked);
        if (changed | asked != asking) {
            delete.setFace(null, asked ? Messages.reallyDelete : Messages.delete, "");
            delete.setName(asked ? Messages.reallyDeleteName : Messages.deleteName, "", "");
            layout(true, true);
        }
        if (asked && !asking) {
            keep.setFocus(); // what is asked must not be answered by the key that led to it
        } else if (asking && !asked && delete.getVisible()) {
            delete.setFocus();
        }
        asking = asked;
        return changed;
    }

    private void delete() {
        if (asking) {
            presenter.delete();
        } else {
            presenter.askToDelete();
        }
    }

    private void export() {
        String extension = presenter.extension();
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText(Messages.exportTitle);
        dialog.setFileName(words.fileName(player.recording()) + "." + extension);
        dialog.setFilterNames(new String[] {NLS.bind(Messages.exportKind, extension)});
        dialog.setFilterExtensions(new String[] {"*." + extension});
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            presenter.export(Path.of(chosen));
        }
    }

    private void tick() {
        if (!isDisposed()) {
            player.tick();
            getDisplay().timerExec(EVERY_MS, this::tick);
        }
    }

    private void showNow() {
        if (isDisposed()) {
            return;
        }
        boolean playing = player.isPlaying();
        String name = playing ? Messages.pauseName : Messages.goOnName;
        if (!name.equals(play.accessibleName())) {
            play.setFace(playing ? Icon.HOLD.url() : Icon.RESUME.url(), playing ? Messages.pause : Messages.goOn, "");
            play.setName(name, "", "");
            layout();
        }
        place.setRun(Run.dim(Words.place(player.position(), player.length())));
        waveform.showPlace();
        String wrong = player.problem();
        if (!wrong.equals(shownProblem)) {
            shownProblem = wrong;
            String text = wrong.isEmpty() ? "" : NLS.bind(Messages.cannotPlay, wrong);
            problem.setIcon(Icon.WARNING.url(), Token.BUSY, ICON);
            problem.setRun(new Run(text, Token.BUSY, Fonts.SMALL, false));
            Announcement.say(this, text);
            if (out(problem, wrong.isEmpty())) {
                requestLayout();
            }
        }
    }

    private ChoiceButton speed() {
        ChoiceButton speed = new ChoiceButton(this, Messages.speed);
        speed.setOptions(Player.SPEEDS.stream().map(Words::speed).toList(), Player.SPEEDS.indexOf(player.speed()));
        speed.onChoose(index -> player.setSpeed(Player.SPEEDS.get(index)));
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        data.widthHint = SPEED_WIDTH;
        speed.setLayoutData(data);
        return speed;
    }

    private PillButton pill(PillButton.Look look, String word, String name) {
        PillButton pill = new PillButton(this, look);
        pill.setFace(null, word, "");
        pill.setName(name, "", "");
        pill.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        return pill;
    }

    private TextLine line(int columns) {
        TextLine line = new TextLine(this, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
        data.heightHint = 18;
        data.widthHint = 1; // takes what is there, asks for nothing
        line.setLayoutData(data);
        return line;
    }

    /** Lets a control take no room, or its own again; true when that is a change. */
    private static boolean out(Control control, boolean away) {
        GridData data = (GridData) control.getLayoutData();
        boolean changed = data.exclude != away;
        data.exclude = away;
        control.setVisible(!away);
        return changed;
    }
}
