/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.centralino.quarantine.Held;
import org.centralino.quarantine.Held.Reason;
import org.centralino.ui.widgets.NoticeCard.Notice;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What the user is told of partners' bundles in quarantine. */
class SwitchedOffTest {

    private final List<Held> quarantine = new ArrayList<>();
    private final List<Held> released = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private List<Held> shown = List.of();
    private int showings;
    private final SwitchedOff partners = new SwitchedOff(() -> quarantine, this::release, this::show, said::add);

    private void release(Held held) {
        released.add(held);
        quarantine.remove(held);
    }

    private void show(List<Held> unread) {
        shown = List.copyOf(unread);
        showings++;
    }

    private Held hold(String name, Reason reason) {
        Bundle any = Objects.requireNonNull(FrameworkUtil.getBundle(SwitchedOffTest.class));
        Held held = new Held(any, name, reason, "CallListener.callChanged", Instant.now());
        quarantine.add(held);
        partners.changed();
        return held;
    }

    @Test
    void it_is_named_with_what_it_did_and_said_once() {
        Held acme = hold("Acme CRM", Reason.STALLED);
        partners.changed();

        String title = NLS.bind(Messages.partnerOff, "Acme CRM");
        assertThat(title).contains("Acme CRM");
        assertThat(shown).containsExactly(acme);
        assertThat(SwitchedOff.notice(acme)).isEqualTo(new Notice(title, Messages.partnerStalled));
        assertThat(said).containsExactly(title + ". " + Messages.partnerStalled);
        assertThat(showings).isEqualTo(1);
    }

    @Test
    void each_reason_has_words_of_its_own() {
        assertThat(List.of(Reason.values()).stream()
                        .map(reason ->
                                SwitchedOff.notice(hold("Acme CRM", reason)).detail()))
                .doesNotHaveDuplicates()
                .allMatch(text -> !text.isBlank());
    }

    @Test
    void it_may_try_again_which_is_said_and_the_notice_goes() {
        Held acme = hold("Acme CRM", Reason.THREW);
        said.clear();

        partners.tryAgain(acme);

        assertThat(released).containsExactly(acme);
        assertThat(shown).isEmpty();
        assertThat(said).containsExactly(NLS.bind(Messages.partnerOn, "Acme CRM"));
    }

    @Test
    void one_that_fails_again_is_told_again() {
        partners.tryAgain(hold("Acme CRM", Reason.THREW));
        said.clear();

        Held again = hold("Acme CRM", Reason.LEAKED_THREADS);

        assertThat(shown).containsExactly(again);
        assertThat(said).hasSize(1);
    }

    @Test
    void what_was_read_goes_alone_and_does_not_come_back() {
        Held acme = hold("Acme CRM", Reason.THREW);
        Held other = hold("Other", Reason.STALLED);

        partners.dismiss(acme);
        partners.changed();

        assertThat(shown).containsExactly(other);
        assertThat(quarantine).contains(acme);
    }

    @Test
    void one_that_was_uninstalled_goes_silently() {
        Held acme = hold("Acme CRM", Reason.THREW);
        said.clear();
        quarantine.remove(acme);
        partners.changed();

        assertThat(shown).isEmpty();
        assertThat(said).isEmpty();
    }
}
