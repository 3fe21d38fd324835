/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.media;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;

/**
 * What an offer and its answer came to for one stream (RFC 3264): the first format of the peer's that this end can use.
 *
 * @param section index of the m= section it is about
 * @param events how digits are sent, null when the peer named no telephone-event
 * @param direction seen from this end
 * @param remote where the peer wants its RTP, null if nowhere
 */
public record Agreement(
        int section,
        String protocol,
        Format format,
        @Nullable Format events,
        Direction direction,
        @Nullable InetSocketAddress remote) {

    /** @return null when no section of that kind can be used */
    public static @Nullable Agreement with(
            List<MediaDescription> peer, String kind, Predicate<Format> usable, Direction wanted) {
        for (int i = 0; i < peer.size(); i++) {
            MediaDescription media = peer.get(i);
            if (!kind.equals(media.kind()) || !media.isPlainRtp()) {
                continue;
            }
            for (Format format : media.formats()) {
                if (!format.isTelephoneEvent() && usable.test(format)) {
                    return new Agreement(
                            i,
                            media.protocol(),
                            format,
                            events(media.formats(), format.clockRate()),
                            media.direction().answeredBy(wanted),
                            media.address());
                }
            }
        }
        return null;
    }

    private static @Nullable Format events(List<Format> formats, int clockRate) {
        @Nullable Format found = null;
        for (Format format : formats) {
            if (format.isTelephoneEvent() && (found == null || format.clockRate() == clockRate)) {
                found = format;
            }
        }
        return found;
    }
}
