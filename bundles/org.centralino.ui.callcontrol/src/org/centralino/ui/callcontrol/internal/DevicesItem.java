/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.centralino.media.MediaService;
import org.centralino.media.SoundGraph;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.LiveService;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Which microphone and speaker are in use, or that there is none. Asked every other second, off the display thread. */
public final class DevicesItem {

    private static final int EVERY_MS = 2000;
    private static final int ICON = 14;
    private static final int LONGEST = 28;
    private static final SoundGraph.Devices NONE = new SoundGraph.Devices("", "");

    private final LiveService<MediaService> service = new LiveService<>(MediaService.class, DevicesItem.class);
    private final Composite parent;
    private final DisplayExecutor display;
    private final TextLine microphone;
    private final TextLine speaker;
    private SoundGraph.@Nullable Devices shown;

    @Inject
    public DevicesItem(Composite parent) {
        this.parent = parent;
        display = new DisplayExecutor(parent.getDisplay());
        microphone = new TextLine(parent, SWT.LEFT);
        speaker = new TextLine(parent, SWT.LEFT);
        show(NONE);
    }

    @PostConstruct
    void ask() {
        if (parent.isDisposed()) {
            return;
        }
        CompletableFuture.supplyAsync(this::devices).thenAcceptAsync(this::show, display);
        parent.getDisplay().timerExec(EVERY_MS, this::ask);
    }

    private SoundGraph.Devices devices() {
        MediaService media = service.get();
        return media == null ? NONE : media.graph().devices();
    }

    private void show(SoundGraph.Devices devices) {
        if (parent.isDisposed() || Objects.equals(devices, shown)) {
            return;
        }
        shown = devices;
        boolean noCapture = devices.capture().isEmpty();
        boolean noPlayback = devices.playback().isEmpty();
        Icon mic = noCapture ? Icon.MICROPHONE_OFF : Icon.MICROPHONE;
        Icon loud = noPlayback ? Icon.SPEAKER_OFF : Icon.SPEAKER;
        show(microphone, mic, noCapture, noCapture ? Messages.noMicrophone : devices.capture());
        show(speaker, loud, noPlayback, noPlayback ? Messages.noSpeaker : devices.playback());
        parent.getParent().layout(true, true);
    }

    private static void show(TextLine line, Icon icon, boolean missing, String text) {
        Token ink = missing ? Token.BUSY : Token.DIM;
        line.setIcon(icon.url(), ink, ICON);
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "\u2026" : text;
        line.setRun(new Run(cut, ink, Fonts.SMALL, false));
    }

    @PreDestroy
    void close() {
        service.close();
    }
}
