/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.carddav.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;

/** Answers a server's challenges: Digest (RFC 7616) where it is offered, else Basic (RFC 7617). Used by one thread. */
final class Credentials {
    private static final Pattern SCHEME = Pattern.compile("(?:^|,)\\s*(Digest|Basic)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9*-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String user;
    private final String password;
    private Map<String, String> challenge = Map.of();
    private @Nullable String scheme;
    private String hash = "";
    private int count;

    Credentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** Takes the headers {@code WWW-Authenticate} of a refusal. Returns whether there is one that can be answered. */
    boolean challenged(List<String> headers) {
        scheme = null;
        for (String header : headers) {
            Matcher each = SCHEME.matcher(header);
            int begin = -1;
            String name = "";
            while (each.find()) {
                offer(name, begin < 0 ? "" : header.substring(begin, each.start()));
                begin = each.end();
                name = each.group(1);
            }
            offer(name, begin < 0 ? "" : header.substring(begin));
        }
        return scheme != null;
    }

    /** Whether the server only wants another nonce, and does not refuse the password. */
    boolean isStale() {
        return "digest".equals(scheme) && "true".equalsIgnoreCase(challenge.getOrDefault("stale", ""));
    }

    /** The header {@code Authorization} of a request; null before a challenge. */
    @Nullable
    String authorization(String method, String uri) {
        if ("basic".equals(scheme)) {
            return "Basic "
                    + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        }
        return "digest".equals(scheme) ? digest(method, uri) : null;
    }

    private void offer(String name, String text) {
        if (name.equalsIgnoreCase("basic") && scheme == null) {
            scheme = "basic";
        } else if (name.equalsIgnoreCase("digest")) {
            Map<String, String> parameters = parameters(text);
            String algorithm = parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
            String java = algorithm.equals("MD5") ? "MD5" : algorithm.equals("SHA-256") ? "SHA-256" : "";
            boolean known = parameters.containsKey("nonce")
                    && (!parameters.containsKey("qop")
                            || List.of(parameters.get("qop").split("\\s*,\\s*")).contains("auth"));
            // The best hash that is offered, wherever it stands.
            if (known && !java.isEmpty() && !("digest".equals(scheme) && hash.equals("SHA-256"))) {
                scheme = "digest";
                hash = java;
                challenge = parameters;
                count = 0;
            }
        }
    }

    private String digest(String method, String uri) {
        String realm = challenge.getOrDefault("realm", "");
        String nonce = challenge.getOrDefault("nonce", "");
        String first = hash(user + ":" + realm + ":" + password);
        String second = hash(method + ":" + uri);
        StringBuilder header = new StringBuilder("Digest username=\"" + quoted(user) + "\", realm=\"" + quoted(realm)
                + "\", nonce=\"" + quoted(nonce) + "\", uri=\"" + uri + "\"");
        if (challenge.containsKey("qop")) {
            String counted = String.format("%08x", ++count);
            byte[] random = new byte[12];
            RANDOM.nextBytes(random);
            String own = HexFormat.of().formatHex(random);
            String response = hash(first + ":" + nonce + ":" + counted + ":" + own + ":auth:" + second);
            header.append(", qop=auth, nc=" + counted + ", cnonce=\"" + own + "\", response=\"" + response + "\"");
        } else {
            header.append(", response=\"" + hash(first + ":" + nonce + ":" + second) + "\"");
        }
        if (challenge.containsKey("algorithm")) {
            header.append(", algorithm=" + hash);
        }
        if (challenge.containsKey("opaque")) {
            header.append(", opaque=\"" + quoted(challenge.getOrDefault("opaque", "")) + "\"");
        }
        return header.toString();
    }

    private String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher each = PARAMETER.matcher(text);
        while (each.find()) {
            String quoted = each.group(2);
            String value = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : each.group(3);
            parameters.putIfAbsent(each.group(1).toLowerCase(Locale.ROOT), value);
        }
        return parameters;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
