package org.rongcuo.shared;

import java.util.UUID;

/**
 * Who acts: a person of our tables, or the system itself for jobs.
 *
 * @param personId the person; null only for {@link #SYSTEM}
 * @param name the person's display name, for records people read
 */
public record Actor(UUID personId, String name) {
    /** Jobs and the first load of the seed books. */
    public static final Actor SYSTEM = new Actor(null, "系统");
}
