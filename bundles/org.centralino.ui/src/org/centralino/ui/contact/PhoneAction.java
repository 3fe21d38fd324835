/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.contact;

import java.net.URL;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: something that can be done with a number, shown wherever one is: on hovering or choosing a contact, in its
 * detail, in menus (S1 to S4). Display thread only.
 */
@ConsumerType
public interface PhoneAction {

    /** {@code call}, {@code video}, …; also names the command whose key does the same, if there is one. */
    String id();

    /** Place among the others: Call 100, Video call 200. */
    int order();

    /** Accessible name and caption of a menu, localised: {@code Call}, {@code Video call}. */
    String name();

    /** Shorter caption of a button, localised. */
    String caption();

    /** SVG in one colour. */
    URL icon();

    /** Does it. Why it cannot be done is told the user by the action itself. */
    void run(String number);
}
