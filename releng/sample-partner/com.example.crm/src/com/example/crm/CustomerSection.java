/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.util.List;
import java.util.Optional;
import org.centralino.directory.Contact;
import org.centralino.directory.Phone;
import org.centralino.ui.interaction.ContactSection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the CRM knows of the contact that is shown; nothing, not even a heading, where that is nothing. */
public final class CustomerSection implements ContactSection {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerSection.class);

    private Composite place;
    private Contact shown;

    @Override
    public void create(Composite parent) {
        place = parent;
    }

    @Override
    public void show(Contact contact) {
        shown = contact;
        fill(Optional.empty());
        Display display = place.getDisplay();
        List<String> numbers = contact.phones().stream().map(Phone::number).toList();
        Customers.find(numbers).whenComplete((customer, failure) -> {
            if (failure != null) {
                LOG.warn("The CRM could not be asked", failure);
            } else {
                display.asyncExec(() -> answered(contact, customer));
            }
        });
    }

    /** Meanwhile somebody else may be shown, or nobody. */
    private void answered(Contact contact, Optional<Customer> customer) {
        if (!place.isDisposed() && contact.equals(shown)) {
            fill(customer);
        }
    }

    private void fill(Optional<Customer> customer) {
        for (Control old : place.getChildren()) {
            old.dispose();
        }
        customer.ifPresent(known -> CustomerCard.create(place, known));
        place.requestLayout();
    }
}
