/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction.internal;

import org.centralino.directory.ContactId;

/** The open view, as the service finds it. Display thread only. */
interface ContactSite {

    void open(ContactId contact, boolean focus);

    void create(String number);
}
