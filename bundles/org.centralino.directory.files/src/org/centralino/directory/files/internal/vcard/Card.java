/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.directory.files.internal.vcard;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import ezvcard.VCardDataType;
import ezvcard.VCardVersion;
import ezvcard.io.CannotParseException;
import ezvcard.io.ParseContext;
import ezvcard.io.SkipMeException;
import ezvcard.io.scribe.RawPropertyScribe;
import ezvcard.io.scribe.ScribeIndex;
import ezvcard.io.scribe.VCardPropertyScribe;
import ezvcard.parameter.Encoding;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.centralino.directory.files.internal.Messages;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;

/**
 * The properties of one card that matter here, each read by its scribe. Takes the place of {@code ezvcard.VCard}, which does not
 * load without the template engine that it writes HTML with.
 */
final class Card implements VObjectDataListener {

    private static final ScribeIndex SCRIBES = new ScribeIndex();
    private static final Set<String> USED = Set.of(
            "N",
            "FN",
            "ORG",
            "TITLE",
            "ROLE",
            "TEL",
            "EMAIL",
            "ADR",
            "LABEL",
            "IMPP",
            "NOTE",
            "URL",
            "PHOTO",
            "UID",
            "NICKNAME",
            "KIND");
    private static final Set<String> OWN = Set.of("EXTENSION", "SIP");

    private final List<VCardProperty> properties = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private VCardVersion version = VCardVersion.V2_1;

    /**
     * Something that cannot be understood.
     *
     * @param line from 1, within the card
     */
    record Problem(int line, String reason) {}

    private Card() {}

    /** @param quotedPrintable the encoding where a property does not say it */
    static Card read(String text, Charset quotedPrintable) throws IOException {
        SyntaxRules rules = SyntaxRules.vcard();
        rules.setDefaultSyntaxStyle(VCardVersion.V2_1.getSyntaxStyle());
        Card card = new Card();
        try (VObjectReader reader = new VObjectReader(new StringReader(text), rules)) {
            reader.setDefaultQuotedPrintableCharset(quotedPrintable);
            reader.parse(card);
        }
        return card;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Those of a kind, in the card's order. */
    <T extends VCardProperty> List<T> all(Class<T> type) {
        return properties.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends VCardProperty> @Nullable T first(Class<T> type) {
        List<T> all = all(type);
        return all.isEmpty() ? null : all.get(0);
    }

    /** Those that no version knows, by name in whatever case. */
    List<RawProperty> extended(String name) {
        return all(RawProperty.class).stream()
                .filter(property -> property.getPropertyName().equalsIgnoreCase(name))
                .toList();
    }

    @Override
    @NonNullByDefault({})
    public void onComponentBegin(String name, Context context) {
        // Cards within the card are known by the parents of their properties.
    }

    @Override
    @NonNullByDefault({})
    public void onComponentEnd(String name, Context context) {
        if (context.getParentComponents().isEmpty()) {
            context.stop();
        }
    }

    @Override
    @NonNullByDefault({})
    public void onVersion(String value, Context context) {
        VCardVersion known = VCardVersion.valueOfByStr(value);
        if (known != null && context.getParentComponents().size() == 1) {
            version = known;
        }
    }

    @Override
    @NonNullByDefault({})
    public void onWarning(Warning warning, VObjectProperty property, Exception thrown, Context context) {
        if (warning == Warning.MALFORMED_LINE) {
            problems.add(new Problem(context.getLineNumber(), Messages.cardNoProperty));
        } else if (property != null && isUsed(property.getName())) {
            problems.add(new Problem(context.getLineNumber(), NLS.bind(Messages.cardProperty, property.getName())));
        }
    }

    @Override
    @NonNullByDefault({})
    public void onProperty(VObjectProperty property, Context context) {
        String name = property.getName().toUpperCase(Locale.ROOT);
        if (context.getParentComponents().size() != 1 || !isUsed(name)) {
            return;
        }
        try {
            VCardProperty read = parse(property, name, context.getLineNumber());
            read.setGroup(property.getGroup());
            properties.add(read);
        } catch (SkipMeException | CannotParseException e) {
            problems.add(new Problem(context.getLineNumber(), NLS.bind(Messages.cardProperty, name)));
        }
    }

    private static boolean isUsed(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("X-") || USED.contains(upper) || OWN.contains(upper);
    }

    private VCardProperty parse(VObjectProperty property, String name, int line) {
        VCardParameters parameters =
                new VCardParameters(property.getParameters().getMap());
        nameless(parameters);
        quotedTypes(parameters);
        VCardPropertyScribe<? extends VCardProperty> known = SCRIBES.getPropertyScribe(name);
        VCardPropertyScribe<? extends VCardProperty> scribe = known == null ? new RawPropertyScribe(name) : known;
        VCardDataType type = parameters.getValue();
        parameters.setValue(null);
        ParseContext context = new ParseContext();
        context.setVersion(version);
        context.setLineNumber(line);
        context.setPropertyName(name);
        return scribe.parseText(
                property.getValue(), type == null ? scribe.defaultDataType(version) : type, parameters, context);
    }

    /** Version 2.1 leaves the names of some parameters out: {@code TEL;CELL;QUOTED-PRINTABLE:…}. */
    private static void nameless(VCardParameters parameters) {
        for (String value : parameters.removeAll(null)) {
            if (VCardDataType.find(value) != null) {
                parameters.put(VCardParameters.VALUE, value);
            } else if (Encoding.find(value) != null) {
                parameters.put(VCardParameters.ENCODING, value);
            } else {
                parameters.put(VCardParameters.TYPE, value);
            }
        }
    }

    /** Version 4.0 has several types in one pair of quotation marks: {@code TYPE="work,voice"}. */
    private static void quotedTypes(VCardParameters parameters) {
        List<String> types = List.copyOf(parameters.getTypes());
        if (types.stream().anyMatch(type -> type.indexOf(',') >= 0)) {
            parameters.removeAll(VCardParameters.TYPE);
            for (String type : types) {
                for (String single : type.split(",")) {
                    parameters.put(VCardParameters.TYPE, single);
                }
            }
        }
    }
}
