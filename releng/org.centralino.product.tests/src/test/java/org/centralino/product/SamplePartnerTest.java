/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Maven.ROOT;
import static org.centralino.product.Workstation.BOX;
import static org.centralino.product.Workstation.SOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.centralino.testbench.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's bundle, from its own build against the update site to its uninstallation (row C3). */
@Tag("long")
class SamplePartnerTest {

    private static final Path BUILT = ROOT.resolve("releng/org.centralino.product/target");
    private static final String FEATURE = "com.example.crm.feature.feature.group";
    private static final String TICKET = "Ticket";
    private static final String CRM = "https://crm.example.com/";
    /** Nothing else in the product has a place where it says so, so the account stands for what must be escaped. */
    private static final String POP = CRM + "pop?event={event}&number={number}&account={account}#{direction}";

    @TempDir
    Path folder;

    private Path product;
    private Maven maven;
    private Browser browser;

    @BeforeEach
    void copyTheProduct() throws IOException {
        product = folder.resolve("product");
        copy(BUILT.resolve("products/centralino/linux/gtk").resolve(architecture()), product);
        maven = new Maven(folder);
        browser = new Browser(Files.createDirectory(folder.resolve("browser")));
    }

    @Test
    void theSampleIsBuiltInstalledUsedAndUninstalled() throws IOException {
        Path sample = folder.resolve("sample");
        copy(ROOT.resolve("releng/sample-partner"), sample);
        maven.run(
                "-f",
                sample + "/pom.xml",
                "-Dcentralino.site=" + BUILT.resolve("repository").toUri(),
                "verify");

        String site =
                sample.resolve("com.example.crm.site/target/repository").toUri().toString();
        maven.direct(product, "-Drepositories=" + site, "-DinstallIUs=" + FEATURE);
        try (Workstation workstation = open()) {
            use(workstation);
        }

        maven.direct(product, "-DuninstallIUs=" + FEATURE);
        try (Workstation workstation = open()) {
            workstation.dial("600");
            workstation.inCall();
            assertThat(workstation.desk.find(TICKET)).isNull();
            workstation.hangUp();
        }
        assertThat(browser.opened()).hasSize(5);
    }

    private void use(Workstation workstation) {
        Desk desk = workstation.desk;
        workstation.dial("600");
        workstation.inCall();
        opened(pop("ring"), pop("answer"));

        assertThat(desk.await(TICKET, SOON).is("checked")).isFalse();
        desk.press(TICKET);
        desk.awaitState(TICKET, "checked", true, SOON);
        opened(pop("ring"), pop("answer"), CRM + "ticket?number=600");
        assertThat(desk.unnamed()).isEmpty();
        workstation.picture("ticket");
        desk.press(TICKET);
        desk.awaitState(TICKET, "checked", false, SOON);
        workstation.hangUp();
        opened(pop("ring"), pop("answer"), CRM + "ticket?number=600", pop("end"));

        desk.focus(BOX);
        desk.type(BOX, "echo");
        desk.awaitText("^Echo test, ", SOON);
        desk.key("ctrl+Return");
        desk.awaitText("^Customer +C-10600$", SOON);
        desk.awaitText("^Open tickets +2$", SOON);
        assertThat(desk.unnamed()).isEmpty();
        workstation.picture("customer");
        desk.press("Open customer C-10600 in the CRM");
        opened(pop("ring"), pop("answer"), CRM + "ticket?number=600", pop("end"), CRM + "customer#C-10600");
    }

    private void opened(String... pages) {
        Eventually.holds(() -> assertThat(browser.opened()).containsExactly(pages));
    }

    private static String pop(String event) {
        return CRM + "pop?event=" + event + "&number=600&account=sip%3Aanna%40practice.centralino.test#out";
    }

    private Workstation open() {
        Map<String, String> environment = new HashMap<>(browser.environment());
        environment.put("CENTRALINO_PRODUCT", product.toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        environment.put(
                "JAVA_TOOL_OPTIONS",
                String.join(
                        " ",
                        List.of(
                                "-Dcom.example.crm.pop.ring=" + POP,
                                "-Dcom.example.crm.pop.answer=" + POP,
                                "-Dcom.example.crm.pop.end=" + POP,
                                "-Dcom.example.crm.ticket=" + CRM + "ticket?number={number}",
                                "-Dcom.example.crm.customer=" + CRM + "customer#{customer}")));
        Workstation workstation = Workstation.open("partner", environment, "--user", "anna");
        workstation.desk.awaitText("^Registered as ", Workstation.START);
        workstation.desk.awaitText("^Directory: [0-9,]+ people", Workstation.START);
        return workstation;
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return "amd64".equals(name) ? "x86_64" : name;
    }

    /** Without what a build left. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path relative = from.relativize(file);
                if (Stream.of(relative.toString().split("/")).noneMatch("target"::equals)) {
                    Files.copy(file, to.resolve(relative.toString()));
                }
            }
        }
    }
}
