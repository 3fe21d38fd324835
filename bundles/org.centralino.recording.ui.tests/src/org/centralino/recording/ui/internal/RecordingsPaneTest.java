/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.recording.ui.internal.FakeRecording.CALL;
import static org.centralino.recording.ui.internal.FakeRecording.LENGTH;
import static org.centralino.recording.ui.internal.FakeRecording.mark;
import static org.centralino.recording.ui.internal.FakeRecording.recording;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.centralino.recording.Recording.Mark.Kind;
import org.centralino.recording.Recording.Storage;
import org.centralino.ui.desk.DeskLayout;
import org.centralino.ui.widgets.Pressable;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The widgets, on a display of their own. */
@NonNullByDefault({})
class RecordingsPaneTest {

    private static VirtualDisplay screen;

    private final FakeRecording recording = new FakeRecording();
    private final Shell shell = new Shell(screen.display, SWT.SHELL_TRIM);
    private int resized;
    private RecordingsPane pane;
    private RecordingsPresenter presenter;

    @BeforeAll
    static void openDisplay() throws IOException {
        screen = VirtualDisplay.open();
    }

    @AfterAll
    static void closeDisplay() {
        if (screen != null) {
            screen.close();
        }
    }

    @BeforeEach
    void open() {
        shell.setLayout(new DeskLayout(12, 8, false));
        shell.setSize(600, 700);
        pane = new RecordingsPane(shell, "", () -> resized++);
        presenter = new RecordingsPresenter(
                () -> recording, new ContactNumbers(() -> null), screen.display::asyncExec, new Listening(), pane);
        pane.connect(presenter);
        shell.open();
        shell.forceActive();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void without_recordings_it_takes_no_room() {
        presenter.show(CALL);
        screen.until(() -> resized == 0 && pane.computeSize(500, SWT.DEFAULT).y == 0);
    }

    @Test
    void each_recording_is_a_row_with_a_button_of_its_own_name() {
        recording.recordings.addAll(List.of(
                recording(2, "142", Storage.DAMAGED, true), recording(1), recording(3, "142", Storage.HERE, false)));
        show();

        assertThat(texts()).anyMatch(text -> text.contains(Messages.storageDamaged));
        assertThat(texts()).anyMatch(text -> text.endsWith(Messages.goesOn));
        assertThat(names()).doesNotHaveDuplicates().doesNotContain("");
        assertThat(names().stream().filter(name -> name.startsWith(playing()))).hasSize(2);
        assertThat(pane.getSize().y).isGreaterThan(3 * 40);
    }

    @Test
    void playing_opens_the_player_under_the_row_and_hands_it_the_keyboard() {
        recording.recordings.addAll(List.of(recording(2), recording(1)));
        show();
        Pressable row = row();
        row.setFocus();
        int before = pane.getSize().y;

        play();

        screen.until(() -> button(Messages.pauseName).isFocusControl() && pane.getSize().y > before + 80);
        assertThat(recording.playback().isPlaying()).isTrue();
        assertThat(names()).contains(Messages.exportName, Messages.deleteName, Messages.speed + ": 1\u00d7");

        button(Messages.pauseName).press();
        assertThat(recording.playback().isPlaying()).isFalse();
        assertThat(button(Messages.goOnName).isFocusControl()).isTrue();

        row.press();
        screen.until(() -> row.isFocusControl() && pane.getSize().y == before);
        assertThat(names()).doesNotContain(Messages.exportName);
    }

    @Test
    void the_arrow_keys_go_five_seconds_and_with_control_from_mark_to_mark() {
        recording.recordings.add(recording(1, mark(60, Kind.HELD), mark(90, Kind.RESUMED)));
        show();
        Waveform slider = play();

        key(slider, SWT.ARROW_RIGHT, 0);
        key(slider, SWT.ARROW_RIGHT, 0);
        key(slider, SWT.ARROW_LEFT, 0);
        assertPlace(Duration.ofSeconds(5));
        key(slider, SWT.ARROW_RIGHT, SWT.MOD1);
        assertPlace(Duration.ofSeconds(60));
        key(slider, SWT.END, 0);
        assertPlace(LENGTH);
        key(slider, SWT.HOME, 0);
        assertPlace(Duration.ZERO);
        key(slider, ' ', 0);
        assertThat(recording.playback().isPlaying()).isFalse();
        assertThat(texts()).contains("1:00 " + Messages.markHeld + " \u00b7 1:30 " + Messages.markResumed);
    }

    @Test
    void a_press_and_a_drag_on_the_waveform_go_there() {
        recording.recordings.add(recording(1));
        show();
        Waveform slider = play();

        mouse(slider, SWT.MouseDown, slider.getSize().x, 0);
        assertPlace(LENGTH);
        mouse(slider, SWT.MouseMove, 0, SWT.BUTTON1);
        assertPlace(Duration.ZERO);
        mouse(slider, SWT.MouseMove, slider.getSize().x, 0);
        assertPlace(Duration.ZERO);
    }

    @Test
    void what_goes_on_is_shown_without_being_asked() {
        recording.recordings.add(recording(1));
        show();
        play();

        recording.playback().goOn(Duration.ofSeconds(63));

        screen.until(() -> texts().contains(Words.place(Duration.ofSeconds(63), LENGTH)));
    }

    @Test
    void deleting_asks_once_with_the_keyboard_on_the_way_back() {
        recording.recordings.addAll(List.of(recording(2), recording(1)));
        show();
        play();
        button(Messages.deleteName).press();

        assertThat(button(Messages.keepName).isFocusControl()).isTrue();
        assertThat(recording.recordings).hasSize(2);
        button(Messages.keepName).press();
        assertThat(button(Messages.deleteName).isFocusControl()).isTrue();

        button(Messages.deleteName).press();
        button(Messages.reallyDeleteName).press();
        screen.until(() -> texts().contains(Messages.deleted));
        screen.until(() ->
                names().stream().filter(name -> name.startsWith(playing())).count() == 1);
    }

    @Test
    void what_may_not_be_deleted_has_no_button_for_it() {
        recording.canDelete = false;
        recording.recordings.add(recording(1));
        show();
        play();

        assertThat(names()).contains(Messages.exportName).doesNotContain(Messages.deleteName, Messages.keepName);
    }

    @Test
    void what_cannot_be_played_says_why() {
        recording.recordings.add(recording(1));
        show();
        recording.broken = "the file is gone";
        row().press();

        screen.until(() -> texts().contains(NLS.bind(Messages.cannotPlay, "the file is gone")));
    }

    @Test
    void more_than_ten_are_there_on_demand() {
        LongStream.rangeClosed(1, 12).forEach(id -> recording.recordings.add(recording(id)));
        presenter.show(People.MARIA);
        screen.until(() -> names().size() == 11);

        button(Messages.moreName).press();

        screen.until(() -> names().size() == 12);
        assertThat(names()).doesNotContain(Messages.moreName);
    }

    private void show() {
        presenter.show(CALL);
        screen.until(() -> !names().isEmpty() && pane.getSize().y > 0);
    }

    /** Opens the player of the first row. */
    private Waveform play() {
        row().press();
        screen.until(() -> !recording.playbacks.isEmpty()
                && recording.playback().isPlaying()
                && only(Waveform.class).getSize().x > 0);
        return only(Waveform.class);
    }

    private Pressable row() {
        return pressables().stream()
                .filter(button -> button.accessibleName().startsWith(playing()))
                .findFirst()
                .orElseThrow();
    }

    private static String playing() {
        return NLS.bind(Messages.playNamed, "");
    }

    private void assertPlace(Duration place) {
        assertThat(recording.playback().position()).isEqualTo(place);
    }

    private static void key(Control control, int code, int mask) {
        Event event = new Event();
        event.keyCode = code;
        event.stateMask = mask;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private static void mouse(Control control, int type, int x, int mask) {
        Event event = new Event();
        event.x = x;
        event.button = type == SWT.MouseDown ? 1 : 0;
        event.stateMask = mask;
        control.notifyListeners(type, event);
    }

    private Pressable button(String name) {
        return pressables().stream()
                .filter(button -> button.accessibleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + name + " among " + names()));
    }

    private List<Pressable> pressables() {
        return all(shell).stream()
                .filter(control -> control instanceof Pressable && control.isVisible())
                .map(Pressable.class::cast)
                .toList();
    }

    private List<String> names() {
        return pressables().stream().map(Pressable::accessibleName).toList();
    }

    private List<String> texts() {
        return all(shell).stream()
                .filter(control -> control instanceof TextLine && control.isVisible())
                .map(control -> ((TextLine) control).text())
                .toList();
    }

    private <T> T only(Class<T> type) {
        return all(shell).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Control> all(Composite from) {
        List<Control> controls = new ArrayList<>();
        for (Control child : from.getChildren()) {
            controls.add(child);
            if (child instanceof Composite composite) {
                controls.addAll(all(composite));
            }
        }
        return controls;
    }
}
