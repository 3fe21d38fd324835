/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;
import org.eclipse.jdt.annotation.Nullable;

/** Writes no message anywhere: messages carry numbers, names and credentials. */
public class QuietServerLogger implements ServerLogger {

    @Override
    public void closeLogFile() {
        // There is no file.
    }

    @Override
    public void logMessage(
            @Nullable SIPMessage message, @Nullable String from, @Nullable String to, boolean sender, long time) {
        // Never written.
    }

    @Override
    public void logMessage(
            @Nullable SIPMessage message,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status,
            boolean sender,
            long time) {
        // Never written.
    }

    @Override
    public void logMessage(
            @Nullable SIPMessage message,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status,
            boolean sender) {
        // Never written.
    }

    @Override
    public void logException(@Nullable Exception cause) {
        // The stack logger tells it.
    }

    @Override
    public void setStackProperties(@Nullable Properties properties) {
        // Nothing to set.
    }

    @Override
    public void setSipStack(@Nullable SipStack stack) {
        // Not needed.
    }
}
