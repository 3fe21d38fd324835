/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import org.centralino.directory.DirectoryService;
import org.centralino.profile.Profile;
import org.centralino.telephony.Account;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the directory, if there is one and whenever it comes, whose it is and where its contacts come from. */
final class DirectorySignIn implements ServiceTrackerCustomizer<DirectoryService, DirectoryService> {

    private static final Logger LOG = LoggerFactory.getLogger(DirectorySignIn.class);

    private final BundleContext context;
    private final Profile profile;
    private final ServiceTracker<DirectoryService, DirectoryService> directories;

    DirectorySignIn(BundleContext context, Profile profile) {
        this.context = context;
        this.profile = profile;
        directories = new ServiceTracker<>(context, DirectoryService.class, this);
    }

    void open() {
        directories.open();
    }

    void close() {
        directories.close();
    }

    @Override
    @NonNullByDefault({})
    public @Nullable DirectoryService addingService(ServiceReference<DirectoryService> reference) {
        DirectoryService directory = context.getService(reference);
        if (directory != null) {
            use(directory);
        }
        return directory;
    }

    private void use(DirectoryService directory) {
        Profile.User user = profile.user();
        Account account = profile.accounts().get(0);
        try {
            directory.use(
                    user == null ? account.address() : user.id(),
                    account.country(),
                    profile.directories(),
                    profile.favourites());
        } catch (RuntimeException e) {
            LOG.error("The directory refuses the profile", e);
        }
    }

    @Override
    @NonNullByDefault({})
    public void modifiedService(ServiceReference<DirectoryService> reference, DirectoryService directory) {
        // What it is for does not change with its properties.
    }

    @Override
    @NonNullByDefault({})
    public void removedService(ServiceReference<DirectoryService> reference, DirectoryService directory) {
        context.ungetService(reference);
    }
}
