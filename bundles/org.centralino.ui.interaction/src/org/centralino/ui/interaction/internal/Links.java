/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** What may be handed to the system to be opened: nothing but mail to one address, and pages of the web. */
final class Links {

    /** Nothing that would begin another address or another header. */
    private static final Pattern MAIL =
            Pattern.compile("[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\?&%#]+@[^\\s\\p{Cntrl}@,;:<>()\\[\\]\"\\\\?&%#]+");

    private Links() {}

    /** What opens a new mail to this address; null where it is none. */
    static @Nullable String mail(String address) {
        try {
            return MAIL.matcher(address).matches() ? new URI("mailto", address, null).toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** What opens this page; null where it is no address of the web. */
    static @Nullable String web(String page) {
        try {
            URI uri = new URI(page);
            String scheme = uri.getScheme();
            boolean web = scheme != null && ("http".equals(lower(scheme)) || "https".equals(lower(scheme)));
            return web && uri.getHost() != null && uri.getUserInfo() == null ? uri.toASCIIString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
