/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.centralino.media.SrtpKeys;
import org.centralino.telephony.Account.Srtp;
import org.centralino.telephony.EndReason;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Our side of agreeing on SRTP keys for one call (RFC 4568). Where encryption is preferred, keys are offered on a stream
 * that may also be answered in clear (RFC 8643). Keys go only where nobody on the way can read them. Confined to one
 * thread.
 */
public final class Sdes {

    private static final String CLEAR_PROFILE = "RTP/AVP";
    private static final String SECURE_PROFILE = "RTP/SAVP";
    private static final int MOST_LINES = 16;

    private final boolean able;
    private final boolean clearAllowed;
    private final List<CryptoAttribute> offered = new ArrayList<>();
    private @Nullable CryptoAttribute ours;
    private @Nullable CryptoAttribute theirs;
    private boolean clearAgreed;

    private Sdes(boolean able, boolean clearAllowed) {
        this.able = able;
        this.clearAllowed = clearAllowed;
    }

    /**
     * @param wanted what the account says
     * @param confidential whether what we say to the exchange cannot be read on the way (TLS)
     */
    public static Sdes of(Srtp wanted, boolean confidential) {
        return new Sdes(confidential && wanted != Srtp.OFF, wanted != Srtp.REQUIRED);
    }

    /** Nothing is encrypted. */
    public static Sdes off() {
        return of(Srtp.OFF, false);
    }

    /** Whether a description carries a key. */
    public static boolean hasKey(String description) {
        return description.contains("a=" + CryptoAttribute.NAME + ":");
    }

    /** The transport protocol of a first offer. */
    String protocol() {
        return clearAllowed ? CLEAR_PROFILE : SECURE_PROFILE;
    }

    /** Another party may take the far side's place: the next offer is of keys it has never had. */
    void renew() {
        ours = null;
        theirs = null;
        clearAgreed = false;
    }

    /** Adds the keys that an offer is of: those in use, or new ones. */
    void offer(List<SdpAttribute> attributes) throws SdpException {
        if (!able && !clearAllowed) {
            throw new SdpException(EndReason.NO_CONFIDENCE);
        }
        offered.clear();
        CryptoAttribute used = ours;
        if (used != null) {
            offered.add(used);
        } else if (able && !clearAgreed) {
            for (CryptoSuite suite : CryptoSuite.OFFERED) {
                offered.add(CryptoAttribute.fresh(offered.size() + 1, suite));
            }
        }
        offered.forEach(each -> attributes.add(each.written()));
    }

    /** The keys that an answer to {@link #offer} agrees to; null where it is in clear and may be. */
    @Nullable
    SrtpKeys answered(MediaDescription answer) throws SdpException {
        boolean encrypts = isSecure(answer) || !offered.isEmpty() && answer.attribute(CryptoAttribute.NAME) != null;
        if (!encrypts) {
            if (!clearAllowed) {
                throw new SdpException(EndReason.IN_CLEAR);
            }
            ours = null;
            theirs = null;
            clearAgreed = true;
            return null;
        }
        List<String> lines = lines(answer);
        CryptoAttribute chosen = lines.size() == 1 ? CryptoAttribute.parse(lines.getFirst()) : null;
        CryptoAttribute own = chosen == null ? null : offeredAs(chosen);
        if (chosen == null || own == null) {
            throw new SdpException("The answer's key is not one for our offer");
        }
        return use(own, chosen);
    }

    private @Nullable CryptoAttribute offeredAs(CryptoAttribute chosen) {
        for (CryptoAttribute each : offered) {
            if (each.tag() == chosen.tag() && each.suite() == chosen.suite()) {
                return each;
            }
        }
        return null;
    }

    /** Whether an offered stream can be answered with a key. */
    boolean canEncrypt(MediaDescription offer) {
        return able && choose(offer) != null;
    }

    /** Whether an offered stream can be answered without. */
    boolean canBeClear(MediaDescription offer) {
        return clearAllowed && !isSecure(offer);
    }

    /** Why neither is possible. */
    String refusal() {
        if (clearAllowed) {
            return "No encryption in common";
        }
        return able ? EndReason.IN_CLEAR : EndReason.NO_CONFIDENCE;
    }

    /** Adds our key to an answer, and tells both; null where the answer is in clear. */
    @Nullable
    SrtpKeys answer(MediaDescription offer, List<SdpAttribute> attributes) {
        CryptoAttribute chosen = able ? choose(offer) : null;
        if (chosen == null) {
            ours = null;
            theirs = null;
            clearAgreed = true;
            return null;
        }
        // A key is kept as long as the far side keeps its own. Another may be another party, which counts packets from
        // the first it hears (RFC 3711, 3.3.1).
        CryptoAttribute used = ours;
        CryptoAttribute known = theirs;
        boolean same = used != null && known != null && isSameKey(known, chosen) && used.suite() == chosen.suite();
        CryptoAttribute own = same && used != null
                ? new CryptoAttribute(chosen.tag(), chosen.suite(), used.key())
                : CryptoAttribute.fresh(chosen.tag(), chosen.suite());
        attributes.add(own.written());
        return use(own, chosen);
    }

    private static boolean isSameKey(CryptoAttribute one, CryptoAttribute other) {
        return Arrays.equals(one.key(), other.key());
    }

    private SrtpKeys use(CryptoAttribute own, CryptoAttribute far) {
        ours = own;
        theirs = far;
        clearAgreed = false;
        return new SrtpKeys(own.suite().name(), own.key(), far.key());
    }

    /** The first line of use: they stand in order of preference (RFC 4568, 5.1.2). */
    private static @Nullable CryptoAttribute choose(MediaDescription offer) {
        for (String line : lines(offer)) {
            CryptoAttribute each = CryptoAttribute.parse(line);
            if (each != null) {
                return each;
            }
        }
        return null;
    }

    private static List<String> lines(MediaDescription media) {
        return media.attributes().stream()
                .filter(attribute -> attribute.name().equals(CryptoAttribute.NAME))
                .limit(MOST_LINES)
                .map(SdpAttribute::value)
                .toList();
    }

    private static boolean isSecure(MediaDescription media) {
        return media.protocol().equals(SECURE_PROFILE) || media.protocol().equals(SECURE_PROFILE + "F");
    }

    /** Whether it is RTP of a kind that we can speak, encrypted or not. */
    static boolean isRtp(MediaDescription media) {
        return isSecure(media)
                || media.protocol().equals(CLEAR_PROFILE)
                || media.protocol().equals(CLEAR_PROFILE + "F");
    }
}
