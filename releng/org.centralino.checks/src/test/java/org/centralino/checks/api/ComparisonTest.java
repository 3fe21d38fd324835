/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.checks.api;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.version.Version;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.jqwik.api.Example;

/** That the check of promises fails when it should. */
class ComparisonTest {

    private static final String PACKAGE = "org.centralino.example";

    private static final String SERVICE = "@ProviderType public interface Service { void call(String number); %s }";
    private static final String LISTENER =
            "@ConsumerType public interface Listener { void called(); default void ended() {} %s }";

    @Example
    void whatDidNotChangeIsFine() throws Exception {
        assertThat(changed(SERVICE.formatted(""), SERVICE.formatted(""), "1.0.0"))
                .isEmpty();
    }

    @Example
    void aMethodThatIsGoneNeedsTheNextMajorVersion() throws Exception {
        assertThat(changed(SERVICE.formatted("void hangUp();"), SERVICE.formatted(""), "1.0.0"))
                .singleElement()
                .asString()
                .contains(
                        "org.centralino.example has version 1.0.0 and needs 2.0.0",
                        "MAJOR removed: method hangUp() of interface org.centralino.example.Service");
    }

    @Example
    void aNextMinorVersionIsNotEnoughForIt() throws Exception {
        assertThat(changed(SERVICE.formatted("void hangUp();"), SERVICE.formatted(""), "1.7.0"))
                .singleElement()
                .asString()
                .contains("has version 1.7.0 and needs 2.0.0");
    }

    @Example
    void withTheNextMajorVersionItMayGo() throws Exception {
        assertThat(changed(SERVICE.formatted("void hangUp();"), SERVICE.formatted(""), "2.0.0"))
                .isEmpty();
    }

    @Example
    void aMethodMoreThatWeImplementNeedsTheNextMinorVersion() throws Exception {
        assertThat(changed(SERVICE.formatted(""), SERVICE.formatted("void hangUp();"), "1.0.9"))
                .singleElement()
                .asString()
                .contains(
                        "has version 1.0.9 and needs 1.1.0",
                        "MINOR added: method hangUp() of interface org.centralino.example.Service");
        assertThat(changed(SERVICE.formatted(""), SERVICE.formatted("void hangUp();"), "1.1.0"))
                .isEmpty();
    }

    @Example
    void aMethodMoreThatPartnersMustImplementNeedsTheNextMajorVersion() throws Exception {
        assertThat(changed(LISTENER.formatted(""), LISTENER.formatted("void held();"), "1.1.0"))
                .singleElement()
                .asString()
                .contains(
                        "has version 1.1.0 and needs 2.0.0",
                        "MAJOR added: method held() of interface org.centralino.example.Listener");
    }

    @Example
    void aMethodMoreThatPartnersMayImplementNeedsTheNextMinorVersion() throws Exception {
        assertThat(changed(LISTENER.formatted(""), LISTENER.formatted("default void held() {}"), "1.1.0"))
                .isEmpty();
    }

    @Example
    void anotherPartOfARecordNeedsTheNextMajorVersion() throws Exception {
        assertThat(changed(
                        "public record Party(String name) {}", "public record Party(String name, int age) {}", "1.1.0"))
                .singleElement()
                .asString()
                .contains("removed: method <init>(java.lang.String) of class org.centralino.example.Party");
    }

    @Example
    void anotherResultNeedsTheNextMajorVersion() throws Exception {
        assertThat(changed(SERVICE.formatted("int count();"), SERVICE.formatted("long count();"), "1.1.0"))
                .singleElement()
                .asString()
                .contains("removed: return int of method count() of interface org.centralino.example.Service");
    }

    @Example
    void anotherValueOfAConstantNeedsTheNextMajorVersion() throws Exception {
        assertThat(changed(
                        SERVICE.formatted("String KEY = \"a | b\\n\";"),
                        SERVICE.formatted("String KEY = \"a | c\\n\";"),
                        "1.1.0"))
                .singleElement()
                .asString()
                .contains("removed: constant a | b\n of field KEY of interface org.centralino.example.Service");
    }

    @Example
    void aTypeThatIsGoneIsNamedAlone() throws Exception {
        assertThat(changed("public enum Kind { ONE, TWO }", "class Hidden {}", "1.1.0"))
                .singleElement()
                .asString()
                .endsWith("MAJOR removed: enum org.centralino.example.Kind");
    }

    @Example
    void whatNobodyOutsideSeesMayChange() throws Exception {
        assertThat(changed(
                        "public final class Text { private int a; }",
                        "public final class Text { private long b; void c() {} @Override public String toString() {"
                                + " return \"\"; } private record D() {} }",
                        "1.0.0"))
                .isEmpty();
    }

    @Example
    void versionsNeverFall() throws Exception {
        assertThat(changed(SERVICE.formatted(""), SERVICE.formatted(""), "0.9.0"))
                .singleElement()
                .asString()
                .contains("has version 0.9.0 and needs 1.0.0, since its baseline is 1.0.0.");
    }

    @Example
    void packagesThatAreNewOrGoneAreNamed() throws Exception {
        SortedMap<String, Signatures> one = api(SERVICE.formatted(""), "1.0.0");
        assertThat(Comparison.problems(one, new TreeMap<>()))
                .singleElement()
                .asString()
                .startsWith("org.centralino.example is exported no more");
        assertThat(Comparison.problems(new TreeMap<>(), one))
                .containsExactly("org.centralino.example is not in the baseline yet.");
    }

    @Example
    void aBaselineIsReadableText() throws Exception {
        assertThat(BaselineFile.lines(api(LISTENER.formatted("int MOST = 7;"), "1.0.0")))
                .containsExactly(
                        "org.centralino.example package 1.0.0",
                        "org.centralino.example.Listener field MOST | access final | access static | constant 7 | return int",
                        "org.centralino.example.Listener interface | access abstract | annotated "
                                + "org.osgi.annotation.versioning.ConsumerType",
                        "org.centralino.example.Listener method called() | access abstract | return void",
                        "org.centralino.example.Listener method ended() | return void");
    }

    /** The problems where a type was so when the baseline was written as version 1.0.0, and is so now. */
    private static List<String> changed(String before, String after, String version) throws Exception {
        List<String> text = List.copyOf(BaselineFile.lines(api(before, "1.0.0")));
        return Comparison.problems(BaselineFile.parse(text), api(after, version));
    }

    private static SortedMap<String, Signatures> api(String type, String version) throws Exception {
        Path classes = Files.createTempDirectory(Path.of("target"), "example");
        compile(
                classes,
                new Source("org/osgi/annotation/versioning/ProviderType", annotation("ProviderType")),
                new Source("org/osgi/annotation/versioning/ConsumerType", annotation("ConsumerType")),
                new Source(
                        "org/centralino/example/" + name(type),
                        "package " + PACKAGE + "; import org.osgi.annotation.versioning.*; " + type));
        return Signatures.read(new TreeMap<>(Map.of(PACKAGE, new Version(version))), classes);
    }

    private static String name(String type) {
        return type.replaceAll(".*?(?:interface|record|enum|class) (\\w+).*", "$1");
    }

    private static String annotation(String name) {
        return "package org.osgi.annotation.versioning; public @interface " + name + " {}";
    }

    private static void compile(Path classes, Source... sources) {
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        null,
                        List.of("-proc:none", "-d", classes.toString()),
                        null,
                        Stream.of(sources).toList())
                .call();
        assertThat(compiled).isTrue();
    }

    /** A file of a name that its type has. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + JavaFileObject.Kind.SOURCE.extension), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
