/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SourceStatus;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** How each source of contacts stands, and what can be done about it. Work goes on beside it. */
final class SourcesDialog {

    static final @Nullable URL ICON = SourcesDialog.class.getResource("/icons/book.svg");

    private static final int WIDTH = 460;
    private static final int HIGHEST = 420;
    private static final int LEAST = 88;

    private final Supplier<@Nullable DirectoryService> directory;
    private final Shell shell;
    private final ScrolledComposite scroller;
    private final Composite place;
    private final List<SourceBlock> blocks = new ArrayList<>();

    SourcesDialog(Shell parent, Supplier<@Nullable DirectoryService> directory) {
        this.directory = directory;
        shell = new Shell(parent, SWT.DIALOG_TRIM | SWT.RESIZE);
        shell.setText(Messages.sources);
        Theme theme = Theme.of(shell.getDisplay());
        theme.surface(shell, Token.CARD);
        GridLayout grid = new GridLayout(1, false);
        grid.marginWidth = 16;
        grid.marginHeight = 16;
        grid.verticalSpacing = 12;
        shell.setLayout(grid);
        scroller = new ScrolledComposite(shell, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        theme.surface(scroller, Token.CARD);
        scroller.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        place = new Composite(scroller, SWT.NO_FOCUS);
        theme.surface(place, Token.CARD);
        GridLayout column = new GridLayout(1, false);
        column.marginWidth = 0;
        column.marginHeight = 0;
        column.verticalSpacing = 12;
        place.setLayout(column);
        scroller.setContent(place);
        Button close = new Button(shell, SWT.PUSH);
        close.setText(Messages.close);
        close.setFont(Fonts.of(shell.getDisplay()).get(Fonts.TEXT, false));
        GridData data = new GridData(SWT.RIGHT, SWT.CENTER, true, false);
        data.widthHint = Math.max(LEAST, close.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 16);
        close.setLayoutData(data);
        close.addListener(SWT.Selection, event -> shell.close());
        shell.setDefaultButton(close);
    }

    boolean isOpen() {
        return !shell.isDisposed();
    }

    /** Opens it, or brings it to the front. */
    void open() {
        if (!shell.isVisible()) {
            DirectoryService service = directory.get();
            show(service == null ? List.of() : service.sources(), Instant.now());
            fit();
        }
        shell.open();
    }

    void show(List<SourceStatus> sources, Instant now) {
        List<String> ids = sources.stream().map(SourceStatus::id).toList();
        if (place.getChildren().length == 0
                || !ids.equals(blocks.stream().map(SourceBlock::id).toList())) {
            for (var child : place.getChildren()) {
                child.dispose();
            }
            blocks.clear();
            if (sources.isEmpty()) {
                TextLine none = new TextLine(place, SWT.LEFT);
                none.setRun(Run.text(Messages.noSources));
                none.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            }
            for (SourceStatus source : sources) {
                SourceBlock block = new SourceBlock(place, source, directory);
                block.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
                blocks.add(block);
            }
        }
        boolean higher = false;
        for (int i = 0; i < blocks.size(); i++) {
            higher |= blocks.get(i).show(sources.get(i), now);
        }
        if (higher) {
            place.layout(true, true);
        }
        scroller.setMinHeight(place.computeSize(WIDTH, SWT.DEFAULT).y);
    }

    private void fit() {
        int wanted = Math.min(HIGHEST, place.computeSize(WIDTH, SWT.DEFAULT).y);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        data.heightHint = wanted;
        scroller.setLayoutData(data);
        shell.pack();
        Rectangle over = shell.getParent().getBounds();
        Point size = shell.getSize();
        shell.setLocation(over.x + (over.width - size.x) / 2, over.y + (over.height - size.y) / 3);
    }
}
