/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.history;

/**
 * Why the history is not whole. Immutable.
 *
 * @param kind the class of problem, to choose words by
 * @param detail the file that was set aside, or what the system said; for a person, may be empty
 */
public record HistoryProblem(Kind kind, String detail) {

    /** Classes of problem. */
    public enum Kind {
        /** The file was damaged: it lies beside under another name since this start, and a new one was begun. */
        SET_ASIDE,
        /** Calls cannot be written now, for want of room or of permission: those of now are lost if that stays so. */
        NOT_WRITTEN
    }
}
