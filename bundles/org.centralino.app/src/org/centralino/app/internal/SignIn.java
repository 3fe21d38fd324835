/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.app.internal;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.centralino.profile.PasswordService;
import org.centralino.profile.Passwords;
import org.centralino.profile.Profile;
import org.centralino.profile.ProfileDocument;
import org.centralino.profile.ProfileException;
import org.centralino.profile.ProfileWatch;
import org.centralino.secrets.Secrets;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.RegistrationListener;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a profile and makes its accounts those in use, or says what is wrong and signs nothing in. */
final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final long PATIENCE_MS = TimeUnit.SECONDS.toMillis(20);
    private static final String PRACTICE = "practice exchange";
    private static final String PROFILE_URL = "centralino.profile.url";

    /** Why nobody is signed in: the place of the profile, and what is wrong with it. */
    record Failure(String place, Exception cause) {}

    private final BundleContext context;
    private final AtomicReference<@Nullable DirectorySignIn> directory = new AtomicReference<>();
    private final AtomicReference<@Nullable ProfileWatch> watch = new AtomicReference<>();
    private final FeatureSignIn features;
    private final PasswordPrompts prompts;
    private final Executor asking = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("passwords").daemon().unstarted(task));
    private @Nullable Passwords passwords;

    /** @param prompts ask for the passwords that a profile leaves out */
    SignIn(BundleContext context, PasswordPrompts prompts) {
        this.context = context;
        this.prompts = prompts;
        features = new FeatureSignIn(context);
    }

    /** Signs in on a thread of its own; {@code done} or {@code failed} is called there. */
    void start(CommandLine commandLine, Consumer<Profile> done, Consumer<Failure> failed) {
        Thread.ofPlatform().name("sign-in").daemon().start(() -> {
            String named = commandLine.profile();
            String place = named == null ? PRACTICE : named;
            try {
                if (named == null) {
                    place = practiceProfiles() + commandLine.user() + ".json";
                }
                ProfileDocument document = new ProfileDocument(place);
                Profile profile = document.load();
                useFeatures(profile); // first: what the user has is there from the first call on
                passwords().use(profile.accounts());
                done.accept(profile);
                useDirectory(profile);
                watch(document);
            } catch (ProfileException e) {
                LOG.error("Profile {}: key {} is {}, expected {}", place, e.key(), e.value(), e.expected());
                failed.accept(new Failure(place, e));
            } catch (IOException | IllegalArgumentException e) {
                LOG.error("Profile {} cannot be read: {}", place, e.toString());
                failed.accept(new Failure(place, e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized Passwords passwords() throws IOException, InterruptedException {
        Passwords known = passwords;
        if (known == null) {
            ServiceTracker<Secrets, Secrets> secrets = new ServiceTracker<>(context, Secrets.class, null);
            secrets.open();
            known = new Passwords(accounts(), secrets::getService, prompts, asking);
            passwords = known;
            context.registerService(RegistrationListener.class, known, null);
            context.registerService(PasswordService.class, known, null);
            context.registerService(CallListener.class, prompts, null);
        }
        return known;
    }

    /** Signs every account out. */
    void stop() {
        watch(null);
        useDirectory(null);
        ServiceReference<AccountService> reference = context.getServiceReference(AccountService.class);
        AccountService accounts = reference == null ? null : context.getService(reference);
        if (accounts != null) {
            accounts.use(List.of());
        }
        features.close(); // last: what is being recorded ends with its call
    }

    private void useFeatures(Profile profile) {
        features.use(profile.features().grants());
    }

    /** Follows this document, and the one before no more. */
    private void watch(@Nullable ProfileDocument document) {
        ProfileWatch now = document == null ? null : new ProfileWatch(document, this::useFeatures);
        ProfileWatch before = watch.getAndSet(now);
        if (before != null) {
            before.close();
        }
        if (now != null) {
            now.start();
        }
    }

    /** Without this object's lock, which the sign-in may hold for long while it waits for services. */
    private void useDirectory(@Nullable Profile profile) {
        DirectorySignIn now = profile == null ? null : new DirectorySignIn(context, profile);
        DirectorySignIn before = directory.getAndSet(now);
        if (before != null) {
            before.close();
        }
        if (now != null) {
            now.open();
        }
    }

    /** Where an exchange that lives on this machine serves its profiles; it says so by a condition. */
    private String practiceProfiles() throws IOException, InterruptedException {
        try {
            var filter = context.createFilter("(&(objectClass=" + Condition.class.getName() + ")("
                    + Condition.CONDITION_ID + "=centralino.profile.source)(" + PROFILE_URL + "=*))");
            ServiceReference<?> source = awaited(new ServiceTracker<>(context, filter, null));
            if (source == null) {
                throw new IOException("no practice exchange is running here; name a profile with --profile");
            }
            return String.valueOf(source.getProperty(PROFILE_URL));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private AccountService accounts() throws IOException, InterruptedException {
        ServiceReference<AccountService> reference =
                awaited(new ServiceTracker<AccountService, AccountService>(context, AccountService.class, null));
        AccountService accounts = reference == null ? null : context.getService(reference);
        if (accounts == null) {
            throw new IOException("the telephony bundle is not running");
        }
        return accounts;
    }

    private static <S> @Nullable ServiceReference<S> awaited(ServiceTracker<S, S> tracker) throws InterruptedException {
        tracker.open();
        try {
            tracker.waitForService(PATIENCE_MS);
            return tracker.getServiceReference();
        } finally {
            tracker.close();
        }
    }
}
