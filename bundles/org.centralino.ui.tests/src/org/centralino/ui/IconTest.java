/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.centralino.ui.internal.VectorIcon;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @EnumSource(Icon.class)
    void holds_nothing_that_we_do_not_draw_ourselves(Icon icon) throws IOException {
        assertThat(VectorIcon.parse(svg(icon))).isPresent();
    }

    @Test
    void an_icon_with_more_in_it_is_left_to_the_full_renderer() {
        assertThat(VectorIcon.parse("<svg><text>x</text></svg>")).isEmpty();
        assertThat(VectorIcon.parse("<svg><path d=\"M0 0q1 1 2 2\"/></svg>")).isEmpty();
        assertThat(VectorIcon.parse("<svg><path d=\"M0 0A1 2 0 0 0 1 1\"/></svg>"))
                .isEmpty();
        assertThat(VectorIcon.parse("<svg><path d=\"M0\"/></svg>")).isEmpty();
        assertThat(VectorIcon.parse("<svg><circle cx=\"1\" cy=\"1\" r=\"1\" fill=\"red\"/></svg>"))
                .isEmpty();
        assertThat(VectorIcon.parse("not an icon")).isEmpty();
    }

    private static String svg(Icon icon) throws IOException {
        try (InputStream in = Objects.requireNonNull(icon.url(), icon::name).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
