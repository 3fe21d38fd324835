/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.centralino.media.Codec;
import org.eclipse.jdt.annotation.Nullable;

/** Our codecs in order of preference with the payload types we give them (RFC 3551, RFC 4733). */
final class Payloads {

    static final String TELEPHONE_EVENT = "telephone-event";
    private static final int TELEPHONE_EVENT_TYPE = 101;
    private static final int FIRST_DYNAMIC = 96;
    private static final int LAST_DYNAMIC = 127;
    private static final Map<String, String> STATIC =
            Map.of("0", "PCMU/8000", "3", "GSM/8000", "8", "PCMA/8000", "9", "G722/8000", "18", "G729/8000");

    private final Map<Integer, Codec> codecs = new LinkedHashMap<>();
    private final int events;

    private Payloads(Map<Integer, Codec> codecs, int events) {
        this.codecs.putAll(codecs);
        this.events = events;
    }

    Payloads(List<Codec> preferred) {
        events = TELEPHONE_EVENT_TYPE;
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

    /** Our number for telephone-event. */
    int events() {
        return events;
    }

    /** The same with {@code codec} first, so that a new offer changes nothing that runs. */
    Payloads preferring(Codec codec) {
        Map<Integer, Codec> ordered = new LinkedHashMap<>();
        codecs.forEach((number, each) -> {
            if (each.equals(codec)) {
                ordered.put(number, each);
            }
        });
        codecs.forEach(ordered::putIfAbsent);
        return new Payloads(ordered, events);
    }

    /**
     * The same with the numbers of the far side's offer: a number means one thing in a session (RFC 3264, 8.3.2).
     *
     * @param event its number for telephone-event, null when it has none
     */
    Payloads learnt(MediaDescription offer, @Nullable String event) throws SdpException {
        Set<String> taken = new HashSet<>(offer.formats());
        Map<Integer, Codec> learnt = new LinkedHashMap<>();
        for (Map.Entry<Integer, Codec> own : codecs.entrySet()) {
            learnt.put(numberFor(own, offer, taken), own.getValue());
        }
        return new Payloads(learnt, event == null ? free(events, taken) : SdpParser.number(event, 127));
    }

    private static int numberFor(Map.Entry<Integer, Codec> own, MediaDescription offer, Set<String> taken) {
        for (String format : offer.formats()) {
            String map = rtpmap(offer, format);
            if (map != null && matches(own.getValue(), map)) {
                try {
                    return SdpParser.number(format, LAST_DYNAMIC);
                } catch (SdpException e) {
                    // Not a payload type: then it names nothing.
                    continue;
                }
            }
        }
        return free(own.getKey(), taken);
    }

    /** {@code wanted}, or where that is taken another dynamic one; it is taken from then on. */
    private static int free(int wanted, Set<String> taken) {
        int number = wanted;
        for (int next = FIRST_DYNAMIC; taken.contains(Integer.toString(number)) && next <= LAST_DYNAMIC; next++) {
            number = next;
        }
        taken.add(Integer.toString(number));
        return number;
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
