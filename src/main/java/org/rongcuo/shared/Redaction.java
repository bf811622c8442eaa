package org.rongcuo.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps personal facts out of what is shown (个人信息保护法): names, identity and mobile numbers, however they are spaced. */
public final class Redaction {
    /** What people put between digits; not a comma, which groups the digits of amounts. */
    private static final String GAP = "[\\s\\p{Pd}.·/()、]{0,2}";

    private static final String BIRTHDAY = GAP + "(?:0" + GAP + "[1-9]|1" + GAP + "[0-2])" + GAP + "(?:0" + GAP
            + "[1-9]|[12]" + GAP + "\\d|3" + GAP + "[01])";

    /** GB 11643 identity numbers: place, day of birth, serial number, and of the 18-digit form the check digit. */
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<!\\d)[1-9]" + digits(5)
            + "(?:" + GAP + "(?:1" + GAP + "9|2" + GAP + "0)" + digits(2) + BIRTHDAY + digits(3) + GAP + "[\\dXx]|"
            + digits(2) + BIRTHDAY + digits(3) + ")(?!\\d)");

    /** A person's number; an office's own telephone may stand in a notice. */
    private static final Pattern MOBILE_NUMBER =
            Pattern.compile("(?<!\\d)(?:\\+?86" + GAP + ")?1" + GAP + "[3-9](?:" + GAP + "\\d){9}(?!\\d)");

    private static final String UNKNOWN = "某某";

    private Redaction() {}

    private static String digits(int count) {
        return "(?:" + GAP + "\\d){" + count + "}";
    }

    /** What of the text must not be shown. @param names full names of those concerned */
    public static List<Violation> faults(String text, Collection<String> names, String pointer) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        var closed = closed(plain);
        List<Violation> faults = new ArrayList<>();
        if (names.stream().map(Redaction::closed).anyMatch(name -> !name.isEmpty() && closed.contains(name))) {
            faults.add(Violation.at(
                    pointer,
                    "full-name",
                    "文中有当事人的姓名或全称,应隐去",
                    "It names someone concerned in full; leave the name out"));
        }
        if (IDENTITY_NUMBER.matcher(plain).find()) {
            faults.add(Violation.at(pointer, "identity-number", "文中有证件号码,应删去", "It holds an identity number"));
        }
        if (MOBILE_NUMBER.matcher(plain).find()) {
            faults.add(
                    Violation.at(pointer, "telephone-number", "文中有个人电话号码,应删去", "It holds a personal telephone number"));
        }
        return faults;
    }

    /** A text with the names of those concerned, and with identity and mobile numbers, made unknown. */
    public static String hidden(String text, Collection<String> names) {
        var without = IDENTITY_NUMBER.matcher(without(text, names)).replaceAll(UNKNOWN);
        return MOBILE_NUMBER.matcher(without).replaceAll(UNKNOWN);
    }

    /** A text with the names of those concerned made unknown. */
    public static String without(String text, Collection<String> names) {
        var redacted = text;
        for (var name : names.stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .toList()) {
            redacted = redacted.replace(name, UNKNOWN);
        }
        return redacted;
    }

    private static String closed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}\\p{P}\\p{Z}\\p{S}]", "");
    }
}
