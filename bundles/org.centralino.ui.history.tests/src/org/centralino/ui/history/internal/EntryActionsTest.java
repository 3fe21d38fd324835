/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.history.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.history.HistoryEntry;
import org.centralino.telephony.EndReason;
import org.centralino.ui.Icon;
import org.centralino.ui.history.EntryAction;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.widgets.Control;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** What bundles add to past calls. */
class EntryActionsTest {

    private final HistoryEntry entry =
            FakeHistory.entry(1, 1, true, "142", "Maria", null, EndReason.Kind.HUNG_UP, List.of());
    private final List<ServiceRegistration<EntryAction>> registered = new ArrayList<>();
    private final EntryActions actions = new EntryActions(Runnable::run);
    private int told;

    @AfterEach
    void close() {
        actions.close();
        registered.forEach(ServiceRegistration::unregister);
    }

    @Test
    void those_that_are_for_a_call_come_by_their_order_and_go_with_their_bundle() {
        add(new Action(200, "Second"));
        add(new Action(100, "First"));
        add(new Action(1, ""));
        assertThat(names()).containsExactly("First", "Second");

        registered.removeFirst().unregister();
        assertThat(names()).containsExactly("First");
    }

    @Test
    void a_change_is_told() {
        actions.onChange(() -> told++);
        Action action = new Action(100, "First");
        add(action);
        assertThat(told).isEqualTo(1);

        Objects.requireNonNull(action.changed).run();
        assertThat(told).isEqualTo(2);
    }

    @Test
    void one_that_throws_is_asked_no_more_and_the_others_stay() {
        Action bad = new Action(1, "Bad");
        add(bad);
        add(new Action(100, "First"));
        bad.broken = true;

        assertThat(names()).containsExactly("First");
        bad.broken = false;
        assertThat(names()).containsExactly("First");
    }

    private List<String> names() {
        return actions.of(entry).stream()
                .map(action -> actions.name(action, entry))
                .toList();
    }

    private void add(EntryAction action) {
        registered.add(FrameworkUtil.getBundle(EntryActions.class)
                .getBundleContext()
                .registerService(EntryAction.class, action, null));
    }

    @NonNullByDefault({})
    private static final class Action implements EntryAction {

        private final int order;
        private final String name;
        private Runnable changed;
        private boolean broken;

        Action(int order, String name) {
            this.order = order;
            this.name = name;
        }

        @Override
        public String id() {
            return "test." + name;
        }

        @Override
        public int order() {
            return order;
        }

        @Override
        public String caption() {
            return name;
        }

        @Override
        public URL icon() {
            return Objects.requireNonNull(Icon.CALL.url());
        }

        @Override
        public String name(HistoryEntry of) {
            if (broken) {
                throw new IllegalStateException("meant to fail");
            }
            return name;
        }

        @Override
        public void run(HistoryEntry of, Control row) {
            // not run here
        }

        @Override
        public void addListener(Runnable told) {
            changed = told;
        }

        @Override
        public void removeListener(Runnable told) {
            changed = null;
        }
    }
}
