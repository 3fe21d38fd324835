/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.condition.Condition;

class PracticeComponentTest {
    private static final String ENABLED = "centralino.practice";
    private static final String PORT = "centralino.practice.port";

    private final @Nullable String enabledBefore = System.getProperty(ENABLED);

    @AfterEach
    void restore() {
        System.clearProperty(PORT);
        System.clearProperty(ENABLED);
        if (enabledBefore != null) {
            System.setProperty(ENABLED, enabledBefore);
        }
    }

    private static BundleContext context() {
        @Nullable Bundle bundle = FrameworkUtil.getBundle(PracticeComponent.class);
        return bundle == null ? abort("runs inside OSGi only") : bundle.getBundleContext();
    }

    private static boolean isPublished(BundleContext context, int httpPort) {
        String url = "http://127.0.0.1:" + httpPort + "/profiles/";
        ServiceReference<?>[] references = context.getBundle().getRegisteredServices();
        return references != null
                && Arrays.stream(references)
                        .anyMatch(reference ->
                                "centralino.profile.source".equals(reference.getProperty(Condition.CONDITION_ID))
                                        && url.equals(reference.getProperty("centralino.profile.url"))
                                        && Arrays.asList((Object[]) reference.getProperty(Constants.OBJECTCLASS))
                                                .contains(Condition.class.getName()));
    }

    @Test
    void publishesWhereTheProfilesAreForAsLongAsItIsActive() throws Exception {
        BundleContext context = context();
        int port = FreePorts.sip();
        System.setProperty(PORT, String.valueOf(port));
        System.setProperty(ENABLED, "true");
        PracticeComponent component = new PracticeComponent(context);
        PhoneSound.await(
                "published",
                () -> java.util.stream.IntStream.range(0, 20).anyMatch(i -> isPublished(context, port + 1 + 2 * i)));
        component.deactivate();
        assertThat(isPublished(context, port + 1)).isFalse();
    }

    @Test
    void staysAwayWhereARealProfileIsUsed() throws Exception {
        BundleContext context = context();
        int port = FreePorts.sip();
        System.setProperty(PORT, String.valueOf(port));
        System.setProperty(ENABLED, "false");
        PracticeComponent component = new PracticeComponent(context);
        component.deactivate();
        assertThat(isPublished(context, port + 1)).isFalse();
    }
}
