/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import java.io.IOException;
import javax.media.Format;
import javax.media.protocol.PushBufferDataSource;
import javax.media.protocol.PushBufferStream;
import net.sf.fmj.media.protocol.DelegateDataSource;

/**
 * Received sound as its player sees it. FMJ makes a thread wait for the first packets of a player's source, for ever if
 * the call ends before they come, unless the source is one of this kind.
 */
final class LiveSource extends DelegateDataSource {

    LiveSource(PushBufferDataSource received) throws IOException {
        super(new Format[0]);
        master = received;
        received.connect();
    }

    @Override
    public PushBufferStream[] getStreams() {
        return master.getStreams();
    }

    @Override
    public String getContentType() {
        return master.getContentType();
    }
}
