/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.centralino.media.MediaService;
import org.centralino.media.OpusService;
import org.centralino.quarantine.ListenerServices;
import org.centralino.quarantine.Quarantine;
import org.centralino.recording.RecordingCatalogue;
import org.centralino.recording.RecordingListener;
import org.centralino.recording.RecordingService;
import org.centralino.recording.RecordingState;
import org.centralino.recording.internal.upload.Uploader;
import org.centralino.secrets.Secrets;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallSoundService;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.propertytypes.SatisfyingConditionTarget;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recording as a service, for as long as the user has it. */
@Component(service = RecordingService.class, immediate = true)
@SatisfyingConditionTarget(RecordingComponent.CONDITION)
public final class RecordingComponent implements RecordingService {

    static final String CONDITION = "(osgi.condition.id=centralino.recording)";

    private static final Logger LOG = LoggerFactory.getLogger(RecordingComponent.class);
    private static final String NAME = "org.centralino.recording";
    private static final String POLICY = "centralino.policy";
    private static final String AUTOMATIC = "automatic";

    private final BundleContext context;
    private final MediaService media;
    private final OpusService opus;
    private final CallSoundService sounds;
    private final Path folder;
    private final Audience audience = new Audience();
    private final ListenerServices<RecordingListener> listeners;
    private volatile Map<String, Object> policy = Map.of();
    private volatile @Nullable Secrets secrets;
    private @Nullable Recorder recorder;
    private @Nullable Uploader uploader;
    private @Nullable ServiceRegistration<CallListener> registration;

    @Activate
    public RecordingComponent(
            BundleContext context,
            @Reference MediaService media,
            @Reference OpusService opus,
            @Reference CallSoundService sounds,
            @Reference(target = "(type=osgi.instance.area)") Location instance,
            @Reference Quarantine quarantine) {
        this.context = context;
        listeners = new ListenerServices<>(RecordingComponent.class, quarantine::guest, GuestListener::new);
        this.media = media;
        this.opus = opus;
        this.sounds = sounds;
        folder = folder(context, instance);
    }

    private static Path folder(BundleContext context, Location instance) {
        if (instance.isSet()) {
            try {
                URL area = instance.getDataArea(NAME);
                return new File(area.getPath()).toPath();
            } catch (IOException e) {
                LOG.warn("The instance area has no place for recordings", e);
            }
        }
        return context.getDataFile("data").toPath();
    }

    @Reference(target = CONDITION)
    void setPolicy(Condition granted, Map<String, Object> properties) {
        policy = Map.copyOf(properties);
    }

    /** Another policy than before. */
    void updatedPolicy(Condition granted, Map<String, Object> properties) {
        policy = Map.copyOf(properties);
        Recorder own = recorder;
        if (own != null) {
            own.setAutomatic(isAutomaticByPolicy());
        }
    }

    @Reference(
            service = RecordingListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindListener(ServiceReference<RecordingListener> reference) {
        RecordingListener listener = listeners.come(reference);
        if (listener != null) {
            audience.add(listener);
        }
    }

    void unbindListener(ServiceReference<RecordingListener> reference) {
        RecordingListener listener = listeners.go(reference);
        if (listener != null) {
            audience.remove(listener);
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setSecrets(Secrets service) {
        secrets = service;
    }

    void unsetSecrets(Secrets service) {
        if (secrets == service) {
            secrets = null;
        }
    }

    @Activate
    void open() {
        Recorder own = new Recorder(folder, media, opus, sounds, this::settings, audience, isAutomaticByPolicy());
        recorder = own;
        own.open();
        Uploader sends = new Uploader(own.store(), () -> settings().upload(), () -> secrets);
        uploader = sends;
        sends.start();
        // Not a service of this component: it uses calls, and those use their listeners.
        registration = context.registerService(CallListener.class, own, null);
    }

    private boolean isAutomaticByPolicy() {
        return AUTOMATIC.equals(policy.get(POLICY));
    }

    private Settings settings() {
        return Settings.of(name -> {
            Object granted = Lookup.in(policy, POLICY + "." + name);
            return granted == null ? preference(name) : granted.toString();
        });
    }

    private static String preference(String name) {
        try {
            String otherwise = DefaultScope.INSTANCE.getNode(NAME).get(name, "");
            return InstanceScope.INSTANCE.getNode(NAME).get(name, otherwise);
        } catch (IllegalStateException e) {
            return ""; // there is no workspace
        }
    }

    @Deactivate
    void close() {
        ServiceRegistration<CallListener> registered = registration;
        if (registered != null) {
            registered.unregister();
        }
        Uploader sends = uploader;
        if (sends != null) {
            sends.close();
        }
        own().close();
        audience.close();
    }

    private Recorder own() {
        Recorder own = recorder;
        if (own == null) {
            throw new IllegalStateException("Recording has not begun");
        }
        return own;
    }

    @Override
    public boolean isAutomatic() {
        return own().isAutomatic();
    }

    @Override
    public RecordingState state(String callId) {
        return own().state(callId);
    }

    @Override
    public void start(String callId) {
        own().start(callId);
    }

    @Override
    public void stop(String callId) {
        own().stop(callId);
    }

    @Override
    public RecordingCatalogue catalogue() {
        return own().catalogue();
    }

    @Override
    public CompletableFuture<Void> flush() {
        return own().flush();
    }
}
