/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes people as entries of inetOrgPerson (RFC 2798) in LDIF (RFC 2849), with ids and times as from another server. */
public final class Ldif {
    private static final String LONG_AGO = "20260105080000Z";

    private Ldif() {}

    /** @param base {@code dc=…}, whose own entry and {@code ou=people} below it are written too */
    public static void write(Path file, String base, Stream<People.Person> people) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            String domain = base.substring("dc=".length(), base.indexOf(','));
            out.write("dn: " + base + "\nobjectClass: domain\ndc: " + domain + "\n\n");
            out.write("dn: ou=people," + base + "\nobjectClass: organizationalUnit\nou: people\n\n");
            for (Iterator<People.Person> each = people.iterator(); each.hasNext(); ) {
                write(out, base, each.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Writer out, String base, People.Person person) throws IOException {
        out.write("dn: uid=p" + person.place() + ",ou=people," + base + "\nobjectClass: inetOrgPerson\n");
        line(out, "uid", "p" + person.place());
        line(out, "cn", person.name());
        line(out, "displayName", person.name());
        line(out, "givenName", person.given());
        line(out, "sn", person.family());
        line(out, "o", person.organisation());
        line(out, "ou", person.department());
        line(out, "title", person.title());
        line(out, "telephoneNumber", person.work());
        line(out, "mobile", person.mobile());
        line(out, "employeeNumber", person.extension());
        line(out, "mail", person.mail());
        line(out, "street", person.street());
        line(out, "postalCode", person.postalCode());
        line(out, "l", person.city());
        line(out, "entryUUID", person.uuid().toString());
        line(out, "createTimestamp", LONG_AGO);
        line(out, "modifyTimestamp", LONG_AGO);
        out.write("\n");
    }

    private static void line(Writer out, String attribute, String value) throws IOException {
        if (!value.isEmpty()) {
            boolean plain = value.chars().allMatch(c -> c >= ' ' && c < 127) && " :<".indexOf(value.charAt(0)) < 0;
            out.write(attribute);
            out.write(plain ? ": " : ":: ");
            out.write(plain ? value : Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            out.write('\n');
        }
    }
}
