/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.centralino.ui.Icon;
import org.centralino.ui.Token;
import org.centralino.ui.desk.DeskCommand;
import org.centralino.ui.widgets.IconButton;
import org.centralino.ui.widgets.PillButton;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What can be done with a call that waits; those that cannot be are not there. */
final class WaitingButtons {

    private static final String COMMAND = "org.centralino.ui.callcontrol.";
    private static final int HEIGHT = 32;

    private final Composite place;
    private final CallControlPresenter presenter;
    private final List<Consumer<WaitingView>> names = new ArrayList<>();
    private @Nullable WaitingView shown;

    WaitingButtons(Composite place, CallControlPresenter presenter) {
        this.place = place;
        this.presenter = presenter;
        RowLayout row = new RowLayout();
        row.wrap = false;
        row.center = true;
        row.marginLeft = 0;
        row.marginRight = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 4;
        place.setLayout(row);
    }

    /** Shows those of this call; true when there are others than before. */
    boolean show(WaitingView view) {
        WaitingView before = shown;
        shown = view;
        if (before != null
                && before.kind() == view.kind()
                && before.first() == view.first()
                && before.canPark() == view.canPark()) {
            // those that are there stay, for one may be going down at this moment
            names.forEach(name -> name.accept(view));
            return false;
        }
        stops().forEach(Control::dispose);
        names.clear();
        switch (view.kind()) {
            case INCOMING -> incoming(view);
            case DIALLED -> {
                PillButton back = pill(PillButton.Look.OUTLINE, Icon.BACK_TO_CALL, Messages.back, "");
                names.add(now -> back.setName(NLS.bind(Messages.backTo, now.name()), "", ""));
                back.onPress(() -> presenter.goBackTo(view.id()));
                hangUp(view);
            }
            case UP -> up(view);
            case OVER -> {
                // nothing can be done any more
            }
        }
        names.forEach(name -> name.accept(view));
        return true;
    }

    /** From left to right. */
    List<Control> stops() {
        return List.of(place.getChildren());
    }

    private void incoming(WaitingView view) {
        boolean first = view.first();
        PillButton decline = pill(PillButton.Look.DANGER, null, Messages.decline, "");
        String declineKey = first ? DeskCommand.key(COMMAND + "decline") : "";
        names.add(now -> decline.setName(
                first ? Messages.decline : NLS.bind(Messages.declineNamed, now.name()), now.name(), declineKey));
        decline.onPress(() -> presenter.decline(view.id()));
        String key = first ? DeskCommand.key(COMMAND + "answer") : "";
        PillButton answer = pill(PillButton.Look.FILLED, null, Messages.answer, key);
        names.add(now ->
                answer.setName(first ? Messages.answer : NLS.bind(Messages.answerNamed, now.name()), now.name(), key));
        answer.onPress(() -> presenter.answer(view.id()));
    }

    private void up(WaitingView view) {
        TransferPresenter transfer = presenter.transfer();
        PillButton resume = pill(PillButton.Look.OUTLINE, Icon.RESUME, Messages.resume, "");
        names.add(now -> resume.setName(NLS.bind(Messages.resumeNamed, now.name()), now.number(), ""));
        resume.onPress(() -> presenter.resume(view.id()));
        icon(Icon.TRANSFER, Token.ACCENT, Messages.transferNamed).onPress(() -> transfer.toggle(view.id()));
        if (view.canPark()) {
            icon(Icon.PARK, Token.ACCENT, Messages.parkNamed).onPress(() -> transfer.park(view.id()));
        }
        hangUp(view);
    }

    private void hangUp(WaitingView view) {
        icon(Icon.HANG_UP, Token.BUSY, Messages.hangUpNamed).onPress(() -> presenter.hangUp(view.id()));
    }

    private IconButton icon(Icon icon, Token ink, String name) {
        IconButton button = new IconButton(place, icon.url(), ink);
        names.add(now -> button.setName(NLS.bind(name, now.name()), now.number(), ""));
        button.setLayoutData(new RowData(HEIGHT, HEIGHT));
        return button;
    }

    private PillButton pill(PillButton.Look look, @Nullable Icon icon, String word, String key) {
        PillButton button = new PillButton(place, look);
        button.setFace(icon == null ? null : icon.url(), word, key);
        return button;
    }
}
