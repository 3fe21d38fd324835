/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

/** Something that can be dialled. One object serves all calls; its methods run on the signalling thread. */
public interface Extension {

    /** A call comes in. Unless it does something else, the extension answers at once. */
    default void called(ExtensionCall call) {
        call.answer();
    }

    /** The call is up, whoever made it. */
    default void connected(ExtensionCall call) {}

    /** A digit was pressed in the call. */
    default void digit(ExtensionCall call, char digit) {}

    /** A transfer that was asked for with {@link ExtensionCall#refer} made progress, or failed. */
    default void transferProgress(ExtensionCall call, int status) {}

    /** A call that the exchange made was refused. */
    default void refused(ExtensionCall call, int status) {}

    /** The call is over. */
    default void ended(ExtensionCall call) {}
}
