/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.centralino.testbench.Baresip;
import org.centralino.testbench.Kamailio;

/** A company with people to call: an exchange, a colleague's telephone, a supplier's, and the contacts of both. */
final class Office implements AutoCloseable {

    static final Duration RING = Duration.ofSeconds(10);

    /** The colleague: an internal contact. */
    static final String COLLEAGUE = "Rossi Maria";

    static final String COLLEAGUE_NUMBER = "142";

    /** Another colleague. */
    static final String OTHER = "Rossini Paolo";

    static final String OTHER_NUMBER = "207";

    /** The supplier: an external contact, whose number is written as people do. */
    static final String SUPPLIER = "Anna Rosetti";

    static final String SUPPLIER_NUMBER = "+39 051 220 1884";

    /** A number that no contact has; the supplier's telephone rings for it. */
    static final String STRANGER_NUMBER = "+39 06 555 0142";

    private static final String DOMAIN = "office.test";
    private static final String SECRET = "office-secret";

    final Kamailio exchange;
    final Baresip colleague;
    final Baresip supplier;
    private final Baresip other;
    private final Path folder;

    private Office(Path folder, Kamailio exchange, Baresip colleague, Baresip other, Baresip supplier) {
        this.folder = folder;
        this.exchange = exchange;
        this.colleague = colleague;
        this.other = other;
        this.supplier = supplier;
    }

    static Office open(Path folder) {
        String dialled = SUPPLIER_NUMBER.replace(" ", "");
        String stranger = STRANGER_NUMBER.replace(" ", "");
        Baresip supplier = Baresip.of("sip:" + dialled + "@" + DOMAIN).start(folder.resolve("supplier"));
        supplier.command("uanew", "<sip:" + stranger + "@" + DOMAIN + ">;regint=0;answermode=auto");
        Kamailio exchange = Kamailio.of(DOMAIN)
                .user("anna", SECRET)
                .user(COLLEAGUE_NUMBER, SECRET)
                .user(OTHER_NUMBER, SECRET)
                .route(dialled, supplier.port())
                .route(stranger, supplier.port())
                .start(folder.resolve("kamailio"));
        Baresip colleague = telephone(exchange, COLLEAGUE_NUMBER, folder.resolve("colleague"));
        Baresip other = telephone(exchange, OTHER_NUMBER, folder.resolve("other"));
        return new Office(folder, exchange, colleague, other, supplier);
    }

    private static Baresip telephone(Kamailio exchange, String number, Path folder) {
        Baresip telephone = Baresip.of("sip:" + number + "@" + DOMAIN)
                .registeredAt(exchange.hop("udp"), SECRET)
                .start(folder);
        telephone.awaitRegistered(RING);
        return telephone;
    }

    /** A profile of anna's with these sources of contacts, beside those of the company where {@code own} is true. */
    Path profile(boolean own, String... sources) {
        List<String> all = new ArrayList<>(List.of(sources));
        if (own) {
            all.add(file("vcard", "internal", colleagues()));
            all.add(file("csv", "external", suppliers()));
        }
        return write("anna.json", """
                {"version": 1,
                 "user": {"id": "anna", "name": "Anna Bianchi"},
                 "accounts": [{"address": "sip:anna@%s", "registrar": "%s", "password": "%s"}],
                 "directories": [%s],
                 "favourites": ["%s"]}
                """.formatted(
                        DOMAIN, exchange.hop("udp"), SECRET, String.join(", ", all), COLLEAGUE_NUMBER));
    }

    private static String file(String type, String kind, Path path) {
        return "{\"type\": \"%s\", \"kind\": \"%s\", \"path\": \"%s\"}".formatted(type, kind, path);
    }

    private Path colleagues() {
        return write("colleagues.vcf", """
                BEGIN:VCARD
                VERSION:4.0
                UID:urn:uuid:8f7c1b4e-0a4d-4b3e-9a51-3c5f3f6a0142
                FN:Rossi Maria
                N:Rossi;Maria;;;
                ORG:Our company;Acquisti
                TEL;TYPE=work:142
                END:VCARD
                BEGIN:VCARD
                VERSION:4.0
                UID:urn:uuid:8f7c1b4e-0a4d-4b3e-9a51-3c5f3f6a0207
                FN:Rossini Paolo
                N:Rossini;Paolo;;;
                ORG:Our company;Vendite
                TEL;TYPE=work:207
                END:VCARD
                """.replace("\n", "\r\n"));
    }

    private Path suppliers() {
        return write("suppliers.csv", """
                Name,Company,Phone
                %s,Fornitori Rosetti srl,%s
                Studio Conti,Studio Conti,+39 051 777 0001
                """.formatted(SUPPLIER, SUPPLIER_NUMBER));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        colleague.close();
        other.close();
        supplier.close();
        exchange.close();
    }
}
