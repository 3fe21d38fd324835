/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jdt.annotation.Nullable;

/** The ways to write a number, as understood in one country. */
public final class Numbers {

    /** Nobody dials more; what is longer is no number but noise. */
    private static final int MOST_DIGITS = 32;

    /** What is shorter is an extension or a service, and means nothing elsewhere. */
    private static final int FEWEST_DIGITS = 6;

    private final String country;
    private final Map<Integer, String> trunkPrefixes = new ConcurrentHashMap<>();

    public Numbers(String country) {
        this.country = country.toUpperCase(Locale.ROOT);
    }

    /**
     * A number, understood.
     *
     * @param same by what it is the same as another one, the surest first; none where it is neither number nor address
     * @param dialled the ways to dial it in digits alone, the one with the country first; none where there are no digits
     */
    public record Forms(Set<String> same, Set<String> dialled) {}

    public Forms forms(String number) {
        Set<String> same = new LinkedHashSet<>();
        Set<String> dialled = new LinkedHashSet<>();
        String address = address(number);
        String bare = address.isEmpty() ? withoutScheme(number) : userOf(address);
        if (!address.isEmpty()) {
            same.add("sip:" + address);
        }
        String digits = digits(bare);
        PhoneNumber parsed = digits.length() < FEWEST_DIGITS ? null : parse(bare);
        // desk602 is a user's name, and not the number 602.
        boolean named = beginsWithLetter(bare);
        if (parsed != null) {
            String national = util().getNationalSignificantNumber(parsed);
            dialled.add(parsed.getCountryCode() + national);
            dialled.add(national);
            dialled.add(trunkPrefix(parsed.getCountryCode()) + national);
            if (address.isEmpty() && !named) {
                same.add("+" + parsed.getCountryCode() + national);
            }
        }
        if (!digits.isEmpty()) {
            if (address.isEmpty() && !named) {
                same.add(digits);
            }
            if (parsed == null || !digits.startsWith("00")) {
                dialled.add(digits);
            }
        }
        return new Forms(same, dialled);
    }

    /** By what a number or address is the same as another one, the surest first; none where it is neither. */
    public Set<String> keys(String number) {
        return forms(number).same();
    }

    /**
     * As {@link #keys}, for who calls. A number at our exchange is that number, and at any other host only where it is a
     * global one: everybody has an extension 142.
     */
    public Set<String> keysOfCaller(String caller, Exchange exchange) {
        Set<String> keys = keys(caller);
        String address = address(caller);
        if (address.isEmpty()) {
            String user = withoutScheme(caller).toLowerCase(Locale.ROOT);
            if (!user.isEmpty()) {
                exchange.hosts().forEach(host -> keys.add("sip:" + user + "@" + host));
            }
            return keys;
        }
        String host = hostOf(address);
        keys.add("sip:" + address.substring(0, address.lastIndexOf('@') + 1) + host);
        String user = userOf(address);
        if (!user.isEmpty()) {
            keys.add("sip:" + user + "@" + host);
            keys.addAll(exchange.has(host) ? keys(user) : global(user));
        }
        return keys;
    }

    /** E.164; empty where it means nothing elsewhere. */
    private Set<String> global(String number) {
        PhoneNumber parsed = digits(number).length() < FEWEST_DIGITS ? null : parse(number);
        // Without its country it must look like one that is in use: extensions are of many lengths.
        return parsed == null || !number.startsWith("+") && !util().isValidNumber(parsed)
                ? Set.of()
                : Set.of("+" + parsed.getCountryCode() + util().getNationalSignificantNumber(parsed));
    }

    /** The ways to dial a number in digits alone, the one with the country first; none where there are no digits. */
    public Set<String> dialled(String number) {
        return forms(number).dialled();
    }

    /** {@code user@domain} in lower case without parameters; empty where it is no address. */
    public static String address(String number) {
        String text = number.trim().toLowerCase(Locale.ROOT);
        int scheme = text.startsWith("sips:") ? 5 : text.startsWith("sip:") ? 4 : 0;
        int at = text.indexOf('@');
        if (at <= scheme) {
            return "";
        }
        int end = text.length();
        for (char stop : new char[] {';', '?', '>'}) {
            int found = text.indexOf(stop, at);
            end = found >= 0 ? Math.min(end, found) : end;
        }
        return text.substring(scheme, end);
    }

    /** The host of an address, without its port. */
    private static String hostOf(String address) {
        String host = address.substring(address.lastIndexOf('@') + 1);
        int end = host.indexOf(':', Math.max(0, host.indexOf(']')));
        return end < 0 ? host : host.substring(0, end);
    }

    /** The number that an address has as its user, without parameters; empty where that is no number. */
    private static String userOf(String address) {
        int at = address.indexOf('@');
        String user = at < 0 ? "" : address.substring(0, at).replace("%2b", "+");
        int parameters = user.indexOf(';');
        user = parameters < 0 ? user : user.substring(0, parameters);
        for (int i = 0; i < user.length(); i++) {
            if ("+-.()0123456789".indexOf(user.charAt(i)) < 0) {
                return "";
            }
        }
        return user;
    }

    private static String withoutScheme(String number) {
        String text = number.trim();
        for (String scheme : new String[] {"tel:", "sip:", "sips:"}) {
            if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
                text = text.substring(scheme.length());
            }
        }
        int parameters = text.indexOf(';');
        return parameters < 0 ? text : text.substring(0, parameters);
    }

    private static PhoneNumberUtil util() {
        return PhoneNumberUtil.getInstance();
    }

    private @Nullable PhoneNumber parse(String number) {
        try {
            PhoneNumber parsed = util().parse(number, country);
            return util().isPossibleNumber(parsed) ? parsed : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private String trunkPrefix(int countryCode) {
        return trunkPrefixes.computeIfAbsent(countryCode, code -> {
            String prefix = util().getNddPrefixForRegion(util().getRegionCodeForCountryCode(code), true);
            return prefix == null ? "" : prefix;
        });
    }

    private static boolean beginsWithLetter(String number) {
        for (int i = 0; i < number.length() && Character.digit(number.charAt(i), 10) < 0; i++) {
            if (Character.isLetter(number.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String digits(String number) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < number.length() && digits.length() < MOST_DIGITS; i++) {
            int digit = Character.digit(number.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        return digits.toString();
    }
}
