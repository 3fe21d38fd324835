/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.sip.guard;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.text.ParseException;
import org.eclipse.jdt.annotation.Nullable;

/** Makes parsers that look at a message's bytes first and fail in one way only: by {@link ParseException}. */
public class GuardedParserFactory implements MessageParserFactory {

    @Override
    public MessageParser createMessageParser(@Nullable SIPTransactionStack stack) {
        return new GuardedParser(new StringMsgParser());
    }

    private record GuardedParser(MessageParser parser) implements MessageParser {

        @Override
        public @Nullable SIPMessage parseSIPMessage(
                byte @Nullable [] message, boolean readBody, boolean strict, @Nullable ParseExceptionListener listener)
                throws ParseException {
            if (message == null || !MessageGuard.check(message, readBody)) {
                return null;
            }
            try {
                return parser.parseSIPMessage(message, readBody, strict, listener);
            } catch (RuntimeException | StackOverflowError e) {
                ParseException refusal = new ParseException("Message not understood", 0);
                refusal.initCause(e);
                throw refusal;
            }
        }
    }
}
