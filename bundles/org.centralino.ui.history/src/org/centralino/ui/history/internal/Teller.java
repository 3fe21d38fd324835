/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

/** Says why something was not done, or that it was. Display thread only. */
@FunctionalInterface
interface Teller {

    /** Says this; an empty text takes away what was said. */
    void tell(String text, boolean problem);
}
