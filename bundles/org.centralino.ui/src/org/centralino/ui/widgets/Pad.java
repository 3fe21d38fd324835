/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.centralino.ui.Theme;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The twelve keys of a telephone. Also typed on the keyboard while the focus is on one of them; auto-repeat is not a new
 * press, and a key that is held when the focus goes is let go.
 */
public final class Pad extends Composite {

    private static final String KEYS = "123456789*0#";
    private static final String[] LETTERS = {"", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ", "", "+", ""};

    /** Who is told of keys. */
    @ConsumerType
    public interface Listener {

        /** A key goes down. */
        void keyDown(char key);

        /** It comes up again. */
        void keyUp(char key);
    }

    private final Map<Character, @Nullable PadKey> keys = new LinkedHashMap<>();
    private final Listener listener;
    /** The key that is held on the keyboard, 0: none. */
    private char typed;
    /** The same without modifiers: Shift may come up before the digit does, and change the character. */
    private int typedCode;

    /** @param names the accessible name of each key */
    public Pad(Composite parent, Function<Character, String> names, Listener listener) {
        super(parent, SWT.NONE);
        this.listener = listener;
        Theme.of(getDisplay()).surface(this, Theme.surfaceOf(parent));
        GridLayout layout = new GridLayout(3, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 8;
        layout.verticalSpacing = 8;
        setLayout(layout);
        for (int i = 0; i < KEYS.length(); i++) {
            char key = KEYS.charAt(i);
            PadKey button = new PadKey(this, this, key, LETTERS[i]);
            button.setName(names.apply(key), "", "");
            button.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            button.addListener(SWT.KeyDown, this::typeDown);
            button.addListener(SWT.KeyUp, this::typeUp);
            button.addListener(SWT.FocusOut, event -> letGo());
            keys.put(key, button);
        }
        addListener(SWT.Dispose, event -> letGo());
    }

    @Override
    public boolean setFocus() {
        PadKey first = keys.get('1');
        return first != null && first.setFocus();
    }

    /** What else a key pressed on the keyboard does while the focus is here, Escape for one. */
    public void onKey(Consumer<Event> run) {
        for (Control key : getChildren()) {
            key.addListener(SWT.KeyDown, run::accept);
        }
    }

    void down(char key) {
        listener.keyDown(key);
    }

    void up(char key) {
        listener.keyUp(key);
    }

    private void typeDown(Event event) {
        PadKey key = keys.get(event.character);
        // on Windows AltGr, by which some keyboards type #, is both
        int modifiers = event.stateMask & (SWT.CTRL | SWT.ALT);
        boolean shortcut = modifiers == SWT.CTRL || modifiers == SWT.ALT;
        boolean repeated = typed == event.character || typed != 0 && event.keyCode == typedCode;
        if (key != null && !repeated && !shortcut) {
            letGo(); // who types fast has the next key down before this one is up
            typed = event.character;
            typedCode = event.keyCode;
            key.light(true);
            listener.keyDown(typed);
        }
    }

    private void typeUp(Event event) {
        if (event.keyCode == typedCode || event.character == typed) {
            letGo();
        }
    }

    private void letGo() {
        PadKey key = keys.get(typed);
        if (key != null) {
            char character = typed;
            typed = 0;
            listener.keyUp(character);
            if (!key.isDisposed()) {
                key.light(false);
            }
        }
    }
}
