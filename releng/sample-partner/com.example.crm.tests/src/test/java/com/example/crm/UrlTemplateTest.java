/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTemplateTest {

    private static final Set<String> KNOWN = Set.of("number", "name");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "Rossi & figli, Rossi%20%26%20figli",
                "a#b?c=d, a%23b%3Fc%3Dd",
                "say \"hi\", say%20%22hi%22",
                "50% + 1, 50%25%20%2B%201",
                "../../etc, ..%2F..%2Fetc",
                "<script>, %3Cscript%3E",
                "à, %C3%A0",
                "☎, %E2%98%8E",
                "😀, %F0%9F%98%80"
            })
    void aValueIsDataAlone(String name, String escaped) {
        assertEquals("https://crm.example.com/pop?name=" + escaped, filled(name));
    }

    @Test
    void aLineEndsNothing() {
        assertEquals("https://crm.example.com/pop?name=a%0D%0Ab%00", filled("a\r\nb\0"));
    }

    @Test
    void halfACharacterIsAQuestionMark() {
        assertEquals("https://crm.example.com/pop?name=%3F", filled("\ud83d"));
    }

    @Test
    void placesInAValueAreNotFilledAgain() {
        assertEquals("https://crm.example.com/pop?name=%7Bnumber%7D%241", filled("{number}$1"));
    }

    @Test
    void aValueThatIsTooLongIsCutBetweenCharacters() {
        String url = filled("😀".repeat(10_000));
        assertTrue(url.endsWith("%F0%9F%98%80"));
        assertTrue(url.length() < 4_000);
        URI.create(url);
    }

    @Test
    void eachPlaceIsFilledAndWhatIsMissingIsEmpty() {
        UrlTemplate template = UrlTemplate.parse("http://crm:8080/?n={number}&again={number}#{name}", KNOWN);
        assertEquals("http://crm:8080/?n=%2B39051&again=%2B39051#", template.fill(Map.of("number", "+39051")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://crm.example.com/?{name}",
                "javascript:alert('{name}')",
                "file:///etc/passwd?{name}",
                "https://anna:secret@crm.example.com/?{name}",
                "https:crm?{name}",
                "crm.example.com/?{name}",
                "https://crm.example.com/a page?{name}",
                "https://crm.example.com/?{name",
                "https://crm.example.com/?name}"
            })
    void whatIsNoPageOfTheWebIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> UrlTemplate.parse(text, KNOWN));
    }

    @Test
    void aWrongPlaceholderIsNamedWithThoseThereAre() {
        assertEquals(
                "{nmae} is no placeholder; there are [name, number]", refusal("https://crm.example.com/?n={nmae}"));
    }

    @Test
    void aValueCannotChooseTheHostOrThePage() {
        assertEquals("{name} must stand behind the ? or # of the address", refusal("https://{name}.example.com/?a"));
        assertEquals("{name} must stand behind the ? or # of the address", refusal("https://crm.example.com/{name}"));
    }

    private static String filled(String name) {
        return UrlTemplate.parse("https://crm.example.com/pop?name={name}", KNOWN).fill(Map.of("name", name));
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> UrlTemplate.parse(text, KNOWN))
                .getMessage();
    }
}
