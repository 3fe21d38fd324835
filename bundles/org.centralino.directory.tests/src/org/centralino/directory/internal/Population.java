/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import java.util.List;
import java.util.Random;
import org.centralino.directory.Contact;
import org.centralino.directory.ContactId;
import org.centralino.directory.Kind;
import org.centralino.directory.Phone;

/** People with Italian, German and English names, the same ones for the same seed. Common surnames are common here too. */
final class Population {

    private static final List<String> ITALIAN_GIVEN =
            List.of(("Francesco Alessandro Lorenzo Mattia Leonardo Andrea Gabriele"
                            + " Matteo Riccardo Tommaso Davide Giuseppe Antonio Giovanni Marco Luca Paolo Stefano Roberto Mario Luigi"
                            + " Angelo Vincenzo Pietro Salvatore Carlo Franco Domenico Bruno Giulia Sofia Aurora Alice Ginevra Emma"
                            + " Giorgia Beatrice Chiara Anna Matilde Martina Sara Francesca Elena Maria Rosa Angela Giovanna Teresa"
                            + " Lucia Carmela Caterina Laura Paola Silvia Valentina Federica Niccolò Nicolò Desirée")
                    .split(" "));
    private static final List<String> ITALIAN_FAMILY =
            List.of(("Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci"
                            + " Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana"
                            + " Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo"
                            + " Serra Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini"
                            + " Grasso Valentini Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo"
                            + " Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti"
                            + " Caputo Montanari Guerra Palmieri Bernardi Martino Fiore De_Rosa Ferretti Bellini Basile Riva Donati"
                            + " Piras Vitali Battaglia Sartori Neri Costantini Milani Pagano Ruggiero Sorrentino D'Amico Orlando"
                            + " Damico Negri Giuffrida Squillace Quaglia Chiesa Ghezzi Scognamiglio")
                    .split(" "));
    private static final List<String> GERMAN_GIVEN = List.of(("Jürgen Björn Jörg Günther Käthe Hans Klaus Peter Michael"
                    + " Thomas Andreas Wolfgang Stefan Matthias Sebastian Florian Ursula Monika Petra Sabine Renate Karin"
                    + " Brigitte Birgit Anneliese Hannelore Friedrich Heinrich Jochen Götz Anja Katrin")
            .split(" "));
    private static final List<String> GERMAN_FAMILY =
            List.of(("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker"
                            + " Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger"
                            + " Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Maier Herrmann König Walter Mayer"
                            + " Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Friedrich Keller Günther Berger Winkler"
                            + " Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Schumacher Groß"
                            + " Müller-Lüdenscheidt Voß Straßburger")
                    .split(" "));
    private static final List<String> ENGLISH_GIVEN = List.of(("James John Robert William Richard Charles Joseph Thomas"
                    + " Christopher Daniel Paul Mark Donald George Kenneth Steven Edward Brian Ronald Anthony Kevin Jason"
                    + " Patricia Jennifer Linda Elizabeth Barbara Susan Margaret Dorothy Lisa Nancy Karen Betty Helen Sandra"
                    + " Catherine Stephen Philip Geoffrey Siobhan Niamh")
            .split(" "));
    private static final List<String> ENGLISH_FAMILY =
            List.of(("Smith Jones Taylor Brown Williams Wilson Johnson Davies"
                            + " Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Patel Khan Lewis"
                            + " Phillips Mitchell Campbell O'Brien O'Connor MacDonald McCarthy Fitzgerald Cunningham Featherstone"
                            + " Cholmondeley Knight Wainwright Thornton Hughes Leigh Stephenson Pearson Whitaker")
                    .split(" "));
    private static final String[] SYLLABLES =
            ("ba be bel ber bo bra bri ca can car ce chi ci co cor cre da del di do fa fe fi"
                            + " fo fran ga gal ge gi gra gri la lan le li lo lu ma man mar me mi mo mon na ne ni no pa pel per pi po ra"
                            + " ran re ri ro ron sa san sca se si so spa sta ta tan te ti to tor tra va ve ver vi vo za zan zi zo")
                    .split(" ");
    private static final String[] ENDINGS = "ni ti li ri ssi lli tti zzi no ta ro sso ghi co lo".split(" ");
    private static final List<String> FIRMS = List.of(
            "Alfa Logistica",
            "Banca del Lario",
            "Comune di Lecco",
            "Officine Valli",
            "Nordwind GmbH",
            "Harbour & Sons",
            "Studio Notarile Bassi",
            "Ospedale San Carlo",
            "Edilizia Prati",
            "Kraftwerk Süd AG");
    private static final List<String> DEPARTMENTS = List.of(
            "Amministrazione",
            "Vendite",
            "Acquisti",
            "Ufficio tecnico",
            "Personale",
            "Assistenza",
            "Direzione",
            "Legale");

    private final Random random;
    private final String source;
    private int count;

    Population(long seed, String source) {
        random = new Random(seed);
        this.source = source;
    }

    /** The next one. */
    Contact next() {
        int origin = random.nextInt(10);
        String given;
        String family;
        String number;
        if (origin < 6) {
            given = any(ITALIAN_GIVEN);
            family = random.nextInt(10) < 6 ? common(ITALIAN_FAMILY) : made();
            number = "+39 0" + (2 + random.nextInt(8)) + digits(1) + " " + digits(3) + " " + digits(4);
        } else if (origin < 8) {
            given = any(GERMAN_GIVEN);
            family = common(GERMAN_FAMILY);
            number = "+49 " + (2 + random.nextInt(8)) + digits(2) + "/" + digits(6);
        } else {
            given = any(ENGLISH_GIVEN);
            family = common(ENGLISH_FAMILY);
            number = "+44 20 " + digits(4) + " " + digits(4);
        }
        return contact(given, family, number, "+39 3" + (20 + random.nextInt(70)) + " " + digits(7));
    }

    /** Somebody of whom the rest is made up. */
    Contact named(String given, String family) {
        return contact(given, family, "+39 02 " + digits(7), "+39 347 " + digits(7));
    }

    private Contact contact(String given, String family, String work, String mobile) {
        String key = "p" + count++;
        return new Contact(
                new ContactId(source, key),
                Kind.INTERNAL,
                given + " " + family,
                given,
                family,
                any(FIRMS),
                any(DEPARTMENTS),
                "",
                List.of(new Phone(work, Phone.Type.WORK), new Phone(mobile, Phone.Type.MOBILE)),
                List.of(key + "@example.com"),
                List.of(),
                "",
                null,
                false);
    }

    private String any(List<String> all) {
        return all.get(random.nextInt(all.size())).replace('_', ' ');
    }

    /** The first ones are much more common than the last. */
    private String common(List<String> all) {
        double place = Math.pow(all.size() + 1.0, random.nextDouble()) - 1;
        return all.get(Math.min(all.size() - 1, (int) place)).replace('_', ' ');
    }

    private String made() {
        StringBuilder name = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        name.append(ENDINGS[random.nextInt(ENDINGS.length)]);
        name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
        return name.toString();
    }

    private String digits(int many) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < many; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
