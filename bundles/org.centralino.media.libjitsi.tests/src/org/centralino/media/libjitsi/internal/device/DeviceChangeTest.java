/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.media.libjitsi.internal.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.centralino.media.libjitsi.internal.device.CallOnDevices.PATIENCE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.centralino.media.FrameSink;
import org.centralino.media.SoundDevices.Device;
import org.centralino.media.SoundDevices.Listener;
import org.centralino.media.SoundDevices.Role;
import org.centralino.media.libjitsi.internal.testing.Ear;
import org.centralino.media.libjitsi.internal.testing.Timeline;
import org.centralino.media.libjitsi.internal.testing.Tone;
import org.centralino.media.libjitsi.internal.testing.Wait;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that are pulled out, put back and changed in the middle of a call. */
class DeviceChangeTest {

    private static final double LOUD = 8000;
    private static final double HEARD = 2000;
    /** The aim is 200 ms; a machine that is busy with other things may be slower, but never this much. */
    private static final long GAP_MS = 1000;

    private final List<String> lost = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void needsTheServer() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pulseaudio")), "pulseaudio is not installed");
    }

    @Test
    void theSpeakerInUseIsPulledOutInACallWhichGoesOnOnAnother(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            String headset = pulse.plugSpeaker("headset", "Test Headset");
            try (CallOnDevices call = new CallOnDevices(pulse)) {
                call.devices.addListener(new Losses());
                Timeline voice = farVoice(pulse, call, "speaker", "headset");
                call.devices.choose(Role.SPEAKER, "headset");
                call.awaitInUse(Role.SPEAKER, "headset");
                long from = steady(voice);

                pulse.unplug(headset);
                call.awaitInUse(Role.SPEAKER, "speaker");
                report("speaker pulled out", voice, from);
                Wait.until("the loss is told", PATIENCE, () -> !lost.isEmpty());
                assertThat(lost).containsExactly("SPEAKER Test Headset -> Test_Speaker");

                pulse.plugSpeaker("headset", "Test Headset");
                call.awaitInUse(Role.SPEAKER, "headset");
                pulse.listenTo("headset", voice.listener());
                steady(voice);
            }
        }
    }

    @Test
    void theDefaultSpeakerIsPulledOutAndTheSystemsNextOneServes(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            pulse.plugSpeaker("other", "Other");
            try (CallOnDevices call = new CallOnDevices(pulse)) {
                Timeline voice = farVoice(pulse, call, "speaker", "other", "room");
                assertThat(call.inUse(Role.SPEAKER)).isEqualTo("speaker");
                long from = steady(voice);

                pulse.unplug(pulse.moduleOf("sink_name=speaker"));
                String next = pulse.control("get-default-sink");
                call.awaitInUse(Role.SPEAKER, next);
                report("default speaker pulled out", voice, from);
            }
        }
    }

    @Test
    void theMicrophoneInUseIsPulledOutInACallWhichGoesOnOnAnother(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            String second = pulse.plug("module-remap-source", "source_name=second", "master=room.monitor");
            try (CallOnDevices call = new CallOnDevices(pulse)) {
                call.devices.addListener(new Losses());
                pulse.playIntoRoom(new Tone(440, LOUD));
                Timeline voice = new Timeline(440, HEARD);
                listen(call, voice.listener());
                call.devices.choose(Role.MICROPHONE, "second");
                call.awaitInUse(Role.MICROPHONE, "second");
                long from = steady(voice);

                pulse.unplug(second);
                call.awaitInUse(Role.MICROPHONE, "microphone");
                report("microphone pulled out", voice, from);
                Wait.until("the loss is told", PATIENCE, () -> !lost.isEmpty());
                assertThat(lost)
                        .hasSize(1)
                        .first()
                        .asString()
                        .startsWith("MICROPHONE ")
                        .endsWith("-> Test_Microphone");
            }
        }
    }

    @Test
    void anotherSpeakerAndAnotherMicrophoneTakeOverInACall(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            pulse.plugSpeaker("headset", "Test Headset");
            pulse.plug("module-remap-source", "source_name=second", "master=room.monitor");
            try (CallOnDevices call = new CallOnDevices(pulse)) {
                call.devices.addListener(new Losses());
                Timeline heardHere = farVoice(pulse, call, "speaker", "headset");
                pulse.playIntoRoom(new Tone(440, LOUD));
                Timeline heardThere = new Timeline(440, HEARD);
                listen(call, heardThere.listener());
                for (boolean other : new boolean[] {true, false, true}) {
                    long from = steady(heardHere);
                    call.devices.choose(Role.SPEAKER, other ? "headset" : null);
                    call.awaitInUse(Role.SPEAKER, other ? "headset" : "speaker");
                    report("another speaker chosen", heardHere, from);

                    from = steady(heardThere);
                    call.devices.choose(Role.MICROPHONE, other ? "second" : null);
                    call.awaitInUse(Role.MICROPHONE, other ? "second" : "microphone");
                    report("another microphone chosen", heardThere, from);
                }
                assertThat(lost).isEmpty();
            }
        }
    }

    @Test
    void itRingsOnADeviceOfItsOwnWhileTheCallIsHeardInTheSpeaker(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            pulse.plugSpeaker("bell", "Bell");
            try (CallOnDevices call = new CallOnDevices(pulse)) {
                Ear speaker = new Ear();
                Ear bell = new Ear();
                pulse.listenTo("speaker", speaker);
                pulse.listenTo("bell", bell);
                call.devices.choose(Role.RINGER, "bell");
                call.awaitInUse(Role.RINGER, "bell");
                call.graph.connect(call.graph.source("voice", new Tone(1000, LOUD)), call.graph.speaker());
                call.graph.connect(call.graph.source("ring", new Tone(425, LOUD)), call.graph.ringer());

                Wait.until("it rings on the bell", PATIENCE, () -> bell.amplitude(425) > 0.8 * LOUD);
                Wait.until("the voice is in the speaker", PATIENCE, () -> speaker.amplitude(1000) > 0.8 * LOUD);
                assertThat(speaker.amplitude(425)).isLessThan(100);
                assertThat(bell.amplitude(1000)).isLessThan(100);
                assertThat(call.devices.level(Role.RINGER)).isBetween(0.2, 0.3);

                call.devices.choose(Role.RINGER, null);
                Wait.until("it rings in the speaker", PATIENCE, () -> speaker.amplitude(425) > 0.8 * LOUD);
                assertThat(call.inUse(Role.RINGER)).isEqualTo("speaker");
            }
        }
    }

    @Test
    void aTestToneIsHeardOnTheDeviceOfItsRoleAndTheMetersShowIt(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            pulse.plugSpeaker("bell", "Bell");
            try (CallOnDevices call = new CallOnDevices(pulse)) {
                Timeline bell = new Timeline(659.26, HEARD);
                Timeline speaker = new Timeline(659.26, HEARD);
                pulse.listenTo("bell", bell.listener());
                pulse.listenTo("speaker", speaker.listener());
                call.devices.choose(Role.RINGER, "bell");
                call.awaitInUse(Role.RINGER, "bell");

                pressUntilHeard(call, Role.RINGER, bell);
                assertThat(speaker.heardSince(0)).isFalse();
                pressUntilHeard(call, Role.SPEAKER, speaker);
                assertThat(call.devices.level(Role.SPEAKER)).isPositive();

                assertThat(call.devices.level(Role.MICROPHONE)).isZero();
                pulse.playIntoRoom(new Tone(440, LOUD));
                Wait.until("the microphone's meter moves", PATIENCE, () -> call.devices.level(Role.MICROPHONE) > 0.2);
            }
        }
    }

    @Test
    void aServerThatHangsHoldsUpNothingAndSoundIsBackWithIt(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            pulse.plugSpeaker("headset", "Test Headset");
            try (CallOnDevices call = new CallOnDevices(pulse)) {
                Timeline voice = farVoice(pulse, call, "speaker", "headset");
                steady(voice);
                pulse.signal("STOP");
                try {
                    long begun = System.nanoTime();
                    call.devices.choose(Role.SPEAKER, "headset");
                    call.devices.test(Role.RINGER);
                    assertThat(call.devices.available(Role.SPEAKER)).isNotEmpty();
                    call.devices.inUse(Role.SPEAKER);
                    assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.MILLISECONDS.toNanos(500));
                    Wait.until(
                            "nothing serves any more",
                            PATIENCE,
                            () -> call.inUse(Role.SPEAKER).isEmpty());
                } finally {
                    pulse.signal("CONT");
                }
                call.awaitInUse(Role.SPEAKER, "headset");
                steady(voice);
            }
        }
    }

    @Test
    void aServerWithoutDevicesIsAStateAndTheFirstDeviceIsNoticed(@TempDir Path home) throws Exception {
        try (PrivatePulse pulse = new PrivatePulse(home)) {
            pulse.unplug(pulse.moduleOf("module-remap-source"));
            pulse.unplug(pulse.moduleOf("sink_name=room"));
            pulse.unplug(pulse.moduleOf("sink_name=speaker"));
            try (LocalSoundDevices devices = new LocalSoundDevices(List.of(new PulseBackend(pulse.server())))) {
                devices.start();
                devices.test(Role.SPEAKER);
                assertThat(devices.available(Role.SPEAKER)).isEmpty();
                assertThat(devices.inUse(Role.SPEAKER)).isNull();

                String longName = "Registratore ".repeat(15).strip();
                long begun = System.nanoTime();
                pulse.plugSpeaker("first", longName);
                Wait.until("the first device serves", PATIENCE, () -> devices.inUse(Role.SPEAKER) != null);
                print("a new device served after", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                assertThat(devices.available(Role.SPEAKER)).containsExactly(new Device("first", longName));
                // What only gives back our own speaker is no microphone.
                assertThat(devices.inUse(Role.MICROPHONE)).isNull();
            }
        }
    }

    private final class Losses implements Listener {

        @Override
        public void devicesChanged() {
            // only losses are of interest
        }

        @Override
        public void deviceLost(Role role, Device gone, @Nullable Device instead) {
            lost.add(role + " " + gone.name() + " -> " + (instead == null ? "" : instead.name()));
        }
    }

    /** The far side's tone as it is heard on any of these sinks. */
    private static Timeline farVoice(PrivatePulse pulse, CallOnDevices call, String... sinks) throws Exception {
        Timeline voice = new Timeline(1000, HEARD);
        for (String sink : sinks) {
            pulse.listenTo(sink, voice.listener());
        }
        call.graph.connect(call.graph.source("far tone", new Tone(1000, LOUD)), call.far.node());
        return voice;
    }

    /** A null sink that was idle may be deaf for two seconds. */
    private static void pressUntilHeard(CallOnDevices call, Role role, Timeline heard) throws InterruptedException {
        AtomicLong pressed = new AtomicLong();
        Wait.until("the test tone of " + role, PATIENCE, () -> {
            long now = System.nanoTime();
            if (now - pressed.get() > TimeUnit.MILLISECONDS.toNanos(1500)) {
                pressed.set(now);
                call.devices.test(role);
            }
            return heard.heardSince(0);
        });
    }

    private static void listen(CallOnDevices call, FrameSink ear) {
        call.graph.connect(call.far.node(), call.graph.sink("far ear", ear));
    }

    /** Waits until there was sound for half a second without a gap; that half second's end. */
    private static long steady(Timeline voice) throws InterruptedException {
        long half = TimeUnit.MILLISECONDS.toNanos(500);
        long begun = System.nanoTime();
        Wait.until("steady sound", PATIENCE, () -> {
            long now = System.nanoTime();
            return now - begun > half && voice.longestGapMs(now - half, now) < 60;
        });
        return System.nanoTime();
    }

    private static void report(String what, Timeline voice, long from) throws InterruptedException {
        long since = System.nanoTime() - from;
        steady(voice);
        long gap =
                voice.longestGapMs(from, from + since + Duration.ofMillis(500).toNanos());
        print(what + ", sound was away for", gap);
        assertThat(gap).isLessThan(GAP_MS);
    }

    private static void print(String what, long ms) {
        System.out.println(what + " " + ms + " ms");
    }
}
