package org.rongcuo.publication;

import java.util.Arrays;
import java.util.Optional;
import org.rongcuo.access.Level;
import org.rongcuo.shared.Text;

/** To whom a public notice is shown (公示范围), from the narrowest to the widest. */
enum Audience {
    NONE("不公示", "no notice", Level.RESTRICTED),
    /** Persons of the unit of a subject. */
    UNIT("本单位", "the unit", Level.SENSITIVE),
    /** Persons registered in the jurisdiction. */
    SYSTEM("本系统", "the system", Level.SENSITIVE),
    PUBLIC("社会公众", "the public", Level.INTERNAL);

    private final Text label;
    private final Level highest;

    Audience(String zh, String en, Level highest) {
        this.label = new Text(zh, en);
        this.highest = highest;
    }

    Text label() {
        return label;
    }

    /** The audience that a rule book's word names; empty for a word that is none. */
    static Optional<Audience> ofWord(Object word) {
        return Arrays.stream(values())
                .filter(audience -> audience.label.zh().equals(word))
                .findFirst();
    }

    /** The widest audience before which a case of that level may come, its text redacted. */
    static Audience widest(Level level) {
        return Arrays.stream(values())
                .filter(audience -> level.compareTo(audience.highest) <= 0)
                .reduce(NONE, (narrower, wider) -> wider);
    }

    Audience narrower(Audience other) {
        return compareTo(other) <= 0 ? this : other;
    }

    boolean widerThan(Audience other) {
        return compareTo(other) > 0;
    }
}
