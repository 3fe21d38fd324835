/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.centralino.entitlement.Entitlement;
import org.centralino.entitlement.Entitlement.Reason;
import org.centralino.ui.callcontrol.internal.VirtualDisplay;
import org.centralino.ui.widgets.Pressable;
import org.centralino.ui.widgets.TextLine;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@NonNullByDefault({})
class FeaturesPageTest {

    private static VirtualDisplay screen;

    private final Shell shell = new Shell(screen.display);
    private final List<Entitlement> has = new ArrayList<>();

    @BeforeAll
    static void openDisplay() throws IOException {
        screen = VirtualDisplay.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void each_feature_is_said_with_its_reason_and_follows_a_change_in_its_row() {
        has.add(new Entitlement("a.record", "Recording", "Keeps calls", true, Reason.PROFILE, "automatic"));
        has.add(new Entitlement("a.video", "Video", "", false, Reason.DEFAULT, ""));
        FeaturesPage page = new FeaturesPage(shell, this::views);
        List<Control> rows = List.of(list().getChildren());
        assertThat(names())
                .containsExactly(
                        "Recording. " + Messages.onByProfile + " (" + Messages.automatic + ")",
                        "Video. " + Messages.offByDefault);

        has.set(0, new Entitlement("a.record", "Recording", "Keeps calls", false, Reason.PROFILE, ""));
        page.show();

        assertThat(list().getChildren()).containsExactlyElementsOf(rows);
        assertThat(names().get(0)).isEqualTo("Recording. " + Messages.offByProfile);

        has.remove(0);
        page.show();
        assertThat(names()).containsExactly("Video. " + Messages.offByDefault);
    }

    @Test
    void where_there_is_nothing_that_is_said() {
        FeaturesPage page = new FeaturesPage(shell, this::views);
        assertThat(((TextLine) list().getChildren()[0]).text()).isEqualTo(Messages.none);

        has.add(new Entitlement("a.video", "Video", "", true, Reason.DEFAULT, "true"));
        page.show();
        assertThat(names()).containsExactly("Video. " + Messages.onByDefault);
    }

    @Test
    void a_page_with_many_wants_no_more_room_than_one_with_none() {
        for (int i = 0; i < 50; i++) {
            has.add(new Entitlement("a." + i, "Feature " + i, "What it does", true, Reason.PROFILE, "true"));
        }
        FeaturesPage page = new FeaturesPage(shell, this::views);
        page.show();
        shell.setSize(400, 300);
        assertThat(scrolled().computeSize(-1, -1).y).isLessThan(100);
        assertThat(scrolled().getMinHeight()).isGreaterThan(50 * 40);
    }

    private List<FeatureView> views() {
        return has.stream().map(FeatureView::of).toList();
    }

    private ScrolledComposite scrolled() {
        return (ScrolledComposite) shell.getChildren()[0];
    }

    private Composite list() {
        return (Composite) scrolled().getContent();
    }

    private List<String> names() {
        return Arrays.stream(list().getChildren())
                .map(Pressable.class::cast)
                .map(Pressable::accessibleName)
                .toList();
    }
}
