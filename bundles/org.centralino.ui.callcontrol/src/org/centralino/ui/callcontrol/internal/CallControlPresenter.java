/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Turns snapshots of calls into what the section shows, and presses into commands. {@link #callChanged} may come on any
 * thread; everything else belongs to the display's.
 */
final class CallControlPresenter implements CallListener {

    private final Supplier<@Nullable CallService> service;
    private final InstantSource clock;
    private final Consumer<CallsView> view;
    private final CallBook book = new CallBook();
    private final Inbox inbox;
    private final StringBuilder sent = new StringBuilder();
    private String sentTo = "";
    private boolean keypadOpen;

    CallControlPresenter(
            Supplier<@Nullable CallService> service, Executor display, InstantSource clock, Consumer<CallsView> view) {
        this.service = service;
        inbox = new Inbox(display, this::update);
        this.clock = clock;
        this.view = view;
    }

    /** Shows the calls that are up already. */
    void start() {
        CallService calls = service.get();
        if (calls != null) {
            calls.calls().forEach(call -> book.apply(call, clock.instant()));
        }
        update();
    }

    @Override
    public void callChanged(Call call) {
        inbox.add(call);
    }

    /** Shows everything anew, soon. Any thread. */
    void refresh() {
        inbox.schedule();
    }

    /** A second went by. */
    void tick() {
        update();
    }

    /** Whether nothing changes with time. */
    boolean isQuiet() {
        return book.isQuiet();
    }

    /** The call that the strip's buttons act upon. */
    @Nullable
    Call current() {
        return book.current();
    }

    boolean hasIncoming() {
        return book.firstIncoming() != null;
    }

    void answerFirst() {
        onFirstIncoming(CallService::answer);
    }

    void declineFirst() {
        onFirstIncoming(CallService::decline);
    }

    void answer(String id) {
        command(calls -> calls.answer(id));
    }

    void decline(String id) {
        command(calls -> calls.decline(id));
    }

    /** Makes a call that is up the one that is spoken in: its microphone on, the other's off. */
    void goBackTo(String id) {
        Call current = book.current();
        command(calls -> {
            if (current != null && current.isActive()) {
                calls.setMicrophoneOff(current.id(), true);
            }
            calls.setMicrophoneOff(id, false);
        });
        book.show(id);
        setKeypadOpen(false);
    }

    boolean isKeypadOpen() {
        return keypadOpen;
    }

    void setKeypadOpen(boolean open) {
        keypadOpen = open;
        update();
    }

    /** A key of the keypad goes down. */
    void toneDown(char key) {
        onCurrent((calls, call) -> {
            if (!call.id().equals(sentTo)) {
                sentTo = call.id();
                sent.setLength(0);
            }
            sent.append(key);
            calls.startTone(call.id(), key);
        });
        update();
    }

    /** It comes up again. */
    void toneUp() {
        onCurrent((calls, call) -> calls.stopTone(call.id()));
    }

    private void onFirstIncoming(BiConsumer<CallService, String> run) {
        Call call = book.firstIncoming();
        if (call != null) {
            command(calls -> run.accept(calls, call.id()));
        }
    }

    private void onCurrent(BiConsumer<CallService, Call> run) {
        Call call = book.current();
        if (call != null) {
            command(calls -> run.accept(calls, call));
        }
    }

    private void command(@NonNullByDefault({}) Consumer<CallService> run) {
        CallService calls = service.get();
        if (calls != null) {
            run.accept(calls);
        }
    }

    private void update() {
        inbox.drain(call -> book.apply(call, clock.instant()));
        book.expire(clock.instant());
        Call call = book.current();
        keypadOpen = keypadOpen && call != null && call.isActive();
        String digits = call != null && call.id().equals(sentTo) ? sent.toString() : "";
        view.accept(new CallsView(strip(), keypadOpen, digits, waiting()));
    }

    private @Nullable StripView strip() {
        Call call = book.shown();
        if (call == null) {
            return null;
        }
        var ended = call.ended();
        var answered = call.answered();
        String time =
                Words.clock(answered == null ? call.created() : answered, ended == null ? clock.instant() : ended);
        return new StripView(
                call,
                call.remote().label(),
                Words.number(call),
                Words.state(call),
                tone(call.state()),
                ended != null && answered == null ? "" : time,
                answered != null,
                Words.codec(call.codec()));
    }

    private static StripView.Tone tone(CallState state) {
        return switch (state) {
            case CallState.Active active ->
                active.heldByUs() || active.heldByPeer() ? StripView.Tone.HELD : StripView.Tone.UP;
            case CallState.Ended ended -> Words.isFailure(ended.reason()) ? StripView.Tone.FAILED : StripView.Tone.OVER;
            default -> StripView.Tone.CALM;
        };
    }

    private List<WaitingView> waiting() {
        List<WaitingView> cards = new ArrayList<>();
        boolean first = true;
        for (Call call : book.waiting()) {
            boolean incoming = call.state() instanceof CallState.Incoming;
            cards.add(card(call, incoming, incoming && first));
            first &= !incoming;
        }
        return cards;
    }

    private WaitingView card(Call call, boolean incoming, boolean first) {
        var answered = call.answered();
        String since = Words.wait(answered == null ? call.created() : answered, clock.instant());
        return new WaitingView(
                call.id(),
                incoming,
                first,
                incoming ? Messages.incoming : parked(call),
                call.remote().label(),
                Words.number(call),
                incoming ? org.eclipse.osgi.util.NLS.bind(Messages.ringingSince, since) : since);
    }

    private static String parked(Call call) {
        return call.isActive() && call.microphoneOff() ? Messages.microphoneOff : Words.state(call);
    }
}
