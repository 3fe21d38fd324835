/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.centralino.ui.widgets.ChoiceButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** The part of the preferences about sound: what is changed is used at once, so that it can be heard. */
final class SoundSection implements Listener {

    private static final int LABEL = 96;
    private static final int LAST = 88;
    private static final int GAP = 8;

    private final SoundSettings settings;
    private final Composite grid;
    private final Map<Role, ChoiceButton> choices = new EnumMap<>(Role.class);
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
        columns.horizontalSpacing = GAP;
        columns.verticalSpacing = 8;
        grid.setLayout(columns);
        choice(Role.MICROPHONE, Messages.microphone, Messages.microphoneDevice);
        LevelBar level = new LevelBar(grid, Messages.microphoneLevel, () -> settings.level(Role.MICROPHONE));
        GridData bar = new GridData(SWT.FILL, SWT.CENTER, false, false);
        bar.widthHint = LAST;
        bar.heightHint = LevelBar.HEIGHT;
        level.setLayoutData(bar);
        choice(Role.SPEAKER, Messages.speaker, Messages.speakerDevice);
        test(Role.SPEAKER, Messages.testSpeaker);
        choice(Role.RINGER, Messages.ringer, Messages.ringerDevice);
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
        choices.forEach(this::fill);
    }

    private void fill(Role role, ChoiceButton choice) {
        Device chosen = wanted.device(role);
        List<Option> now = settings.options(role, chosen);
        options.put(role, now);
        int index = 0;
        for (int i = 0; i < now.size(); i++) {
            if (id(now.get(i).device()).equals(id(chosen))) {
                index = i;
            }
        }
        choice.setOptions(now.stream().map(Option::text).toList(), index);
    }

    private static String id(@Nullable Device device) {
        return device == null ? "" : device.id();
    }

    private void chosen(Role role, int index) {
        List<Option> there = options.getOrDefault(role, List.of());
        if (index < there.size()) {
            wanted = wanted.with(role, there.get(index).device());
            settings.use(wanted);
        }
    }

    private void choice(Role role, String label, String name) {
        TextLine word = new TextLine(grid, SWT.LEFT);
        word.setRun(Run.text(label));
        GridData left = new GridData(SWT.LEFT, SWT.CENTER, false, false);
        left.widthHint = LABEL;
        word.setLayoutData(left);
        ChoiceButton choice = new ChoiceButton(grid, name);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = 1; // as wide as the dialog lets it be, however long a name is
        choice.setLayoutData(data);
        choice.onChoose(index -> chosen(role, index));
        choices.put(role, choice);
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
        Button check = new Button(grid, SWT.CHECK);
        check.setText(word);
        check.setFont(Fonts.of(grid.getDisplay()).get(Fonts.TEXT, false));
        check.setSelection(on);
        Theme theme = Theme.of(grid.getDisplay());
        theme.surface(check, Token.CARD);
        theme.follow(check, () -> check.setForeground(theme.color(Token.TEXT)));
        GridData data = new GridData(SWT.LEFT, SWT.CENTER, true, false, 3, 1);
        data.horizontalIndent = LABEL + GAP;
        check.setLayoutData(data);
        check.addListener(SWT.Selection, event -> enhance());
        return check;
    }

    private void enhance() {
        Enhancement enhancement = new Enhancement(echo.getSelection(), noise.getSelection(), gain.getSelection());
        wanted = new Wanted(wanted.devices(), enhancement);
        settings.use(wanted);
    }
}
