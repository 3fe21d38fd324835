/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

/** 600: whoever calls hears themselves, in whatever codec they speak. */
final class Echo implements Extension {

    @Override
    public void called(ExtensionCall call) {
        call.answerInAnyFormat();
    }

    @Override
    public void connected(ExtensionCall call) {
        call.echo();
    }
}
