/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.centralino.telephony.sip.internal.transport.NetworkWatcher.Change;
import org.junit.jupiter.api.Test;

/** What counts as a change of the network. */
class NetworkWatcherTest {

    private final List<Change> told = new ArrayList<>();
    private final NetworkWatcher watcher = new NetworkWatcher(told::add);

    private static Set<InetAddress> at(String... addresses) throws UnknownHostException {
        Set<InetAddress> all = new java.util.HashSet<>();
        for (String address : addresses) {
            all.add(InetAddress.getByName(address));
        }
        return all;
    }

    @Test
    void otherAddressesAreToldOnce() throws UnknownHostException {
        long now = 1_000_000;
        watcher.look(at("10.0.0.2"), now);
        told.clear();
        watcher.look(at("10.0.0.2"), now + 1_000);
        assertThat(told).isEmpty();
        watcher.look(at(), now + 2_000);
        watcher.look(at("10.0.0.3"), now + 3_000);
        watcher.look(at("10.0.0.3"), now + 4_000);
        assertThat(told).containsExactly(Change.ADDRESSES, Change.ADDRESSES);
    }

    @Test
    void aSecondThatLastedAMinuteWasSleepAndALateOneIsNot() throws UnknownHostException {
        long now = 1_000_000;
        watcher.look(at("10.0.0.2"), now);
        told.clear();
        watcher.look(at("10.0.0.2"), now + 9_000);
        assertThat(told).isEmpty();
        watcher.look(at("10.0.0.2"), now + 69_000);
        assertThat(told).containsExactly(Change.AWOKE);
    }
}
