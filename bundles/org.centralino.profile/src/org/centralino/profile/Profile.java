/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.util.List;
import java.util.Map;
import org.centralino.directory.source.SourceSettings;
import org.centralino.telephony.Account;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One user's profile, already checked. Immutable.
 *
 * @param user who signs in; null when the profile does not say
 * @param accounts at least one; the first one dials
 * @param features what the user is granted, and what not
 * @param directories where contacts come from, their ids all different; may be empty
 * @param favourites names or numbers that are pinned for a user who has pinned nobody yet; may be empty
 */
public record Profile(
        @Nullable User user,
        List<Account> accounts,
        Features features,
        List<SourceSettings> directories,
        List<String> favourites) {

    public Profile {
        accounts = List.copyOf(accounts);
        directories = List.copyOf(directories);
        favourites = List.copyOf(favourites);
    }

    /** Who works here. */
    public record User(String id, String name) {}

    /**
     * What the profile says of features; what it is silent about is not here.
     *
     * @param grants by the id of a feature its policy: {@code off} where it is refused, {@code true} where it is granted and
     *     has no policies of its own, else the policy's own word
     */
    public record Features(Map<String, String> grants) {

        public Features {
            grants = Map.copyOf(grants);
        }
    }
}
