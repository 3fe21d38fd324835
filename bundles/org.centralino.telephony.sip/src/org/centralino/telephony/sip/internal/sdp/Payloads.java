/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.centralino.media.Codec;
import org.eclipse.jdt.annotation.Nullable;

/** Our codecs in order of preference with the payload types we give them (RFC 3551, RFC 4733). */
final class Payloads {

    static final String TELEPHONE_EVENT = "telephone-event";
    static final int TELEPHONE_EVENT_TYPE = 101;
    private static final int FIRST_DYNAMIC = 96;
    private static final Map<String, String> STATIC =
            Map.of("0", "PCMU/8000", "3", "GSM/8000", "8", "PCMA/8000", "9", "G722/8000", "18", "G729/8000");

    private final Map<Integer, Codec> codecs = new LinkedHashMap<>();

    Payloads(List<Codec> preferred) {
        int dynamic = FIRST_DYNAMIC;
        for (Codec codec : preferred) {
            if (codec.staticPayloadType() >= 0) {
                codecs.put(codec.staticPayloadType(), codec);
            } else {
                dynamic = dynamic == TELEPHONE_EVENT_TYPE ? dynamic + 1 : dynamic;
                codecs.put(dynamic++, codec);
            }
        }
    }

    /** {@code all} that are named in {@code names}, in the order of {@code names}; all of them when it names none. */
    static List<Codec> ordered(List<Codec> all, List<String> names) {
        List<Codec> chosen = new ArrayList<>();
        for (String name : names) {
            all.stream()
                    .filter(codec -> codec.encoding().equalsIgnoreCase(name) && !chosen.contains(codec))
                    .forEach(chosen::add);
        }
        return chosen.isEmpty() ? List.copyOf(all) : chosen;
    }

    Map<Integer, Codec> codecs() {
        return codecs;
    }

    /** {@code encoding/clock[/channels]} of a payload type in a description; null when nothing says. */
    static @Nullable String rtpmap(MediaDescription media, String format) {
        String map = media.attribute("rtpmap", format);
        return map == null ? STATIC.getOrDefault(format, "").isEmpty() ? null : STATIC.get(format) : map;
    }

    static boolean matches(Codec codec, String rtpmap) {
        return mapping(codec).equalsIgnoreCase(rtpmap)
                || codec.channels() == 1 && (mapping(codec) + "/1").equalsIgnoreCase(rtpmap);
    }

    static boolean isTelephoneEvent(String rtpmap) {
        return rtpmap.toLowerCase(Locale.ROOT).equals(TELEPHONE_EVENT + "/8000");
    }

    static String mapping(Codec codec) {
        String map = codec.encoding() + "/" + codec.clockRate();
        return codec.channels() > 1 ? map + "/" + codec.channels() : map;
    }
}
