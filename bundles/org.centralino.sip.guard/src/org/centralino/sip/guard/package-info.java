/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
/**
 * What stands between the network and the SIP stack. The stack loads these classes by name, so they live in a fragment
 * of its bundle; {@link org.centralino.sip.guard.GuardedStack} gives the properties that name them.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.centralino.sip.guard;
