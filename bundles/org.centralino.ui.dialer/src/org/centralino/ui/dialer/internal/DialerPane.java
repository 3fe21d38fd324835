/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.dialer.internal;

import java.util.Set;
import org.centralino.ui.AccessibleName;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.Token;
import org.centralino.ui.desk.Desk;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.desk.DeskLayout;
import org.centralino.ui.widgets.Pad;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

/** The box, the line under it and the dialpad. */
final class DialerPane implements DialerPresenter.View {

    static final String FOCUS = "org.centralino.ui.dialer.focus";
    static final String DIALPAD = "org.centralino.ui.dialer.dialpad";

    private static final int GAP = 8;
    private static final int LONG_PRESS_MS = 600;
    private static final Set<Integer> MOVES =
            Set.of(SWT.ARROW_UP, SWT.ARROW_DOWN, SWT.PAGE_UP, SWT.PAGE_DOWN, SWT.SHIFT | SWT.F10);

    private final Composite parent;
    private final DialBox box;
    /** Why something cannot be done; without height while there is nothing to say. */
    private final TextLine problem;

    private @Nullable Pad pad;
    private Runnable longPress = () -> {};

    DialerPane(Composite parent) {
        this.parent = parent;
        parent.setLayout(new DeskLayout(0, GAP, false));
        box = new DialBox(parent);
        problem = new TextLine(parent, SWT.LEFT);
        box.dialpad.onPress(this::togglePad);
        box.dialpad.setName(Messages.dialpad, "", DeskCommand.key(DIALPAD));
        box.text.setToolTipText(tip());
    }

    void connect(DialerPresenter presenter) {
        box.text.addListener(SWT.Modify, event -> presenter.edited(box.text.getText()));
        box.text.addListener(SWT.DefaultSelection, event -> enter(presenter));
        box.text.addListener(SWT.KeyDown, event -> boxKey(event, presenter));
        box.dial.onPress(() -> enter(presenter));
        presenter.edited("");
    }

    @Override
    public void showHint(Hint now) {
        if (parent.isDisposed()) {
            return;
        }
        boolean was = !problem.text().isEmpty();
        if (now.problem()) {
            problem.setIcon(Icon.WARNING.url(), Token.BUSY, 14);
            problem.setRun(new Run(now.text(), Token.BUSY, Fonts.SMALL, false));
            box.showHint("");
            Announcement.say(box.text, now.text());
        } else {
            problem.setIcon(null, Token.DIM, 0);
            problem.setRun(new Run("", Token.DIM, Fonts.SMALL, false));
            box.showHint(now.text());
        }
        if (was != now.problem()) {
            Desk.relayout(box);
        }
        AccessibleName.describe(box.text, now.text());
    }

    @Override
    public void takeFocus(boolean always) {
        if (parent.isDisposed() || !always && somebodyTypes()) {
            return;
        }
        box.text.setFocus();
        box.text.selectAll();
    }

    /** Opens or closes the dialpad; a closed one is not in the accessibility tree. */
    void togglePad() {
        Pad open = pad;
        box.dialpad.setExpanded(open == null);
        if (open == null) {
            Pad keys = new Pad(parent, DialerPane::name, new Keys());
            keys.onKey(this::padKey);
            pad = keys;
            Desk.relayout(keys);
            keys.setFocus();
            return;
        }
        Control focus = parent.getDisplay().getFocusControl();
        boolean hadFocus = focus != null && focus.getParent() == open;
        pad = null;
        open.dispose();
        Desk.relayout(box);
        if (hadFocus) {
            box.text.setFocus();
        }
    }

    private void enter(DialerPresenter presenter) {
        if (presenter.enter()) {
            // The next number is typed over this one.
            box.text.selectAll();
        } else {
            box.text.setFocus();
        }
    }

    /** Arrows move among those found. Escape is one step back: the pad closes, then the text is selected, then it goes. */
    private void boxKey(Event event, DialerPresenter presenter) {
        if (event.character != SWT.ESC) {
            int key = event.stateMask & SWT.MODIFIER_MASK | event.keyCode;
            event.doit = !MOVES.contains(key) || !presenter.key(key);
            return;
        }
        event.doit = false;
        Text text = box.text;
        if (pad != null) {
            togglePad();
        } else if (text.getSelectionCount() < text.getCharCount()) {
            text.selectAll();
        } else {
            text.setText("");
        }
    }

    private void padKey(Event event) {
        if (event.character == SWT.ESC) {
            togglePad();
        } else if (event.character == SWT.BS) {
            String typed = box.text.getText();
            int caret = box.text.getCaretPosition();
            if (caret > 0) {
                box.text.setText(typed.substring(0, caret - 1) + typed.substring(caret));
                box.text.setSelection(caret - 1);
            }
        }
    }

    private void type(char key) {
        box.text.insert(String.valueOf(key));
        if (key == '0') {
            int caret = box.text.getCaretPosition();
            longPress = () -> {
                if (!box.isDisposed() && caret > 0) {
                    box.text.setSelection(caret - 1, caret);
                    box.text.insert("+");
                }
            };
            parent.getDisplay().timerExec(LONG_PRESS_MS, longPress);
        }
    }

    private boolean somebodyTypes() {
        Control focus = parent.getDisplay().getFocusControl();
        return focus != box.text && (focus instanceof Text || focus instanceof StyledText || focus instanceof Combo);
    }

    private static String tip() {
        String key = DeskCommand.key(FOCUS);
        return key.isEmpty() ? Messages.box : Messages.box + " (" + key + ")";
    }

    private static String name(char key) {
        return switch (key) {
            case '*' -> Messages.padStar;
            case '#' -> Messages.padPound;
            default -> NLS.bind(Messages.padDigit, key);
        };
    }

    private final class Keys implements Pad.Listener {

        @Override
        public void keyDown(char key) {
            type(key);
        }

        @Override
        public void keyUp(char key) {
            parent.getDisplay().timerExec(-1, longPress);
        }
    }
}
