/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import org.eclipse.jdt.annotation.Nullable;

/** How much sound a packet to the far side holds, in milliseconds. */
final class PacketTime {

    /** RFC 3551, 4.2. */
    static final int USUAL = 20;

    private static final int SHORT = 10;
    private static final int LONGEST = 120;

    private PacketTime() {}

    /**
     * As {@code ptime} wishes (RFC 8866, 6.4). Ten where the far side says of Opus that it takes that ({@code minptime},
     * RFC 7587, 6.1) and wishes for no longer ones: it is heard ten milliseconds earlier. Who does not say so may know
     * packets of twenty only.
     */
    static int of(MediaDescription media, String format) {
        int wished = number(media.attribute("ptime"));
        boolean usable = wished >= SHORT && wished <= LONGEST && wished % SHORT == 0;
        int time = usable ? wished : USUAL;
        return time == USUAL && takesShort(media, format) ? SHORT : time;
    }

    private static boolean takesShort(MediaDescription media, String format) {
        String map = Payloads.rtpmap(media, format);
        String parameters = media.attribute("fmtp", format);
        if (map == null || !map.regionMatches(true, 0, "opus/", 0, 5) || parameters == null) {
            return false;
        }
        for (String parameter : parameters.split(";")) {
            String[] pair = parameter.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("minptime")) {
                int least = number(pair[1].strip());
                return least > 0 && least <= SHORT;
            }
        }
        return false;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? -1 : SdpParser.number(text, 1000);
        } catch (SdpException e) {
            return -1;
        }
    }
}
