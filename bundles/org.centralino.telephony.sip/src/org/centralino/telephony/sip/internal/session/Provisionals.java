/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.session;

import java.util.HashMap;
import java.util.Map;
import javax.sip.Dialog;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.header.RSeqHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Response;
import org.centralino.telephony.sip.internal.Lookup;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.Messages;
import org.centralino.telephony.sip.internal.transport.ResponseSink;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provisional responses to one INVITE of ours, each branch of a fork by its To tag: acknowledges those that want it
 * (RFC 3262, 4) and remembers what each branch answered to our offer. Confined to its line's executor.
 */
final class Provisionals {

    private static final Logger LOG = LoggerFactory.getLogger(Provisionals.class);
    private static final int MOST_BRANCHES = 32;

    private static final ResponseSink UNHEEDED = new ResponseSink() {
        @Override
        public void onResponse(ResponseEvent event) {
            // The call does not hang on it: who misses its PRACK refuses the INVITE.
        }

        @Override
        public void onNoResponse(String why) {
            LOG.debug("PRACK was not answered: {}", why);
        }
    };

    private final AccountLine line;
    private final Map<String, Branch> branches = new HashMap<>();
    private String heard = "";

    private static final class Branch {
        private long sequence = -1;
        private @Nullable String answer;
        private boolean changed;
    }

    Provisionals(AccountLine line) {
        this.line = line;
    }

    /** Whether the response is news; one that is repeated, or came out of order, is not. */
    boolean isNews(ResponseEvent event) {
        Response response = event.getResponse();
        Branch branch = branch(tag(response));
        if (branch == null) {
            return false;
        }
        if (response.getHeader(RSeqHeader.NAME) instanceof RSeqHeader rseq
                && Options.requires(response, Options.RELIABLE)) {
            long number = rseq.getSequenceNumber();
            Dialog dialog = event.getDialog();
            if (dialog == null || branch.sequence >= 0 && number != branch.sequence + 1) {
                return false;
            }
            branch.sequence = number;
            acknowledge(dialog, response);
        }
        String sdp = Messages.sdp(response);
        if (sdp != null) {
            branch.answer = sdp;
            heard = tag(response);
        }
        return true;
    }

    private void acknowledge(Dialog dialog, Response response) {
        try {
            DialogRequest.prack(line, dialog, response, UNHEEDED).send();
        } catch (SipException e) {
            LOG.warn("{}: PRACK not sent: {}", line.account(), e.getMessage());
        }
    }

    /** Whether the branch of {@code dialog} answered our offer, so that it may make one of its own (RFC 3311, 5.1). */
    boolean isAnswered(Dialog dialog) {
        Branch branch = Lookup.in(branches, String.valueOf(dialog.getRemoteTag()));
        return branch != null && branch.answer != null;
    }

    /** An offer of that branch was answered: it is the one that is heard now. */
    void changed(Dialog dialog) {
        heard = String.valueOf(dialog.getRemoteTag());
        Branch branch = branch(heard);
        if (branch != null) {
            branch.changed = true;
        }
    }

    /**
     * The answer to our offer that a 2xx stands for, which may have come before it; null when it is the one that is agreed
     * to already, or there is none.
     */
    @Nullable
    String answer(Response accepted) {
        String tag = tag(accepted);
        Branch branch = branch(tag);
        String sdp = Messages.sdp(accepted);
        if (branch == null) {
            return sdp;
        }
        if (branch.changed && tag.equals(heard)) {
            return null;
        }
        return sdp != null ? sdp : branch.answer;
    }

    private @Nullable Branch branch(String tag) {
        Branch known = Lookup.in(branches, tag);
        if (known == null && branches.size() < MOST_BRANCHES) {
            known = new Branch();
            branches.put(tag, known);
        }
        return known;
    }

    private static String tag(Response response) {
        return String.valueOf(((ToHeader) response.getHeader(ToHeader.NAME)).getTag());
    }
}
