/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** What a {@link Baresip} is to be like. */
public final class BaresipSetup {
    private final String address;
    private @Nullable String hop;
    private @Nullable Path authority;
    private String password = "";
    private String source = "ausine,440";
    private List<String> codecs = List.of("opus", "g722", "pcma", "pcmu");
    private Map<String, String> loudspeaker = Map.of();
    private String answerMode = "auto";
    private String mediaEncryption = "";
    private @Nullable Neighbour neighbour;

    BaresipSetup(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    /** Registers by way of this first hop, which is also its outbound proxy; without one it only takes calls at its port. */
    public BaresipSetup registeredAt(String firstHop, String secret) {
        if (!secret.matches("[^\\s;]*")) {
            throw new IllegalArgumentException("baresip cannot read such a password from its account line");
        }
        hop = firstHop;
        password = secret;
        return this;
    }

    /** The authority, in PEM, that its peers' TLS certificates are checked against. */
    public BaresipSetup trusting(Path pem) {
        authority = pem;
        return this;
    }

    /** Speaks a steady tone at about -6 dBFS; 440 Hz unless told. */
    public BaresipSetup tone(int hertz) {
        source = "ausine," + hertz;
        return this;
    }

    /** Speaks a file: a 16 bit PCM WAV of two channels at 48 kHz. */
    public BaresipSetup speaking(Path wav) {
        source = "aufile," + wav.toAbsolutePath();
        return this;
    }

    /** The codecs it offers and accepts, in this order: opus, g722, pcma, pcmu. */
    public BaresipSetup codecs(String... names) {
        codecs = List.of(names);
        return this;
    }

    /** Waits for {@link Baresip#answer()}; else it answers at once. */
    public BaresipSetup answeringByHand() {
        answerMode = "manual";
        return this;
    }

    /** Speaks before it answers (183 with SDP), and waits for {@link Baresip#answer()}. */
    public BaresipSetup speakingEarly() {
        answerMode = "early";
        return this;
    }

    /**
     * Plays what it hears into the sink {@code far}. Unlike {@link Baresip#heard}, which ends when the direction of the sound
     * changes, that goes on while it is held.
     */
    public BaresipSetup playingInto(PulseServer server) {
        loudspeaker = server.environment();
        return this;
    }

    Map<String, String> environment() {
        return loudspeaker;
    }

    /** For ALSA, by which it reaches the sound server. */
    String asoundrc() {
        return "pcm.far { type pulse device far }\n";
    }

    /** SDES: {@code srtp} (if the other side can), {@code srtp-mand}; none unless told. */
    public BaresipSetup mediaEncryption(String name) {
        mediaEncryption = name;
        return this;
    }

    /** On another computer. */
    public BaresipSetup on(Neighbour computer) {
        neighbour = computer;
        return this;
    }

    /** Where it is. */
    String host() {
        Neighbour computer = neighbour;
        return computer == null ? "127.0.0.1" : computer.address();
    }

    List<String> command(List<String> program) {
        Neighbour computer = neighbour;
        return computer == null ? program : computer.there(program);
    }

    /** @param folder its own, for its configuration and what it hears */
    public Baresip start(Path folder) {
        return Baresip.start(this, folder.toAbsolutePath());
    }

    String account() {
        String firstHop = hop;
        StringBuilder line = new StringBuilder("<" + address);
        if (firstHop != null && firstHop.contains(";transport=")) {
            line.append(firstHop.substring(firstHop.indexOf(";transport=")));
        }
        line.append('>');
        if (firstHop != null) {
            line.append(";auth_pass=")
                    .append(password)
                    .append(";outbound=\"")
                    .append(firstHop)
                    .append("\";regint=60");
        } else {
            line.append(";regint=0");
        }
        line.append(";audio_codecs=")
                .append(String.join(
                        ",", codecs.stream().map(BaresipSetup::format).toList()));
        line.append(";answermode=").append(answerMode).append(";ptime=20");
        if (!mediaEncryption.isEmpty()) {
            line.append(";mediaenc=").append(mediaEncryption);
        }
        return line.toString();
    }

    String config(Path folder, int port, int controlPort) {
        Path trusted = authority;
        return String.join(
                "\n",
                "poll_method epoll",
                "sip_listen " + host() + ":" + port,
                trusted == null ? "" : "sip_cafile " + trusted.toAbsolutePath(),
                "audio_source " + source,
                loudspeaker.isEmpty() ? "audio_player aufile," + folder.resolve("player.wav") : "audio_player alsa,far",
                "audio_alert aufile," + folder.resolve("alert.wav"),
                "ring_aufile none",
                "ringback_aufile none",
                "busy_aufile none",
                "error_aufile none",
                "notfound_aufile none",
                "ausrc_srate 48000",
                "ausrc_channels 2",
                "ausrc_format s16",
                "auplay_format s16",
                "auenc_format s16",
                "audec_format s16",
                "audio_buffer 20-160",
                "rtp_ports 32768-60000",
                "rtcp_mux no",
                "rtp_timeout 0",
                "jitter_buffer_type fixed",
                "jitter_buffer_delay 1-5",
                "snd_path " + folder,
                "net_interface " + host(),
                "ctrl_tcp_listen " + host() + ":" + controlPort,
                "module_path /usr/lib/baresip/modules",
                "module opus.so",
                "module g722.so",
                "module g711.so",
                "module ausine.so",
                "module aufile.so",
                loudspeaker.isEmpty() ? "" : "module alsa.so",
                "module sndfile.so",
                "module srtp.so",
                "module_tmp uuid.so",
                "module_tmp account.so",
                "module_app menu.so",
                "module_app ctrl_tcp.so",
                "");
    }

    private static String format(String codec) {
        return switch (codec.toLowerCase(Locale.ROOT)) {
            case "opus" -> "opus/48000/2";
            case "g722" -> "g722/16000";
            case "pcma" -> "pcma/8000";
            case "pcmu" -> "pcmu/8000";
            default -> throw new IllegalArgumentException("no codec " + codec);
        };
    }
}
