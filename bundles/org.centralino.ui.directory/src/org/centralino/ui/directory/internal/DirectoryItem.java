/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.directory.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.centralino.directory.DirectoryListener;
import org.centralino.directory.DirectoryService;
import org.centralino.directory.SourceStatus;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.Icon;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.BarButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** The item of the status bar that tells how many contacts there are and how old what is shown is; a press tells more. */
public final class DirectoryItem implements DirectoryListener {

    static final String COMMAND = "org.centralino.ui.directory.sources";
    private static final int EVERY_MS = 20_000;

    private final Composite parent;
    private final BarButton button;
    private final DisplayExecutor display;
    private final Services<DirectoryService> directory;
    private final ServiceRegistration<DirectoryListener> listener;
    private @Nullable SourcesDialog dialog;

    @Inject
    public DirectoryItem(Composite parent) {
        this.parent = parent;
        button = new BarButton(parent);
        button.onPress(this::open);
        display = new DisplayExecutor(parent.getDisplay());
        directory = new Services<>(DirectoryService.class, () -> display.execute(this::show));
        listener = FrameworkUtil.getBundle(DirectoryItem.class)
                .getBundleContext()
                .registerService(DirectoryListener.class, this, null);
    }

    @PostConstruct
    void start() {
        DeskCommand.handle(button, COMMAND, () -> true, this::open);
        grow();
    }

    /** What is shown gets older by itself. */
    private void grow() {
        if (!button.isDisposed()) {
            show();
            button.getDisplay().timerExec(EVERY_MS, this::grow);
        }
    }

    @Override
    public void contactsChanged() {
        display.execute(this::show);
    }

    @Override
    public void sourceChanged(SourceStatus status) {
        display.execute(this::show);
    }

    private void show() {
        if (button.isDisposed()) {
            return;
        }
        DirectoryService service = directory.get();
        List<SourceStatus> sources = service == null ? List.of() : service.sources();
        Instant now = Instant.now();
        SourceWords.Summary summary = service == null
                ? new SourceWords.Summary(Messages.statusOpening, "", false)
                : SourceWords.summary(sources, now);
        String more = summary.more().isEmpty() ? Messages.statusMore : summary.more() + "\n" + Messages.statusMore;
        boolean wider = button.setFace(
                summary.trouble() ? Icon.WARNING.url() : SourcesDialog.ICON,
                summary.trouble() ? Token.RINGING : Token.DIM,
                summary.text(),
                more);
        if (wider) {
            parent.getParent().layout(true, true);
        }
        SourcesDialog open = dialog;
        if (open != null && open.isOpen()) {
            open.show(sources, now);
        }
    }

    private void open() {
        SourcesDialog open = dialog;
        if (open == null || !open.isOpen()) {
            open = new SourcesDialog(button.getShell(), directory);
            dialog = open;
        }
        show();
        open.open();
    }

    @PreDestroy
    void close() {
        listener.unregister();
        directory.close();
    }
}
