package org.rongcuo.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * The person on whose behalf the current request runs. Set once by the access filter after authentication; absent for
 * anonymous requests.
 */
@RequestScoped
public class CurrentActor {
    private Actor actor;

    /** The acting person, empty for an anonymous caller. */
    public Optional<Actor> find() {
        return Optional.ofNullable(actor);
    }

    /**
     * The acting person.
     *
     * @throws Problem 401 when the caller is anonymous
     */
    public Actor get() {
        return find().orElseThrow(() -> Problem.of(ProblemType.NOT_AUTHENTICATED));
    }

    /** Called by the access filter alone. */
    public void set(Actor person) {
        this.actor = person;
    }
}
