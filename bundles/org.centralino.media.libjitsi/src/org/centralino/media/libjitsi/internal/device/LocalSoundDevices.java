/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.centralino.media.SoundDevices;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundGraph.Devices;
import org.centralino.media.libjitsi.internal.device.AudioBackend.Direction;
import org.centralino.media.libjitsi.internal.device.DeviceLine.Report;
import org.centralino.media.libjitsi.internal.device.DeviceLine.Target;
import org.eclipse.jdt.annotation.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The microphone, the speaker and what rings. One thread decides which device serves which role, whenever devices come
 * and go or another is chosen; opening them and moving sound happens on threads of their lines, so no device that hangs
 * holds up anything else. No device at all is a state like any other.
 */
public final class LocalSoundDevices implements SoundDevices, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalSoundDevices.class);
    private static final long SHUN_MS = 1000;
    /** A failure is mostly followed at once by news of what is left, which makes for the better choice. */
    private static final long NEWS_MS = 30;
    /** A sole device that went for so short a time was not lost. */
    private static final long SETTLE_MS = 400;

    private static final long CHECK_MS = 1000;

    private final List<AudioBackend> backends;
    private final Map<AudioBackend, Listing> listings = new HashMap<>();
    private final Map<Role, Post> posts = new EnumMap<>(Role.class);
    private final Map<String, Long> shunned = new HashMap<>();
    private final News news = new News();
    private final Ringing ringing;
    private final short[] played = new short[SoundGraph.FRAME];
    private final ScheduledExecutorService work = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("centralino-devices").daemon().unstarted(task));
    private @Nullable AudioBackend active;
    private volatile Listing listing = Listing.NOTHING;

    public LocalSoundDevices() {
        this(
                System.getProperty("os.name", "").startsWith("Linux")
                        ? List.of(new PulseBackend(null), new JavaSoundBackend())
                        : List.of(new JavaSoundBackend()));
    }

    /** With these ways to devices, best first. */
    LocalSoundDevices(List<AudioBackend> backends) {
        this.backends = backends;
        for (Role role : Role.values()) {
            posts.put(role, new Post(role, new LineReport(role)));
        }
        ringing = new Ringing(post(Role.RINGER), () -> later(this::route, 0));
    }

    /** Begins to look for devices; returns at once. */
    public void start() {
        later(() -> watch(0), 0);
        work.scheduleWithFixedDelay(
                () -> posts.values().forEach(post -> post.line.check()), CHECK_MS, CHECK_MS, TimeUnit.MILLISECONDS);
    }

    /** Which microphone and speaker are open. */
    public Devices devices() {
        return new Devices(post(Role.MICROPHONE).nameInUse(), post(Role.SPEAKER).nameInUse());
    }

    /** The graph's source: what the microphone heard. */
    public boolean capture(short[] frame) {
        return post(Role.MICROPHONE).ring.read(frame);
    }

    /** When the microphone's last frame came ({@link System#nanoTime()}). */
    public long capturedNanos() {
        return post(Role.MICROPHONE).ring.writtenNanos();
    }

    /** The graph's sink: what the speaker is to play. */
    public void play(short[] frame) {
        Post speaker = post(Role.SPEAKER);
        System.arraycopy(frame, 0, played, 0, played.length);
        speaker.tone.addTo(played);
        speaker.ring.write(played, 0, played.length);
    }

    /** The graph's sink: what is to ring. */
    public void ring(short[] frame) {
        ringing.write(frame);
    }

    @Override
    public List<Device> available(Role role) {
        Listing now = listing;
        return role == Role.MICROPHONE ? Routing.microphones(now) : now.playbacks();
    }

    @Override
    public @Nullable Device inUse(Role role) {
        return post(role).inUse;
    }

    @Override
    public @Nullable String chosen(Role role) {
        return post(role).chosen;
    }

    @Override
    public void choose(Role role, @Nullable String id) {
        post(role).chosen = id;
        later(this::route, 0);
    }

    @Override
    public double level(Role role) {
        return post(role).meter.level();
    }

    @Override
    public void test(Role role) {
        post(role).tone.start();
    }

    @Override
    public void addListener(Listener listener) {
        news.add(listener);
    }

    @Override
    public void removeListener(Listener listener) {
        news.remove(listener);
    }

    private Post post(Role role) {
        return Objects.requireNonNull(posts.get(role));
    }

    private void later(Runnable task, long delayMs) {
        try {
            work.schedule(
                    () -> {
                        try {
                            task.run();
                        } catch (RuntimeException e) {
                            LOG.error("A sound device could not be seen to", e);
                        }
                    },
                    delayMs,
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.trace("No device is seen to any more", e);
        }
    }

    private void watch(int index) {
        AudioBackend backend = backends.get(index);
        listings.put(backend, Listing.ABSENT);
        backend.watch(told -> later(() -> told(backend, told), 0));
    }

    private void told(AudioBackend backend, Listing told) {
        listings.put(backend, told);
        if (told == Listing.ABSENT && listings.size() < backends.size()) {
            watch(listings.size());
        }
        active = null;
        listing = Listing.ABSENT;
        for (AudioBackend one : backends) {
            Listing its = listings.getOrDefault(one, Listing.ABSENT);
            if (active == null && its != Listing.ABSENT) {
                active = one;
                listing = its;
            }
        }
        shunned.keySet().removeIf(key -> !isListed(key));
        route();
        news.changed();
    }

    private boolean isListed(String key) {
        return listing.captures().stream()
                        .anyMatch(device -> key(Direction.CAPTURE, device).equals(key))
                || listing.playbacks().stream()
                        .anyMatch(device -> key(Direction.PLAYBACK, device).equals(key));
    }

    private static String key(Direction direction, Device device) {
        return direction + " " + device.id();
    }

    private boolean isUsable(Direction direction, Device device) {
        String key = key(direction, device);
        return !shunned.containsKey(key) || System.nanoTime() - shunned.get(key) > 0;
    }

    private boolean isGone(Post post, Device device) {
        List<Device> there = post.direction == Direction.CAPTURE ? listing.captures() : listing.playbacks();
        return !there.contains(device) || !isUsable(post.direction, device);
    }

    private void route() {
        Post speaker = post(Role.SPEAKER);
        Post microphone = post(Role.MICROPHONE);
        Post ringer = post(Role.RINGER);
        Device loud = Routing.playback(listing, speaker.chosen, this::canPlay);
        Device rings = ringer.chosen == null ? loud : Routing.playback(listing, ringer.chosen, this::canPlay);
        serve(speaker, loud);
        serve(microphone, Routing.capture(listing, microphone.chosen, loud, this::canCapture));
        ring(ringer, rings != null && rings.id().equals(ringer.chosen) ? rings : loud);
    }

    private boolean canPlay(Device device) {
        return isUsable(Direction.PLAYBACK, device);
    }

    private boolean canCapture(Device device) {
        return isUsable(Direction.CAPTURE, device);
    }

    private void serve(Post post, @Nullable Device wanted) {
        leave(post);
        post.line.use(target(wanted));
        if (wanted == null && post.inUse != null) {
            use(post, null);
        }
    }

    /** What rings is opened when it rings: a device more that is always open would cost for nothing. */
    private void ring(Post post, @Nullable Device wanted) {
        leave(post);
        post.line.use(ringing.isOn() ? target(wanted) : null);
        if (!Objects.equals(wanted, post.inUse)) {
            use(post, wanted);
        }
    }

    private @Nullable Target target(@Nullable Device wanted) {
        AudioBackend from = active;
        return wanted == null || from == null ? null : new Target(from, wanted);
    }

    /** Notes that what serves is there no more, to be told when it is known what serves instead. */
    private void leave(Post post) {
        Device device = post.inUse;
        if (device != null && isGone(post, device)) {
            post.inUse = null;
            if (post.lost == null) {
                post.lost = device;
            }
            later(() -> settle(post), SETTLE_MS);
            news.changed();
        }
    }

    private void settle(Post post) {
        if (post.inUse == null) {
            tellLost(post);
        }
    }

    private void use(Post post, @Nullable Device device) {
        post.inUse = device;
        if (device != null) {
            tellLost(post);
        }
        news.changed();
    }

    private void tellLost(Post post) {
        Device lost = post.lost;
        Device now = post.inUse;
        post.lost = null;
        // a ringer that goes where the speaker goes is not worth a word of its own
        if (lost != null && !Objects.equals(lost, now) && (post.role != Role.RINGER || post.chosen != null)) {
            news.lost(post.role, lost, now);
        }
    }

    private void failed(Post post, Device device, String why) {
        if (!post.complaint.equals(why)) {
            post.complaint = why;
            LOG.info("{}: {} is not in use any more: {}", post.role, device.name(), why);
        }
        shunned.put(key(post.direction, device), System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SHUN_MS));
        later(this::route, NEWS_MS);
        later(this::route, SHUN_MS + NEWS_MS);
    }

    private void opened(Post post, Device device) {
        post.complaint = "";
        if (post.role != Role.RINGER && !Objects.equals(device, post.inUse)) {
            LOG.info("{}: {}", post.role, device.name());
            use(post, device);
        }
    }

    @Override
    public void close() {
        work.shutdownNow();
        backends.forEach(AudioBackend::close);
        posts.values().forEach(post -> post.line.use(null));
        posts.values().forEach(post -> post.inUse = null);
        news.close();
    }

    private final class LineReport implements Report {

        private final Role role;

        LineReport(Role role) {
            this.role = role;
        }

        @Override
        public void opened(Device device) {
            later(() -> LocalSoundDevices.this.opened(post(role), device), 0);
        }

        @Override
        public void failed(Device device, String why) {
            later(() -> LocalSoundDevices.this.failed(post(role), device, why), 0);
        }
    }
}
