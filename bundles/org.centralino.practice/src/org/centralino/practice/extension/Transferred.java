/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

/** An extension on its way to someone else: what becomes of that call is told to whoever asked for the transfer. */
record Transferred(Extension extension, Watch watch) implements Extension {

    /** Told how a transfer goes. */
    @FunctionalInterface
    interface Watch {

        /** @param last whether this is the outcome */
        void progress(int status, boolean last);
    }

    @Override
    public void connected(ExtensionCall call) {
        watch.progress(200, true);
        call.become(extension);
    }

    @Override
    public void refused(ExtensionCall call, int status) {
        watch.progress(status, true);
    }
}
