package org.rongcuo.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way to change something by HTTP. One transaction, and the checks always in the same order: authorise, look up
 * the Idempotency-Key, {@code If-Match}, validate, act. (Authentication and the role precede in the access filter.)
 * The database locks follow the product's lock order: idempotency, then the aggregate, then counters, then the ledger.
 */
@RequestScoped
public class Writes {
    /** Given as body by acts that take none. */
    public static final Object NO_BODY = "";

    private final Idempotency idempotency;
    private final Validation validation;
    private final CurrentActor currentActor;
    private final StateVersion.History history;
    private final ObjectMapper mapper;
    private final Sealing sealing;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    @Context
    Request request;

    Writes(
            Idempotency idempotency,
            Validation validation,
            CurrentActor currentActor,
            StateVersion.History history,
            ObjectMapper mapper,
            Sealing sealing) {
        this.idempotency = idempotency;
        this.validation = validation;
        this.currentActor = currentActor;
        this.history = history;
        this.mapper = mapper;
        this.sealing = sealing;
    }

    /**
     * An act on an aggregate: needs {@code If-Match}.
     *
     * @param body the request's body as read, {@link #NO_BODY} where the act takes none
     * @param authorise finds the aggregate, locks it, throws 404 or 403
     * @param act does it; what it throws rolls everything back
     */
    public <A extends Versioned, T> Response act(Object body, Supplier<A> authorise, Function<A, Outcome<T>> act) {
        return write(body, authorise, act, true);
    }

    /** A write under an aggregate that does not move its state (answers, documents): locks it, needs no {@code If-Match}. */
    public <A, T> Response note(Object body, Supplier<A> authorise, Function<A, Outcome<T>> act) {
        return write(body, authorise, act, false);
    }

    /** Creates something that stands under nothing: the authorisation is all that precedes. */
    public <T> Response create(Object body, Runnable authorise, Supplier<Outcome<T>> act) {
        return write(
                body,
                () -> {
                    authorise.run();
                    return Boolean.TRUE;
                },
                nothing -> act.get(),
                false);
    }

    /**
     * A write that the public may do, with or without login: it takes no {@code Idempotency-Key}, and nothing is kept that
     * would tell who wrote.
     */
    public <A, T> Response anybody(Object body, Supplier<A> authorise, Function<A, Outcome<T>> act) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var target = authorise.get();
            validate(body);
            var outcome = act.apply(target);
            return respond(
                    outcome.status(),
                    outcome.stateVersion(),
                    outcome.location(),
                    outcome.view() == null ? null : json(outcome.view()));
        });
    }

    /**
     * As {@link #act(Object, Supplier, Function)}, for what takes long to check: the checks that precede are made,
     * then the check is made while nothing is locked and no connection held, then all is done in one transaction.
     *
     * @param slowCheck given the aggregate in the first transaction, gives what is to be done after it
     * @param act given the aggregate again, and what the slow check found
     */
    public <A extends Versioned, P, T> Response act(
            Object body, Supplier<A> authorise, Function<A, Supplier<P>> slowCheck, BiFunction<A, P, Outcome<T>> act) {
        return checkedWrite(body, authorise, slowCheck, act, true);
    }

    /** As {@link #note(Object, Supplier, Function)}, for what takes long to check. */
    public <A, P, T> Response note(
            Object body, Supplier<A> authorise, Function<A, Supplier<P>> slowCheck, BiFunction<A, P, Outcome<T>> act) {
        return checkedWrite(body, authorise, slowCheck, act, false);
    }

    private <A, P, T> Response checkedWrite(
            Object body,
            Supplier<A> authorise,
            Function<A, Supplier<P>> slowCheck,
            BiFunction<A, P, Outcome<T>> act,
            boolean versioned) {
        var slow = QuarkusTransaction.requiringNew().call(() -> {
            var claim = claim(body);
            var target = authorise.get();
            requireKey(claim);
            if (claim != null && idempotency.remembers(claim)) {
                return null;
            }
            if (versioned) {
                requireCurrent(target);
            }
            validate(body);
            return slowCheck.apply(target);
        });
        // Where the answer is remembered, the write below gives it again without acting.
        var checked = slow == null ? null : slow.get();
        return write(body, authorise, target -> act.apply(target, checked), versioned);
    }

    private void validate(Object body) {
        if (!(body instanceof byte[]) && body != NO_BODY) {
            validation.valid(body);
        }
    }

    private void requireCurrent(Object target) {
        if (target instanceof Versioned aggregate) {
            aggregate.requirePossible();
            StateVersion.check(
                    headers.getHeaderString(HttpHeaders.IF_MATCH),
                    aggregate.stateVersion(),
                    aggregate.chain(),
                    history);
        }
    }

    private <A, T> Response write(Object body, Supplier<A> authorise, Function<A, Outcome<T>> act, boolean versioned) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // The key's row is locked first (lock order) but its answer is told only to who passes the authorisation.
            var claim = claim(body);
            var remembered = claim == null ? null : idempotency.claim(claim).orElse(null);
            var target = authorise.get();
            requireKey(claim);
            if (remembered != null) {
                return replay(claim, remembered);
            }
            if (versioned) {
                requireCurrent(target);
            }
            validate(body);
            var outcome = act.apply(target);
            var json = outcome.view() == null ? null : json(outcome.view());
            if (claim != null) {
                idempotency.remember(
                        claim,
                        new Idempotency.Stored(
                                claim.bodyHash(),
                                outcome.status(),
                                outcome.stateVersion(),
                                outcome.location() == null
                                        ? null
                                        : outcome.location().toString(),
                                outcome.toldOnce() ? null : json));
            }
            return respond(outcome.status(), outcome.stateVersion(), outcome.location(), json);
        });
    }

    /** Refused after the authorisation, so that a key left out tells nobody what exists. */
    private void requireKey(Idempotency.Claim claim) {
        if (claim == null && request.getMethod().equals("POST")) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_MISSING,
                    "请以 Idempotency-Key 请求头给出本次办理的唯一标识(如 UUID)",
                    "Send an Idempotency-Key header, such as a UUID, unique to this act");
        }
    }

    /** The key's claim; null for a method that needs none, and where it is missing. */
    private Idempotency.Claim claim(Object body) {
        var key = headers.getHeaderString("Idempotency-Key");
        if (key == null || key.isBlank() || !request.getMethod().equals("POST")) {
            return null;
        }
        if (key.length() > 255) {
            throw Problem.of(
                    ProblemType.MALFORMED_PARAMETER,
                    "Idempotency-Key 不得超过 255 个字符",
                    "Idempotency-Key must not exceed 255 characters");
        }
        var actor = currentActor.get();
        return new Idempotency.Claim(
                actor.personId().toString(),
                request.getMethod(),
                uri.getPath(),
                key,
                bodyHash(body, actor.personId() + " " + uri.getPath() + " " + key));
    }

    /** Under a key, and another for each act: that two asked the same, such as two members who vote, is not to be seen. */
    private String bodyHash(Object body, String act) {
        if (body == null || body == NO_BODY) {
            return "none";
        }
        return sealing.mac(body instanceof byte[] bytes ? bytes : Json.canonicalBytes(body), act);
    }

    private static Response replay(Idempotency.Claim claim, Idempotency.Stored stored) {
        if (!stored.bodyHash().equals(claim.bodyHash())) {
            throw Problem.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "此 Idempotency-Key 已用于内容不同的请求",
                    "This Idempotency-Key was used for a request with other content");
        }
        if (stored.body() == null && stored.status() != 204) {
            throw Problem.coded(
                    ProblemType.ACT_NOT_POSSIBLE,
                    "told-once",
                    new Text(
                            "内容只显示一次,系统没有留存;确需再看的,请另行开封并说明理由",
                            "It was told once and is kept nowhere; who must see it again opens it anew, with reasons"));
        }
        return respond(
                stored.status(),
                stored.stateVersion(),
                stored.location() == null ? null : URI.create(stored.location()),
                stored.body());
    }

    private static Response respond(int status, Long stateVersion, URI location, String json) {
        var response = Response.status(status).location(location);
        if (json != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                    .entity(json.getBytes(StandardCharsets.UTF_8));
        }
        if (stateVersion != null) {
            response.header(HttpHeaders.ETAG, StateVersion.etag(stateVersion));
        }
        return response.build();
    }

    private String json(Object view) {
        try {
            return mapper.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not serialisable: " + view.getClass(), e);
        }
    }
}
