/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.vcard;

import ezvcard.property.Email;
import ezvcard.property.FormattedName;
import ezvcard.property.Nickname;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.Photo;
import ezvcard.property.Role;
import ezvcard.property.StructuredName;
import ezvcard.property.TextProperty;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.Url;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.files.internal.CleanText;
import org.centralino.directory.files.internal.Keys;
import org.eclipse.jdt.annotation.Nullable;

/** What a card says, as a contact has it. */
final class CardContact {

    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s<>\"]+");
    private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:");

    private final Card card;
    private final Kind kind;
    private final StructuredName structured;
    private final List<Phone> phones;
    private final List<String> emails;
    private final String organisation;
    private final String department;
    private final String name;

    CardContact(Card card, Kind kind) {
        this.card = card;
        this.kind = kind;
        StructuredName given = card.first(StructuredName.class);
        structured = given == null ? new StructuredName() : given;
        phones = CardPhones.of(card, kind);
        emails = emails();
        Organization unit = card.first(Organization.class);
        List<String> units = unit == null
                ? List.of()
                : unit.getValues().stream().map(CleanText::line).toList();
        organisation = units.isEmpty() ? "" : units.get(0);
        department = units.stream().skip(1).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
        name = name();
    }

    /** Whether it stands for a list of cards, not for somebody. */
    boolean isGroup() {
        ezvcard.property.Kind own = card.first(ezvcard.property.Kind.class);
        return (own != null && own.isGroup())
                || card.extended("X-ADDRESSBOOKSERVER-KIND").stream()
                        .anyMatch(apple -> "group".equalsIgnoreCase(apple.getValue()));
    }

    /** What of the card could not be understood. */
    List<Card.Problem> problems() {
        return card.problems();
    }

    /** Whether its name came out with characters that stand for bytes of another encoding. */
    boolean looksWrong() {
        return Stream.of(name, organisation, department, title(), note()).anyMatch(text -> text.indexOf('\uFFFD') >= 0);
    }

    /** The contact; null where there is neither a name nor a number. */
    @Nullable
    Contact contact(Function<String, ContactId> ids) {
        if (name.isEmpty()) {
            return null;
        }
        return new Contact(
                ids.apply(key()),
                kind,
                name,
                CleanText.line(structured.getGiven()),
                CleanText.line(structured.getFamily()),
                organisation,
                department,
                title(),
                phones,
                emails,
                CardAddresses.of(card),
                note(),
                web(),
                photo() != null);
    }

    /** The picture that the card holds itself. */
    byte @Nullable [] photo() {
        for (Photo photo : card.all(Photo.class)) {
            byte[] data = photo.getData();
            if (data != null && data.length > 0) {
                return data;
            }
        }
        return null;
    }

    private String key() {
        Uid uid = card.first(Uid.class);
        String key = uid == null ? "" : CleanText.line(uid.getValue());
        if (key.isEmpty()) {
            return Keys.of(name, organisation, emails, phones);
        }
        return Keys.of(key);
    }

    private String name() {
        FormattedName formatted = card.first(FormattedName.class);
        Nickname nickname = card.first(Nickname.class);
        String parts = Stream.of(
                        structured.getPrefixes().stream(),
                        Stream.of(CleanText.line(structured.getGiven())),
                        structured.getAdditionalNames().stream(),
                        Stream.of(CleanText.line(structured.getFamily())),
                        structured.getSuffixes().stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
        return Stream.of(
                        formatted == null ? "" : CleanText.line(formatted.getValue()),
                        CleanText.line(parts),
                        organisation,
                        nickname == null ? "" : CleanText.line(String.join(" ", nickname.getValues())),
                        emails.isEmpty() ? "" : emails.get(0),
                        phones.isEmpty() ? "" : phones.get(0).number())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String title() {
        return Stream.concat(card.all(Title.class).stream(), card.all(Role.class).stream())
                .map(TextProperty::getValue)
                .map(CleanText::line)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String note() {
        return card.all(Note.class).stream()
                .map(Note::getValue)
                .map(CleanText::lines)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String web() {
        for (Url url : card.all(Url.class)) {
            String address = CleanText.line(url.getValue());
            if (WEB.matcher(address).matches()) {
                return address;
            }
            if (address.startsWith("www.") && address.indexOf(' ') < 0) {
                return "https://" + address;
            }
        }
        return null;
    }

    private List<String> emails() {
        Set<String> found = new LinkedHashSet<>();
        for (Email email : card.all(Email.class)) {
            String address = MAILTO.matcher(CleanText.line(email.getValue())).replaceFirst("");
            if (address.indexOf('@') > 0) {
                found.add(address);
            }
        }
        return new ArrayList<>(found);
    }
}
