/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.ui.callcontrol.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallState;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * Turns snapshots of calls into what the section shows, and presses into commands. {@link #callChanged} may come on any
 * thread; everything else belongs to the display's.
 */
final class CallControlPresenter implements CallListener {

    private final Supplier<@Nullable CallService> service;
    private final InstantSource clock;
    private final Consumer<CallsView> view;
    private final Function<String, @Nullable QualityView> quality;
    private final CallerNames names;
    private final CallBook book = new CallBook();
    private final TransferPresenter transfer;
    private final Tones tones = new Tones();
    private final Inbox inbox;
    private String resumeKey = "";
    private boolean keypadOpen;

    CallControlPresenter(
            Supplier<@Nullable CallService> service, Executor display, InstantSource clock, Consumer<CallsView> view) {
        this(service, display, clock, view, call -> null, CallerNames.none(), ContactSuggestions.none());
    }

    /**
     * @param quality how the call of an id sounds, null while nothing is known of it
     * @param names who is behind a number
     * @param suggestions whom a call may be transferred to by name
     */
    CallControlPresenter(
            Supplier<@Nullable CallService> service,
            Executor display,
            InstantSource clock,
            Consumer<CallsView> view,
            Function<String, @Nullable QualityView> quality,
            CallerNames names,
            ContactSuggestions suggestions) {
        this.service = service;
        this.quality = quality;
        inbox = new Inbox(display, this::update);
        this.clock = clock;
        this.view = view;
        this.names = names;
        transfer = new TransferPresenter(service, book, names, suggestions, this::update);
        names.follow(this::refresh);
    }

    /** Calls that are shown elsewhere do not wait here. */
    void leaveOut(Predicate<Call> shownElsewhere) {
        book.leaveOut(shownElsewhere);
    }

    /** Shows the calls that are up already. */
    void start() {
        CallService calls = service.get();
        if (calls != null) {
            calls.calls().forEach(call -> book.apply(call, clock.instant()));
        }
        update();
    }

    /** The key that resumes the call in the strip, as a person reads it; empty where there is none. */
    void setResumeKey(String key) {
        resumeKey = key;
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

    /** The call that was held last. */
    @Nullable
    Call lastHeld() {
        return book.lastHeld();
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

    void resume(String id) {
        command(calls -> calls.resume(id));
    }

    void hangUp(String id) {
        command(calls -> calls.hangUp(id));
    }

    /** Shows a call that was dialled in the strip again. */
    void goBackTo(String id) {
        book.show(id);
        setKeypadOpen(false);
    }

    boolean isKeypadOpen() {
        return keypadOpen;
    }

    void setKeypadOpen(boolean open) {
        keypadOpen = open;
        if (open && transfer.isOpen()) {
            transfer.close();
        } else {
            update();
        }
    }

    TransferPresenter transfer() {
        return transfer;
    }

    /** Whether the call in the strip can be transferred. */
    boolean canTransfer() {
        Call call = book.current();
        return call != null && call.isActive() && call.conference() == null;
    }

    /** Opens the transfer panel for the call in the strip, or closes it. */
    void toggleTransfer() {
        Call call = book.current();
        if (call != null && canTransfer()) {
            transfer.toggle(call.id());
        }
    }

    /** A key of the keypad goes down. */
    void toneDown(char key) {
        Call call = book.current();
        if (call != null) {
            command(calls -> tones.down(calls, call, key));
        }
        update();
    }

    /** It comes up again. */
    void toneUp() {
        command(tones::up);
    }

    private void onFirstIncoming(BiConsumer<CallService, String> run) {
        Call call = book.firstIncoming();
        if (call != null) {
            command(calls -> run.accept(calls, call.id()));
        }
    }

    private void command(@NonNullByDefault({}) Consumer<CallService> run) {
        CallService calls = service.get();
        if (calls != null) {
            run.accept(calls);
        }
    }

    private void update() {
        Instant now = clock.instant();
        inbox.drain(call -> book.apply(call, now));
        book.settle(now);
        CallService calls = service.get();
        Call call = book.current();
        TransferView panel = transfer.view();
        keypadOpen = keypadOpen && panel == null && call != null && call.isActive() && !call.isWaiting();
        boolean masked = call != null && calls != null && calls.masksDigits(call.id());
        String digits = call == null ? "" : tones.shown(call, masked);
        Call shown = book.shown();
        StripView strip = shown == null ? null : strip(shown, now);
        List<WaitingView> waiting = waiting(calls, now);
        view.accept(new CallsView(strip, keypadOpen, digits, panel, waiting, names.isComing()));
    }

    private StripView strip(Call call, Instant now) {
        StripView strip = StripView.of(names.named(call), names.about(call.remote()), now, advice(), soundOf(call));
        List<Call> members = call.conference() == null ? List.of() : book.members();
        return members.size() < 2
                ? strip
                : strip.amid(members.stream()
                        .map(member -> names.named(member).remote().label())
                        .toList());
    }

    private @Nullable QualityView soundOf(Call call) {
        return call.isActive() && !call.isWaiting() ? quality.apply(call.id()) : null;
    }

    private String advice() {
        return resumeKey.isEmpty() ? Messages.resumeTakesBack : NLS.bind(Messages.keyTakesBack, resumeKey);
    }

    private List<WaitingView> waiting(@Nullable CallService calls, Instant now) {
        List<WaitingView> cards = new ArrayList<>();
        boolean first = true;
        for (Call call : book.waiting()) {
            boolean incoming = call.state() instanceof CallState.Incoming;
            boolean canPark = calls != null && call.isActive() && calls.canPark(call.id());
            cards.add(WaitingView.of(names.named(call), names.about(call.remote()), incoming && first, canPark, now));
            first &= !incoming;
        }
        return cards;
    }
}
