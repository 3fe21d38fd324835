/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import org.centralino.directory.SourceStatus;

/** Where changes are told. */
interface News {

    void contactsChanged();

    void sourceChanged(SourceStatus status);
}
