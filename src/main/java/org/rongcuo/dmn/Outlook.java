package org.rongcuo.dmn;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What answers so far still allow.
 *
 * @param possible what can still come out; exact
 * @param material ids of the open items on which it still depends, the one that decides most first; every other item is
 *     proven immaterial
 */
public record Outlook<T>(Set<T> possible, List<String> material) {
    public Outlook {
        possible = new LinkedHashSet<>(possible);
        material = List.copyOf(material);
    }
}
