/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.centralino.media.SrtpKeys;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrtpSessionTest {

    private static final String SUITE = "AES_CM_128_HMAC_SHA1_80";
    private static final int SSRC = 0x0A0B0C0D;

    private final Random random = new Random(11);

    private byte[] key(int length) {
        byte[] key = new byte[length];
        random.nextBytes(key);
        return key;
    }

    private SrtpKeys keys() {
        return new SrtpKeys(SUITE, key(30), key(30));
    }

    private static SrtpKeys mirrored(SrtpKeys keys) {
        return new SrtpKeys(keys.suite(), keys.receive(), keys.send());
    }

    private static SrtpSession session(@Nullable SrtpSession before, SrtpKeys keys) {
        return Objects.requireNonNull(SrtpSession.next(before, keys));
    }

    private static SrtpSession session(SrtpKeys keys) {
        return session(null, keys);
    }

    private static byte[] packet(int sequence) {
        ByteBuffer packet = ByteBuffer.allocate(172);
        packet.put(0, (byte) 0x80)
                .putShort(2, (short) sequence)
                .putInt(4, 160 * sequence)
                .putInt(8, SSRC);
        for (int i = 12; i < 172; i++) {
            packet.put(i, (byte) (i * sequence));
        }
        return packet.array();
    }

    private static byte[] report() {
        ByteBuffer report = ByteBuffer.allocate(28);
        report.put(0, (byte) 0x80).put(1, (byte) 200).putShort(2, (short) 6).putInt(4, SSRC);
        return report.array();
    }

    private static byte[] roomy(byte[] packet) {
        return Arrays.copyOf(packet, packet.length + SrtpSession.LONGEST_TRAILER);
    }

    private static byte[] protect(SrtpSession session, byte[] packet) throws GeneralSecurityException {
        byte[] data = roomy(packet);
        return Arrays.copyOf(data, session.protect(data, packet.length));
    }

    /** What comes out, null when it is dropped. */
    private static byte @Nullable [] unprotect(SrtpSession session, byte[] packet) {
        byte[] data = packet.clone();
        int length = session.unprotect(data, data.length);
        return length < 0 ? null : Arrays.copyOf(data, length);
    }

    /** RFC 3711, B.3, and RFC 6188, 7.2: what our packets are compared with can be trusted. */
    @ParameterizedTest
    @CsvSource({
        "e1f97a0d3e018be0d64fa32c06de4139, 0ec675ad498afeebb6960b3aabe6, c61e7a93744f39ee10734afe3ff7a087,"
                + " 30cbbc08863d8c85d49db34a9ae1, cebe321f6ff7716b6fd4ab49af256a156d38baa4",
        "f0f04914b513f2763a1b1fa130f10e2998f6f6e43e4309d1e622a0e332b9f1b6, 3b04803de51ee7c96423ab5b78d2,"
                + " 5ba1064e30ec51613cad926c5a28ef731ec7fb397f70a960653caf06554cd8c4, fa31791685ca444a9e07c6c64e93,"
                + " fd9c32d39ed5fbb5a9dc96b30818454d1313dc05"
    })
    void theReferenceDerivesKeysAsTheStandardsDo(
            String master, String salt, String cipherKey, String cipherSalt, String authenticationKey)
            throws GeneralSecurityException {
        HexFormat hex = HexFormat.of();
        SrtpReference reference = new SrtpReference(hex.parseHex(master), hex.parseHex(salt));
        assertThat(reference.derive(0, master.length() / 2)).isEqualTo(hex.parseHex(cipherKey));
        assertThat(reference.derive(2, 14)).isEqualTo(hex.parseHex(cipherSalt));
        assertThat(reference.derive(1, 20)).isEqualTo(hex.parseHex(authenticationKey));
    }

    @ParameterizedTest
    @CsvSource({"AES_CM_128_HMAC_SHA1_80, 30, 10", "AES_CM_128_HMAC_SHA1_32, 30, 4", "AES_256_CM_HMAC_SHA1_80, 46, 10"})
    void packetsAreAsTheStandardWantsThemAcrossTheRolloverOfNumbers(String suite, int length, int tag)
            throws GeneralSecurityException {
        SrtpKeys keys = new SrtpKeys(suite, key(length), key(length));
        SrtpReference reference = SrtpReference.of(keys.send());
        SrtpSession ours = session(keys);
        SrtpSession theirs = session(mirrored(keys));
        for (int i = 0xFFF0; i < 0x10010; i++) {
            byte[] packet = packet(i & 0xFFFF);
            byte[] sent = protect(ours, packet);
            assertThat(sent).isEqualTo(reference.protect(packet, i >> 16, tag));
            assertThat(unprotect(theirs, sent)).isEqualTo(packet);
        }
        assertThat(theirs.rejected()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"AES_CM_128_HMAC_SHA1_32, 30", "AES_256_CM_HMAC_SHA1_80, 46"})
    void reportsAreEncryptedToo(String suite, int length) throws GeneralSecurityException {
        SrtpKeys keys = new SrtpKeys(suite, key(length), key(length));
        SrtpReference reference = SrtpReference.of(keys.send());
        SrtpSession ours = session(keys);
        SrtpSession theirs = session(mirrored(keys));
        for (int index = 0; index < 3; index++) {
            byte[] data = roomy(report());
            int sent = ours.protectControl(data, report().length);
            assertThat(Arrays.copyOf(data, sent)).isEqualTo(reference.protectControl(report(), index));
            byte[] again = data.clone();
            int got = theirs.unprotectControl(data, sent);
            assertThat(Arrays.copyOf(data, got)).isEqualTo(report());
            assertThat(theirs.unprotectControl(again, sent)).isNegative();
        }
        assertThat(theirs.unprotectControl(roomy(report()), report().length)).isNegative();
    }

    @Test
    void whatIsForgedRepeatedOrInClearIsDroppedAndCountedAndHarmsNothing() throws GeneralSecurityException {
        SrtpKeys keys = keys();
        SrtpSession ours = session(keys);
        SrtpSession theirs = session(mirrored(keys));
        byte[] first = protect(ours, packet(7));
        byte[] changed = first.clone();
        changed[40] ^= 1;
        assertThat(unprotect(theirs, changed)).isNull();
        assertThat(unprotect(theirs, protect(session(keys()), packet(65535)))).isNull();
        assertThat(unprotect(theirs, packet(8))).isNull();
        assertThat(unprotect(theirs, new byte[0])).isNull();
        assertThat(unprotect(theirs, first)).isEqualTo(packet(7));
        assertThat(unprotect(theirs, first)).isNull();
        assertThat(theirs.rejected()).isEqualTo(5);
        assertThat(unprotect(theirs, protect(ours, packet(8)))).isEqualTo(packet(8));
    }

    @Test
    void rubbishIsNeverTakenNorDoesItThrow() {
        SrtpSession ours = session(keys());
        for (int i = 0; i < 20_000; i++) {
            byte[] data = new byte[random.nextInt(1600)];
            random.nextBytes(data);
            assertThat(ours.unprotect(data, data.length)).isNegative();
            assertThat(ours.unprotectControl(data, data.length)).isNegative();
        }
        assertThat(ours.rejected()).isEqualTo(40_000);
    }

    @Test
    void aRoundThatKeepsAKeyKeepsWhatItsHalfKnows() throws GeneralSecurityException {
        SrtpKeys keys = keys();
        SrtpSession ours = session(keys);
        SrtpSession theirs = session(mirrored(keys));
        byte[] heard = protect(ours, packet(7));
        assertThat(unprotect(theirs, heard)).isNotNull();

        SrtpKeys same =
                new SrtpKeys(keys.suite(), keys.send().clone(), keys.receive().clone());
        SrtpSession after = session(ours, same);
        assertThat(after).isSameAs(ours);
        // Only theirs is another now: what we send goes on as it was.
        SrtpSession rekeyed = session(ours, new SrtpKeys(SUITE, keys.send(), key(30)));
        assertThatThrownBy(() -> protect(rekeyed, packet(7))).isInstanceOf(GeneralSecurityException.class);
        // Only ours is: what we hear does.
        SrtpSession theirsRekeyed = session(theirs, new SrtpKeys(SUITE, key(30), keys.send()));
        assertThat(unprotect(theirsRekeyed, heard)).isNull();
        assertThat(unprotect(theirsRekeyed, protect(rekeyed, packet(8)))).isEqualTo(packet(8));
    }

    @Test
    void noKeysMeanNoSession() {
        SrtpKeys keys = keys();
        assertThat(SrtpSession.next(session(keys), null)).isNull();
        assertThat(SrtpSession.serves(null, null)).isTrue();
        assertThat(SrtpSession.serves(null, keys)).isFalse();
        assertThat(SrtpSession.serves(session(keys), null)).isFalse();
        assertThat(SrtpSession.serves(session(keys), keys)).isTrue();
    }
}
