/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import static com.example.crm.CallEvents.Event.ANSWER;
import static com.example.crm.CallEvents.Event.END;
import static com.example.crm.CallEvents.Event.RING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallEventsTest {

    private final CallEvents events = new CallEvents();

    @Test
    void eachEventOfACallIsToldOnce() {
        assertEquals(List.of(RING), events.news("1", false, false));
        assertEquals(List.of(), events.news("1", false, false));
        assertEquals(List.of(ANSWER), events.news("1", true, false));
        assertEquals(List.of(), events.news("1", true, false));
        assertEquals(List.of(END), events.news("1", true, true));
    }

    @Test
    void aCallThatNobodyAnswersRingsAndEnds() {
        assertEquals(List.of(RING), events.news("1", false, false));
        assertEquals(List.of(END), events.news("1", false, true));
    }

    @Test
    void whatMissedSnapshotsWouldHaveToldIsToldInOrder() {
        assertEquals(List.of(RING, ANSWER, END), events.news("1", true, true));
    }

    @Test
    void callsAreToldApart() {
        assertEquals(List.of(RING), events.news("1", false, false));
        assertEquals(List.of(RING), events.news("2", false, false));
        assertEquals(List.of(END), events.news("1", false, true));
        assertEquals(List.of(ANSWER), events.news("2", true, false));
    }
}
