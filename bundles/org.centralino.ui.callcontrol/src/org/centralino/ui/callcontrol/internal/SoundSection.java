/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.centralino.media.Enhancement;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.callcontrol.internal.SoundSettings.Option;
import org.centralino.ui.callcontrol.internal.SoundSettings.Wanted;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** The part of the preferences about sound: what is changed is used at once, so that it can be heard. */
final class SoundSection implements Listener {

    private static final int LABEL = 90;
    private static final int LAST = 88;

    private final SoundSettings settings;
    private final Composite grid;
    private final Map<Role, Combo> combos = new EnumMap<>(Role.class);
    private final Map<Role, List<Option>> options = new EnumMap<>(Role.class);
    private final Button echo;
    private final Button noise;
    private final Button gain;
    private Wanted wanted;

    SoundSection(Composite parent, SoundSettings settings) {
        this.settings = settings;
        wanted = settings.kept();
        grid = new Composite(parent, SWT.NONE);
        Theme.of(parent.getDisplay()).surface(grid, Token.CARD);
        GridLayout columns = new GridLayout(3, false);
        columns.marginWidth = 0;
        columns.marginHeight = 0;
        columns.horizontalSpacing = 8;
        columns.verticalSpacing = 8;
        grid.setLayout(columns);
        TextLine title = new TextLine(grid, SWT.LEFT);
        title.setRun(Run.bold(Messages.sound));
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        combo(Role.MICROPHONE, Messages.microphone, Messages.microphoneDevice);
        LevelBar level =
                new LevelBar(grid, Messages.microphoneLevel, () -> settings.level(Role.MICROPHONE));
        GridData bar = new GridData(SWT.FILL, SWT.FILL, false, false);
        bar.widthHint = LAST;
        level.setLayoutData(bar);
        combo(Role.SPEAKER, Messages.speaker, Messages.speakerDevice);
        test(Role.SPEAKER, Messages.testSpeaker);
        combo(Role.RINGER, Messages.ringer, Messages.ringerDevice);
        test(Role.RINGER, Messages.testRinger);
        echo = check(Messages.echo, wanted.enhancement().echoCancelled());
        noise = check(Messages.noise, wanted.enhancement().noiseSuppressed());
        gain = check(Messages.gain, wanted.enhancement().gainControlled());
        new DevicesWatch(grid, this).start();
    }

    void setLayoutData(GridData data) {
        grid.setLayoutData(data);
    }

    /** What is set here. */
    Wanted wanted() {
        return wanted;
    }

    @Override
    public void devicesChanged() {
        combos.forEach(this::fill);
    }

    private void fill(Role role, Combo combo) {
        Device chosen = wanted.device(role);
        List<Option> now = settings.options(role, chosen);
        if (!now.equals(options.put(role, now))) {
            combo.setItems(now.stream().map(Option::text).toArray(String[]::new));
        }
        for (int i = 0; i < now.size(); i++) {
            if (Objects.equals(id(now.get(i).device()), id(chosen))) {
                combo.select(i);
                combo.setToolTipText(now.get(i).text());
            }
        }
    }

    private static String id(@Nullable Device device) {
        return device == null ? "" : device.id();
    }

    private void chosen(Role role, Combo combo) {
        List<Option> there = options.getOrDefault(role, List.of());
        int at = combo.getSelectionIndex();
        if (at >= 0 && at < there.size()) {
            wanted = wanted.with(role, there.get(at).device());
            combo.setToolTipText(there.get(at).text());
            settings.use(wanted);
        }
    }

    private void combo(Role role, String label, String name) {
        TextLine word = new TextLine(grid, SWT.LEFT);
        word.setRun(Run.text(label));
        GridData left = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        left.widthHint = Math.max(LABEL, word.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
        word.setLayoutData(left);
        Combo combo = new Combo(grid, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setFont(Fonts.of(grid.getDisplay()).get(Fonts.TEXT, false));
        AccessibleName.set(combo, name);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 1; // as wide as the dialog lets it be, however long a name is
        combo.setLayoutData(data);
        combo.addListener(SWT.Selection, event -> chosen(role, combo));
        combos.put(role, combo);
    }

    private void test(Role role, String name) {
        Button button = new Button(grid, SWT.PUSH);
        button.setText(Messages.test);
        button.setFont(Fonts.of(grid.getDisplay()).get(Fonts.TEXT, false));
        AccessibleName.set(button, name);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, false, false);
        data.widthHint = LAST;
        button.setLayoutData(data);
        button.addListener(SWT.Selection, event -> settings.test(role));
    }

    private Button check(String word, boolean on) {
        new TextLine(grid, SWT.LEFT).setLayoutData(new GridData(0, 0));
        Button check = new Button(grid, SWT.CHECK);
        check.setText(word);
        check.setFont(Fonts.of(grid.getDisplay()).get(Fonts.TEXT, false));
        check.setSelection(on);
        Theme theme = Theme.of(grid.getDisplay());
        theme.surface(check, Token.CARD);
        theme.follow(check, () -> check.setForeground(theme.color(Token.TEXT)));
        check.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, true, false, 2, 1));
        check.addListener(SWT.Selection, event -> enhance());
        return check;
    }

    private void enhance() {
        Enhancement enhancement = new Enhancement(echo.getSelection(), noise.getSelection(), gain.getSelection());
        wanted = new Wanted(wanted.devices(), enhancement);
        settings.use(wanted);
    }
}
