/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import jakarta.inject.Inject;
import java.util.List;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallService;
import org.centralino.ui.Announcement;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.LiveService;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.widgets.NoticeCard;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/** The section of the desk that says which call is not recorded though it should be; nothing otherwise. */
public final class NoticeSection implements RecordingListener {

    private final Composite parent;
    private final LiveService<CallService> calls = new LiveService<>(CallService.class, NoticeSection.class);
    private final DisplayExecutor display;
    private final RecordingNews news;
    private final RecordingWatch watch = new RecordingWatch();
    private @Nullable NoticeCard card;

    @Inject
    public NoticeSection(Composite parent) {
        this.parent = parent;
        display = new DisplayExecutor(parent.getDisplay());
        news = new RecordingNews(this::call, this::show, this::say);
        watch.open(this, () -> display.execute(this::cameOrWent));
        parent.addDisposeListener(event -> {
            watch.close();
            calls.close();
        });
    }

    @Override
    public void recordingChanged(String callId, RecordingState state) {
        display.execute(() -> news.changed(callId, state));
    }

    /** What began before we listened is told too. */
    private void cameOrWent() {
        RecordingService recording = watch.get();
        CallService telephone = calls.get();
        if (recording == null) {
            news.gone();
        } else if (telephone != null) {
            telephone.calls().forEach(call -> news.changed(call.id(), recording.state(call.id())));
        }
    }

    private @Nullable Call call(String id) {
        CallService telephone = calls.get();
        if (telephone != null) {
            for (Call call : telephone.calls()) {
                if (call.id().equals(id)) {
                    return call;
                }
            }
        }
        return null;
    }

    private void say(String text) {
        if (!parent.isDisposed()) {
            Announcement.say(parent, text);
        }
    }

    private void show(List<Notice> notices) {
        if (parent.isDisposed()) {
            return;
        }
        NoticeCard before = card;
        card = null;
        if (before != null) {
            before.dispose();
        }
        if (!notices.isEmpty()) {
            card = new NoticeCard(parent, notices, Messages.closeNotice, news::dismiss);
        }
        Desk.relayout(parent);
    }
}
