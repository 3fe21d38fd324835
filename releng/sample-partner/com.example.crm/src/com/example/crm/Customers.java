/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The customers, by their telephone numbers. They stand in a file here; a real CRM is asked over the network. */
final class Customers {

    /** Numbers are written with and without country and area; this many digits at the end tell people apart. */
    private static final int DIGITS = 9;

    private final Map<String, Customer> byNumber;

    private Customers(Map<String, Customer> byNumber) {
        this.byNumber = byNumber;
    }

    /** Whose number one of these is; empty where none is. Returns at once and answers on a thread of its own. */
    static CompletableFuture<Optional<Customer>> find(List<String> numbers) {
        return CompletableFuture.supplyAsync(() -> Loaded.CUSTOMERS.any(numbers));
    }

    /** Reads lines of number;customer;year;tickets. */
    static Customers read(BufferedReader lines) {
        Map<String, Customer> found = new HashMap<>();
        lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] fields = line.split(";", -1);
            Customer customer = new Customer(fields[1], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
            found.put(key(fields[0]), customer);
        });
        return new Customers(found);
    }

    Optional<Customer> any(List<String> numbers) {
        return numbers.stream().map(number -> byNumber.get(key(number))).filter(c -> c != null).findFirst();
    }

    private static String key(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - DIGITS));
    }

    /** Read when somebody is asked for the first time. */
    private static final class Loaded {

        static final Customers CUSTOMERS = load();

        private static Customers load() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Customers.class.getResourceAsStream("customers.csv"), StandardCharsets.UTF_8))) {
                return read(lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
