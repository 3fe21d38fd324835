/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.centralino.directory.ContactId;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.Kind;
import org.centralino.directory.SourceStatus;
import org.centralino.directory.SourceStatus.State;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;

/** One source: what it is, how it stands, how far it is read, and what could not be taken from it. */
final class SourceBlock extends Composite {

    private static final int PROBLEMS_HEIGHT = 96;

    private final String id;
    private final String label;
    private final Supplier<@Nullable DirectoryService> directory;
    private final TextLine state;
    private final TextLine failure;
    private @Nullable PillButton button;
    private @Nullable ProgressBar progress;
    private @Nullable TextLine problemCount;
    private @Nullable Text problems;
    private @Nullable SourceStatus shown;

    SourceBlock(Composite parent, SourceStatus source, Supplier<@Nullable DirectoryService> directory) {
        super(parent, SWT.NO_FOCUS);
        id = source.id();
        label = source.label();
        this.directory = directory;
        Theme.of(getDisplay()).surface(this, Token.CARD);
        GridLayout grid = new GridLayout(2, false);
        grid.marginWidth = 0;
        grid.marginHeight = 0;
        grid.verticalSpacing = 4;
        setLayout(grid);
        TextLine title = line(1);
        boolean own = ContactId.LOCAL.equals(id);
        String kind = own ? "" : source.kind() == Kind.INTERNAL ? Messages.kindInternal : Messages.kindExternal;
        title.setRuns(List.of(Run.bold(label), Run.dim(kind.isEmpty() ? "" : "  " + kind)));
        if (own) {
            ((GridData) title.getLayoutData()).horizontalSpan = 2;
        } else {
            PillButton press = new PillButton(this, PillButton.Look.OUTLINE);
            press.onPress(this::press);
            GridData data = new GridData(SWT.RIGHT, SWT.CENTER, false, false, 1, 2);
            press.setLayoutData(data);
            button = press;
        }
        state = line(own ? 2 : 1);
        failure = line(2);
    }

    String id() {
        return id;
    }

    /** Shows it; true when it wants another height. */
    boolean show(SourceStatus source, Instant now) {
        SourceStatus before = shown;
        shown = source;
        boolean loading = source.state() == State.LOADING;
        state.setRun(Run.dim(SourceWords.state(source, now)));
        boolean failed = source.failure() != null;
        failure.setIcon(failed ? Icon.WARNING.url() : null, Token.BUSY, 14);
        String reason = source.failure();
        failure.setRun(new Run(reason == null ? "" : reason, Token.BUSY, Fonts.SMALL, false));
        ((GridData) failure.getLayoutData()).exclude = !failed;
        failure.setVisible(failed);
        PillButton press = button;
        if (press != null) {
            press.setFace(null, loading ? Messages.cancel : Messages.refresh, "");
            press.setName(NLS.bind(loading ? Messages.cancelNamed : Messages.refreshNamed, label), "", "");
        }
        boolean changed = showProgress(source, loading);
        if (before == null || !before.problems().equals(source.problems())) {
            changed |= showProblems(source);
        }
        return changed
                || before == null
                || before.state() != source.state()
                || (before.failure() == null) != (source.failure() == null);
    }

    private void press() {
        SourceStatus source = shown;
        DirectoryService service = directory.get();
        if (source == null || service == null) {
            return;
        }
        if (source.state() == State.LOADING) {
            service.cancel(id);
        } else {
            service.refresh(id);
        }
    }

    private boolean showProgress(SourceStatus source, boolean loading) {
        int percent = SourceWords.percent(source);
        ProgressBar bar = progress;
        boolean other = bar != null && ((bar.getStyle() & SWT.INDETERMINATE) != 0) != (percent < 0);
        boolean changed = false;
        if (bar != null && (!loading || other)) {
            bar.dispose();
            bar = null;
            progress = null;
            changed = true;
        }
        if (loading && bar == null) {
            bar = new ProgressBar(this, percent < 0 ? SWT.INDETERMINATE : SWT.HORIZONTAL);
            AccessibleName.set(bar, NLS.bind(Messages.progressNamed, label));
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
            data.heightHint = 8;
            bar.setLayoutData(data);
            bar.moveBelow(failure);
            progress = bar;
            changed = true;
        }
        if (bar != null && percent >= 0) {
            bar.setSelection(percent);
        }
        return changed;
    }

    private boolean showProblems(SourceStatus source) {
        TextLine count = problemCount;
        Text text = problems;
        if (source.problems().isEmpty()) {
            problemCount = null;
            problems = null;
            return dispose(count) | dispose(text);
        }
        if (count == null || text == null) {
            count = line(2);
            problemCount = count;
            text = new Text(this, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.WRAP | SWT.BORDER);
            text.setFont(Fonts.of(getDisplay()).get(Fonts.SMALL, false));
            GridData data = new GridData(SWT.FILL, SWT.FILL, true, false, 2, 1);
            data.heightHint = PROBLEMS_HEIGHT;
            data.widthHint = 1;
            text.setLayoutData(data);
            AccessibleName.set(text, NLS.bind(Messages.problemsOf, label));
            problems = text;
        }
        int many = source.problems().size();
        count.setRun(Run.dim(many == 1 ? Messages.problemOne : NLS.bind(Messages.problems, Words.number(many))));
        text.setText(source.problems().stream()
                .map(p -> NLS.bind(Messages.problemLine, Words.within(p.where()), Words.within(p.reason())))
                .collect(Collectors.joining("\n")));
        return true;
    }

    private static boolean dispose(org.eclipse.swt.widgets.@Nullable Control control) {
        if (control == null) {
            return false;
        }
        control.dispose();
        return true;
    }

    private TextLine line(int columns) {
        TextLine line = new TextLine(this, SWT.LEFT);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
        data.widthHint = 1;
        data.heightHint = 20;
        line.setLayoutData(data);
        return line;
    }
}
