/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.centralino.directory.Contact;
import org.centralino.ui.dialer.DialText;
import org.eclipse.osgi.util.NLS;

/** What is wrong with a draft, in words for people. */
final class DraftCheck {

    private static final String DOMAIN = "domain.invalid";

    private DraftCheck() {}

    /**
     * What keeps a draft from being saved.
     *
     * @return words by field, in the order of the form; lists have an index: {@code phones.2}
     */
    static Map<String, String> check(ContactDraft draft) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (draft.name().isEmpty()) {
            problems.put("givenName", Messages.needName);
        } else if (draft.name().length() > Contact.LONGEST_TEXT) {
            problems.put("givenName", NLS.bind(Messages.tooLong, Contact.LONGEST_TEXT));
        }
        for (int i = 0; i < draft.phones().size(); i++) {
            put(problems, "phones." + i, number(draft.phones().get(i).number()));
        }
        for (int i = 0; i < draft.emails().size(); i++) {
            put(problems, "emails." + i, email(draft.emails().get(i)));
        }
        put(problems, "web", web(draft.web()));
        return problems;
    }

    /** Why this is no number that can be called; empty where it is one, or nothing. */
    static String number(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return "";
        }
        if (DialText.target(text, DOMAIN) == null) {
            return DialText.problem(text);
        }
        boolean address = text.indexOf('@') > 0;
        boolean digits =
                text.chars().anyMatch(Character::isDigit) && text.chars().noneMatch(Character::isLetter);
        return address || digits ? "" : Messages.noNumber;
    }

    /** Why nobody can be written to at this; empty where somebody can, or nothing was typed. */
    static String email(String typed) {
        String text = typed.strip();
        return text.isEmpty() || Links.mail(text) != null ? "" : Messages.noMail;
    }

    /** Why this is no web page; empty where it is one, or nothing. */
    static String web(String typed) {
        String text = typed.strip();
        return text.isEmpty() || Links.web(text) != null ? "" : Messages.noWeb;
    }

    private static void put(Map<String, String> problems, String field, String problem) {
        if (!problem.isEmpty()) {
            problems.put(field, problem);
        }
    }
}
