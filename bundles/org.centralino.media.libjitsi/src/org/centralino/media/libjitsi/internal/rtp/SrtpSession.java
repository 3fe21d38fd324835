/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import org.centralino.media.SrtpKeys;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.Logger;
import org.jitsi.utils.logging2.LoggerImpl;

/**
 * SRTP and SRTCP of one leg (RFC 3711): two halves, each with a key of its own. A half lives as long as its key, whatever
 * else is agreed on meanwhile: its count of packets and what it knows of replays go on.
 */
final class SrtpSession {

    private static final Logger LOG = new LoggerImpl(SrtpSession.class.getName());
    private static final int SALT = 14;
    private static final int AUTHENTICATION_KEY = 20;
    private static final int LONG_TAG = 10;
    private static final int SHORT_TAG = 4;
    /** What encryption adds at most: the index and tag of SRTCP. */
    static final int LONGEST_TRAILER = 4 + LONG_TAG;

    static {
        // It would try all providers of this computer for the fastest; for sound any is fast enough.
        Aes.setFactoryClassName(Aes.SunJCECipherFactory.class.getName());
    }

    private final SrtpKeys keys;
    private final SrtpSender sender;
    private final SrtpReceiver receiver;

    private SrtpSession(SrtpKeys keys, SrtpSender sender, SrtpReceiver receiver) {
        this.keys = keys;
        this.sender = sender;
        this.receiver = receiver;
    }

    /** What follows {@code before} when these keys are agreed on; null for none. */
    static @Nullable SrtpSession next(@Nullable SrtpSession before, @Nullable SrtpKeys keys) {
        if (keys == null || before != null && before.keys.equals(keys)) {
            return keys == null ? null : before;
        }
        boolean sameSuite = before != null && before.keys.suite().equals(keys.suite());
        boolean sameSend = sameSuite && before != null && Arrays.equals(before.keys.send(), keys.send());
        boolean sameReceive = sameSuite && before != null && Arrays.equals(before.keys.receive(), keys.receive());
        return new SrtpSession(
                keys,
                sameSend && before != null ? before.sender : new SrtpSender(contexts(keys.suite(), keys.send(), true)),
                sameReceive && before != null
                        ? before.receiver
                        : new SrtpReceiver(contexts(keys.suite(), keys.receive(), false), tag(keys.suite())));
    }

    private static SrtpContextFactory contexts(String suite, byte[] key, boolean sender) {
        int length = key.length - SALT;
        byte[] master = Arrays.copyOf(key, length);
        byte[] salt = Arrays.copyOfRange(key, length, key.length);
        return new SrtpContextFactory(sender, master, salt, policy(length, tag(suite)), policy(length, LONG_TAG), LOG);
    }

    private static SrtpPolicy policy(int key, int tag) {
        return new SrtpPolicy(
                SrtpPolicy.AESCM_ENCRYPTION, key, SrtpPolicy.HMACSHA1_AUTHENTICATION, AUTHENTICATION_KEY, tag, SALT);
    }

    private static int tag(String suite) {
        return suite.endsWith("_32") ? SHORT_TAG : LONG_TAG;
    }

    /** Whether {@code session} encrypts as {@code keys} want, which may be not at all. */
    static boolean serves(@Nullable SrtpSession session, @Nullable SrtpKeys keys) {
        return Objects.equals(session == null ? null : session.keys, keys);
    }

    /**
     * Encrypts the RTP packet in {@code data}, which has room for the tag.
     *
     * @return its length then
     * @throws GeneralSecurityException when it must not be sent
     */
    int protect(byte[] data, int length) throws GeneralSecurityException {
        return sender.protect(data, length);
    }

    /** The same for a compound RTCP packet. */
    int protectControl(byte[] data, int length) throws GeneralSecurityException {
        return sender.protectControl(data, length);
    }

    /** Decrypts the RTP packet in {@code data}; its length then, or -1 where it is not authentic or was there before. */
    int unprotect(byte[] data, int length) {
        return receiver.unprotect(data, length);
    }

    /** The same for a compound RTCP packet. */
    int unprotectControl(byte[] data, int length) {
        return receiver.unprotectControl(data, length);
    }

    /** How many packets were dropped because they were not authentic, or repeated. */
    long rejected() {
        return receiver.rejections();
    }
}
