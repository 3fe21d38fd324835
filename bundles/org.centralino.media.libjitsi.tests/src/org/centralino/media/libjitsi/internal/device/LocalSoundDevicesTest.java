/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.media.SoundGraph;
import org.centralino.media.libjitsi.internal.graph.GraphClock;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of devices that fail in ways that a real sound server seldom shows. */
class LocalSoundDevicesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Device ONE = new Device("one", "One");
    private static final Device TWO = new Device("two", "Two");

    private final Sounds sounds = new Sounds();
    private final LocalSoundDevices devices = new LocalSoundDevices(List.of(sounds));
    private final GraphClock sound = new GraphClock(() -> devices.play(new short[SoundGraph.FRAME]));
    private final List<String> lost = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        sounds.hang.countDown();
        sound.close();
        devices.close();
    }

    private void start(Device... playbacks) throws InterruptedException {
        devices.addListener(new Listener() {
            @Override
            public void devicesChanged() {
                // only losses are of interest
            }

            @Override
            public void deviceLost(Role role, Device gone, @Nullable Device instead) {
                lost.add(role + " " + gone.name() + " -> " + (instead == null ? "" : instead.name()));
            }
        });
        devices.start();
        sound.start();
        Wait.until("the devices are watched", PATIENCE, () -> sounds.told != null);
        sounds.tell(playbacks);
    }

    private void awaitSpeaker(@Nullable Device device) throws InterruptedException {
        Wait.until("the speaker is " + device, PATIENCE, () -> serves(Role.SPEAKER, device));
    }

    private boolean serves(Role role, @Nullable Device device) {
        return Objects.equals(devices.inUse(role), device);
    }

    @Test
    void aStreamThatBreaksFallsBackAtOnceAndTheDeviceIsTriedAgain() throws Exception {
        start(ONE, TWO);
        awaitSpeaker(ONE);
        sounds.broken.add("one");
        awaitSpeaker(TWO);
        Wait.until("the loss is told", PATIENCE, () -> lost.equals(List.of("SPEAKER One -> Two")));
        sounds.broken.clear();
        awaitSpeaker(ONE);
        assertThat(lost).hasSize(1);
    }

    @Test
    void theLastDeviceIsLostWithoutAnother() throws Exception {
        start(ONE);
        awaitSpeaker(ONE);
        sounds.tell();
        awaitSpeaker(null);
        Wait.until("the loss is told", PATIENCE, () -> lost.contains("SPEAKER One -> "));
    }

    @Test
    void aDeviceThatIsBackAtOnceWasNotLost() throws Exception {
        start(ONE);
        awaitSpeaker(ONE);
        sounds.tell();
        sounds.tell(ONE);
        awaitSpeaker(ONE);
        assertThat(lost).isEmpty();
    }

    @Test
    void aDeviceThatHangsWhileItIsOpenedLeavesTheOneInUse() throws Exception {
        start(ONE, TWO);
        awaitSpeaker(ONE);
        sounds.hanging.add("two");
        devices.choose(Role.SPEAKER, "two");
        Wait.until("two is tried", PATIENCE, () -> sounds.opened.contains("two"));
        assertThat(devices.inUse(Role.SPEAKER)).isEqualTo(ONE);
        assertThat(devices.chosen(Role.SPEAKER)).isEqualTo("two");
        sounds.hang.countDown();
        awaitSpeaker(TWO);
    }

    @Test
    void whatRingsFollowsTheSpeakerUnlessItHasADeviceOfItsOwn() throws Exception {
        start(ONE, TWO);
        awaitSpeaker(ONE);
        Wait.until("one rings", PATIENCE, () -> serves(Role.RINGER, ONE));
        devices.choose(Role.RINGER, "two");
        Wait.until("two rings", PATIENCE, () -> serves(Role.RINGER, TWO));
        sounds.tell(ONE);
        Wait.until("one rings again", PATIENCE, () -> serves(Role.RINGER, ONE));
        Wait.until("that is told", PATIENCE, () -> lost.equals(List.of("RINGER Two -> One")));
        sounds.tell(ONE, TWO);
        Wait.until("two is back", PATIENCE, () -> serves(Role.RINGER, TWO));
    }

    /** A sound system of which everything can be said. */
    private static final class Sounds implements AudioBackend {

        final Set<String> broken = ConcurrentHashMap.newKeySet();
        final Set<String> hanging = ConcurrentHashMap.newKeySet();
        final Set<String> opened = ConcurrentHashMap.newKeySet();
        final CountDownLatch hang = new CountDownLatch(1);

        @Nullable
        volatile Consumer<Listing> told;

        void tell(Device... playbacks) {
            if (told instanceof Consumer<Listing> consumer) {
                consumer.accept(new Listing(List.of(), List.of(playbacks), "", "one", List.of()));
            }
        }

        @Override
        @NonNullByDefault({})
        public void watch(Consumer<Listing> consumer) {
            told = consumer;
        }

        @Override
        public AudioDevice open(Direction direction, String id, String purpose) throws IOException {
            opened.add(id);
            if (broken.contains(id)) {
                throw new IOException("broken on purpose");
            }
            if (hanging.contains(id)) {
                awaitHang();
            }
            return new AudioDevice() {
                @Override
                public void transfer(short[] frame) throws IOException {
                    if (broken.contains(id)) {
                        throw new IOException("broken on purpose");
                    }
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }

        private void awaitHang() throws IOException {
            try {
                if (!hang.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("hung");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            told = null;
        }
    }
}
