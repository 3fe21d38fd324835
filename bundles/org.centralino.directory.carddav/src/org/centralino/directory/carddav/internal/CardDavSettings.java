/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.osgi.util.NLS;

/**
 * Which server, and who reads. Immutable.
 *
 * @param source what the profile says
 * @param url an address book, a home of some, a principal, or just a server
 * @param user empty: nobody
 * @param clearPassword whether the password may go without encryption
 * @param timeout for each answer to begin and to go on
 */
record CardDavSettings(
        SourceSettings source, URI url, String user, String password, boolean clearPassword, Duration timeout) {

    private static final int LONGEST_TIMEOUT = 600;

    static CardDavSettings of(SourceSettings source) throws SourceException {
        String user = text(source, "user", "");
        String password = text(source, "password", "");
        if (user.isEmpty() != password.isEmpty()) {
            throw bad(user.isEmpty() ? "user" : "password", "");
        }
        CardDavSettings settings = new CardDavSettings(
                source,
                url(source),
                user,
                password,
                Boolean.parseBoolean(text(source, "clearPassword", "false")),
                Duration.ofSeconds(seconds(source)));
        if (!user.isEmpty() && !settings.url.getScheme().equals("https") && !settings.clearPassword) {
            throw new SourceException(NLS.bind(Messages.clearPassword, settings.server()), null);
        }
        return settings;
    }

    /** The server as people call it. */
    String server() {
        return url.getRawAuthority();
    }

    private static URI url(SourceSettings source) throws SourceException {
        String text = text(source, "url", "");
        try {
            URI url = new URI(text).normalize();
            String scheme = url.getScheme();
            if (scheme != null
                    && scheme.matches("(?i)https?")
                    && url.getHost() != null
                    && url.getRawUserInfo() == null) {
                String path = url.getRawPath();
                return new URI(scheme.toLowerCase(Locale.ROOT) + "://" + url.getRawAuthority())
                        .resolve(path == null || path.isEmpty() ? "/" : path);
            }
        } catch (URISyntaxException e) {
            throw new SourceException(NLS.bind(Messages.badSetting, "url", text), e);
        }
        throw bad("url", text);
    }

    private static int seconds(SourceSettings source) throws SourceException {
        String text = text(source, "timeoutSeconds", "30");
        try {
            int seconds = Integer.parseInt(text);
            if (seconds > 0 && seconds <= LONGEST_TIMEOUT) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw new SourceException(NLS.bind(Messages.badSetting, "timeoutSeconds", text), e);
        }
        throw bad("timeoutSeconds", text);
    }

    private static SourceException bad(String key, String value) {
        return new SourceException(NLS.bind(Messages.badSetting, key, value), null);
    }

    private static String text(SourceSettings source, String key, String otherwise) {
        String text = source.text(key);
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    /** Has no secret, unlike the settings. */
    @Override
    public String toString() {
        return source + " at " + server();
    }
}
