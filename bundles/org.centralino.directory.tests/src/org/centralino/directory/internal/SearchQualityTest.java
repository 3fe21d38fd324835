/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.centralino.directory.Contact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Misspelt as operators misspell, among some thousand others: who was meant is among the first three. */
class SearchQualityTest {

    private static final int OTHERS = 4000;

    /** Who is meant: given name, family name. */
    private static final String[][] MEANT = {
        {"Giuseppe", "Verdi"},
        {"Alessandra", "Squillaci"},
        {"Gianluca", "Schiavone"},
        {"Jürgen", "Müllerschön"},
        {"Kathrin", "Schweighofer"},
        {"Niccolò", "Machiavelli"},
        {"Desdemona", "D'Annunzio"},
        {"Ezechiele", "De Gasperi"},
        {"Quintilio", "Quagliarella"},
        {"Hjördis", "Strømberg"},
        {"Wolfhart", "Weißgerber"},
        {"Aoife", "O'Shaughnessy"},
        {"Thelonious", "Featherstonehaugh"},
        {"Zbigniew", "Brzezinski"},
        {"Ermenegildo", "Zegnoni"},
        {"Philomena", "Wrighton"},
        {"Xaver", "Oberhuber"},
        {"Guendalina", "Tagliaferri"},
        {"Stéphanie", "Beaulieu"},
        {"Aristide", "Gnoccheri"},
        {"Ludovica", "Chiaramonte"},
        {"Rüdiger", "Böckelmann"},
        {"Yvonne", "Catherwood"},
        {"Ottavio", "Sciascia"},
        {"Kunigunde", "Pfefferkorn"},
        {"Michelangelo", "Buonarroti"},
        {"Fiammetta", "Lo Presti"},
        {"Anselmo", "Bergamaschi"},
        {"Leopold", "Krzyzanowski"},
        {"Hermenegild", "Ziegelmayer"},
        {"Marco", "Rossi"},
        {"Jürgen", "Müller"},
        {"John", "Smith"},
        {"Katrin", "Schmidt"},
        {"Giovanni", "Bianchi"},
        {"Chiara", "De Luca"},
    };

    @TempDir
    static Path folder = Path.of("");

    private static DirectoryComponent directory = Directories.in(Path.of(""));

    @BeforeAll
    static void fill() {
        Population people = new Population(7, "s");
        List<Contact> all = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            all.add(people.next());
        }
        for (String[] name : MEANT) {
            all.add(people.named(name[0], name[1]));
        }
        directory = Directories.with(folder, all);
    }

    @AfterAll
    static void stop() {
        Directories.stop(directory);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        // a letter wrong, missing, too many, swapped
        "Giusepe Verdy, Giuseppe Verdi",
        "Giusppe Verdi, Giuseppe Verdi",
        "vredi giuseppe, Giuseppe Verdi",
        "Squilacci, Alessandra Squillaci",
        "Alesandra Squilaci, Alessandra Squillaci",
        "Skiavone, Gianluca Schiavone",
        "Scihavone, Gianluca Schiavone",
        "gianlcua schiavone, Gianluca Schiavone",
        "Mullershon, Jürgen Müllerschön",
        "Muellerschoen, Jürgen Müllerschön",
        "jurgen mulerschon, Jürgen Müllerschön",
        "Schweighoffer, Kathrin Schweighofer",
        "Shweighofer, Kathrin Schweighofer",
        "Macchiavelli, Niccolò Machiavelli",
        "Makiavelli, Niccolò Machiavelli",
        "nicolo machiaveli, Niccolò Machiavelli",
        "Danunzio, Desdemona D'Annunzio",
        "d annunzio desdemna, Desdemona D'Annunzio",
        "Degaspari, Ezechiele De Gasperi",
        "De Gaspari, Ezechiele De Gasperi",
        "Ezekiele, Ezechiele De Gasperi",
        "Quaglarella, Quintilio Quagliarella",
        "Cuagliarella, Quintilio Quagliarella",
        "Stromburg, Hjördis Strømberg",
        "Hjordiss, Hjördis Strømberg",
        "Weisgerber, Wolfhart Weißgerber",
        "Weissgeber, Wolfhart Weißgerber",
        "OShaughnesy, Aoife O'Shaughnessy",
        "O'Shaugnessy, Aoife O'Shaughnessy",
        "Fetherstonehaugh, Thelonious Featherstonehaugh",
        "Bzrezinski, Zbigniew Brzezinski",
        "Zbignew, Zbigniew Brzezinski",
        "Ermenegldo Zegnoni, Ermenegildo Zegnoni",
        "Filomena, Philomena Wrighton",
        "Riton, Philomena Wrighton",
        "Oberhubber, Xaver Oberhuber",
        "Guendalina Taliaferri, Guendalina Tagliaferri",
        "Tagliafferi, Guendalina Tagliaferri",
        "Stefanie Beaulieu, Stéphanie Beaulieu",
        "Noccheri, Aristide Gnoccheri",
        "Kiaramonte, Ludovica Chiaramonte",
        "Bockelman, Rüdiger Böckelmann",
        "Katherwood, Yvonne Catherwood",
        "Shasha, Ottavio Sciascia",
        "Feferkorn, Kunigunde Pfefferkorn",
        "Michelangelo Buonaroti, Michelangelo Buonarroti",
        "Lopresti, Fiammetta Lo Presti",
        "Bregamaschi, Anselmo Bergamaschi",
        "Krzizanowski, Leopold Krzyzanowski",
        "Zigelmaier, Hermenegild Ziegelmayer",
        // common names, of which others are near
        "Marko Rosi, Marco Rossi",
        "Mueler Jurgen, Jürgen Müller",
        "Smiht Jhon, John Smith",
        "Katrin Shmidt, Katrin Schmidt",
        "Jiovanni Bianki, Giovanni Bianchi",
        "Chiara De Luka, Chiara De Luca",
        // not finished yet
        "Schweigoh, Kathrin Schweighofer",
        "Featehrs Theloni, Thelonious Featherstonehaugh",
        "tagliafre, Guendalina Tagliaferri",
        "micehla buona, Michelangelo Buonarroti",
    })
    void who_is_meant_is_among_the_first_three(String typed, String meant) {
        List<String> names = Directories.names(directory, typed);
        assertThat(names.subList(0, Math.min(3, names.size()))).as("%s", names).contains(meant);
    }
}
