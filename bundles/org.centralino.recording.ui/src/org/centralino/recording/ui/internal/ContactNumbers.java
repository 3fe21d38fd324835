/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.centralino.history.HistoryEntry;
import org.centralino.history.HistoryQuery;
import org.centralino.history.HistoryService;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers under which calls with a contact are remembered. A contact's are written as people do; those of calls are as
 * the history has them, and that knows which calls were with whom.
 */
final class ContactNumbers {

    private static final Logger LOG = LoggerFactory.getLogger(ContactNumbers.class);
    private static final int CALLS = 300;
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s()./-]");
    private static final String SIP = "sip:";

    private final Supplier<@Nullable HistoryService> history;

    ContactNumbers(Supplier<@Nullable HistoryService> history) {
        this.history = history;
    }

    CompletableFuture<List<String>> of(Contact contact) {
        Set<String> own = new LinkedHashSet<>();
        for (Phone phone : contact.phones()) {
            String number = phone.number();
            own.add(number);
            own.add(
                    number.startsWith(SIP)
                            ? number.substring(SIP.length())
                            : PUNCTUATION.matcher(number).replaceAll(""));
        }
        HistoryService calls = history.get();
        if (calls == null) {
            return CompletableFuture.completedFuture(List.copyOf(own));
        }
        return calls.find(new HistoryQuery("", contact.id(), false, Long.MAX_VALUE, CALLS))
                .exceptionally(failure -> {
                    LOG.warn("The calls with a contact cannot be read", failure);
                    return List.of();
                })
                .thenApply(entries -> with(own, entries));
    }

    private static List<String> with(Set<String> own, List<HistoryEntry> entries) {
        Set<String> all = new LinkedHashSet<>(own);
        entries.forEach(entry -> all.add(entry.number()));
        all.remove("");
        return List.copyOf(all);
    }
}
