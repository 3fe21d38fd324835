/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import gov.nist.core.StackLogger;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack's warnings and errors, cut to what cannot hold a secret, and one in five seconds at most however much
 * rubbish arrives.
 */
public class QuietStackLogger implements StackLogger {

    private static final Logger LOG = LoggerFactory.getLogger("org.centralino.sip.stack");
    private static final int LONGEST = 120;
    private static final long GAP_NANOS = 5_000_000_000L;

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    private void warn(@Nullable String message, @Nullable Throwable cause) {
        long now = System.nanoTime();
        long due = next.get();
        if (now - due < 0 || !next.compareAndSet(due, now + GAP_NANOS)) {
            return;
        }
        String kind = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
        LOG.warn("{}{}", redacted(message), kind);
        LOG.debug("Raised by the stack", cause);
    }

    /** The first words of {@code message}: the stack quotes whole messages after them. */
    static String redacted(@Nullable String message) {
        if (message == null) {
            return "";
        }
        int end = 0;
        while (end < message.length() && end < LONGEST && message.charAt(end) >= ' ' && message.charAt(end) != '[') {
            end++;
        }
        // The stack writes the message it could not send behind these words.
        int quote = message.indexOf(" for message ");
        String words = message.substring(0, quote >= 0 ? Math.min(quote, end) : end);
        return words.toLowerCase(java.util.Locale.ROOT).contains("authori") ? "(withheld)" : words;
    }

    @Override
    public boolean isLoggingEnabled() {
        return true;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return level <= TRACE_WARN;
    }

    @Override
    public void logFatalError(@Nullable String message) {
        warn(message, null);
    }

    @Override
    public void logError(@Nullable String message) {
        warn(message, null);
    }

    @Override
    public void logError(@Nullable String message, @Nullable Exception cause) {
        warn(message, cause);
    }

    @Override
    public void logWarning(@Nullable String message) {
        LOG.debug("{}", redacted(message));
    }

    @Override
    public void logException(@Nullable Throwable cause) {
        warn("Exception in the stack", cause);
    }

    @Override
    public void logInfo(@Nullable String message) {
        // Information of the stack is of no use to an operator.
    }

    @Override
    public void logDebug(@Nullable String message) {
        // Holds whole messages.
    }

    @Override
    public void logTrace(@Nullable String message) {
        // Holds whole messages.
    }

    @Override
    public void logStackTrace() {
        // Only with debugging.
    }

    @Override
    public void logStackTrace(int level) {
        // Only with debugging.
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void disableLogging() {
        // The logging framework decides.
    }

    @Override
    public void enableLogging() {
        // The logging framework decides.
    }

    @Override
    public void setBuildTimeStamp(@Nullable String timeStamp) {
        // Of no use here.
    }

    @Override
    public void setStackProperties(@Nullable Properties properties) {
        // Nothing to set.
    }

    @Override
    public String getLoggerName() {
        return "org.centralino.sip.stack";
    }
}
