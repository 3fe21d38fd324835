/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.ldap.internal;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.unboundidds.controls.IgnoreNoUserModificationRequestControl;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.centralino.directory.Kind;
import org.centralino.directory.source.SourceSettings;
import org.eclipse.jdt.annotation.Nullable;

/** A server in this JVM, with what a test puts there. */
final class LdapBench implements AutoCloseable {
    static final String BASE = "dc=example,dc=test";
    static final String LONG_AGO = "20260105080000Z";

    final InMemoryDirectoryServer server;

    private LdapBench(InMemoryDirectoryServer server) {
        this.server = server;
    }

    static LdapBench start() throws LDAPException {
        return start(null, config -> {});
    }

    /** @param startTls what encrypts; null: it knows no encryption */
    static LdapBench start(@Nullable SSLSocketFactory startTls, Consumer<InMemoryDirectoryServerConfig> change)
            throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.addAdditionalBindCredentials("cn=reader", "secret");
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("test", InetAddress.getLoopbackAddress(), 0, startTls));
        change.accept(config);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.add(BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "example"));
        server.startListening();
        return new LdapBench(server);
    }

    int port() {
        return server.getListenPort();
    }

    /** Settings that read this server; further ones as key, value, key, value. */
    SourceSettings settings(String... more) {
        return at("ldap://127.0.0.1:" + port(), more);
    }

    static SourceSettings at(String url, String... more) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("url", List.of(url));
        values.put("base", List.of(BASE));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], List.of(more[i + 1]));
        }
        return new SourceSettings("staff", "ldap", Kind.INTERNAL, "Staff", values);
    }

    /** Adds an entry with a name and a number, which has been there for long. */
    void person(String name, String... lines) throws LDAPException {
        Entry entry = entry("cn=" + name + "," + BASE, lines);
        entry.addAttribute("objectClass", "top", "person", "inetOrgPerson");
        entry.addAttribute("cn", name);
        if (!entry.hasAttribute("telephoneNumber")) {
            entry.addAttribute("telephoneNumber", "+39 02 1234567");
        }
        old(entry);
    }

    /** @param lines {@code attribute: value} */
    static Entry entry(String dn, String... lines) {
        Entry entry = new Entry(dn);
        for (String line : lines) {
            String[] attribute = line.split(": ", 2);
            entry.addAttribute(attribute[0], attribute[1]);
        }
        return entry;
    }

    /** Adds an entry that is new. */
    void add(String dn, String... lines) throws LDAPException {
        server.add(entry(dn, lines));
    }

    /** Adds an entry that has been there for long. */
    void old(Entry entry) throws LDAPException {
        entry.addAttribute("createTimestamp", LONG_AGO);
        entry.addAttribute("modifyTimestamp", LONG_AGO);
        AddRequest request = new AddRequest(entry);
        request.addControl(new IgnoreNoUserModificationRequestControl());
        server.add(request);
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
