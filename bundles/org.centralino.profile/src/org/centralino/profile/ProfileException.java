/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

/** A profile that cannot be used; tells what is wrong with it in words for a person. Carries no secret. */
public final class ProfileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String value;
    private final String expected;

    /**
     * @param key the path of the bad value, for instance {@code accounts[0].registrar}; a file or URL when the whole
     *     document is bad
     * @param value what stands there, shortened; {@code (missing)} when nothing does, {@code (hidden)} for a secret
     * @param expected what was expected instead
     */
    public ProfileException(String key, String value, String expected) {
        super(key + ": " + value + " – expected " + expected);
        this.key = key;
        this.value = value;
        this.expected = expected;
    }

    public String key() {
        return key;
    }

    public String value() {
        return value;
    }

    public String expected() {
        return expected;
    }
}
