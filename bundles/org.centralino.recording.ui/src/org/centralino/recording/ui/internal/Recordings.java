/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import org.centralino.history.HistoryService;
import org.centralino.telephony.CallListener;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.eclipse.swt.widgets.Composite;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Joins the services that there are, the presenter and the widgets of a list of recordings. */
final class Recordings {

    private static final Listening LISTENING = new Listening();

    private Recordings() {}

    /**
     * Puts a list into {@code parent}, with which it ends.
     *
     * @param empty what it says where there is nothing to show; empty: it takes no room then
     * @param resized told after the list wants another height
     */
    static RecordingsPresenter in(Composite parent, String empty, Runnable resized) {
        RecordingWatch watch = new RecordingWatch();
        LiveService<HistoryService> history = new LiveService<>(HistoryService.class, Recordings.class);
        RecordingsPane pane = new RecordingsPane(parent, empty, resized);
        DisplayExecutor display = new DisplayExecutor(parent.getDisplay());
        RecordingsPresenter presenter =
                new RecordingsPresenter(watch, new ContactNumbers(history), display, LISTENING, pane);
        pane.connect(presenter);
        watch.open(presenter, presenter::cameOrWent);
        Voices voices = new Voices(() -> display.execute(presenter::pause));
        ServiceRegistration<CallListener> listener = FrameworkUtil.getBundle(Recordings.class)
                .getBundleContext()
                .registerService(CallListener.class, voices, null);
        pane.addDisposeListener(event -> {
            listener.unregister();
            watch.close();
            history.close();
            presenter.close();
        });
        return presenter;
    }
}
