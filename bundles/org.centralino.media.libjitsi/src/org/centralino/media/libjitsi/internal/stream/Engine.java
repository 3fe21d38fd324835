/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.stream;

import com.sun.media.util.Registry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.centralino.media.Codec;
import org.centralino.media.libjitsi.internal.codec.G722;
import org.centralino.media.libjitsi.internal.codec.PlugIns;
import org.eclipse.jdt.annotation.Nullable;
import org.jitsi.service.configuration.ConfigurationService;
import org.jitsi.service.libjitsi.LibJitsi;
import org.jitsi.service.neomedia.MediaService;
import org.jitsi.service.neomedia.codec.Constants;
import org.jitsi.service.neomedia.format.MediaFormat;
import org.slf4j.LoggerFactory;

/** Starts libjitsi once in a process, away from any hardware and the user's home, and makes its formats. */
public final class Engine {

    /** libjitsi's ways to sound and video hardware: all of it is ours or another bundle's. */
    private static final List<String> HARDWARE = List.of(
            "PulseAudioSystem",
            "WASAPISystem",
            "MacCoreaudioSystem",
            "PortAudioSystem",
            "AudioSilenceSystem",
            "NoneAudioSystem",
            "Video4Linux2System",
            "QuickTimeSystem",
            "DirectShowSystem",
            "ImgStreamingSystem");

    /** The loggers of libjitsi and FMJ, held so that their level stays. */
    private static final List<Logger> QUIET = Stream.of("org.jitsi", "net.sf.fmj", "com.sun.media")
            .map(Logger::getLogger)
            .toList();

    /** Complains that the hardware it was told to leave alone has no renderer. */
    private static final Logger SILENT = Logger.getLogger("org.jitsi.impl.neomedia.device.DeviceConfiguration");

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final CompletableFuture<MediaService> STARTED = new CompletableFuture<>();
    private static final AtomicBoolean STARTING = new AtomicBoolean();
    private static volatile boolean g722;

    private Engine() {}

    /**
     * Starts libjitsi, unless that was done before, on a thread of its own.
     *
     * @param natives where native libraries are unpacked and may stay
     * @return complete when streams can be made
     */
    public static CompletableFuture<MediaService> start(Path natives) {
        if (STARTING.compareAndSet(false, true)) {
            // Both unpackers would take the user's home.
            setUnlessSet("jna.tmpdir", natives);
            setUnlessSet("org.bytedeco.javacpp.cachedir", natives);
            CompletableFuture<Boolean> ffmpeg = new CompletableFuture<>();
            thread("ffmpeg", () -> ffmpeg.complete(loadFfmpeg()));
            thread("libjitsi", () -> run(ffmpeg));
        }
        return STARTED.copy();
    }

    private static void setUnlessSet(String property, Path value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value.toString());
        }
    }

    private static void thread(String name, Runnable code) {
        Thread thread =
                Thread.ofPlatform().name("centralino-start-" + name).daemon().unstarted(code);
        thread.setContextClassLoader(Engine.class.getClassLoader());
        thread.start();
    }

    private static boolean loadFfmpeg() {
        try {
            if (G722.isInstalled()) {
                G722.load();
                return true;
            }
        } catch (LinkageError | RuntimeException e) {
            LOG.error("G.722 is offered but FFmpeg cannot be loaded", e);
        }
        return false;
    }

    private static void run(CompletableFuture<Boolean> ffmpeg) {
        try {
            for (String system : HARDWARE) {
                System.setProperty("org.jitsi.impl.neomedia.device." + system + ".disabled", "true");
            }
            System.setProperty(ConfigurationService.class.getName(), MemoryConfiguration.class.getName());
            System.setProperty("net.sf.fmj.utility.JmfRegistry.disableLoad", "true");
            System.setProperty("net.sf.fmj.utility.JmfRegistry.disableCommit", "true");
            QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
            SILENT.setLevel(Level.OFF);
            LibJitsi.start();
            MediaService service = LibJitsi.getMediaService();
            if (service == null) {
                throw new IllegalStateException("libjitsi has no media service");
            }
            PlugIns.registerOpus();
            PlugIns.removeG722();
            g722 = ffmpeg.join();
            if (g722) {
                PlugIns.registerG722();
            }
            // Two packets before sound flows; it grows by itself when packets come late.
            Registry.set("adaptive_jitter_buffer_MIN_SIZE", "3");
            Registry.set("allowLogging", "false");
            STARTED.complete(service);
        } catch (RuntimeException | LinkageError e) {
            STARTED.completeExceptionally(e);
        }
    }

    /** The samples per second a codec works at, which is not always its RTP clock (RFC 3551, 4.5.2). */
    static int sampleRate(Codec codec) {
        return isG722(codec) ? 16_000 : codec.clockRate();
    }

    private static boolean isG722(Codec codec) {
        return "G722".equalsIgnoreCase(codec.encoding());
    }

    /** libjitsi's format for a codec, or null when it has none. */
    static @Nullable MediaFormat format(MediaService service, Codec codec, int ptimeMs) {
        if (isG722(codec) && !g722) {
            return null;
        }
        Map<String, String> attributes = new HashMap<>();
        attributes.put(Constants.PTIME, Integer.toString(ptimeMs));
        return service.getFormatFactory()
                .createMediaFormat(
                        codec.encoding(),
                        codec.clockRate(),
                        codec.channels(),
                        -1,
                        parameters(codec.fmtp()),
                        attributes);
    }

    private static Map<String, String> parameters(String fmtp) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : fmtp.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals).trim(),
                        part.substring(equals + 1).trim());
            }
        }
        return parameters;
    }
}
