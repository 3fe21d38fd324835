/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.vcard;

import ezvcard.property.Impp;
import ezvcard.property.RawProperty;
import ezvcard.property.Telephone;
import ezvcard.property.VCardProperty;
import ezvcard.util.TelUri;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;
import org.centralino.directory.files.internal.Numbers;
import org.eclipse.jdt.annotation.Nullable;

/** The numbers and SIP addresses of a card: what it prefers first, then by what they are for. */
final class CardPhones {

    private static final Set<String> INTERNAL =
            Set.of("X-EXTENSION", "EXTENSION", "X-INTERNAL", "X-PHONE-EXTENSION", "X-TEL-INTERNAL");
    private static final Set<String> SIP = Set.of("X-SIP", "SIP", "X-SIP-ADDRESS");
    private static final int LEAST_PREFERRED = 101;

    private final Card card;
    private final Kind kind;
    private final Map<String, String> labels;
    private final List<Ranked> found = new ArrayList<>();

    private record Ranked(int rank, Phone phone) {}

    private CardPhones(Card card, Kind kind) {
        this.card = card;
        this.kind = kind;
        labels = labels(card);
    }

    static List<Phone> of(Card card, Kind kind) {
        CardPhones phones = new CardPhones(card, kind);
        phones.collect();
        Set<String> numbers = new HashSet<>();
        return phones.found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(ranked -> ranked.phone().type()))
                .map(Ranked::phone)
                .filter(phone -> numbers.add(phone.number()))
                .toList();
    }

    private void collect() {
        for (Telephone telephone : card.all(Telephone.class)) {
            TelUri uri = telephone.getUri();
            add(telephone, uri == null ? telephone.getText() : number(uri), Phone.Type.OTHER);
        }
        for (Impp impp : card.all(Impp.class)) {
            URI uri = impp.getUri();
            if (uri != null && ("sip".equalsIgnoreCase(uri.getScheme()) || "sips".equalsIgnoreCase(uri.getScheme()))) {
                add(impp, uri.toString(), Phone.Type.OTHER);
            }
        }
        for (RawProperty property : card.all(RawProperty.class)) {
            String name = property.getPropertyName().toUpperCase(Locale.ROOT);
            String value = property.getValue();
            if (INTERNAL.contains(name)) {
                add(property, value, Phone.Type.INTERNAL);
            } else if (SIP.contains(name) && value != null) {
                add(property, value.regionMatches(true, 0, "sip", 0, 3) ? value : "sip:" + value, Phone.Type.OTHER);
            }
        }
    }

    private void add(VCardProperty property, @Nullable String number, Phone.Type absent) {
        if (number == null) {
            return;
        }
        String words = String.join(" ", property.getParameters().getTypes()) + " " + label(property);
        Phone phone = Numbers.phone(number, Numbers.type(words, absent), kind);
        if (phone != null) {
            found.add(new Ranked(rank(property), phone));
        }
    }

    /** The name that Apple's address book lets its users give a number, in a property of the same group. */
    private String label(VCardProperty property) {
        String group = property.getGroup();
        return group == null ? "" : labels.getOrDefault(group.toLowerCase(Locale.ROOT), "");
    }

    private static Map<String, String> labels(Card card) {
        Map<String, String> labels = new HashMap<>();
        for (RawProperty label : card.extended("X-ABLabel")) {
            if (label.getGroup() != null && label.getValue() != null) {
                labels.put(label.getGroup().toLowerCase(Locale.ROOT), label.getValue());
            }
        }
        return labels;
    }

    private static int rank(VCardProperty property) {
        boolean preferred = property.getParameters().getTypes().stream().anyMatch("pref"::equalsIgnoreCase);
        if (preferred) {
            return 1;
        }
        try {
            Integer rank = property.getParameters().getPref();
            return rank == null ? LEAST_PREFERRED : rank;
        } catch (IllegalStateException e) {
            return LEAST_PREFERRED;
        }
    }

    private static String number(TelUri uri) {
        String extension = uri.getExtension();
        return extension == null ? uri.getNumber() : uri.getNumber() + ";ext=" + extension;
    }
}
