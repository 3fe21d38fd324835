/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.centralino.profile.Profile.User;
import org.centralino.telephony.Account;
import org.eclipse.jdt.annotation.Nullable;

/** Reads a profile document (docs/PROFILE.md). Unknown keys are ignored, bad values are refused by name. Stateless. */
public final class ProfileReader {

    /** Longest document accepted, in characters. */
    public static final int LONGEST = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOST = "(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+])";
    private static final Pattern ADDRESS = Pattern.compile("sips?:[^@\\s<>\"]{1,128}@" + HOST);
    private static final Pattern ORBIT = Pattern.compile("[0-9*#+]{1,32}|sips?:[^\\s@<>\"]{1,128}@[^\\s@<>\"]{1,128}");
    private static final Pattern HOP =
            Pattern.compile("sips?:" + HOST + "(?::[0-9]{1,5})?(?:;(?:transport=(?:udp|tcp|tls)|lr))*");
    static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}]{1,256}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Map<String, Account.Srtp> SRTP =
            ordered("off", Account.Srtp.OFF, "preferred", Account.Srtp.PREFERRED, "required", Account.Srtp.REQUIRED);
    private static final Map<String, Account.Dtmf> DTMF =
            ordered("rfc4733", Account.Dtmf.RFC4733, "info", Account.Dtmf.INFO, "inband", Account.Dtmf.INBAND);
    private static final Map<String, String> CODECS;

    static {
        CODECS = new LinkedHashMap<>();
        List.of("opus", "g722", "pcma", "pcmu").forEach(codec -> CODECS.put(codec, codec));
    }

    private ProfileReader() {}

    /**
     * @param json the document
     * @throws ProfileException when anything in it is not as documented; nothing of it may be used then
     */
    public static Profile read(String json) throws ProfileException {
        if (json.length() > LONGEST) {
            throw new ProfileException("(document)", json.length() + " characters", "at most " + LONGEST);
        }
        JsonField document = new JsonField("", parse(json));
        document.child("version").number(1);
        JsonField accounts = document.child("accounts");
        List<Account> read = new ArrayList<>();
        for (JsonField account : accounts.elements("a list of accounts [{…}]")) {
            read.add(account(account));
        }
        if (read.isEmpty()) {
            throw accounts.wrong("at least one account");
        }
        return new Profile(
                user(document.child("user")),
                read,
                FeatureGrants.read(document.child("features")),
                Directories.read(document.child("directories")),
                favourites(document.child("favourites")));
    }

    private static JsonNode parse(String json) throws ProfileException {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new ProfileException("(document)", "not JSON" + where, "a JSON object");
        }
    }

    private static Account account(JsonField field) throws ProfileException {
        List<String> codecs = new ArrayList<>();
        JsonField list = field.child("codecs");
        if (!list.isAbsent()) {
            for (JsonField codec : list.elements("a list of codecs [\"opus\", …]")) {
                String name = codec.choice(CODECS, "");
                if (name.isEmpty()) {
                    throw codec.wrong("one of " + String.join(", ", CODECS.keySet()));
                }
                codecs.add(name);
            }
        }
        JsonField country = field.child("country");
        return new Account(
                field.child("address").text(ADDRESS, "an address sip:user@domain"),
                hop(field.child("registrar")),
                field.child("password").optionalSecret("the account's password as text, or no such key"),
                field.child("authUser").optionalText(WORDS, "a user name"),
                field.child("displayName").optionalText(WORDS, "a name of at most 256 characters"),
                field.child("outboundProxy").isAbsent() ? null : hop(field.child("outboundProxy")),
                field.child("srtp").choice(SRTP, Account.Srtp.OFF),
                field.child("dtmf").choice(DTMF, Account.Dtmf.RFC4733),
                codecs,
                country.isAbsent() ? "IT" : country.text(COUNTRY, "two letters of ISO 3166, for instance IT"),
                field.child("park").optionalText(ORBIT, "a number or an address sip:user@domain"),
                field.child("maskDigits").flag(),
                field.child("conferenceRoom").optionalText(ORBIT, "a number or an address sip:user@domain"));
    }

    private static String hop(JsonField field) throws ProfileException {
        String expected = "sip:host[:port][;transport=udp|tcp|tls]";
        String hop = field.text(HOP, expected);
        int port = hop.replaceFirst(";.*", "")
                        .replaceFirst("^sips?:(\\[[^]]*]|[^:]*)", "")
                        .isEmpty()
                ? 1
                : Integer.parseInt(hop.replaceFirst(";.*", "").replaceFirst(".*:", ""));
        if (port < 1 || port > 65_535) {
            throw field.wrong("a port from 1 to 65535");
        }
        return hop;
    }

    private static @Nullable User user(JsonField field) throws ProfileException {
        if (field.isAbsent()) {
            return null;
        }
        return new User(
                field.child("id").text(WORDS, "the user's id"),
                field.child("name").text(WORDS, "the user's name"));
    }

    private static List<String> favourites(JsonField list) throws ProfileException {
        List<String> favourites = new ArrayList<>();
        if (!list.isAbsent()) {
            for (JsonField favourite : list.elements("a list of names or numbers […]")) {
                favourites.add(favourite.text(WORDS, "a name or number of at most 256 characters"));
            }
        }
        return favourites;
    }

    private static <E> Map<String, E> ordered(String a, E first, String b, E second, String c, E third) {
        Map<String, E> map = new LinkedHashMap<>();
        map.put(a, first);
        map.put(b, second);
        map.put(c, third);
        return map;
    }
}
