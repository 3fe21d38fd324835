/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.vcard;

import ezvcard.property.Address;
import ezvcard.property.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.centralino.directory.files.internal.CleanText;

/** The postal addresses of a card, in lines as on an envelope. */
final class CardAddresses {

    private CardAddresses() {}

    static List<String> of(Card card) {
        List<String> addresses = new ArrayList<>();
        for (Address address : card.all(Address.class)) {
            String label = CleanText.lines(address.getLabel());
            addresses.add(label.isEmpty() ? lines(address) : label);
        }
        if (addresses.isEmpty()) {
            for (Label label : card.all(Label.class)) {
                addresses.add(CleanText.lines(label.getValue()));
            }
        }
        return addresses.stream().filter(text -> !text.isEmpty()).distinct().toList();
    }

    private static String lines(Address address) {
        String town = Stream.of(address.getPostalCodes(), address.getLocalities(), address.getRegions())
                .flatMap(List::stream)
                .collect(Collectors.joining(" "));
        String lines = Stream.of(
                        address.getStreetAddresses(),
                        address.getExtendedAddresses(),
                        address.getPoBoxes(),
                        List.of(CleanText.line(town)),
                        address.getCountries())
                .flatMap(List::stream)
                .map(CleanText::lines)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return CleanText.lines(lines);
    }
}
