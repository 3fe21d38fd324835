/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.centralino.directory.Contact;
import org.centralino.directory.source.SourceException;
import org.centralino.directory.source.SourceSettings;
import org.centralino.testbench.FreePorts;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are down, silent or want something else, and readings that are stopped. */
@Timeout(60)
class LdapConnectionTest {
    private final Received copy = new Received();

    @Test
    void nobodyThereIsSaidSo() {
        int port = FreePorts.one();
        fails(LdapBench.at("ldap://127.0.0.1:" + port), NLS.bind(Messages.refusedConnection, "127.0.0.1:" + port));
        fails(LdapBench.at("ldap://no..where:389"), NLS.bind(Messages.unknownHost, "no..where"));
    }

    @Test
    void settingsThatCannotBeUsedAreNamed() {
        fails(LdapBench.at("http://127.0.0.1"), NLS.bind(Messages.badSetting, "url", "http://127.0.0.1"));
        fails(LdapBench.at("ldap:///"), NLS.bind(Messages.badSetting, "url", "ldap:///"));
        fails(LdapBench.at("ldap://h", "scope", "all"), NLS.bind(Messages.badSetting, "scope", "all"));
        fails(LdapBench.at("ldap://h", "startTls", "yes"), NLS.bind(Messages.badSetting, "startTls", "yes"));
        fails(LdapBench.at("ldap://h", "pageSize", "0"), NLS.bind(Messages.badSetting, "pageSize", "0"));
        fails(LdapBench.at("ldap://h", "timeoutSeconds", "x"), NLS.bind(Messages.badSetting, "timeoutSeconds", "x"));
        fails(LdapBench.at("ldap://h", "user", "anna"), NLS.bind(Messages.badSetting, "password", ""));
    }

    @Test
    void anAddressThatSwallowsEverythingIsGivenUp() throws Exception {
        try (BlackHole hole = new BlackHole()) {
            fails(hole.settings("timeoutSeconds", "1"), NLS.bind(Messages.noAnswer, hole.name(), 1));
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String name = "127.0.0.1:" + silent.getLocalPort();
            fails(LdapBench.at("ldap://" + name, "timeoutSeconds", "1"), NLS.bind(Messages.noAnswer, name, 1));
            // Connecting and the handshake have a second each.
            fails(LdapBench.at("ldaps://" + name, "timeoutSeconds", "1"), NLS.bind(Messages.noAnswer, name, 2));
        }
    }

    @Test
    void aReadingThatIsStoppedEndsSoonWhateverTheServerDoes() throws Exception {
        try (BlackHole hole = new BlackHole();
                ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            endsSoon(hole.settings());
            endsSoon(LdapBench.at("ldap://127.0.0.1:" + silent.getLocalPort()));
            endsSoon(LdapBench.at("ldaps://127.0.0.1:" + silent.getLocalPort()));
        }
    }

    @Test
    void aReadingThatIsStoppedWhileContactsComeEnds() throws Exception {
        try (LdapBench bench = LdapBench.start()) {
            for (int i = 0; i < 300; i++) {
                bench.person("Person " + i);
            }
            Received stopping = new Received() {
                @Override
                public void put(Contact contact, byte @Nullable [] photo) throws InterruptedException {
                    super.put(contact, photo);
                    if (put == 10) {
                        throw new InterruptedException("the user does not want it any more");
                    }
                }
            };
            assertThatThrownBy(() -> stopping.read(bench.settings("pageSize", "100")))
                    .isInstanceOf(InterruptedException.class);
            assertThat(stopping.put).isEqualTo(10);
        }
    }

    @Test
    void userAndPasswordMustBeRight() throws Exception {
        try (LdapBench bench = LdapBench.start()) {
            bench.person("Anna Rossi");
            copy.read(bench.settings("startTls", "off", "bindDn", "cn=reader", "password", "secret"));
            assertThat(copy.contacts).hasSize(1);
            fails(
                    bench.settings("startTls", "off", "bindDn", "cn=reader", "password", "wrong"),
                    NLS.bind(Messages.refusedUser, "127.0.0.1:" + bench.port(), "cn=reader"));
            assertThat(copy.contacts).hasSize(1);
        }
    }

    @Test
    void aPasswordIsNotSentInClearUnlessTheSettingsSaySo() throws Exception {
        AtomicInteger binds = new AtomicInteger();
        try (LdapBench bench =
                LdapBench.start(null, config -> config.addInMemoryOperationInterceptor(counting(binds)))) {
            String[] user = {"bindDn", "cn=reader", "password", "secret"};
            fails(bench.settings(user), NLS.bind(Messages.clearPassword, "127.0.0.1:" + bench.port()));
            assertThat(binds).hasValue(0);
            copy.read(bench.settings("startTls", "off", user[0], user[1], user[2], user[3]));
            assertThat(binds).hasValue(1);
        }
    }

    @Test
    void aServerThatIsNotThisComputerMustEncrypt() throws Exception {
        SourceSettings elsewhere = LdapBench.at("ldap://ldap.example.test");
        assertThat(LdapSettings.of(elsewhere).startTls()).isEqualTo(LdapSettings.StartTls.REQUIRED);
        assertThat(LdapSettings.of(LdapBench.at("ldap://10.0.0.1")).startTls())
                .isEqualTo(LdapSettings.StartTls.REQUIRED);
        assertThat(LdapSettings.of(LdapBench.at("ldap://[::1]:389")).startTls())
                .isEqualTo(LdapSettings.StartTls.PREFERRED);
        try (LdapBench bench = LdapBench.start()) {
            fails(bench.settings("startTls", "required"), NLS.bind(Messages.noStartTls, "127.0.0.1:" + bench.port()));
        }
    }

    @Test
    void aBaseThatIsNotThereIsNamed() throws Exception {
        try (LdapBench bench = LdapBench.start()) {
            String base = "ou=nowhere," + LdapBench.BASE;
            fails(bench.settings("base", base), NLS.bind(Messages.noBase, "127.0.0.1:" + bench.port(), base));
        }
    }

    @Test
    void neitherSettingsNorFailuresTellThePassword() throws Exception {
        SourceSettings source = LdapBench.at("ldap://h", "user", "anna", "password", "s3cr3t");
        assertThat(LdapSettings.of(source) + " " + source).doesNotContain("s3cr3t");
        assertThat(LdapSettings.of(source).fingerprint())
                .isEqualTo(LdapSettings.of(LdapBench.at("ldap://h", "user", "anna", "password", "other"))
                        .fingerprint());
    }

    private void fails(SourceSettings settings, String message) {
        assertThatThrownBy(() -> copy.read(settings))
                .isInstanceOf(SourceException.class)
                .hasMessage(message);
    }

    private void endsSoon(SourceSettings settings) throws Exception {
        CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread reader = Thread.ofPlatform().daemon().start(() -> {
            begun.countDown();
            try {
                new Received().read(settings);
                ended.complete(null);
            } catch (Exception e) {
                ended.completeExceptionally(e);
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        reader.join(Duration.ofMillis(200)); // it gets to where it waits for the server
        reader.interrupt();
        assertThatThrownBy(() -> ended.get(2, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    private static InMemoryOperationInterceptor counting(AtomicInteger binds) {
        return new InMemoryOperationInterceptor() {
            @Override
            @NonNullByDefault({})
            public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) throws LDAPException {
                binds.incrementAndGet();
            }
        };
    }

    /** An address at which connections never come about: its queue is full, and more are not even refused. */
    private static final class BlackHole implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<Socket> queued = new ArrayList<>();

        BlackHole() throws IOException {
            boolean full = false;
            while (!full) {
                Socket socket = new Socket();
                queued.add(socket);
                try {
                    socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 300);
                } catch (IOException e) {
                    full = true;
                }
            }
        }

        String name() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        SourceSettings settings(String... more) {
            return LdapBench.at("ldap://" + name(), more);
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : queued) {
                socket.close();
            }
            server.close();
        }
    }
}
