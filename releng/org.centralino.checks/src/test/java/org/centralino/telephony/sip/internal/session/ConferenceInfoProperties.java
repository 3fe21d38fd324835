/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.centralino.telephony.Participant.State;

/** Documents that strangers send. */
class ConferenceInfoProperties {

    private static final String ROOT =
            "<conference-info xmlns='urn:ietf:params:xml:ns:conference-info' entity='sip:x@y' version='1'>";

    private static ConferenceInfo parsed(String document) {
        return ConferenceInfo.parse(document.getBytes(StandardCharsets.UTF_8));
    }

    private static String users(String users) {
        return ROOT + "<users>" + users + "</users></conference-info>";
    }

    @Provide
    Arbitrary<String> nearlyDocuments() {
        Arbitrary<String> part = Arbitraries.of(
                ROOT,
                "</conference-info>",
                "<users>",
                "</users>",
                "<user entity='sip:a@b'>",
                "<user state='deleted' entity='sip:a@b'/>",
                "</user>",
                "<endpoint><status>connected</status></endpoint>",
                "<display-text>",
                "</display-text>",
                "<x:y xmlns:x='z'>",
                "</x:y>",
                "<![CDATA[ & ]]>",
                "<!-- -->",
                "<?p i?>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
                "&b;",
                "&#65;",
                "&lt;",
                "\u0000",
                "version='x'",
                "text");
        return part.list().ofMaxSize(40).map(parts -> String.join("", parts));
    }

    @Property
    void whateverComesIsReadOrRefused(@ForAll("nearlyDocuments") String document) {
        ConferenceInfo info = parsed(document);
        if (info != null) {
            assertThat(info.users()).hasSizeLessThanOrEqualTo(ConferenceInfo.MOST_USERS);
            assertThat(document).doesNotContain("<!DOCTYPE");
        }
    }

    @Property
    void bytesThatAreNoDocumentAreRefused(@ForAll byte[] bytes) {
        assertThat(ConferenceInfo.parse(bytes)).isNull();
    }

    @Property
    void whoIsToldOfIsRead(@ForAll @Size(max = 30) List<@AlphaChars @StringLength(min = 1, max = 20) String> names) {
        StringBuilder users = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            users.append("<user entity='sip:")
                    .append(i)
                    .append("@example.test'><display-text>")
                    .append(names.get(i))
                    .append("</display-text><endpoint entity='x'><status>on-hold</status></endpoint></user>");
        }
        ConferenceInfo info = parsed(users(users.toString()));
        assertThat(info).isNotNull();
        assertThat(info.full()).isTrue();
        assertThat(info.users()).extracting(ConferenceInfo.User::name).containsExactlyElementsOf(names);
        assertThat(info.users()).allMatch(user -> user.state() == State.ON_HOLD && !user.gone());
    }

    @Property(tries = 30)
    void partialDocumentsInAnyNumberKeepTheRosterWithinItsLimit(
            @ForAll @IntRange(min = 1, max = 5) int documents, @ForAll @IntRange(min = 1, max = 400) int each) {
        Roster roster = new Roster();
        for (int d = 0; d < documents; d++) {
            StringBuilder users = new StringBuilder();
            for (int i = 0; i < each; i++) {
                users.append("<user entity='sip:")
                        .append(d)
                        .append('-')
                        .append(i)
                        .append("@x'/>");
            }
            String document =
                    users(users.toString()).replace("version='1'", "version='" + (d + 1) + "' state='partial'");
            ConferenceInfo info = parsed(document);
            assertThat(info).isNotNull();
            roster.take(info);
        }
        assertThat(roster.people()).hasSize(Math.min(documents * each, ConferenceInfo.MOST_USERS));
    }

    @Example
    void whatIsTooLargeTooDeepOrTooManyIsRefusedAtOnce() {
        long begun = System.nanoTime();
        assertThat(parsed(users("<user entity='sip:a@b'><display-text>" + "a".repeat(ConferenceInfo.LARGEST)
                        + "</display-text></user>")))
                .isNull();
        assertThat(parsed(users("<x>".repeat(5_000) + "</x>".repeat(5_000)))).isNull();
        assertThat(parsed(users("<user entity='a'/>".repeat(ConferenceInfo.MOST_USERS + 1))))
                .isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Example
    void aNameIsOneLineAndNoLongerThanItMayBe() {
        ConferenceInfo info = parsed(users(
                "<user entity='sip:a@b'><display-text>a&#10;\u202eb" + "c".repeat(400) + "</display-text></user>"));
        assertThat(info).isNotNull();
        assertThat(info.users().get(0).name()).startsWith("a  b").hasSize(ConferenceInfo.LONGEST);
    }

    @Example
    void whoHasTwoDevicesIsThereByTheOneThatIs() {
        String device = "<endpoint entity='x'><status>%s</status></endpoint>";
        ConferenceInfo info = parsed(users("<user entity='sip:a@b'>" + device.formatted("connected")
                + device.formatted("disconnected") + device.formatted("alerting") + "</user>"));
        assertThat(info).isNotNull();
        assertThat(info.users().get(0).state()).isEqualTo(State.CONNECTED);
    }
}
