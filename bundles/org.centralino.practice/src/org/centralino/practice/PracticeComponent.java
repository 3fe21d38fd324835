/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.centralino.practice.sip.DigestAlgorithm;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.condition.Condition;

/**
 * Opens or joins the practice exchange and publishes where its profiles are, as a condition: whoever signs users in
 * waits for that, and neither side knows the other. The property {@code centralino.practice=false} keeps it from
 * starting, {@code centralino.practice.port} moves it, {@code centralino.practice.digest} names the only hash it asks for.
 */
@Component(immediate = true)
public final class PracticeComponent {
    static final String CONDITION = "centralino.profile.source";
    static final String URL = "centralino.profile.url";
    private static final String PRACTICE = "centralino.practice";
    private static final String PORT = "centralino.practice.port";
    private static final String DIGEST = "centralino.practice.digest";
    private static final String DEFAULT_PORT = "5062";

    private final BundleContext context;
    private final @Nullable SharedExchange exchange;
    private @Nullable ServiceRegistration<Condition> registration;
    private boolean active = true;

    @Activate
    public PracticeComponent(BundleContext context) {
        this.context = context;
        int port = Integer.parseInt(Objects.requireNonNullElse(context.getProperty(PORT), DEFAULT_PORT));
        List<DigestAlgorithm> algorithms = DigestAlgorithm.offered(context.getProperty(DIGEST));
        exchange = "false".equals(context.getProperty(PRACTICE))
                ? null
                : new SharedExchange(port, algorithms, this::publish);
    }

    @Deactivate
    void deactivate() {
        synchronized (this) {
            active = false;
            ServiceRegistration<Condition> published = registration;
            registration = null;
            if (published != null) {
                published.unregister();
            }
        }
        SharedExchange opened = exchange;
        if (opened != null) {
            opened.close();
        }
    }

    private synchronized void publish(int httpPort) {
        if (!active) {
            return;
        }
        Dictionary<String, Object> properties = new Hashtable<>(
                Map.of(Condition.CONDITION_ID, CONDITION, URL, "http://127.0.0.1:" + httpPort + "/profiles/"));
        ServiceRegistration<Condition> published = registration;
        if (published == null) {
            registration = context.registerService(Condition.class, Condition.INSTANCE, properties);
        } else {
            published.setProperties(properties);
        }
    }
}
