/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

/** A program of the bench is not installed. An error and not an assumption: a proof that did not run must not look green. */
public final class MissingPackage extends AssertionError {
    private static final long serialVersionUID = 1L;

    MissingPackage(String program, String packages) {
        super(program + " is missing: apt-get install --no-install-recommends " + packages);
    }
}
