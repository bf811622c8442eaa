package org.rongcuo.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes the OpenAPI document at build time with what follows from the endpoints and would only be forgotten by hand:
 * who may call, which problems may come, which headers are needed, the examples, the tags. Refuses to build a document
 * whose endpoints it cannot find.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {
    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";

    private final IndexView index;
    private final Map<String, Parameter> parameters = new TreeMap<>();
    private final Map<String, Header> headers = new TreeMap<>();

    /** Called by the build. @param index the application's classes */
    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            document.setComponents(components);
        }
        var endpoints = Endpoint.all(index);
        var problems = new ProblemResponses();
        var packages = new TreeSet<String>();
        Map<String, PathItem> paths = new TreeMap<>(document.getPaths().getPathItems());
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            var endpoint = endpoints.get(operation.getOperationId());
            if (endpoint == null) {
                throw new IllegalStateException(method + " " + path + " has no @Operation(operationId) of its own: "
                        + operation.getOperationId());
            }
            packages.add(endpoint.feature());
            complete(operation, endpoint, problems);
        }));
        document.getPaths().setPathItems(paths);
        document.setServers(null);
        document.setInfo(OASFactory.createInfo()
                .title("Rongcuo 容错 API")
                .version("1.0.0")
                .description("容错纠错机制的接口;新增内容不视为破坏,客户端应容忍未知的枚举值和成员"
                        + " · The API of the error-tolerance mechanism; additions are no breaking change, clients tolerate"
                        + " unknown enum values and members")
                .license(OASFactory.createLicense().name("Apache License 2.0").identifier("Apache-2.0")));
        document.setTags(packages.stream().map(Features::tag).toList());
        problems.addTo(components);
        problems.headers().forEach(this::header);
        components.setSecuritySchemes(securitySchemes());
        components.setParameters(parameters);
        components.setHeaders(headers);
        new Schemas(index).tidy(document);
    }

    private void complete(Operation operation, Endpoint endpoint, ProblemResponses problems) {
        operation.setTags(List.of(endpoint.feature()));
        access(operation, endpoint);
        List<Parameter> parameters =
                operation.getParameters() == null ? new ArrayList<>() : new ArrayList<>(operation.getParameters());
        if (endpoint.needsIdempotencyKey()) {
            parameters.add(parameter("Idempotency-Key"));
        }
        if (endpoint.ifMatch()) {
            parameters.add(parameter("If-Match"));
        }
        operation.setParameters(parameters.isEmpty() ? null : parameters);
        success(operation, endpoint);
        problems.add(operation, endpoint);
        Examples.attach(operation);
    }

    private static void access(Operation operation, Endpoint endpoint) {
        var words = endpoint.anonymous()
                ? "角色 · roles: 无需登录 · none, open to the public"
                : "角色 · roles: "
                        + (endpoint.roles().isEmpty()
                                ? "任何已登记人员 · any registered person"
                                : String.join(", ", endpoint.roles()));
        var description = operation.getDescription();
        operation.setDescription(description == null ? words : description.strip() + "\n\n" + words);
        operation.addExtension("x-roles", endpoint.anonymous() ? List.of("ANONYMOUS") : endpoint.xRoles());
        var basic = OASFactory.createSecurityRequirement().addScheme(BASIC);
        var bearer = OASFactory.createSecurityRequirement().addScheme(BEARER);
        operation.setSecurity(
                endpoint.anonymous()
                        ? List.of(OASFactory.createSecurityRequirement(), basic, bearer)
                        : List.of(basic, bearer));
    }

    private void success(Operation operation, Endpoint endpoint) {
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (!status.startsWith("2")) {
                return;
            }
            if (response.getDescription() == null
                    || List.of("OK", "Created", "No Content").contains(response.getDescription())) {
                response.setDescription(
                        switch (status) {
                            case "201" -> "已创建 · Created";
                            case "204" -> "已完成,无内容 · Done, no content";
                            default -> "成功 · OK";
                        });
            }
            if (endpoint.etag()) {
                response.addHeader("ETag", header("ETag"));
            }
            if (status.equals("201")) {
                response.addHeader("Location", header("Location"));
            }
        });
    }

    private static Map<String, SecurityScheme> securitySchemes() {
        Map<String, SecurityScheme> schemes = new TreeMap<>();
        schemes.put(
                BASIC,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("仅限演示与测试 · demo and tests only"));
        schemes.put(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("OpenID Connect 访问令牌 · OpenID Connect access token"));
        return schemes;
    }

    /** A reference to a shared parameter, which is thereby part of the document. */
    private Parameter parameter(String name) {
        parameters.computeIfAbsent(name, SharedParts::parameter);
        return OASFactory.createParameter().ref(name);
    }

    /** A reference to a shared header, which is thereby part of the document. */
    private Header header(String name) {
        headers.computeIfAbsent(name, SharedParts::header);
        return OASFactory.createHeader().ref(name);
    }
}
