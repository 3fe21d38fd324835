/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.centralino.media.SoundGraph;
import org.centralino.media.SoundNode;
import org.centralino.media.libjitsi.internal.graph.MixingGraph;

/** Who hears whom in the real graph, whatever happened before: each member says a number of its own, and hears the sum. */
class ConferenceProperties {

    /** All of them together are below the limiter's ceiling. */
    private static final int UNIT = 25;

    private final MixingGraph graph =
            new MixingGraph(frame -> false, frame -> {}, frame -> {}, () -> new SoundGraph.Devices("", ""));

    private final class Member {

        final int says;
        final SoundNode leg;
        final Bridge bridge;
        int hears;

        Member(int index) {
            says = UNIT << index;
            leg = graph.leg(
                    "leg " + index,
                    frame -> {
                        Arrays.fill(frame, (short) says);
                        return true;
                    },
                    frame -> hears = frame[0]);
            bridge = new Bridge("member " + index, graph);
        }
    }

    /** Rounds of who speaks; a member that does not is silenced, holds us, or is not there yet. */
    @Property(tries = 200)
    void eachHearsAllOthersWhoSpeakAndNeverItself(
            @ForAll @IntRange(min = 2, max = 10) int size,
            @ForAll @Size(min = 1, max = 6) List<@Size(min = 10, max = 10) List<Boolean>> rounds) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            members.add(new Member(i));
        }
        for (List<Boolean> speaks : rounds) {
            int all = 0;
            for (int i = 0; i < size; i++) {
                all += speaks.get(i) ? members.get(i).says : 0;
            }
            for (Member member : members) {
                List<SoundNode> others = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    if (speaks.get(i) && members.get(i) != member) {
                        others.add(members.get(i).leg);
                    }
                }
                member.bridge.hear(member.leg, others);
                member.bridge.arrange(member.leg, true);
                member.hears = 0;
            }
            graph.tick();
            for (int i = 0; i < size; i++) {
                Member member = members.get(i);
                assertThat(member.hears).isEqualTo(all - (speaks.get(i) ? member.says : 0));
            }
        }
        for (Member member : members) {
            member.bridge.close(member.leg);
            member.hears = 0;
        }
        graph.tick();
        assertThat(members).allMatch(member -> member.hears == 0 && member.bridge.level() == 0);
    }

    /** However loud all are, nobody hears anything cut off. */
    @Property(tries = 50)
    void allTogetherAreTurnedDownAndNotCut(@ForAll @IntRange(min = 3, max = 10) int size) {
        int[] loudest = new int[1];
        List<SoundNode> legs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            legs.add(graph.leg(
                    "loud " + i,
                    frame -> {
                        Arrays.fill(frame, (short) 30_000);
                        return true;
                    },
                    frame -> {
                        for (short sample : frame) {
                            loudest[0] = Math.max(loudest[0], Math.abs(sample));
                        }
                    }));
        }
        for (SoundNode leg : legs) {
            List<SoundNode> others = new ArrayList<>(legs);
            others.remove(leg);
            Bridge bridge = new Bridge("loud", graph);
            bridge.hear(leg, others);
            bridge.arrange(leg, true);
        }
        graph.tick();
        loudest[0] = 0;
        for (int tick = 0; tick < 20; tick++) {
            graph.tick();
        }
        // The limiter's ceiling, which it comes to within the first frame.
        assertThat(loudest[0]).isBetween(31_000, 32_010);
    }
}
