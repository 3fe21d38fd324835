/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.centralino.telephony.Call;

/** What a {@link UrlTemplate} is filled with. */
final class Values {

    /** The names there are. */
    static final Set<String> NAMES = Set.of("number", "name", "call", "account", "direction", "event", "customer");

    private Values() {}

    static Map<String, String> of(Call call) {
        Map<String, String> values = new HashMap<>();
        String name = call.remote().displayName();
        values.put("number", call.remote().number());
        values.put("name", name == null ? "" : name);
        values.put("call", call.id());
        values.put("account", call.account());
        values.put("direction", call.outgoing() ? "out" : "in");
        return values;
    }

    static Map<String, String> of(Customer customer) {
        return Map.of("customer", customer.number());
    }
}
