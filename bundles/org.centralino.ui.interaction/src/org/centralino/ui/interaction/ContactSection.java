/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.interaction;

import org.centralino.directory.Contact;
import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the detail of a contact, under a heading of its own; contributed by the extension point
 * {@code org.centralino.ui.interaction.sections}. One lives as long as the view does, or until its
 * Condition or its bundle goes, and is shown one contact after another.
 *
 * <p>Both methods are called on the display thread and must return at once: what has to be asked for is fetched elsewhere and
 * shown when it is there, if the contact is still the same. One of ours that throws is taken out of the view, with its heading, and
 * named in the log once.
 *
 * <p>A partner's section is made on a thread of its bundle's own: its constructor and its class must not touch widgets. Each call
 * on the display thread has 200 ms; past that the thread is interrupted while it is in the section's code, so what waits there
 * ends with an {@link InterruptedException}. That, or an exception, puts the section's bundle in quarantine: its sections go, the
 * user is told, and calls go on. A loop that heeds no interrupt cannot be ended by anybody and would freeze the window, and
 * nobody watches over the section's own listeners to widgets: neither may wait.
 */
@ConsumerType
public interface ContactSection {

    /**
     * Makes the controls; called once, before the first {@link #show}.
     *
     * @param parent empty, on the window's background, as wide as the view. It has a layout that puts its children one under the
     *     other in full width; the section may set another one. It is as high as its layout asks for, nothing where that is 0:
     *     then there is no heading either. A section that wants another height later calls
     *     {@link org.eclipse.swt.widgets.Control#requestLayout()} on what changed. It is disposed with the section.
     */
    void create(Composite parent);

    /** Shows what there is about this contact, which is another one or the same one changed. */
    void show(Contact contact);
}
