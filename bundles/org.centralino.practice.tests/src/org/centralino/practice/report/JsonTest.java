/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesEveryKindOfValue() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("text", "a\"b\\c\nè");
        object.put("number", -1.5);
        object.put("nothing", null);
        object.put("list", Arrays.asList(true, List.of(), Map.of()));
        assertThat(Json.write(object))
                .isEqualTo("{\"text\":\"a\\\"b\\\\c\\u000a\\u00e8\",\"number\":-1.5,\"nothing\":null,"
                        + "\"list\":[true,[],{}]}");
    }
}
