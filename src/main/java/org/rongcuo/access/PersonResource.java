package org.rongcuo.access;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.rongcuo.access.AdministrationService.RegisterPerson;
import org.rongcuo.shared.CurrentActor;
import org.rongcuo.shared.Outcome;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.PageRequest;
import org.rongcuo.shared.Problem;
import org.rongcuo.shared.Writes;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class PersonResource {
    private final Persons persons;
    private final Organs organs;
    private final AdministrationService administration;
    private final CurrentActor actor;
    private final CurrentRights rights;
    private final Writes writes;

    PersonResource(
            Persons persons,
            Organs organs,
            AdministrationService administration,
            CurrentActor actor,
            CurrentRights rights,
            Writes writes) {
        this.persons = persons;
        this.organs = organs;
        this.administration = administration;
        this.actor = actor;
        this.rights = rights;
        this.writes = writes;
    }

    /** A person as colleagues know them: no account, no role. */
    record PersonView(UUID id, String name, UUID organ, String organName, String jurisdiction) {
        static PersonView of(Person person) {
            var organ = person.organ();
            return new PersonView(
                    person.id(),
                    person.name(),
                    organ.id(),
                    organ.name(),
                    organ.jurisdiction().code());
        }
    }

    /** The caller and the roles the caller holds today. */
    record MeView(PersonView person, List<RoleView> roles) {}

    /** A role held today. */
    record RoleView(Role role, UUID organ, String jurisdiction, Level clearance) {
        static RoleView of(Grant grant) {
            return new RoleView(grant.role(), grant.organId(), grant.jurisdiction(), grant.clearance());
        }
    }

    @GET
    @Path("/me")
    @Allowed
    @Operation(operationId = "getMe", summary = "我是谁、有哪些角色 · Who I am and which roles I hold")
    public MeView me() {
        var person = persons.findByIdOptional(actor.get().personId()).orElseThrow(Problem::notFound);
        return new MeView(
                PersonView.of(person),
                rights.get().grants().stream().map(RoleView::of).toList());
    }

    @GET
    @Path("/persons")
    @Allowed({
        Role.ADMINISTRATOR,
        Role.HANDLER,
        Role.DECIDER,
        Role.ORGANISATION,
        Role.COORDINATOR,
        Role.REGISTRAR,
        Role.INSPECTOR
    })
    @Operation(operationId = "listPersons", summary = "所辖范围内的人员 · Persons of the jurisdictions one works in")
    public Page<PersonView> list(
            @BeanParam PageRequest page,
            @Parameter(description = "只列此机关的人员 · only those of this organ") @QueryParam("organ") UUID organ) {
        var paths = rights.get()
                .pathsOf(
                        Role.ADMINISTRATOR,
                        Role.HANDLER,
                        Role.DECIDER,
                        Role.ORGANISATION,
                        Role.COORDINATOR,
                        Role.REGISTRAR,
                        Role.INSPECTOR);
        var where = new StringBuilder("(?1 is null or organ.id = ?1) and (1 = 0");
        var parameters = new java.util.ArrayList<Object>();
        parameters.add(organ);
        for (var path : paths) {
            parameters.add(path + "%");
            where.append(" or organ.jurisdiction.path like ?").append(parameters.size());
        }
        where.append(')');
        var counted = persons.find(where.toString(), parameters.toArray())
                .range(0, Page.COUNT_CAP)
                .list()
                .size();
        parameters.add(page.after(UUID::fromString));
        var after = "(?" + parameters.size() + " is null or id > ?" + parameters.size() + ")";
        var rows = persons.find(where + " and " + after + " order by id", parameters.toArray())
                .range(0, page.limit())
                .list();
        return page.page(rows, person -> person.id().toString(), PersonView::of, counted);
    }

    @POST
    @Path("/persons")
    @Allowed(Role.ADMINISTRATOR)
    @Operation(operationId = "registerPerson", summary = "登记人员 · Register a person")
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "已登记 · registered")
    public Response register(RegisterPerson body) {
        return writes.create(
                body,
                () -> {
                    if (body != null && body.organ() != null) {
                        organs.findByIdOptional(body.organ())
                                .ifPresent(organ -> rights.requireOver(organ.jurisdiction(), Role.ADMINISTRATOR));
                    }
                },
                () -> Outcome.created(PersonView.of(administration.register(body)), "/api/v1/persons"));
    }
}
