/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony;

/**
 * Why a call ended. Immutable.
 *
 * @param kind the class of reason, to choose words and colours by
 * @param sipStatus the final SIP status, 0 where there is none
 * @param phrase what the far side said with it, or ours, in English, for the log; may be empty
 */
public record EndReason(Kind kind, int sipStatus, String phrase) {

    /** Phrase of {@link Kind#NOT_ACCEPTABLE}: the account requires encryption, and the far side has none. */
    public static final String IN_CLEAR = "Encryption is required, and the far side does not encrypt";

    /** Phrase of {@link Kind#NOT_ACCEPTABLE}: the account requires encryption, and keys could be read on the way. */
    public static final String NO_CONFIDENCE = "Encryption is required, and the way to the exchange is not (TLS)";

    /** Classes of reason. */
    public enum Kind {
        /** We hung up an answered call. */
        HUNG_UP,
        /** The far side hung up an answered call. */
        PEER_HUNG_UP,
        /** The far side talks to somebody else now: we transferred it, or were replaced (RFC 3515, RFC 3891). */
        TRANSFERRED,
        /** We gave up before an answer. */
        CANCELLED,
        /** We declined an incoming call. */
        DECLINED,
        /** An incoming call that nobody answered. */
        MISSED,
        /** An incoming call that was answered on another device (RFC 3326). */
        ANSWERED_ELSEWHERE,
        /** 486, 600. */
        BUSY,
        /** 603 and its kind. */
        REJECTED,
        /** 404, 410, 484, 604. */
        NOT_FOUND,
        /** 408, 480: the far side did not answer. */
        NO_ANSWER,
        /** 488, 606: no codec or encryption in common. */
        NOT_ACCEPTABLE,
        /** The account is not signed in, or the credentials were refused (401, 403, 407). */
        NOT_ALLOWED,
        /** Transport error, server error, or no answer from the exchange at all. */
        NETWORK,
        /** Anything else, the status tells. */
        FAILED
    }
}
