/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.extension;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.centralino.practice.media.Agreement;
import org.centralino.practice.media.AudioCodec;
import org.centralino.practice.media.AudioLeg;
import org.centralino.practice.media.Direction;
import org.centralino.practice.media.EchoStream;
import org.centralino.practice.media.Format;
import org.centralino.practice.media.MediaClock;
import org.centralino.practice.media.MediaDescription;
import org.centralino.practice.media.SdpReader;
import org.centralino.practice.media.SdpWriter;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The media of one call: its offers and answers (RFC 3264) and the streams they are about. An offer or answer that
 * cannot be used is an IllegalArgumentException.
 */
final class Session implements AutoCloseable {
    private final AudioLeg leg;
    private final LegEvents events;
    private final SdpWriter writer = new SdpWriter();
    private final boolean anyFormat;
    private final Predicate<Format> usable;
    private List<MediaDescription> peer = List.of();
    private Direction wanted = Direction.SENDRECV;
    private @Nullable EchoStream video;

    /** @param anyFormat takes whatever the peer speaks, and video with it: all that can be done then is to echo */
    Session(MediaClock clock, LegEvents events, boolean anyFormat) throws IOException {
        this.events = events;
        this.anyFormat = anyFormat;
        usable = anyFormat ? format -> true : AudioCodec::supports;
        leg = new AudioLeg(clock, events);
    }

    AudioLeg leg() {
        return leg;
    }

    String firstOffer() {
        return writer.firstOffer(leg.port());
    }

    /** @return the answer */
    String offered(String sdp) throws IOException {
        List<MediaDescription> offer = SdpReader.read(sdp);
        List<SdpWriter.Used> used = new ArrayList<>();
        used.add(new SdpWriter.Used(agree(offer), leg.port()));
        Agreement seen = anyFormat ? Agreement.with(offer, "video", usable, wanted) : null;
        if (seen != null) {
            EchoStream echo = video;
            if (echo == null) {
                echo = new EchoStream();
                video = echo;
            }
            echo.agree(seen);
            used.add(new SdpWriter.Used(seen, echo.port()));
        }
        return writer.answer(offer, used);
    }

    void answered(String sdp) {
        agree(SdpReader.read(sdp));
    }

    private Agreement agree(List<MediaDescription> sections) {
        Agreement agreed = Agreement.with(sections, "audio", usable, wanted);
        if (agreed == null) {
            throw new IllegalArgumentException("no audio format in common");
        }
        leg.agree(agreed);
        peer = sections;
        return agreed;
    }

    /** A new offer of what is agreed. */
    String offer(Direction direction) {
        wanted = direction;
        Agreement agreed = leg.agreement();
        if (agreed == null) {
            throw new IllegalArgumentException("nothing agreed yet");
        }
        return writer.offer(peer, new SdpWriter.Used(agreed, leg.port()), direction);
    }

    String offer() {
        return offer(wanted);
    }

    void echo() {
        leg.relay();
        events.echoTo(leg);
    }

    /** Lets both sessions hear each other from now on. */
    void bridge(Session other) {
        other.leg.play(events.soundTo(other.leg));
        leg.play(other.events.soundTo(leg));
    }

    @Override
    public void close() {
        leg.close();
        EchoStream echo = video;
        if (echo != null) {
            echo.close();
        }
    }
}
