/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import java.util.List;
import java.util.Locale;

/** What the telephones of a country sound like (ITU-T E.180, supplement 2); in Hz and ms, see {@link Cadence}. */
enum CountryTones {
    ITALY(
            List.of("IT", "SM", "VA"),
            "425/1000 0/4000",
            "425/500 0/500",
            "425/200 0/200",
            "425/400 0/100 425/250 0/100 425/150 0/14000"),
    GERMANY(List.of("DE"), "425/1000 0/4000", "425/480 0/480", "425/240 0/240", "425/200 0/200 425/200 0/5000"),
    FRANCE(List.of("FR", "MC"), "440/1500 0/3500", "440/500 0/500", "440/250 0/250", "440/300 0/10000"),
    UNITED_KINGDOM(
            List.of("GB", "UK", "GG", "IM", "JE"),
            "400+450/400 0/200 400+450/400 0/2000",
            "400/375 0/375",
            "400/400 0/350 400/225 0/525",
            "400/100 0/4000"),
    NORTH_AMERICA(
            List.of("US", "CA"), "440+480/2000 0/4000", "480+620/500 0/500", "480+620/250 0/250", "440/300 0/10000"),
    /** Any other: what E.180 recommends to all, in the frequency most use. */
    RECOMMENDED(List.of(), "425/1000 0/4000", "425/500 0/500", "425/250 0/250", "425/200 0/600 425/200 0/5000");

    private final List<String> codes;
    private final Cadence ringback;
    private final Cadence busy;
    private final Cadence congestion;
    private final Cadence callWaiting;

    CountryTones(List<String> codes, String ringback, String busy, String congestion, String callWaiting) {
        this.codes = codes;
        this.ringback = Cadence.of(ringback);
        this.busy = Cadence.of(busy);
        this.congestion = Cadence.of(congestion);
        this.callWaiting = Cadence.of(callWaiting);
    }

    /**
     * @param country ISO 3166-1 alpha-2
     */
    static CountryTones of(String country) {
        String code = country.trim().toUpperCase(Locale.ROOT);
        for (CountryTones tones : values()) {
            if (tones.codes.contains(code)) {
                return tones;
            }
        }
        return RECOMMENDED;
    }

    /** The far side is being alerted. */
    Cadence ringback() {
        return ringback;
    }

    /** The far side talks to somebody else. */
    Cadence busy() {
        return busy;
    }

    /** The network does not get there. */
    Cadence congestion() {
        return congestion;
    }

    /** Somebody else calls, for the ear of who talks. */
    Cadence callWaiting() {
        return callWaiting;
    }
}
