/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory;

/**
 * One number or SIP address of a contact. Immutable.
 *
 * @param number as the source writes it, without surrounding space; digits with any punctuation, or {@code sip:user@domain}
 * @param type what it is for
 */
public record Phone(String number, Type type) {

    /** What a number is for, in the order in which one is preferred. */
    public enum Type {
        /** An extension of the own exchange. */
        INTERNAL,
        WORK,
        MOBILE,
        HOME,
        OTHER,
        /** Never dialled by default. */
        FAX
    }
}
