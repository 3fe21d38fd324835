/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.util.stream.Collectors;
import org.centralino.directory.DirectoryService;
import org.centralino.profile.Profile;
import org.centralino.telephony.Account;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the directory, if there is one and whenever it comes, whose it is and where its contacts come from. */
final class DirectorySignIn implements ServiceListener {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySignIn.class);

    private final BundleContext context;
    private final Profile profile;

    DirectorySignIn(BundleContext context, Profile profile) {
        this.context = context;
        this.profile = profile;
    }

    void open() {
        try {
            context.addServiceListener(
                    this, "(" + Constants.OBJECTCLASS + "=" + DirectoryService.class.getName() + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
        ServiceReference<DirectoryService> present = context.getServiceReference(DirectoryService.class);
        if (present != null) {
            use(present);
        }
    }

    void close() {
        context.removeServiceListener(this);
    }

    @Override
    @NonNullByDefault({})
    public void serviceChanged(ServiceEvent event) {
        if (event.getType() == ServiceEvent.REGISTERED) {
            use(event.getServiceReference());
        }
    }

    private void use(ServiceReference<?> reference) {
        Object service = context.getService(reference);
        if (service instanceof DirectoryService directory) {
            Profile.User user = profile.user();
            Account account = profile.accounts().get(0);
            try {
                directory.exchange(profile.accounts().stream()
                        .flatMap(each -> each.hosts().stream())
                        .collect(Collectors.toUnmodifiableSet()));
                directory.use(
                        user == null ? account.address() : user.id(),
                        account.country(),
                        profile.directories(),
                        profile.favourites());
            } catch (RuntimeException e) {
                LOG.error("The directory refuses the profile", e);
            }
        }
    }
}
