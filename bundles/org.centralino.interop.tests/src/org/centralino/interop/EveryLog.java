/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.interop;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.slf4j.LoggerFactory;

/** All that any logger of this process says at its finest level, of SLF4J and of the JDK. */
final class EveryLog implements AutoCloseable {

    private final List<String> lines = new ArrayList<>();
    private final Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ch.qos.logback.classic.Level before = Objects.requireNonNull(root.getLevel());
    private final java.util.logging.Logger jdkRoot =
            Objects.requireNonNull(LogManager.getLogManager().getLogger(""));
    private final Level jdkBefore = Objects.requireNonNull(jdkRoot.getLevel());

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        @NonNullByDefault({})
        protected void append(ILoggingEvent event) {
            String thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            keep(event.getLoggerName() + " " + event.getFormattedMessage() + thrown);
        }
    };

    private final Handler handler = new Handler() {
        @Override
        @NonNullByDefault({})
        public void publish(LogRecord told) {
            Object[] values = told.getParameters();
            String message = told.getMessage() == null ? "" : told.getMessage();
            String whole = values == null || values.length == 0 ? message : MessageFormat.format(message, values);
            keep(told.getLoggerName() + " " + whole + (told.getThrown() == null ? "" : told.getThrown()));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    EveryLog() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        root.setLevel(ch.qos.logback.classic.Level.TRACE);
        handler.setLevel(Level.ALL);
        jdkRoot.addHandler(handler);
        jdkRoot.setLevel(Level.ALL);
    }

    private void keep(String line) {
        synchronized (lines) {
            lines.add(line);
        }
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() {
        jdkRoot.setLevel(jdkBefore);
        jdkRoot.removeHandler(handler);
        root.setLevel(before);
        root.detachAppender(appender);
        appender.stop();
    }
}
