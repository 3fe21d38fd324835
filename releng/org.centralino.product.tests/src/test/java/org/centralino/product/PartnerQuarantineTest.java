/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Workstation.SOON;
import static org.centralino.product.Workstation.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.centralino.testbench.Desk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partners' bundles that fail in every way there is: calls go on, and the user is told who it was (row C3). */
class PartnerQuarantineTest {

    private static final String SLEEP = """
            try {
                Thread.sleep(30_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            """;

    private static final PartnerBundle THROWING = PartnerBundle.listening(
            "com.example.throwing", "Throwing Partner", "throw new IllegalStateException(\"meant to fail\");");

    private static final PartnerBundle SLEEPING =
            PartnerBundle.listening("com.example.sleeping", "Sleeping Partner", SLEEP);

    private static final PartnerBundle LEAKING =
            PartnerBundle.listening("com.example.leaking", "Leaking Partner", """
            for (int i = 0; i < 20; i++) {
                Thread left = new Thread(() -> {
                    %s
                });
                left.setDaemon(true);
                left.start();
            }
            """.formatted(SLEEP));

    private static final PartnerBundle BUTTON =
            new PartnerBundle("com.example.button", "Button Partner", """
            package com.example.button;

            import org.centralino.telephony.Call;
            import org.centralino.ui.callcontrol.*;

            public final class Partner implements CallAction {
                @Override
                public ActionState state(Call call, CallSite site) {
                    %s
                    return ActionState.OFF;
                }

                @Override
                public void run(Call call, CallSite site) {
                    state(call, site);
                }
            }
            """.formatted(SLEEP), """
            <?xml version="1.0" encoding="UTF-8"?>
            <?eclipse version="3.4"?>
            <plugin>
               <extension point="org.centralino.ui.callcontrol.actions">
                  <action id="com.example.button" order="250" label="Slow button"
                        icon="platform:/plugin/org.centralino.ui/icons/keypad.svg" class="com.example.button.Partner"/>
               </extension>
            </plugin>
            """, false);

    @Test
    void callsGoOnBesidePartnersThatThrowSleepAndLeakAndEachIsNamed(@TempDir Path folder) throws IOException {
        String option = PartnerBundle.option(folder, List.of(THROWING, SLEEPING, LEAKING, BUTTON));
        try (Workstation workstation = Workstation.open("partners", Map.of("JAVA_TOOL_OPTIONS", option))) {
            Desk desk = workstation.desk;
            desk.awaitText("^Registered as ", START);

            desk.play(620, -12);
            workstation.dial("600");
            workstation.inCall();
            assertThat(desk.heardHz()).isPositive();
            for (PartnerBundle partner : List.of(THROWING, SLEEPING, LEAKING, BUTTON)) {
                desk.awaitText("^" + partner.name() + " was switched off$", SOON);
            }
            desk.awaitText("^It did not answer in time\\. Calls are not affected\\.$", SOON);
            workstation.picture("partners");
            assertThat(desk.find("Slow button")).isNull();
            desk.press("Mute microphone");
            desk.await("Unmute microphone", SOON);
            workstation.hangUp();
            desk.quiet();

            desk.press("Close the notice about Leaking Partner");
            desk.awaitGone("Leaking Partner was switched off", SOON);
            desk.press("Try Sleeping Partner again");
            desk.awaitGone("Sleeping Partner was switched off", SOON);
            workstation.dial("602");
            workstation.inCall();
            desk.awaitText("^Sleeping Partner was switched off$", SOON);
            assertThat(desk.find("Leaking Partner was switched off")).isNull();
            workstation.hangUp();

            desk.key("ctrl+comma");
            desk.press("Features");
            desk.awaitText("^Leaking Partner\\. Switched off: it did not clean up after itself$", SOON);
            workstation.picture("preferences");
            String log = Files.readString(workstation.folder.resolve("home/centralino.log"));
            assertThat(log)
                    .contains("Throwing Partner (com.example.throwing_1.0.0", "THREW in CallListener.callChanged")
                    .contains("STALLED in the state of the button Slow button");
        }
    }
}
