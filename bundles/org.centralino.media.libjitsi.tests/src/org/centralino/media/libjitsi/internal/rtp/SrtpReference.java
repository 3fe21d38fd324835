/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.rtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** SRTP as RFC 3711 writes it down, one packet at a time: what ours is compared with. */
record SrtpReference(byte[] key, byte[] salt) {

    /** @param both master key and salt, one after the other */
    static SrtpReference of(byte[] both) {
        return new SrtpReference(
                Arrays.copyOf(both, both.length - 14), Arrays.copyOfRange(both, both.length - 14, both.length));
    }

    private static byte[] counter(byte[] key, byte[] iv, byte[] data) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return cipher.doFinal(data);
    }

    /** Section 4.3: a session key for a label. */
    byte[] derive(int label, int length) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(salt, 16);
        iv[7] ^= (byte) label;
        return counter(key, iv, new byte[length]);
    }

    /** Section 4.1.1: the counter's beginning. */
    private byte[] iv(int saltLabel, int ssrc, long index) throws GeneralSecurityException {
        byte[] iv = Arrays.copyOf(derive(saltLabel, 14), 16);
        for (int i = 0; i < 4; i++) {
            iv[4 + i] ^= (byte) (ssrc >> 8 * (3 - i));
        }
        for (int i = 0; i < 6; i++) {
            iv[8 + i] ^= (byte) (index >> 8 * (5 - i));
        }
        return iv;
    }

    private byte[] sealed(
            int label, byte[] packet, int header, int ssrc, long index, byte[] trailer, byte[] added, int tag)
            throws GeneralSecurityException {
        byte[] body = counter(
                derive(label, key.length),
                iv(label + 2, ssrc, index),
                Arrays.copyOfRange(packet, header, packet.length));
        ByteBuffer sealed = ByteBuffer.allocate(packet.length + added.length + tag);
        sealed.put(packet, 0, header).put(body).put(added);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(derive(label + 1, 20), "HmacSHA1"));
        mac.update(sealed.array(), 0, sealed.position());
        mac.update(trailer);
        sealed.put(mac.doFinal(), 0, tag);
        return sealed.array();
    }

    /** Section 3.3: a packet without contributing sources and extension, under this rollover counter. */
    byte[] protect(byte[] packet, int rollover, int tag) throws GeneralSecurityException {
        ByteBuffer header = ByteBuffer.wrap(packet);
        long index = (rollover & 0xFFFFFFFFL) << 16 | header.getShort(2) & 0xFFFF;
        byte[] counter = ByteBuffer.allocate(4).putInt(rollover).array();
        return sealed(0, packet, 12, header.getInt(8), index, counter, new byte[0], tag);
    }

    /** Section 3.4. */
    byte[] protectControl(byte[] packet, int index) throws GeneralSecurityException {
        byte[] marked = ByteBuffer.allocate(4).putInt(index | 0x80000000).array();
        return sealed(3, packet, 8, ByteBuffer.wrap(packet).getInt(4), index, new byte[0], marked, 10);
    }
}
