/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.practice.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.centralino.practice.media.AudioLeg;
import org.centralino.practice.media.ToneMeter;
import org.eclipse.jdt.annotation.Nullable;

/** The story of one call, told while it lasts and afterwards. Safe for use by several threads. */
public final class CallRecord {
    private final String callId;
    private final String extension;
    private final String from;
    private final String to;
    private final Instant startedAt = Instant.now();
    private String state = "calling";
    private @Nullable Instant answeredAt;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;
    private @Nullable Integer status;
    private String digits = "";
    private Supplier<AudioLeg.@Nullable Report> sound = () -> null;

    CallRecord(String callId, String extension, String from, String to) {
        this.callId = callId;
        this.extension = extension;
        this.from = from;
        this.to = to;
    }

    public String callId() {
        return callId;
    }

    public String extension() {
        return extension;
    }

    public String from() {
        return from;
    }

    /** @param report asked whenever someone wants to know, until the call ends */
    public synchronized void sound(Supplier<AudioLeg.@Nullable Report> report) {
        sound = report;
    }

    public synchronized void digit(char digit) {
        digits += digit;
    }

    /** The status line that the call's INVITE was answered with. */
    public synchronized void responded(int code) {
        status = code;
        if (code < 200) {
            state = "ringing";
        } else if (code < 300) {
            state = "active";
            answeredAt = Instant.now();
        } else {
            ended("called");
        }
    }

    public synchronized void ended(String by) {
        if (endedAt == null) {
            AudioLeg.Report last = sound.get();
            sound = () -> last;
            state = "ended";
            endedAt = Instant.now();
            endedBy = by;
        }
    }

    synchronized Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("callId", callId);
        json.put("extension", extension);
        json.put("from", from);
        json.put("to", to);
        json.put("state", state);
        json.put("status", status);
        json.put("startedAt", startedAt);
        json.put("answeredAt", answeredAt);
        json.put("endedAt", endedAt);
        json.put("endedBy", endedBy);
        json.put("digits", digits);
        AudioLeg.Report report = sound.get();
        if (report != null) {
            ToneMeter.Reading heard = report.heard();
            Double roundTripMs = report.roundTripMs();
            json.put("codec", report.codec());
            json.put("heardHz", heard == null ? null : round(heard.hz()));
            json.put("heardLevelDb", heard == null ? null : round(heard.levelDb()));
            json.put("rtpReceived", report.received());
            json.put("rtpLost", report.lost());
            json.put("rtpSent", report.sent());
            json.put("roundTripMs", roundTripMs == null ? null : round(roundTripMs));
        }
        return json;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
