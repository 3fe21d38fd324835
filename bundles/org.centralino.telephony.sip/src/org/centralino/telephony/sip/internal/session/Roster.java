/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.centralino.telephony.Participant;
import org.centralino.telephony.sip.internal.Lookup;
import org.eclipse.jdt.annotation.Nullable;

/** Who is in a conference, by all that its focus told so far (RFC 4575, 4.4 to 4.6). */
final class Roster {

    private final Map<String, Participant> people = new LinkedHashMap<>();
    private long version = -1;

    /** Takes a document in; whether it told anything new. */
    boolean take(ConferenceInfo info) {
        if (!info.full() && info.version() <= version) {
            return false; // late, or repeated
        }
        List<Participant> before = people();
        version = info.version();
        if (info.full()) {
            people.clear();
        }
        for (ConferenceInfo.User user : info.users()) {
            Participant known = Lookup.in(people, user.entity());
            if (user.gone()) {
                people.remove(user.entity());
            } else if (known != null || people.size() < ConferenceInfo.MOST_USERS) {
                people.put(user.entity(), merged(known, user));
            }
        }
        return !people().equals(before);
    }

    private static Participant merged(@Nullable Participant known, ConferenceInfo.User user) {
        String name = user.name();
        Participant.State state = user.state();
        if (known != null) {
            return new Participant(
                    name == null || name.isEmpty() ? known.name() : name,
                    known.address(),
                    state == null ? known.state() : state);
        }
        return new Participant(
                name == null || name.isEmpty() ? user.entity() : name,
                user.entity(),
                state == null ? Participant.State.CONNECTED : state);
    }

    List<Participant> people() {
        return new ArrayList<>(people.values());
    }
}
