/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sip.SipListener;
import org.centralino.media.MediaService;
import org.centralino.quarantine.Quarantine;
import org.centralino.sip.guard.GuardedStack;
import org.centralino.telephony.Account;
import org.centralino.testbench.Program;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.framework.Bundle;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Name;

/** A process of its own with one account signed in, which a test can put to sleep and awake. */
final class Sleeper {

    private Sleeper() {}

    /** Starts one, which says its process id and every change of its registration. */
    static Program start(Path folder, String address, String registrar, String password, Path authority) {
        return Program.start(
                folder,
                Map.of(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dcentralino.tls.ca=" + authority,
                        "-cp",
                        classPath(),
                        Sleeper.class.getName(),
                        address,
                        registrar,
                        password));
    }

    private static String classPath() {
        Set<String> parts = Stream.of(
                        SipTelephony.class,
                        Sleeper.class,
                        MediaService.class,
                        Account.class,
                        GuardedStack.class,
                        Quarantine.class,
                        Bundle.class,
                        gov.nist.javax.sip.SipStackImpl.class,
                        SipListener.class,
                        LoggerFactory.class,
                        Name.class)
                .map(Sleeper::place)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join(":", parts);
    }

    private static String place(Class<?> type) {
        @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            if (source != null) {
                return Path.of(source.getLocation().toURI()).toString();
            }
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("Nobody knows where " + type + " is from");
    }

    public static void main(String[] args) throws InterruptedException {
        SipTelephony telephony = new SipTelephony(new FakeMedia());
        telephony.addRegistrationListener((address, state) -> System.out.println(state));
        telephony.use(List.of(new Account(
                args[0], args[1], args[2], null, null, null, Account.Srtp.OFF, Account.Dtmf.RFC4733, List.of(), "IT")));
        System.out.println("process " + ProcessHandle.current().pid() + " runs");
        Thread.currentThread().join();
    }
}
