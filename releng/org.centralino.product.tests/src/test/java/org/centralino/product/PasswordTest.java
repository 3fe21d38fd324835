/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.product.Workstation.SOON;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Certificates;
import org.centralino.testbench.Kamailio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A password that the profile leaves out: asked for, kept, and nowhere to be read. */
class PasswordTest {

    private static final Duration START = Duration.ofSeconds(60);
    private static final String SECRET = "tre-civette-sul-como";
    private static final String FIELD = "Password";
    private static final String MISSING = "Not signed in, password needed: anna@example.test";
    private static final String REFUSED = "Not signed in, password refused: anna@example.test";

    private final Path folder;
    private final Certificates certificates;
    private final Kamailio exchange;
    private final Path profile;

    PasswordTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        certificates = new Certificates(folder);
        exchange = setup(SECRET).start(folder.resolve("exchange"));
        profile = Files.writeString(folder.resolve("anna.json"), """
                {"version":1,"accounts":[{"address":"sip:anna@example.test","registrar":"%s","srtp":"required"}]}
                """.formatted(exchange.hop("tls")));
    }

    private Kamailio.Setup setup(String password) {
        return Kamailio.of("example.test")
                .user("anna", password)
                .user("bruno", "brunos")
                .certificate(certificates.issue("example.test"))
                .tellingSecrets();
    }

    @AfterEach
    void stop() {
        exchange.close();
    }

    private Workstation open(String name) {
        String options = "-Dcentralino.log.level=TRACE -Dcentralino.tls.ca=" + certificates.authority();
        return Workstation.open(name, Map.of("JAVA_TOOL_OPTIONS", options), "--profile", profile.toString());
    }

    private Baresip bruno() {
        Baresip bruno = Baresip.of("sip:bruno@example.test")
                .registeredAt(exchange.hop("tls"), "brunos")
                .trusting(certificates.authority())
                .codecs("pcmu")
                .mediaEncryption("srtp-mand")
                .tone(1000)
                .start(folder.resolve("bruno"));
        bruno.awaitRegistered(SOON);
        return bruno;
    }

    @Test
    void aPasswordIsAskedForUntilItIsRightAndThenKeptAndInNoLogOrFile() throws IOException {
        try (Workstation workstation = open("password");
                Baresip bruno = bruno()) {
            workstation.desk.await(FIELD, START);
            workstation.desk.awaitText("^Password of anna@example.test at 127", SOON);
            assertThat(workstation.desk.unnamed()).isEmpty();
            workstation.picture("asked");
            workstation.desk.focus(FIELD);
            workstation.desk.key("Escape");
            workstation.desk.awaitGone(FIELD, SOON);
            workstation.desk.await(MISSING, SOON);
            workstation.picture("silence");

            workstation.desk.press(MISSING);
            workstation.desk.await(FIELD, SOON);
            workstation.desk.type(FIELD, "wrong-" + SECRET + "\n");
            workstation.desk.awaitText("refused the password. Type it again", SOON);
            workstation.picture("refused");
            workstation.desk.type(FIELD, SECRET);
            assertThat(workstation.desk.tree()).doesNotContain(SECRET);
            workstation.desk.press("Show password");
            workstation.picture("shown");
            workstation.desk.press("Sign in");
            workstation.desk.awaitText("^Registered as anna@", SOON);
            workstation.desk.awaitGone(FIELD, SOON);

            workstation.dial("bruno");
            workstation.inCall();
            workstation.hangUp();

            workstation.restart();
            workstation.desk.awaitText("^Registered as anna@", START);
            assertThat(workstation.desk.find(FIELD)).isNull();
            workstation.quit();
            nothingIsWritten(workstation.folder);
        }
    }

    @Test
    @Tag("long")
    void aPasswordThatIsRefusedDuringACallIsAskedForWhenTheCallIsOver() {
        try (Workstation workstation = open("during-a-call");
                Baresip bruno = bruno()) {
            workstation.desk.await(FIELD, START);
            workstation.desk.type(FIELD, SECRET + "\n");
            workstation.desk.awaitText("^Registered as anna@", SOON);
            workstation.dial("bruno");
            workstation.inCall();

            exchange.close();
            try (Kamailio changed = setup("another").port(exchange.port()).start(folder.resolve("changed"))) {
                workstation.desk.await(REFUSED, START);
                workstation.picture("during-a-call");
                assertThat(workstation.desk.find(FIELD)).isNull();
                workstation.hangUp();
                workstation.desk.await(FIELD, SOON);
                workstation.desk.type(FIELD, "another\n");
                workstation.desk.awaitText("^Registered as anna@", SOON);
                assertThat(changed.domain()).isEqualTo(exchange.domain());
            }
        }
    }

    /** No file that the workstation wrote has the password, what was answered to challenges, or keys of calls. */
    private void nothingIsWritten(Path written) throws IOException {
        List<String> secrets = new ArrayList<>(List.of(SECRET, "inline:", "Authorization: Digest"));
        for (String pattern : List.of("inline:([A-Za-z0-9+/=]{40,})", "response=\"([0-9a-f]{32,})\"")) {
            Pattern.compile(pattern).matcher(exchange.log()).results().forEach(found -> secrets.add(found.group(1)));
        }
        assertThat(secrets).hasSizeGreaterThan(5);
        List<Path> read = new ArrayList<>();
        try (Stream<Path> files = Files.walk(written)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(secrets).as(file.toString()).noneMatch(text::contains);
                read.add(file.getFileName());
            }
        }
        assertThat(read)
                .contains(Path.of("centralino.log"), Path.of("product.log"), Path.of("secure_storage"), Path.of("key"));
        assertThat(Files.size(written.resolve("home/centralino.log"))).isGreaterThan(1000);
        System.out.println(read.size() + " files, " + secrets.size() + " secrets looked for");
    }
}
