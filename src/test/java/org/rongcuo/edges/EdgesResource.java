package org.rongcuo.edges;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.rongcuo.access.Anonymous;
import org.rongcuo.access.Role;
import org.rongcuo.shared.Actor;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.ProblemType;
import org.rongcuo.shared.Text;
import org.rongcuo.shared.Validation;
import org.rongcuo.shared.Versioned;
import org.rongcuo.shared.Writes;

@Path("/edges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class EdgesResource {
    private static final AtomicInteger EFFECTS = new AtomicInteger();
    private static final AtomicInteger FAILURES_LEFT = new AtomicInteger();

    private final Validation validation;
    private final Writes writes;
    private final CurrentActor currentActor;
    private final EntityManager entityManager;
    private final SecurityIdentity identity;

    EdgesResource(
            Validation validation,
            Writes writes,
            CurrentActor currentActor,
            EntityManager entityManager,
            SecurityIdentity identity) {
        this.validation = validation;
        this.writes = writes;
        this.currentActor = currentActor;
        this.entityManager = entityManager;
        this.identity = identity;
    }

    record Inner(@NotNull BigDecimal amount, @NotNull Boolean filed) {}

    record Body(
            @NotBlank @Size(max = 5) String name,
            @NotNull Role role,
            @NotNull LocalDate on,
            Instant at,
            UUID id,
            @NotNull Integer count,
            @Valid @NotNull Inner inner,
            List<@NotNull Integer> list,
            List<@Valid Inner> inners,
            Map<String, Object> facts,
            int primitive) {}

    record Echo(Body body, Text text) {}

    private record Thing(long stateVersion) implements Versioned {
        @Override
        public String chain() {
            return "case:00000000-0000-7000-8000-000000000000";
        }
    }

    @POST
    @Path("/body")
    @Anonymous
    @Operation(hidden = true)
    public Echo body(Body body) {
        validation.valid(body);
        return new Echo(body, new Text("中文", "English"));
    }

    @POST
    @Path("/unvalidated")
    @Anonymous
    @Operation(hidden = true)
    public Body unvalidated(Body body) {
        return body;
    }

    @POST
    @Path("/xml")
    @Consumes(MediaType.APPLICATION_XML)
    @Anonymous
    @Operation(hidden = true)
    public Map<String, Integer> xml(byte[] body) {
        return Map.of("bytes", body.length);
    }

    @GET
    @Path("/items/{id}")
    @Anonymous
    @Operation(hidden = true)
    public Map<String, Object> item(
            @PathParam("id") UUID id,
            @QueryParam("on") LocalDate on,
            @QueryParam("role") Role role,
            @QueryParam("roles") List<Role> roles,
            @QueryParam("count") Integer count,
            @HeaderParam("Test-Number") Integer number,
            @BeanParam PageRequest page) {
        return Map.of("id", id, "limit", page.limit(), "roles", roles);
    }

    @GET
    @Path("/boom")
    @Anonymous
    @Operation(hidden = true)
    public String boom() {
        throw new IllegalStateException("secret: select * from person", new RuntimeException("inner secret"));
    }

    @GET
    @Path("/teapot")
    @Anonymous
    @Operation(hidden = true)
    public Response teapot() {
        return Response.status(409).entity("words of its own").build();
    }

    @GET
    @Path("/whoami")
    @Anonymous
    @Operation(hidden = true)
    public Map<String, Object> whoami() {
        return Map.of("anonymous", identity.isAnonymous());
    }

    @GET
    @Path("/members")
    @Anonymous
    @Operation(hidden = true)
    public Map<String, Object> members() {
        return Map.of("name", currentActor.get().name());
    }

    @POST
    @Path("/locked")
    @Anonymous
    @Operation(hidden = true)
    public String locked() {
        return QuarkusTransaction.requiringNew().call(() -> {
            entityManager.createNativeQuery("set local lock_timeout = '200ms'").executeUpdate();
            entityManager
                    .createNativeQuery("lock table idempotency in exclusive mode")
                    .executeUpdate();
            return "{}";
        });
    }

    @POST
    @Path("/unique")
    @Anonymous
    @Operation(hidden = true)
    public String unique() {
        return QuarkusTransaction.requiringNew().call(() -> {
            for (int i = 0; i < 2; i++) {
                entityManager
                        .createNativeQuery("insert into idempotency (actor, method, path, key, body_hash, created_at)"
                                + " values ('a', 'POST', '/', 'secret-key', '', now())")
                        .executeUpdate();
            }
            return "{}";
        });
    }

    record Create(@NotBlank String name) {}

    /** Makes the next attempts to create fail. */
    @PUT
    @Path("/failures/{count}")
    @Anonymous
    @Operation(hidden = true)
    public void failures(@PathParam("count") int count) {
        FAILURES_LEFT.set(count);
    }

    @POST
    @Path("/things")
    @Anonymous
    @Operation(hidden = true)
    public Response create(Create body) {
        act();
        return writes.create(body, () -> {}, () -> {
            if (FAILURES_LEFT.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw Problem.of(ProblemType.ACT_NOT_POSSIBLE);
            }
            return Outcome.created(Map.of("effect", EFFECTS.incrementAndGet()), "/edges/things/1", 1);
        });
    }

    @POST
    @Path("/things/{version}/acts")
    @Anonymous
    @Operation(hidden = true)
    public Response act(@PathParam("version") long version, Create body) {
        act();
        return writes.act(
                body,
                () -> new Thing(version),
                thing -> Outcome.ok(Map.of("version", thing.stateVersion() + 1), thing.stateVersion() + 1));
    }

    private void act() {
        currentActor.set(new Actor(UUID.fromString("01980000-0000-7000-8000-000000000001"), "测试人"));
    }
}
