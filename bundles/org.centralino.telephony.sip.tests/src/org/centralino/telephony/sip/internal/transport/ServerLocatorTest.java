/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.telephony.sip.internal.NameServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Where a first hop leads, as a name server on loopback says it, and whatever else one may say. */
@Timeout(30)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ServerLocatorTest {

    private final NameServer names = new NameServer();
    private final AtomicLong clock = new AtomicLong();
    private final Dns dns = new DnsCache(new DnsClient(), clock::get);
    private final ServerLocator locator = new ServerLocator(dns, new Random(1));

    @AfterEach
    void close() {
        names.close();
    }

    private List<String> located(String uri) throws IOException {
        return locator.locate(FirstHop.parse(uri)).stream()
                .map(Target::toString)
                .toList();
    }

    @Test
    void whatIsWrittenWithAPortOrAsAnAddressIsTakenAsWritten() throws IOException {
        names.host("pbx.test", "127.0.0.7").srv("_sip._udp.pbx.test", 1, 1, 5070, "other.test");
        assertThat(located("sip:pbx.test:5090")).containsExactly("127.0.0.7:5090/udp");
        assertThat(located("sip:127.0.0.8;transport=tls")).containsExactly("127.0.0.8:5061/tls");
        assertThat(located("sip:[::1]:5062;transport=tcp")).containsExactly("0:0:0:0:0:0:0:1:5062/tcp");
    }

    @Test
    void theDomainSaysWhichTransportItPrefers() throws IOException {
        names.naptr("pbx.test", 20, "SIP+D2U", "_sip._udp.pbx.test")
                .naptr("pbx.test", 10, "SIPS+D2T", "_sips._tcp.hoster.test")
                .naptr("pbx.test", 5, "SIP+D2S", "_sip._sctp.pbx.test")
                .srv("_sips._tcp.hoster.test", 1, 1, 5061, "one.hoster.test")
                .srv("_sip._udp.pbx.test", 1, 1, 5060, "one.hoster.test")
                .host("one.hoster.test", "127.0.0.7");
        assertThat(located("sip:pbx.test")).containsExactly("127.0.0.7:5061/tls");
        assertThat(located("sip:pbx.test;transport=udp")).containsExactly("127.0.0.7:5060/udp");
    }

    @Test
    void withoutItsWishTheSafestTransportIsTakenAndNeverAWeakerOneBehindIt() throws IOException {
        names.srv("_sips._tcp.pbx.test", 1, 1, 5061, "one.pbx.test")
                .srv("_sip._udp.pbx.test", 1, 1, 5060, "one.pbx.test")
                .host("one.pbx.test", "127.0.0.7");
        assertThat(located("sip:pbx.test")).containsExactly("127.0.0.7:5061/tls");
    }

    @Test
    void aDomainWithoutServicesIsAHost() throws IOException {
        names.host("pbx.test", "127.0.0.7");
        assertThat(located("sip:pbx.test")).containsExactly("127.0.0.7:5060/udp");
        assertThat(located("sips:pbx.test")).containsExactly("127.0.0.7:5061/tls");
    }

    @Test
    void serversComeByPriorityAndThenByWeight() throws IOException {
        Map<String, Integer> first = new HashMap<>();
        Random random = new Random(7);
        List<Dns.Srv> records = List.of(
                new Dns.Srv(20, 100, 5060, "last"),
                new Dns.Srv(10, 0, 5060, "never"),
                new Dns.Srv(10, 10, 5060, "seldom"),
                new Dns.Srv(10, 90, 5060, "often"));
        for (int i = 0; i < 1_000; i++) {
            List<Dns.Srv> ordered = ServerLocator.ordered(records, random);
            assertThat(ordered).hasSize(4);
            assertThat(ordered.get(3).target()).isEqualTo("last");
            first.merge(ordered.get(0).target(), 1, Integer::sum);
        }
        assertThat(first.getOrDefault("often", 0)).isBetween(850, 930);
        assertThat(first.getOrDefault("seldom", 0)).isBetween(60, 140);
        assertThat(first.getOrDefault("never", 0)).isLessThan(30);
    }

    @Test
    void aServiceThatIsDecidedlyNotOfferedIsNotLookedForElsewhere() {
        names.srv("_sip._udp.pbx.test", 0, 0, 1, ".").host("pbx.test", "127.0.0.7");
        assertThatThrownBy(() -> located("sip:pbx.test;transport=udp"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("decidedly");
        assertThatThrownBy(() -> located("sip:pbx.test")).isInstanceOf(IOException.class);
    }

    @Test
    void namesThatPointAtEachOtherForEverEndInAnError() {
        names.alias("_sip._udp.pbx.test", "b.test").alias("b.test", "_sip._udp.pbx.test");
        assertThatThrownBy(() -> located("sip:pbx.test;transport=udp")).isInstanceOf(IOException.class);
        for (int i = 0; i < 50; i++) {
            names.alias("long" + i + ".test", "long" + (i + 1) + ".test");
        }
        names.srv("_sip._udp.deep.test", 1, 1, 5060, "long0.test");
        assertThatThrownBy(() -> located("sip:deep.test;transport=udp")).isInstanceOf(IOException.class);
    }

    @Test
    void aThousandServersAreAFew() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            names.srv("_sip._udp.pbx.test", 1, 0, 1_000 + i, "one.pbx.test");
        }
        names.host("one.pbx.test", "127.0.0.7");
        assertThat(located("sip:pbx.test;transport=udp")).hasSize(16).doesNotHaveDuplicates();
    }

    @Test
    void portZeroAndHostsThatNobodyKnowsArePassedOver() throws IOException {
        names.srv("_sip._udp.pbx.test", 1, 0, 0, "one.pbx.test")
                .srv("_sip._udp.pbx.test", 2, 0, 5060, "nowhere.pbx.test")
                .srv("_sip._udp.pbx.test", 3, 65_535, 5_060, "one.pbx.test")
                .host("one.pbx.test", "127.0.0.7");
        assertThat(located("sip:pbx.test;transport=udp")).containsExactly("127.0.0.7:5060/udp");
    }

    @Test
    void anAnswerIsKeptForItsTimeAndLongerWhenNobodyAnswers() throws IOException {
        names.srv("_sip._udp.pbx.test", 1, 1, 5_060, "one.pbx.test").host("one.pbx.test", "127.0.0.7");
        assertThat(located("sip:pbx.test;transport=udp")).containsExactly("127.0.0.7:5060/udp");
        int asked = names.questions();
        assertThat(located("sip:pbx.test;transport=udp")).hasSize(1);
        assertThat(names.questions()).isEqualTo(asked);
        clock.addAndGet(61_000_000_000L);
        names.keepSilent(true);
        long before = System.nanoTime();
        assertThat(located("sip:pbx.test;transport=udp")).containsExactly("127.0.0.7:5060/udp");
        System.out.printf("name server silent: the old answer after %d ms%n", (System.nanoTime() - before) / 1_000_000);
        assertThatThrownBy(() -> located("sip:unknown.test;transport=udp")).isInstanceOf(IOException.class);
        clock.addAndGet(3_600L * 24 * 1_000_000_000L);
        assertThatThrownBy(() -> located("sip:pbx.test;transport=udp")).isInstanceOf(IOException.class);
        names.keepSilent(false);
        assertThat(located("sip:pbx.test;transport=udp")).hasSize(1);
        assertThat(names.questions()).isGreaterThan(asked);
    }
}
