/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/**
 * What the tests play against: real servers and phones from Debian as child processes, a sound server, and an ear.
 * Everything has a deadline, listens on loopback at ports chosen free, and ends with {@code close()}.
 */
@NonNullByDefault
package org.centralino.testbench;

import org.eclipse.jdt.annotation.NonNullByDefault;
