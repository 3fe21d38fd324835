/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.List;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.centralino.ui.Fonts;
import org.centralino.ui.Token;
import org.centralino.ui.widgets.Card;
import org.centralino.ui.widgets.ChoiceButton;
import org.centralino.ui.widgets.PillButton;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;

/** The form in which one of the user's own contacts is written. */
final class FormPane {

    private static final int TEXT = Contact.LONGEST_TEXT;
    private static final int TYPE = 128;
    private static final List<Phone.Type> TYPES = List.of(Phone.Type.values());

    private final ContactPresenter presenter;
    private final ContactDraft base;
    private final Composite card;
    private final Field givenName;
    private final Field familyName;
    private final Field organisation;
    private final Field department;
    private final Field title;
    private final Field web;
    private final Field note;
    private final FormRows<Phone> phones;
    private final FormRows<String> emails;
    private final FormRows<String> addresses;
    private final Paragraph message;
    private final PillButton save;
    private final boolean filled;

    FormPane(Composite parent, ContactView.Form view, ContactPresenter presenter) {
        this.presenter = presenter;
        base = view.draft();
        card = new Card(parent);
        GridLayout grid = new GridLayout(2, true);
        grid.marginWidth = 16;
        grid.marginHeight = 16;
        grid.horizontalSpacing = 12;
        grid.verticalSpacing = 12;
        card.setLayout(grid);
        Paragraph heading = new Paragraph(card, 16, true, 2);
        heading.show(view.title(), Token.TEXT);
        heading.setLayoutData(wide());
        givenName = field(Messages.givenName, base.givenName());
        familyName = field(Messages.familyName, base.familyName());
        organisation = field(Messages.organisation, base.organisation());
        department = field(Messages.department, base.department());
        title = field(Messages.jobTitle, base.title());
        web = field(Messages.web, base.web()).checkedBy(DraftCheck::web);
        Phone noPhone = new Phone("", Phone.Type.WORK);
        phones = rows(Messages.addNumber, Messages.removeNumber, noPhone, this::phone, base.phones());
        emails = rows(Messages.addMail, Messages.removeMail, "", this::mail, base.emails());
        addresses = rows(Messages.addAddress, Messages.removeAddress, "", this::address, base.addresses());
        note = new Field(card, Messages.note, Messages.note, 4, 4 * TEXT)
                .with(base.note())
                .onChange(this::changed);
        note.setLayoutData(wide());
        message = new Paragraph(card, Fonts.SMALL, true, 3);
        message.setLayoutData(wide());
        Composite buttons = Grids.place(card, 2);
        buttons.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, true, false, 2, 1));
        button(buttons, PillButton.Look.OUTLINE, Messages.cancel, presenter::cancel);
        save = button(buttons, PillButton.Look.FILLED, Messages.save, this::save);
        show(view);
        filled = true;
    }

    /** Shows what may change while it is open. */
    void show(ContactView.Form view) {
        message.show(view.saving() ? Messages.saving : view.message(), view.saving() ? Token.DIM : Token.BUSY);
        Grids.exclude(message, view.message().isEmpty() && !view.saving());
        save.setEnabled(!view.saving());
        message.requestLayout();
    }

    void takeFocus() {
        givenName.takeFocus();
    }

    /** What is typed. */
    ContactDraft draft() {
        return new ContactDraft(
                base.id(),
                base.kind(),
                givenName.typed(),
                familyName.typed(),
                organisation.typed(),
                department.typed(),
                title.typed(),
                phones.values(),
                emails.values(),
                addresses.values(),
                web.typed(),
                note.typed(),
                base.hasPhoto());
    }

    private void save() {
        Map<String, String> problems = presenter.save(draft());
        Field first = null;
        for (Map.Entry<String, String> problem : problems.entrySet()) {
            Field field = find(problem.getKey());
            field.problem(problem.getValue(), first == null);
            first = first == null ? field : first;
        }
        if (first != null) {
            first.takeFocus();
        }
    }

    private Field find(String key) {
        String[] parts = key.split("\\.");
        int index = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return switch (parts[0]) {
            case "phones" -> phones.field(index);
            case "emails" -> emails.field(index);
            case "web" -> web;
            default -> givenName;
        };
    }

    private void changed() {
        if (filled) {
            presenter.typed(draft());
        }
    }

    private Field field(String label, String typed) {
        Field field = new Field(card, label, label, 1, TEXT)
                .with(typed)
                .onChange(this::changed)
                .onEnter(this::save);
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        return field;
    }

    private FormRows.Row<Phone> phone(Composite row, int number, Phone phone) {
        int[] type = {TYPES.indexOf(phone.type())};
        ChoiceButton choice = new ChoiceButton(row, NLS.bind(Messages.typeNumbered, number));
        choice.setOptions(TYPES.stream().map(Words::type).toList(), type[0]);
        GridData narrow = new GridData(SWT.LEFT, SWT.TOP, false, false);
        narrow.widthHint = TYPE;
        choice.setLayoutData(narrow);
        Field field = rowField(row, NLS.bind(Messages.numberNumbered, number), phone.number(), 1, 1)
                .checkedBy(DraftCheck::number);
        choice.onChoose(index -> {
            type[0] = index;
            changed();
        });
        return new FormRows.Row<>(field, () -> new Phone(field.typed(), TYPES.get(type[0])));
    }

    private FormRows.Row<String> mail(Composite row, int number, String mail) {
        Field field = rowField(row, NLS.bind(Messages.mailNumbered, number), mail, 1, 2)
                .checkedBy(DraftCheck::email);
        return new FormRows.Row<>(field, field::typed);
    }

    private FormRows.Row<String> address(Composite row, int number, String address) {
        Field field = rowField(row, NLS.bind(Messages.addressNumbered, number), address, 3, 2);
        return new FormRows.Row<>(field, field::typed);
    }

    private Field rowField(Composite row, String name, String typed, int lines, int columns) {
        Field field = new Field(row, name, "", lines, TEXT).with(typed).onChange(this::changed);
        if (lines == 1) {
            field.onEnter(this::save);
        }
        field.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, columns, 1));
        return field;
    }

    private <T> FormRows<T> rows(String add, String remove, T empty, FormRows.Filler<T> filler, List<T> values) {
        FormRows<T> rows = new FormRows<>(card, add, remove, empty, filler, this::changed);
        rows.control().setLayoutData(wide());
        rows.set(values);
        return rows;
    }

    private static PillButton button(Composite parent, PillButton.Look look, String word, Runnable run) {
        PillButton button = new PillButton(parent, look);
        button.setFace(null, word, "");
        button.setName(word, "", "");
        button.onPress(run);
        return button;
    }

    private static GridData wide() {
        return new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
    }
}
