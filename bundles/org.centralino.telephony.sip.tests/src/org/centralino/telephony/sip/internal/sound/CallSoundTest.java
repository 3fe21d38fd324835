/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.centralino.telephony.sip.internal.FakeMedia;
import org.centralino.testbench.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears whom, as edges of the sound graph. */
class CallSoundTest {

    private static final String SPEAKER = "leg 1 > speaker";
    private static final String MICROPHONE = "microphone > leg 1";
    private static final String MUSIC = "music of x > leg 1";

    private final FakeMedia media = new FakeMedia();
    private final CallSound sound = new CallSound("x", media, new MusicOnHold());

    @BeforeEach
    void aCallThatTalks() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        sound.open(InetAddress.getLoopbackAddress(), port -> opened.countDown(), () -> {});
        assertThat(opened.await(10, TimeUnit.SECONDS)).isTrue();
        sound.voice(true, true);
        assertEdges(SPEAKER, MICROPHONE);
    }

    @AfterEach
    void close() {
        sound.close();
        sound.retire();
    }

    @Test
    void whoIsHeldHearsMusicAndNobodyElse() {
        sound.music(true);
        sound.music(true);
        assertEdges(MUSIC);
        sound.music(false);
        sound.music(false);
        assertEdges();
        sound.voice(true, true);
        assertEdges(SPEAKER, MICROPHONE);
    }

    @Test
    void theMicrophoneStaysOutWhateverIsAskedFor() {
        sound.music(true);
        sound.voice(true, true);
        sound.voice(false, true);
        sound.voice(true, true);
        assertEdges(MUSIC);
        sound.music(true);
        assertEdges(MUSIC);
        sound.music(false);
        assertEdges(SPEAKER, MICROPHONE);
    }

    @Test
    void anEndedCallLeavesNothingBehind() {
        sound.startAudible('1');
        sound.music(true);
        assertEdges(MUSIC, "keypad of x > leg 1");
        sound.close();
        assertEdges();
        sound.music(true);
        sound.voice(true, true);
        assertEdges();
        assertThat(media.legs.get(0).closed).isTrue();
    }

    /** What is joined when all that was asked for is done; the ring is the last of it. */
    private void assertEdges(String... edges) {
        sound.ring(false);
        String ring = "ring of x > ringer";
        Await.until(
                Duration.ofSeconds(10),
                () -> "it does not ring: " + media.edges(),
                () -> media.edges().contains(ring));
        Set<String> joined = new java.util.HashSet<>(media.edges());
        joined.remove(ring);
        assertThat(joined).containsExactlyInAnyOrder(edges);
        sound.quiet();
        Await.until(
                Duration.ofSeconds(10),
                () -> "it rings: " + media.edges(),
                () -> !media.edges().contains(ring));
    }
}
