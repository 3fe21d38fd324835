/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.centralino.profile.PasswordPrompt;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.ui.DisplayExecutor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;

/**
 * Asks for passwords over the main window, one after the other, and not while there are calls: a dialog would take the
 * keyboard from them. Except for what may be called on any thread, everything happens on the display's.
 */
final class PasswordPrompts implements PasswordPrompt, CallListener {

    /** @param open opens the dialog over a window */
    private record Pending(String address, Function<Shell, Shell> open) {}

    private final Supplier<@Nullable CallService> calls;
    private final CompletableFuture<Shell> window = new CompletableFuture<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private volatile @Nullable Executor display;
    private volatile boolean waiting;
    private @Nullable Shell dialog;

    PasswordPrompts(Supplier<@Nullable CallService> calls) {
        this.calls = calls;
    }

    /** The main window is there: what was to be asked before is asked now. */
    void opened(Shell shell) {
        display = new DisplayExecutor(shell.getDisplay());
        window.complete(shell);
    }

    @Override
    public void ask(Question question, Consumer<@Nullable Answer> then) {
        add(new Pending(question.address(), over -> PasswordDialog.open(over, question, then)));
    }

    @Override
    public void notKept(String address, String reason) {
        add(new Pending("", over -> tell(over, NLS.bind(Messages.notKept, user(address), reason))));
    }

    @Override
    public void hurry(String address) {
        onDisplay(over -> {
            Shell open = dialog;
            Optional<Pending> asked = pending.stream()
                    .filter(each -> each.address().equals(address))
                    .findFirst();
            if (open != null) {
                open.open();
            } else if (asked.isPresent() && pending.remove(asked.get())) {
                pending.addFirst(asked.get());
                put(over);
            }
        });
    }

    @Override
    public void callChanged(Call call) {
        if (waiting && call.isEnded()) {
            onDisplay(this::next);
        }
    }

    private void add(Pending each) {
        onDisplay(over -> {
            pending.add(each);
            waiting = true;
            next(over);
        });
    }

    private void next(Shell over) {
        if (dialog == null && !inCall()) {
            put(over);
        }
    }

    private void put(Shell over) {
        if (!pending.isEmpty()) {
            Shell opened = pending.remove().open().apply(over);
            waiting = !pending.isEmpty();
            dialog = opened;
            opened.addListener(SWT.Dispose, event -> {
                dialog = null;
                onDisplay(this::next);
            });
        }
    }

    private boolean inCall() {
        CallService service = calls.get();
        return service != null && service.calls().stream().anyMatch(call -> !call.isEnded());
    }

    private void onDisplay(Consumer<Shell> task) {
        window.thenAccept(shell -> {
            Executor executor = display;
            if (executor != null) {
                executor.execute(() -> {
                    if (!shell.isDisposed()) {
                        task.accept(shell);
                    }
                });
            }
        });
    }

    private static Shell tell(Shell over, String text) {
        MessageDialog message =
                new MessageDialog(over, Messages.notKeptTitle, null, text, MessageDialog.WARNING, 0, Messages.ok) {
                    @Override
                    protected int getShellStyle() {
                        return SWT.DIALOG_TRIM;
                    }
                };
        message.setBlockOnOpen(false);
        message.open();
        return message.getShell();
    }

    /** An address as people read it. */
    static String user(String address) {
        return address.replaceFirst("^sips?:", "");
    }
}
