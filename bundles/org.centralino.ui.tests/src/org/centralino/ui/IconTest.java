/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconTest {

    @ParameterizedTest
    @EnumSource(Icon.class)
    void is_drawn_on_the_grid_of_24_in_a_colour_that_the_theme_fills_in(Icon icon) throws IOException {
        assertThat(svg(icon))
                .contains("width=\"24\" height=\"24\"", "viewBox=\"0 0 24 24\"", "currentColor")
                .doesNotContain("fill=\"#", "stroke=\"#");
    }

    private static String svg(Icon icon) throws IOException {
        try (InputStream in = Objects.requireNonNull(icon.url(), icon::name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
