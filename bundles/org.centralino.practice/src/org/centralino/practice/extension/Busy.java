/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import javax.sip.message.Response;

/** 604: always on another call. */
final class Busy implements Extension {

    @Override
    public void called(ExtensionCall call) {
        call.refuse(Response.BUSY_HERE);
    }
}
