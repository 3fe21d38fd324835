/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sdp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.centralino.media.Codec;
import org.centralino.media.RtpSession;
import org.centralino.media.SrtpKeys;
import org.eclipse.jdt.annotation.Nullable;

/** Our side of offer and answer for one call (RFC 3264): one audio stream. Confined to one thread. */
public final class OfferAnswer {

    private static final Pattern IP4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IP6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private String local;
    private final int port;
    private Payloads payloads;
    private final Sdes sdes;
    private final String sessionId = Long.toString(ThreadLocalRandom.current().nextLong(1, Integer.MAX_VALUE));
    private long version;
    private @Nullable String last;
    private List<MediaDescription> streams = List.of();
    private int audio;
    private boolean holding;
    private boolean offeredToHear = true;
    private boolean heldByPeer;

    /**
     * @param local our address, a literal
     * @param port our RTP port
     * @param codecs what we can do
     * @param names encoding names in order of preference; empty: the order of {@code codecs}
     * @param sdes agrees on encryption
     */
    public OfferAnswer(String local, int port, List<Codec> codecs, List<String> names, Sdes sdes) {
        this.local = local;
        this.port = port;
        this.sdes = sdes;
        this.payloads = new Payloads(Payloads.ordered(codecs, names));
    }

    /** Whether a call with this offer can be answered at all; throws with the reason when not. */
    public static void check(String offer, List<Codec> codecs, List<String> names, Sdes sdes) throws SdpException {
        new OfferAnswer("127.0.0.1", 9, codecs, names, sdes).answer(offer);
    }

    /** From now on {@code address}, a literal, is ours. */
    public void move(String address) {
        local = address;
    }

    /** From now on what we say is that we hold the far side, or do not (RFC 3264, 8.4). */
    public void hold(boolean on) {
        holding = on;
    }

    /** The next offer may come to another party than the last one: its keys are new. */
    public void renewKeys() {
        sdes.renew();
    }

    /** An offer of all our codecs, in the streams there are. */
    public String offer() throws SdpException {
        List<String> formats = new ArrayList<>();
        List<SdpAttribute> attributes = new ArrayList<>();
        for (Map.Entry<Integer, Codec> entry : payloads.codecs().entrySet()) {
            describe(entry.getKey().toString(), entry.getValue(), formats, attributes);
        }
        describeEvents(Integer.toString(payloads.events()), formats, attributes);
        attributes.add(new SdpAttribute("ptime", Integer.toString(PacketTime.USUAL)));
        Direction direction = Direction.of(!holding || !heldByPeer, !holding);
        attributes.add(new SdpAttribute(direction.token(), ""));
        sdes.offer(attributes);
        offeredToHear = direction.receives();
        // RFC 3264, 8: streams stay in their places, the refused ones too.
        List<MediaDescription> all = new ArrayList<>(streams);
        String protocol = all.isEmpty() ? sdes.protocol() : all.get(audio).protocol();
        MediaDescription ours = new MediaDescription("audio", port, protocol, formats, null, attributes);
        if (all.isEmpty()) {
            all.add(ours);
        } else {
            all.set(audio, ours);
        }
        return write(all);
    }

    /** Takes the far side's answer to {@link #offer}. */
    public Agreement answered(String answer) throws SdpException {
        SessionDescription theirs = SdpParser.parse(answer);
        if (theirs.media().size() <= audio || !isAudio(theirs.media().get(audio))) {
            throw new SdpException("The answer refuses sound");
        }
        MediaDescription media = theirs.media().get(audio);
        for (String format : media.formats()) {
            String map = Payloads.rtpmap(media, format);
            for (Map.Entry<Integer, Codec> ours : payloads.codecs().entrySet()) {
                if (map != null && Payloads.matches(ours.getValue(), map)) {
                    SrtpKeys keys = sdes.answered(media);
                    RtpSession session =
                            agree(theirs, media, ours.getValue(), format, ours.getKey(), payloads.events(), keys);
                    payloads = payloads.preferring(ours.getValue());
                    // One that is not heard cannot say whether it would hold us too.
                    heldByPeer = !session.send() && (offeredToHear || heldByPeer);
                    return new Agreement(session, heldByPeer);
                }
            }
        }
        throw new SdpException("No codec in common");
    }

    /**
     * Our answer with what it agrees to.
     *
     * @param sdp for the wire
     * @param agreement for the leg
     */
    public record Answer(String sdp, Agreement agreement) {}

    /**
     * Answers an offer of the far side: the first audio stream with a codec in common, one that can be encrypted before
     * others, all others refused.
     */
    public Answer answer(String offer) throws SdpException {
        SessionDescription theirs = SdpParser.parse(offer);
        List<MediaDescription> answers = new ArrayList<>();
        RtpSession agreed = null;
        Payloads learnt = payloads;
        int place = place(theirs);
        for (MediaDescription media : theirs.media()) {
            Choice choice = answers.size() == place ? choose(media) : null;
            if (choice == null) {
                answers.add(new MediaDescription(
                        media.type(), 0, media.protocol(), media.formats().subList(0, 1), null, List.of()));
                continue;
            }
            int number = SdpParser.number(choice.format, 127);
            String event = eventFormat(media);
            int eventNumber = event == null ? -1 : SdpParser.number(event, 127);
            List<SdpAttribute> crypto = new ArrayList<>();
            SrtpKeys keys = sdes.answer(media, crypto);
            agreed = agree(theirs, media, choice.codec, choice.format, number, eventNumber, keys);
            learnt = payloads.learnt(media, event).preferring(choice.codec);
            answers.add(describe(media, choice, event, agreed, crypto));
        }
        if (agreed == null) {
            throw new SdpException("No codec in common");
        }
        payloads = learnt;
        streams = List.copyOf(answers);
        audio = place;
        heldByPeer = !agreed.send();
        return new Answer(write(answers), new Agreement(agreed, heldByPeer));
    }

    private int place(SessionDescription offer) throws SdpException {
        int clear = -1;
        boolean codec = false;
        for (int i = 0; i < offer.media().size(); i++) {
            MediaDescription media = offer.media().get(i);
            if (isAudio(media) && choose(media) != null) {
                codec = true;
                if (sdes.canEncrypt(media)) {
                    return i;
                }
                clear = clear < 0 && sdes.canBeClear(media) ? i : clear;
            }
        }
        if (clear < 0) {
            throw new SdpException(codec ? sdes.refusal() : "No codec in common");
        }
        return clear;
    }

    private record Choice(Codec codec, String format) {}

    private @Nullable Choice choose(MediaDescription media) {
        for (Codec codec : payloads.codecs().values()) {
            for (String format : media.formats()) {
                String map = Payloads.rtpmap(media, format);
                if (map != null && Payloads.matches(codec, map)) {
                    return new Choice(codec, format);
                }
            }
        }
        return null;
    }

    private MediaDescription describe(
            MediaDescription media,
            Choice choice,
            @Nullable String event,
            RtpSession session,
            List<SdpAttribute> crypto) {
        List<String> formats = new ArrayList<>();
        List<SdpAttribute> attributes = new ArrayList<>();
        describe(choice.format, choice.codec, formats, attributes);
        if (event != null) {
            describeEvents(event, formats, attributes);
        }
        attributes.add(new SdpAttribute("ptime", Integer.toString(PacketTime.USUAL)));
        Direction direction = Direction.of(session.send(), session.receive() && !holding);
        attributes.add(new SdpAttribute(direction.token(), ""));
        attributes.addAll(crypto);
        return new MediaDescription("audio", port, media.protocol(), formats, null, attributes);
    }

    private static void describe(String format, Codec codec, List<String> formats, List<SdpAttribute> attributes) {
        formats.add(format);
        attributes.add(new SdpAttribute("rtpmap", format + " " + Payloads.mapping(codec)));
        if (!codec.fmtp().isEmpty()) {
            attributes.add(new SdpAttribute("fmtp", format + " " + codec.fmtp()));
        }
    }

    private static void describeEvents(String format, List<String> formats, List<SdpAttribute> attributes) {
        formats.add(format);
        attributes.add(new SdpAttribute("rtpmap", format + " " + Payloads.TELEPHONE_EVENT + "/8000"));
        attributes.add(new SdpAttribute("fmtp", format + " 0-15"));
    }

    private static @Nullable String eventFormat(MediaDescription media) {
        for (String format : media.formats()) {
            String map = Payloads.rtpmap(media, format);
            if (map != null && Payloads.isTelephoneEvent(map)) {
                return format;
            }
        }
        return null;
    }

    private static boolean isAudio(MediaDescription media) {
        return media.type().equals("audio") && media.port() > 0 && Sdes.isRtp(media);
    }

    private static RtpSession agree(
            SessionDescription theirs,
            MediaDescription media,
            Codec codec,
            String sendFormat,
            int receiveType,
            int ourEventType,
            @Nullable SrtpKeys keys)
            throws SdpException {
        String address = media.address() == null ? theirs.address() : media.address();
        if (address == null) {
            throw new SdpException("No c= line");
        }
        InetAddress host = literal(address);
        Direction own = Direction.in(media.attributes());
        Direction session = Direction.in(theirs.attributes());
        Direction direction = own != null ? own : session != null ? session : Direction.SENDRECV;
        // An address of all zeros is hold as RFC 2543 did it (RFC 3264, 8.4).
        boolean send = direction.receives() && !host.isAnyLocalAddress();
        boolean receive = direction.sends();
        String event = eventFormat(media);
        return new RtpSession(
                new InetSocketAddress(host, media.port()),
                rtcp(media, host),
                codec,
                SdpParser.number(sendFormat, 127),
                receiveType,
                event == null ? -1 : SdpParser.number(event, 127),
                event == null ? -1 : ourEventType,
                PacketTime.of(media, sendFormat),
                send,
                receive,
                keys);
    }

    private static @Nullable InetSocketAddress rtcp(MediaDescription media, InetAddress host) throws SdpException {
        String rtcp = media.attribute("rtcp");
        if (rtcp == null) {
            return null;
        }
        String[] parts = rtcp.split(" +");
        InetAddress own = parts.length == 4 ? literal(parts[3]) : host;
        return new InetSocketAddress(own, SdpParser.number(parts[0], 65535));
    }

    /** An address written in numbers: a name would have to be asked of a DNS server that a stranger chose. */
    private static InetAddress literal(String address) throws SdpException {
        if (!IP4.matcher(address).matches() && !IP6.matcher(address).matches()) {
            throw new SdpException("Address is not written in numbers");
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new SdpException("Bad address");
        }
    }

    private String write(List<MediaDescription> media) {
        SessionDescription same =
                new SessionDescription(sessionId, Long.toString(version), local, local, List.of(), media);
        if (!same.toString().equals(last)) {
            version++;
        }
        String text =
                new SessionDescription(sessionId, Long.toString(version), local, local, List.of(), media).toString();
        last = text;
        return text;
    }
}
