/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.centralino.history.HistoryEntry;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingService;
import org.centralino.ui.Icon;
import org.centralino.ui.history.EntryAction;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The way from a past call to what was recorded of it; there only while recording is. */
@Component(service = EntryAction.class)
public final class PlayRecording implements EntryAction, RecordingListener {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final RecordedCalls recorded;
    private final ServiceRegistration<RecordingListener> registration;

    @Activate
    public PlayRecording(BundleContext context, @Reference RecordingService recording) {
        recorded = new RecordedCalls(recording.catalogue(), () -> listeners.forEach(Runnable::run));
        // Not a service of this component: the recording uses its listeners, and this one uses the recording.
        registration = context.registerService(RecordingListener.class, this, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }

    @Override
    public String id() {
        return "org.centralino.recording.ui.play";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String caption() {
        return Messages.play;
    }

    @Override
    public URL icon() {
        return Objects.requireNonNull(Icon.RESUME.url());
    }

    @Override
    public String name(HistoryEntry entry) {
        boolean over = entry.reason() != null;
        return over && recorded.has(entry.start()) ? NLS.bind(Messages.listenTo, who(entry)) : "";
    }

    @Override
    public void run(HistoryEntry entry, Control row) {
        RecordingsDialog.open(row.getShell(), who(entry), entry.start());
    }

    private static String who(HistoryEntry entry) {
        return entry.name().isEmpty() ? entry.number() : entry.name();
    }

    @Override
    public void addListener(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void removeListener(Runnable changed) {
        listeners.remove(changed);
    }

    @Override
    public void catalogueChanged() {
        recorded.renew();
    }
}
