/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.centralino.media.RtpSession;
import org.centralino.media.SoundNode;
import org.centralino.telephony.CallSoundService;
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

    private static final RtpSession SESSION = new RtpSession(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000),
            null,
            FakeMedia.PCMA,
            8,
            8,
            -1,
            -1,
            20,
            true,
            true);

    private final FakeMedia media = new FakeMedia();
    private final CallSound sound = new CallSound("x", media, new MusicOnHold(), "IT");

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
        sound.press('1');
        sound.music(true);
        assertEdges(MUSIC, "keypad of x > leg 1", "keys of x > speaker");
        sound.close();
        assertEdges();
        sound.music(true);
        sound.voice(true, true);
        assertEdges();
        assertThat(media.legs.get(0).closed).isTrue();
    }

    @Test
    void keysAreHeardInTheEarAlone() {
        sound.startEvent('1');
        sound.press('1');
        assertEdges(SPEAKER, MICROPHONE, "keys of x > speaker");
    }

    @Test
    void ringbackIsHeardUntilTheFarSideIs() {
        media.legs.get(0).received = 0;
        sound.ringback();
        sound.start(SESSION);
        awaitEdge("ringback of x > speaker", true);
        media.legs.get(0).received = 1;
        awaitEdge("ringback of x > speaker", false);
    }

    @Test
    void ringbackIsNotHeardWhereTheFarSideAnnouncesSomething() {
        media.legs.get(0).received = 1;
        sound.start(SESSION);
        sound.ringback();
        assertEdges(SPEAKER, MICROPHONE);
    }

    @Test
    void aFarSideThatPromisesSoundButSendsNoneIsHeardToBeAlerted() {
        media.legs.get(0).received = 0;
        sound.start(SESSION);
        sound.ringback();
        awaitEdge("ringback of x > speaker", true);
        sound.quiet();
        awaitEdge("ringback of x > speaker", false);
    }

    @Test
    void whoTalksHearsOfACallInTheEarAlone() {
        sound.ring(true);
        awaitEdge("ring of x > speaker", true);
        sound.ring(false);
        awaitEdge("ring of x > ringer", true);
        awaitEdge("ring of x > speaker", false);
    }

    @Test
    void aFailureIsHeardAfterTheCallIsGone() {
        sound.close();
        sound.congestion();
        sound.retire();
        awaitEdge("congestion of x > speaker", true);
        awaitEdge("congestion of x > speaker", false);
    }

    @Test
    void whoTapsHearsEachSideOnItsOwnAndNoMusic() {
        SoundNode ours = media.sink("ours", frame -> {});
        SoundNode theirs = media.sink("theirs", frame -> {});
        CallSoundService.Tap tap = sound.tap(ours, theirs);
        assertEdges(SPEAKER, MICROPHONE, "microphone > ours", "leg 1 > theirs");
        sound.voice(true, false);
        assertEdges(SPEAKER, "leg 1 > theirs");
        sound.music(true);
        assertEdges(MUSIC);
        sound.music(false);
        sound.voice(true, true);
        assertEdges(SPEAKER, MICROPHONE, "microphone > ours", "leg 1 > theirs");
        tap.close();
        assertEdges(SPEAKER, MICROPHONE);
    }

    @Test
    void anAnnouncementIsHeardByBothSidesButNotInsteadOfMusic() {
        CallSoundService.Tap tap = sound.play(media.source("beep", frame -> false));
        assertEdges(SPEAKER, MICROPHONE, "beep > leg 1", "beep > speaker");
        sound.music(true);
        assertEdges(MUSIC);
        sound.music(false);
        sound.voice(true, true);
        assertEdges(SPEAKER, MICROPHONE, "beep > leg 1", "beep > speaker");
        tap.close();
        assertEdges(SPEAKER, MICROPHONE);
    }

    @Test
    void aTapEndsWithTheCall() {
        CallSoundService.Tap tap = sound.tap(media.sink("ours", frame -> {}), media.sink("theirs", frame -> {}));
        sound.close();
        assertEdges();
        sound.tap(media.sink("late", frame -> {}), media.sink("later", frame -> {}));
        tap.close();
        assertEdges();
    }

    private void awaitEdge(String edge, boolean joined) {
        Await.until(
                Duration.ofSeconds(10),
                () -> edge + " is not " + joined + ": " + media.edges(),
                () -> media.edges().contains(edge) == joined);
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
