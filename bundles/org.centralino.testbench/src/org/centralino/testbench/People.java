/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.testbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Invented people, as many as wanted: the same seed and place give the same person. Names repeat as they do in a large
 * organisation; numbers, mail addresses and ids do not.
 */
public final class People {
    private static final List<String> GIVEN = words("given-names.txt");
    private static final List<String> FAMILY = words("family-names.txt");
    private static final List<String> DEPARTMENTS = words("departments.txt");
    private static final List<String> TITLES = words("titles.txt");
    private static final List<String> CITIES = words("cities.txt");

    private final long seed;

    /**
     * @param place from 0
     * @param uuid different for each place
     * @param work an Italian number with +39, different for each place below nine million
     * @param mobile empty for every third
     * @param extension of five digits or more
     * @param street without the city
     */
    public record Person(
            int place,
            UUID uuid,
            String given,
            String family,
            String organisation,
            String department,
            String title,
            String work,
            String mobile,
            String extension,
            String mail,
            String street,
            String postalCode,
            String city) {

        /** Given name first. */
        public String name() {
            return given + " " + family;
        }
    }

    public People(long seed) {
        this.seed = seed;
    }

    /** The person at a place. */
    public Person at(int place) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + place);
        String given = any(GIVEN, random);
        if (random.nextInt(12) == 0) {
            given += " " + any(GIVEN, random);
        }
        String family = any(FAMILY, random);
        if (random.nextInt(20) == 0) {
            family += "-" + any(FAMILY, random);
        }
        String mail = ascii(given) + "." + ascii(family) + "." + place + "@example.test";
        String[] city = any(CITIES, random).split("\t", 3);
        return new Person(
                place,
                new UUID(random.nextLong(), (long) place << 32 | (seed & 0xFFFF_FFFFL)),
                given,
                family,
                "Esempio S.p.A.",
                any(DEPARTMENTS, random),
                any(TITLES, random),
                "+39 " + city[1] + " " + (1_000_000 + place),
                place % 3 == 0 ? "" : "+39 3" + (20 + place % 60) + " " + (1_000_000 + random.nextInt(9_000_000)),
                Integer.toString(10_000 + place),
                mail,
                "Via " + any(FAMILY, random) + ", " + (1 + random.nextInt(200)),
                city[2],
                city[0]);
    }

    /** The first so many. */
    public Stream<Person> first(int count) {
        return IntStream.range(0, count).mapToObj(this::at);
    }

    private static String any(List<String> words, SplittableRandom random) {
        return words.get(random.nextInt(words.size()));
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replaceAll("[^a-z]", "");
    }

    private static List<String> words(String file) {
        try (InputStream in = People.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new AssertionError("no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
