/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.centralino.directory.ContactId;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryListener;
import org.centralino.history.HistoryService;
import org.centralino.telephony.CallService;
import org.centralino.ui.Announcement;
import org.centralino.ui.DisplayExecutor;
import org.centralino.ui.Fonts;
import org.centralino.ui.Icon;
import org.centralino.ui.LiveService;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.centralino.ui.contact.PhoneAction;
import org.centralino.ui.history.EntryAction;
import org.centralino.ui.widgets.PillButton;
import org.centralino.ui.widgets.Run;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Fills a composite with the calls with one contact, a few at first. */
public final class ContactCalls implements CallList.Actions {

    private static final int FIRST = 10;
    private static final int NOTE = 14;
    /** With whom there are no calls. */
    private static final ContactId NOBODY = new ContactId("", "");

    private final Supplier<List<PhoneAction>> actions;
    private final EntryActions extras;
    private final Words words = new Words(ZoneId.systemDefault());
    private final EntryPages pages;
    private final CallCommands commands;
    private final Composite parent;
    private final Runnable resized;
    private final TextLine note;
    private final CallList list;
    private final Composite foot;

    /**
     * Fills {@code parent} with the services that there are.
     *
     * @param resized told when the composite wants another height
     */
    public static ContactCalls in(Composite parent, Runnable resized) {
        LiveService<HistoryService> history = new LiveService<>(HistoryService.class, ContactCalls.class);
        LiveService<CallService> telephone = new LiveService<>(CallService.class, ContactCalls.class);
        PhoneActions actions = new PhoneActions();
        DisplayExecutor display = new DisplayExecutor(parent.getDisplay());
        EntryActions extras = new EntryActions(display);
        // Whoever shows a timeline shows the contact already: there is nothing to open.
        Services services = new Services(history, telephone, () -> null);
        ContactCalls calls = new ContactCalls(parent, resized, services, display, actions, extras);
        ServiceRegistration<HistoryListener> listener = FrameworkUtil.getBundle(ContactCalls.class)
                .getBundleContext()
                .registerService(HistoryListener.class, calls.pages, null);
        parent.addListener(SWT.Dispose, event -> {
            listener.unregister();
            history.close();
            telephone.close();
            actions.close();
            extras.close();
        });
        return calls;
    }

    private ContactCalls(
            Composite parent,
            Runnable resized,
            Services services,
            DisplayExecutor display,
            Supplier<List<PhoneAction>> actions,
            EntryActions extras) {
        this.parent = parent;
        this.resized = resized;
        this.actions = actions;
        this.extras = extras;
        pages = new EntryPages(services.history(), display, FIRST, this::update);
        commands = new CallCommands(services, display, this::tell, pages::forget);
        note = new TextLine(parent, SWT.LEFT);
        list = new CallList(parent, SWT.NONE, this::line, this);
        extras.onChange(list::refresh);
        foot = new Composite(parent, SWT.NO_FOCUS);
        Theme.of(parent.getDisplay()).surface(foot, Theme.surfaceOf(parent));
        foot.setLayout(new RowLayout());
        foot.setVisible(false);
        PillButton more = new PillButton(foot, PillButton.Look.OUTLINE);
        more.setFace(null, Messages.showMore, "");
        more.setName(Messages.showMore, "", "");
        more.onPress(pages::more);
    }

    /** Shows the calls with this contact; null: none. */
    public void show(@Nullable ContactId contact) {
        pages.want("", contact == null ? NOBODY : contact, false);
    }

    @Override
    public void callBack(HistoryEntry entry) {
        commands.callBack(entry);
    }

    @Override
    public void open(HistoryEntry entry) {
        // is open
    }

    @Override
    public void remove(HistoryEntry entry) {
        commands.remove(entry);
    }

    @Override
    public List<EntryAction> more(HistoryEntry entry) {
        return extras.of(entry);
    }

    @Override
    public void run(EntryAction action, HistoryEntry entry, Control row) {
        extras.run(action, entry, row);
    }

    @Override
    public void menu(HistoryEntry entry, Control row, Point at) {
        new RowMenu(commands, actions.get(), extras).open(entry, row, at);
    }

    private CallLine line(HistoryEntry entry) {
        return words.with(entry, LocalDate.now());
    }

    private void tell(String text, boolean problem) {
        if (!parent.isDisposed()) {
            note.setIcon(problem ? Icon.WARNING.url() : null, Token.BUSY, NOTE);
            note.setRun(new Run(text, problem ? Token.BUSY : Token.DIM, Fonts.SMALL, false));
            if (problem) {
                Announcement.say(list, text);
            }
            resized.run();
        }
    }

    private void update() {
        if (parent.isDisposed()) {
            return;
        }
        List<HistoryEntry> entries = pages.entries();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            items.add(new Item.Line(entries.get(i), i == 0, i == entries.size() - 1));
        }
        list.show(items);
        foot.setVisible(!entries.isEmpty() && !pages.isWhole());
        if (pages.isFailed()) {
            tell(Messages.emptyFailed, true);
        } else {
            tell(entries.isEmpty() && pages.shown().contact() != NOBODY ? Messages.emptyContact : "", false);
        }
    }
}
