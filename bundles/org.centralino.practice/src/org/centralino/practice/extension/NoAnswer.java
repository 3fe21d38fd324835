/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

/** 603: rings and never answers. */
final class NoAnswer implements Extension {

    @Override
    public void called(ExtensionCall call) {
        call.ring();
    }
}
