/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.telephony.sip.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A name server on loopback that says what a test wants said; the one this computer asks until it is closed. */
public final class NameServer implements AutoCloseable {

    private static final String PROPERTY = "dns.server";
    private static final int LARGEST_DATAGRAM = 1_200;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<Record>> zone = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile boolean silent;

    public NameServer() {
        try {
            udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            tcp = new ServerSocket(udp.getLocalPort(), 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::serveUdp);
        start(this::serveTcp);
        System.setProperty(PROPERTY, "127.0.0.1:" + udp.getLocalPort());
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // Closed.
                    }
                },
                "name server");
        thread.setDaemon(true);
        thread.start();
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private NameServer add(Record record) {
        zone.computeIfAbsent(
                        key(record.getName(), record.getType()),
                        key -> new java.util.concurrent.CopyOnWriteArrayList<>())
                .add(record);
        return this;
    }

    private static String key(Name name, int type) {
        return Type.string(type) + " " + name.canonicalize();
    }

    /** The host is at an address. */
    public NameServer host(String host, String address) {
        try {
            return add(new ARecord(name(host), DClass.IN, 60, InetAddress.getByName(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public NameServer srv(String service, int priority, int weight, int port, String host) {
        return srv(service, priority, weight, port, host, 60);
    }

    public NameServer srv(String service, int priority, int weight, int port, String host, long ttl) {
        return add(new SRVRecord(name(service), DClass.IN, ttl, priority, weight, port, name(host)));
    }

    public NameServer naptr(String domain, int order, String service, String replacement) {
        return add(new NAPTRRecord(name(domain), DClass.IN, 60, order, 50, "s", service, "", name(replacement)));
    }

    public NameServer alias(String host, String other) {
        return add(new CNAMERecord(name(host), DClass.IN, 60, name(other)));
    }

    /** Whether nothing is answered any more. */
    public void keepSilent(boolean on) {
        silent = on;
    }

    /** How many questions came. */
    public int questions() {
        return questions.get();
    }

    private void serveUdp() throws IOException {
        byte[] buffer = new byte[4_096];
        while (!udp.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            Message answer = answer(Arrays.copyOf(buffer, packet.getLength()));
            if (!silent) {
                byte[] bytes = answer.toWire();
                if (bytes.length > LARGEST_DATAGRAM) {
                    answer.removeAllRecords(Section.ANSWER);
                    answer.getHeader().setFlag(Flags.TC);
                    bytes = answer.toWire();
                }
                udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
            }
        }
    }

    private void serveTcp() throws IOException {
        while (!tcp.isClosed()) {
            Socket client = tcp.accept();
            start(() -> {
                try (client;
                        DataInputStream in = new DataInputStream(client.getInputStream());
                        DataOutputStream out = new DataOutputStream(client.getOutputStream())) {
                    byte[] question = new byte[in.readUnsignedShort()];
                    in.readFully(question);
                    if (!silent) {
                        byte[] bytes = answer(question).toWire(65_535);
                        out.writeShort(bytes.length);
                        out.write(bytes);
                        out.flush();
                    }
                }
            });
        }
    }

    private Message answer(byte[] bytes) throws IOException {
        questions.incrementAndGet();
        Message query = new Message(bytes);
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        List<Record> records = new ArrayList<>(zone.getOrDefault(key(question.getName(), Type.CNAME), List.of()));
        if (records.isEmpty()) {
            records.addAll(zone.getOrDefault(key(question.getName(), question.getType()), List.of()));
        }
        records.forEach(record -> answer.addRecord(record, Section.ANSWER));
        boolean known = zone.keySet().stream()
                .anyMatch(key -> key.endsWith(" " + question.getName().canonicalize()));
        answer.getHeader().setRcode(known ? Rcode.NOERROR : Rcode.NXDOMAIN);
        return answer;
    }

    @Override
    public void close() {
        System.clearProperty(PROPERTY);
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
