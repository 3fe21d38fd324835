/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.util.List;
import org.centralino.directory.source.SourceSettings;
import org.centralino.telephony.Account;
import org.eclipse.jdt.annotation.Nullable;

/**
 * One user's profile, already checked. Immutable.
 *
 * @param user who signs in; null when the profile does not say
 * @param accounts at least one; the first one dials
 * @param features what the user is granted
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

    /** The features granted; what the profile does not name is not granted. */
    public record Features(Recording recording, boolean conference, boolean video) {}

    /** The policy of S10. */
    public enum Recording {
        OFF,
        ON_DEMAND,
        AUTOMATIC
    }
}
