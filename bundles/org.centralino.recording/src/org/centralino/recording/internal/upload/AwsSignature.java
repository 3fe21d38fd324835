/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.internal.upload;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature version 4 of AWS, which S3-compatible stores understand, for requests without a query.
 *
 * @param region where the store is
 * @param service whose requests are signed, {@code s3}
 * @param keyId who signs
 * @param secret what with
 */
record AwsSignature(String region, String service, String keyId, String secret) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE = 8;
    private static final String UNRESERVED = "-_.~/";

    /** A time as the header {@code x-amz-date} has it. */
    static String time(Instant now) {
        return TIME.format(now);
    }

    /**
     * The header {@code Authorization}.
     *
     * @param headers all that are to be signed, names in small letters; {@code host} and {@code x-amz-date} are among them
     * @param payload SHA-256 of the body
     */
    String authorization(String method, URI uri, SortedMap<String, String> headers, String payload) {
        String time = headers.getOrDefault("x-amz-date", "");
        String date = time.substring(0, DATE);
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream().map(AwsSignature::line).collect(Collectors.joining());
        String request = String.join("\n", method, path(uri), "", lines, names, payload);
        String scope = String.join("/", date, region, service, "aws4_request");
        String toSign = String.join("\n", ALGORITHM, time, scope, hash(request));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = mac(key, part);
        }
        String signature = HexFormat.of().formatHex(mac(key, toSign));
        return ALGORITHM + " Credential=" + keyId + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                + signature;
    }

    private static String line(Map.Entry<String, String> header) {
        return header.getKey() + ":" + header.getValue().strip().replaceAll(" +", " ") + "\n";
    }

    private static String path(URI uri) {
        StringBuilder path = new StringBuilder();
        String plain = uri.getPath().isEmpty() ? "/" : uri.getPath();
        for (byte each : plain.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (each & 0xff);
            boolean plainly = letter >= 'a' && letter <= 'z'
                    || letter >= 'A' && letter <= 'Z'
                    || letter >= '0' && letter <= '9'
                    || UNRESERVED.indexOf(letter) >= 0;
            path.append(plainly ? String.valueOf(letter) : String.format("%%%02X", each & 0xff));
        }
        return path.toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AwsSignature[" + region + ", " + keyId + "]";
    }
}
