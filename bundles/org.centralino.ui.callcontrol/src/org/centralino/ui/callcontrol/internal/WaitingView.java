/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

/**
 * A card of what waits for the operator. Immutable.
 *
 * @param incoming whether it can be answered; else it is up and can be gone back to
 * @param first whether it is the incoming call that the keys act upon
 * @param kind the word before the name
 * @param time how long, in words
 */
record WaitingView(String id, boolean incoming, boolean first, String kind, String name, String number, String time) {}
