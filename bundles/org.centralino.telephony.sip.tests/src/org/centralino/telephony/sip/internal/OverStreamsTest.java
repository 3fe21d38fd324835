/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.centralino.telephony.Account;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallState;
import org.centralino.telephony.EndReason.Kind;
import org.centralino.telephony.Registration.NotRegistered;
import org.centralino.testbench.Certificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Registration and calls over TCP and TLS. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class OverStreamsTest {

    private static final String TRUSTED = "centralino.tls.ca";

    private final Certificates certificates;

    OverStreamsTest(@TempDir Path folder) {
        certificates = new Certificates(folder);
    }

    @AfterEach
    void forget() {
        System.clearProperty(TRUSTED);
    }

    private static StreamWire tcp() throws IOException {
        return new StreamWire(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), "tcp");
    }

    /** An exchange over TLS that shows this certificate. */
    static StreamWire tls(Certificates.Issued issued) throws IOException, GeneralSecurityException {
        Certificate certificate;
        try (var pem = Files.newInputStream(issued.pem())) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
        PrivateKey key = key(Files.readString(issued.key()), certificate);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, new char[0], new Certificate[] {certificate});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new StreamWire(
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress()), "tls");
    }

    /** The one of the keys in {@code pem} that belongs to {@code certificate}. */
    private static PrivateKey key(String pem, Certificate certificate) throws GeneralSecurityException {
        Matcher keys = Pattern.compile("BEGIN PRIVATE KEY-----([^-]+)-----END").matcher(pem);
        while (keys.find()) {
            byte[] encoded = Base64.getMimeDecoder().decode(keys.group(1));
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            byte[] signed = signature.sign();
            signature.initVerify(certificate);
            if (signature.verify(signed)) {
                return key;
            }
        }
        throw new AssertionError("No key of the certificate");
    }

    private void trustTheAuthority() {
        System.setProperty(TRUSTED, certificates.authority().toString());
    }

    private static void callsGoBothWays(Station station) throws InterruptedException {
        station.signIn(Account.Dtmf.RFC4733);
        Station.Up up = station.connected("200");
        station.telephony.hangUp(up.call().id());
        station.exchange.reply(station.exchange.await("BYE"), 200, "OK", "");
        assertThat(station.watcher.awaitEnd().kind()).isEqualTo(Kind.HUNG_UP);
        station.invite("in1");
        Call call = station.watcher.awaitState(CallState.Incoming.class);
        station.telephony.answer(call.id());
        station.ack(station.exchange.await("SIP/2.0 200"), "");
        station.watcher.awaitState(CallState.Active.class);
    }

    @Test
    void callsGoBothWaysOverOneTcpConnection() throws IOException, InterruptedException {
        StreamWire wire = tcp();
        try (Station station = new Station(wire)) {
            callsGoBothWays(station);
            assertThat(wire.connections).hasSize(1);
            String port = ":" + wire.connections.get(0).getPort();
            assertThat(station.exchange.lastRegister().contact()).contains(port).contains("transport=tcp");
        }
    }

    @Test
    void callsGoBothWaysOverOneTlsConnection() throws Exception {
        trustTheAuthority();
        StreamWire wire = tls(certificates.issue("example.test"));
        try (Station station = new Station(wire)) {
            callsGoBothWays(station);
            assertThat(wire.connections).hasSize(1);
        }
    }

    private static String refusal(Certificates.Issued issued) throws Exception {
        try (Station station = new Station(tls(issued))) {
            station.telephony.use(List.of(station.account("anna", Account.Dtmf.RFC4733)));
            return station.watcher.awaitRegistration(NotRegistered.class).reason();
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefusedByItsName() throws Exception {
        trustTheAuthority();
        assertThat(refusal(certificates.issue("other.test")))
                .isEqualTo("The certificate is not for example.test but for other.test");
    }

    @Test
    void anExpiredCertificateIsRefusedWithItsDay() throws Exception {
        trustTheAuthority();
        assertThat(refusal(certificates.issueExpired("example.test")))
                .startsWith("The certificate for example.test expired on ");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        trustTheAuthority();
        assertThat(refusal(certificates.selfSigned("example.test")))
                .isEqualTo("Nobody this computer trusts vouches for the certificate for example.test");
    }

    @Test
    void theAuthorityIsTrustedOnlyWhenItIsNamed() throws Exception {
        assertThat(refusal(certificates.issue("example.test"))).startsWith("Nobody this computer trusts");
    }

    @Test
    void aRegistrarThatIsNotThereIsTold() throws IOException, InterruptedException {
        StreamWire gone = tcp();
        try (Station station = new Station(gone)) {
            gone.close();
            station.telephony.use(List.of(station.account("anna", Account.Dtmf.RFC4733)));
            NotRegistered state = station.watcher.awaitRegistration(NotRegistered.class);
            assertThat(state.reason()).startsWith("No way to the registrar");
            assertThat(state.retrying()).isTrue();
        }
    }
}
