/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.centralino.profile.Profile.Features;

/** Reads which features are granted: ours by their short names, those of partners by their ids, which have a dot. */
final class FeatureGrants {

    private static final String OURS = "centralino.";
    private static final String OFF = "off";
    private static final String ON = "true";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}(?:\\.[A-Za-z0-9_-]{1,64}){1,8}");
    private static final Map<String, String> RECORDING = recording();

    private FeatureGrants() {}

    static Features read(JsonField features) throws ProfileException {
        Map<String, String> grants = new HashMap<>();
        if (!features.isAbsent()) {
            for (Map.Entry<String, JsonField> member : features.members().entrySet()) {
                String key = member.getKey();
                JsonField value = member.getValue();
                if (!value.isAbsent()) {
                    switch (key) {
                        case "recording" -> grants.put(OURS + key, value.choice(RECORDING, OFF));
                        case "conference", "video" -> grants.put(OURS + key, value.flag() ? ON : OFF);
                        default -> {
                            if (key.contains(".")) {
                                grants.put(id(key, value), policy(value));
                            }
                        }
                    }
                }
            }
        }
        return new Features(grants);
    }

    private static String id(String key, JsonField value) throws ProfileException {
        if (!ID.matcher(key).matches()) {
            throw value.wrong("under an id of letters, digits, '_' and '-' with dots between");
        }
        if (key.startsWith(OURS)) {
            throw value.wrong("our own features by their short names: recording, conference, video");
        }
        return key;
    }

    private static String policy(JsonField value) throws ProfileException {
        String expected = "true, false or a policy of at most 256 characters";
        if (value.isFlag()) {
            return value.flag() ? ON : OFF;
        }
        return value.text(ProfileReader.WORDS, expected);
    }

    private static Map<String, String> recording() {
        Map<String, String> policies = new LinkedHashMap<>();
        for (String policy : new String[] {OFF, "on-demand", "automatic"}) {
            policies.put(policy, policy);
        }
        return policies;
    }
}
