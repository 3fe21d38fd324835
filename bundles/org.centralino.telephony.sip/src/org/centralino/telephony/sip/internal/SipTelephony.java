/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sip.ServerTransaction;
import org.centralino.media.CallStatistics;
import org.centralino.media.MediaService;
import org.centralino.media.SoundNode;
import org.centralino.quarantine.Guest;
import org.centralino.quarantine.ListenerServices;
import org.centralino.quarantine.Quarantine;
import org.centralino.telephony.Account;
import org.centralino.telephony.AccountService;
import org.centralino.telephony.Call;
import org.centralino.telephony.CallListener;
import org.centralino.telephony.CallService;
import org.centralino.telephony.CallSoundService;
import org.centralino.telephony.DialString;
import org.centralino.telephony.EndReason;
import org.centralino.telephony.Party;
import org.centralino.telephony.Registration;
import org.centralino.telephony.RegistrationListener;
import org.centralino.telephony.sip.internal.call.Calls;
import org.centralino.telephony.sip.internal.session.CallerId;
import org.centralino.telephony.sip.internal.session.RequestDispatcher;
import org.centralino.telephony.sip.internal.sound.CallSound;
import org.centralino.telephony.sip.internal.sound.MusicOnHold;
import org.centralino.telephony.sip.internal.transport.AccountLine;
import org.centralino.telephony.sip.internal.transport.NetworkWatcher;
import org.centralino.telephony.sip.internal.transport.SipTransports;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The telephony services: posts commands to the call event loop, tells listeners what came of them. */
@Component(immediate = true)
public final class SipTelephony
        implements AccountService, CallService, CallSoundService, ConferenceCommands.Host, RequestDispatcher.Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(SipTelephony.class);
    private static final String NOWHERE = "unknown.invalid";
    private static final long FAREWELL_MS = 800;
    private static final long SIGN_OUT_MS = 2_000;

    private final ScheduledThreadPoolExecutor loop = Threads.single("calls");
    private final Audience<CallListener, Call> callListeners = new Audience<>(CallListener::callChanged, Call::id);
    private final Audience<RegistrationListener, AccountChange> registrationListeners = new Audience<>(
            (listener, change) -> listener.registrationChanged(change.address(), change.state()),
            AccountChange::address);
    private final ListenerServices<CallListener> callServices;
    private final ListenerServices<RegistrationListener> registrationServices;
    private final ScheduledThreadPoolExecutor watcher = Threads.single("network watcher");
    private final SipTransports transports =
            new SipTransports(new RequestDispatcher(this, Threads.single("strangers")));
    private final MusicOnHold music = new MusicOnHold();
    private final Calls calls;
    private final Map<String, SignedAccount> signedIn = new LinkedHashMap<>();
    private volatile List<SignedAccount> current = List.of();

    private record AccountChange(String address, Registration state) {}

    /** How a call begins, on the loop. */
    private interface Beginning {
        void begin(String id, AccountLine line, String target);
    }

    @Activate
    public SipTelephony(@Reference MediaService media, @Reference Quarantine quarantine) {
        this(media, quarantine::guest);
    }

    /** One whose listeners are all ours. */
    SipTelephony(MediaService media) {
        this(media, bundle -> null);
    }

    private SipTelephony(MediaService media, Function<@Nullable Bundle, @Nullable Guest> guests) {
        callServices = new ListenerServices<>(
                SipTelephony.class,
                guests,
                service -> call -> service.call("CallListener.callChanged", listener -> listener.callChanged(call)));
        registrationServices = new ListenerServices<>(
                SipTelephony.class,
                guests,
                service -> (address, state) -> service.call(
                        "RegistrationListener.registrationChanged",
                        listener -> listener.registrationChanged(address, state)));
        calls = new Calls(loop, media, music, callListeners::tell);
        transports.whenOver(server -> current.forEach(each -> each.connectionOver(server)));
        new NetworkWatcher(this::networkChanged).start(watcher);
    }

    @Reference(
            service = CallListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindCallListener(ServiceReference<CallListener> reference) {
        CallListener listener = callServices.come(reference);
        if (listener != null) {
            addCallListener(listener);
        }
    }

    void unbindCallListener(ServiceReference<CallListener> reference) {
        CallListener listener = callServices.go(reference);
        if (listener != null) {
            removeCallListener(listener);
        }
    }

    void addCallListener(CallListener listener) {
        loop.execute(() -> callListeners.add(listener, calls.standing()));
    }

    void removeCallListener(CallListener listener) {
        callListeners.remove(listener);
    }

    @Reference(
            service = RegistrationListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bindRegistrationListener(ServiceReference<RegistrationListener> reference) {
        RegistrationListener listener = registrationServices.come(reference);
        if (listener != null) {
            addRegistrationListener(listener);
        }
    }

    void unbindRegistrationListener(ServiceReference<RegistrationListener> reference) {
        RegistrationListener listener = registrationServices.go(reference);
        if (listener != null) {
            registrationListeners.remove(listener);
        }
    }

    void addRegistrationListener(RegistrationListener listener) {
        loop.execute(() -> registrationListeners.add(
                listener,
                current.stream()
                        .map(each -> new AccountChange(each.address(), each.state()))
                        .toList()));
    }

    @Override
    public void use(List<Account> accounts) {
        List<Account> wanted = List.copyOf(accounts);
        loop.execute(() -> {
            Map<String, SignedAccount> before = new LinkedHashMap<>(signedIn);
            signedIn.clear();
            for (Account account : wanted) {
                SignedAccount known = Lookup.in(before, account.address());
                boolean same = known != null && known.account().equals(account);
                signedIn.put(
                        account.address(),
                        known != null && same
                                ? known
                                : new SignedAccount(account, transports, this::registrationChanged, this::moved));
                if (same) {
                    before.remove(account.address());
                }
            }
            current = List.copyOf(signedIn.values());
            before.values().forEach(this::replace);
            signedIn.values().stream()
                    .filter(account -> !before.containsKey(account.address()))
                    .forEach(SignedAccount::signIn);
        });
    }

    /** Signs out, and only then in with what the account is now: the two have the same Contact. */
    private void replace(SignedAccount gone) {
        Runnable next = () -> {
            SignedAccount changed = Lookup.in(signedIn, gone.address());
            if (changed != null) {
                changed.signIn();
            }
        };
        gone.signOut(() -> loop.execute(next));
        loop.schedule(next, SIGN_OUT_MS, TimeUnit.MILLISECONDS);
    }

    /** The network may be another one than before. */
    void networkChanged(NetworkWatcher.Change change) {
        transports.networkChanged();
        current.forEach(each -> each.networkChanged(change));
    }

    private void moved(AccountLine line) {
        loop.execute(() -> calls.moved(line));
    }

    private void registrationChanged(String address, Registration state) {
        loop.execute(() -> registrationListeners.tell(new AccountChange(address, state)));
    }

    @Override
    public Map<String, Registration> registrations() {
        Map<String, Registration> states = new LinkedHashMap<>();
        current.forEach(each -> states.put(each.address(), each.state()));
        return states;
    }

    @Override
    public String dial(String target) {
        return call(target, calls::dial);
    }

    @Override
    public String invite(String target) {
        return call(target, calls::invite);
    }

    @Override
    public boolean hasRoom() {
        return room() != null;
    }

    @Override
    public void moveToRoom() {
        String room = room();
        if (room != null) {
            call(room, calls::callRoom);
        }
    }

    private @Nullable String room() {
        List<SignedAccount> accounts = current;
        AccountLine line = accounts.isEmpty() ? null : accounts.get(0).line();
        String room = line == null ? null : line.account().conferenceRoom();
        return line == null || room == null ? null : DialString.toUri(room, line.domain());
    }

    @Override
    public Calls all() {
        return calls;
    }

    @Override
    public void onLoop(Runnable command) {
        loop.execute(command);
    }

    private String call(String target, Beginning beginning) {
        List<SignedAccount> accounts = current;
        AccountLine line = accounts.isEmpty() ? null : accounts.get(0).line();
        String uri = DialString.toUri(target, line == null ? NOWHERE : line.domain());
        if (uri == null) {
            throw new IllegalArgumentException("Nothing that can be dialled: " + target);
        }
        String id = Calls.newId();
        if (line == null || line.endpoint() == null) {
            EndReason reason = new EndReason(EndReason.Kind.NOT_ALLOWED, 0, "Not signed in");
            String account = accounts.isEmpty() ? "" : accounts.get(0).address();
            Set<String> hosts = line == null ? Set.of(NOWHERE) : line.account().hosts();
            loop.execute(() -> calls.stillborn(id, account, CallerId.callee(uri, hosts), reason));
        } else if (Calls.cannotEncryptAsRequired(line)) {
            EndReason reason = new EndReason(EndReason.Kind.NOT_ACCEPTABLE, 0, EndReason.NO_CONFIDENCE);
            Party callee = CallerId.callee(uri, line.account().hosts());
            loop.execute(() -> calls.stillborn(id, accounts.get(0).address(), callee, reason));
        } else {
            loop.execute(() -> beginning.begin(id, line, uri));
        }
        return id;
    }

    @Override
    public void answer(String callId) {
        loop.execute(() -> calls.answer(callId));
    }

    @Override
    public void decline(String callId) {
        loop.execute(() -> calls.decline(callId));
    }

    @Override
    public void hangUp(String callId) {
        loop.execute(() -> calls.hangUp(callId));
    }

    @Override
    public void setMicrophoneOff(String callId, boolean off) {
        loop.execute(() -> calls.setMicrophoneOff(callId, off));
    }

    @Override
    public void hold(String callId) {
        loop.execute(() -> calls.hold(callId));
    }

    @Override
    public void resume(String callId) {
        loop.execute(() -> calls.resume(callId));
    }

    @Override
    public void transfer(String callId, String target) {
        AccountLine line = calls.lineOf(callId);
        String uri = DialString.toUri(target, line == null ? NOWHERE : line.domain());
        if (uri == null) {
            throw new IllegalArgumentException("Nothing that can be dialled: " + target);
        }
        loop.execute(() -> calls.transfer(callId, uri));
    }

    @Override
    public void transferTo(String callId, String otherCallId) {
        loop.execute(() -> calls.transferTo(callId, otherCallId));
    }

    @Override
    public void park(String callId) {
        String orbit = parkOrbit(callId);
        if (orbit != null) {
            loop.execute(() -> calls.transfer(callId, orbit));
        }
    }

    @Override
    public boolean canPark(String callId) {
        return parkOrbit(callId) != null;
    }

    /** The URI of the orbit, null where there is none. */
    private @Nullable String parkOrbit(String callId) {
        AccountLine line = calls.lineOf(callId);
        String orbit = line == null ? null : line.account().park();
        return line == null || orbit == null ? null : DialString.toUri(orbit, line.domain());
    }

    @Override
    public boolean masksDigits(String callId) {
        AccountLine line = calls.lineOf(callId);
        return line != null && line.account().maskDigits();
    }

    @Override
    public void useHoldMusic(@Nullable Path file) throws IOException {
        music.use(file);
    }

    @Override
    public void startTone(String callId, char tone) {
        if ("0123456789*#ABCD".indexOf(tone) < 0) {
            throw new IllegalArgumentException("Not a keypad tone");
        }
        loop.execute(() -> calls.startTone(callId, tone));
    }

    @Override
    public void stopTone(String callId) {
        loop.execute(() -> calls.stopTone(callId));
    }

    @Override
    public List<Call> calls() {
        return calls.standing();
    }

    @Override
    public @Nullable CallStatistics statistics(String callId) {
        return calls.statistics(callId);
    }

    @Override
    public Tap tap(String callId, SoundNode ours, SoundNode theirs) {
        CallSound sound = calls.sound(callId);
        return sound == null ? () -> {} : sound.tap(ours, theirs);
    }

    @Override
    public Tap play(String callId, SoundNode source) {
        CallSound sound = calls.sound(callId);
        return sound == null ? () -> {} : sound.play(source);
    }

    @Override
    public @Nullable AccountLine lineOf(@Nullable String user, @Nullable String domain) {
        AccountLine found = null;
        for (SignedAccount account : current) {
            AccountLine line = account.line();
            if (line != null && line.user().equals(user)) {
                if (line.domain().equalsIgnoreCase(domain)) {
                    return line;
                }
                found = found == null ? line : found;
            }
        }
        return found;
    }

    @Override
    public void offered(AccountLine line, ServerTransaction transaction, boolean trusted) {
        calls.offered(line, transaction, trusted);
    }

    /** Hangs up, signs out and stops the stack, within a second. */
    @Deactivate
    void deactivate() {
        List<SignedAccount> leaving = new ArrayList<>(current);
        CountDownLatch farewells = new CountDownLatch(leaving.size());
        try {
            loop.submit(() -> {
                        calls.hangUpAll();
                        leaving.forEach(account -> account.signOut(farewells::countDown));
                    })
                    .get(FAREWELL_MS, TimeUnit.MILLISECONDS);
            if (!farewells.await(FAREWELL_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("Not all accounts could be signed out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException
                | RejectedExecutionException e) {
            LOG.warn("Signing out was cut short", e);
        }
        watcher.shutdownNow();
        transports.close();
        loop.shutdownNow();
        callListeners.clear();
        registrationListeners.clear();
    }
}
