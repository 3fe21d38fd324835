/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchRequest;
import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that tells of half of its people, and then of no more until it is let go on. */
final class HesitantLdap extends InMemoryOperationInterceptor implements AutoCloseable {

    static final int PEOPLE = 2000;

    private static final String BASE = "dc=office,dc=test";
    private static final long LONGEST_MINUTES = 5;

    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final AtomicInteger told = new AtomicInteger();
    private final InMemoryDirectoryServer server;

    HesitantLdap() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.addInMemoryOperationInterceptor(this);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig("office", InetAddress.getLoopbackAddress(), 0, null));
            server = new InMemoryDirectoryServer(config);
            server.add(BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "office"));
            for (int i = 0; i < PEOPLE; i++) {
                server.add(
                        "cn=Person " + i + "," + BASE,
                        new Attribute("objectClass", "top", "person", "inetOrgPerson"),
                        new Attribute("cn", "Person " + i),
                        new Attribute("sn", "Person"),
                        new Attribute("telephoneNumber", String.valueOf(50_000 + i)));
            }
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a profile says to have it read. */
    String source(String label) {
        return """
                {"type": "ldap", "kind": "internal", "label": "%s", "url": "ldap://127.0.0.1:%d", "base": "%s",
                 "timeoutSeconds": 600}""".formatted(label, server.getListenPort(), BASE);
    }

    void goOn() {
        goesOn.countDown();
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
        boolean counted = entry.getRequest().getAttributeList().contains(SearchRequest.NO_ATTRIBUTES);
        if (!counted && told.incrementAndGet() > PEOPLE / 2) {
            try {
                goesOn.await(LONGEST_MINUTES, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        goOn();
        server.shutDown(true);
    }
}
