/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.osgi.service.component.annotations.Component;

/**
 * Opens a page of the CRM when the telephone rings, when the call is answered and when it ends, as far as the settings
 * {@code com.example.crm.pop.ring}, {@code .pop.answer} and {@code .pop.end} have one.
 */
@Component
public final class ScreenPop implements CallListener {

    private final Map<CallEvents.Event, UrlTemplate> pages = new EnumMap<>(CallEvents.Event.class);
    private final CallEvents events = new CallEvents();

    public ScreenPop() {
        for (CallEvents.Event event : CallEvents.Event.values()) {
            UrlTemplate page = Settings.page("pop." + name(event));
            if (page != null) {
                pages.put(event, page);
            }
        }
    }

    @Override
    public void callChanged(Call call) {
        for (CallEvents.Event event : events.news(call.id(), call.answered() != null, call.isEnded())) {
            UrlTemplate page = pages.get(event);
            if (page != null) {
                Map<String, String> values = Values.of(call);
                values.put("event", name(event));
                Browser.open(page.fill(values));
            }
        }
    }

    private static String name(CallEvents.Event event) {
        return event.name().toLowerCase(Locale.ROOT);
    }
}
