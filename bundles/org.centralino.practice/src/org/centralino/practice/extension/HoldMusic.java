/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import org.centralino.practice.media.Music;

/** 602: music without end. */
final class HoldMusic implements Extension {

    @Override
    public void connected(ExtensionCall call) {
        call.play(new Music());
    }
}
