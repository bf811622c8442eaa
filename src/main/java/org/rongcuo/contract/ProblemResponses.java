package org.rongcuo.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.rongcuo.shared.ProblemType;

/** The problems that operations may answer with, one shared response a status. */
final class ProblemResponses {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "MalformedRequest"),
            Map.entry(401, "NotAuthenticated"),
            Map.entry(403, "NotAllowed"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "Stale"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "Invalid"),
            Map.entry(428, "PreconditionRequired"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(500, "InternalError"));

    private final Set<Integer> used = new TreeSet<>();

    /** Adds to an operation the statuses that follow from what it is. */
    void add(Operation operation, Endpoint endpoint) {
        var responses = operation.getResponses();
        Map<String, APIResponse> sorted = new TreeMap<>(responses.getAPIResponses());
        for (int status : statuses(operation, endpoint)) {
            used.add(status);
            // What the scanner adds by itself says nothing; what an endpoint documents of its own stays.
            sorted.merge(
                    String.valueOf(status),
                    OASFactory.createAPIResponse().ref(NAMES.get(status)),
                    (own, shared) -> own.getContent() == null ? shared : own);
        }
        responses.setAPIResponses(sorted);
    }

    private static Set<Integer> statuses(Operation operation, Endpoint endpoint) {
        Set<Integer> statuses = new TreeSet<>(List.of(406, 500));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        if (!parameters.isEmpty()) {
            statuses.add(400);
        }
        if (parameters.stream().anyMatch(each -> each.getIn() == Parameter.In.PATH)) {
            statuses.add(404);
        }
        statuses.addAll(endpoint.anonymous() ? List.of(401, 429) : List.of(401, 403));
        if (operation.getRequestBody() != null) {
            statuses.addAll(List.of(400, 413, 415, 422));
        }
        if (endpoint.writes()) {
            statuses.addAll(List.of(409, 422));
        }
        if (endpoint.ifMatch()) {
            statuses.addAll(List.of(412, 428));
        }
        return statuses;
    }

    void addTo(Components components) {
        for (int status : used) {
            components.addResponse(NAMES.get(status), response(status));
        }
        if (components.getResponses() != null) {
            components.setResponses(new TreeMap<>(components.getResponses()));
        }
        components.addSchema("Problem", problem());
        components.addSchema("Violation", violation());
    }

    /** The headers that the responses refer to. */
    Set<String> headers() {
        Set<String> headers = new TreeSet<>();
        if (used.contains(401)) {
            headers.add("WWW-Authenticate");
        }
        if (used.contains(409) || used.contains(429)) {
            headers.add("Retry-After");
        }
        return headers;
    }

    private static APIResponse response(int status) {
        var types = Arrays.stream(ProblemType.values())
                .filter(type -> type.status() == status)
                .toList();
        var description = types.stream()
                .map(type -> "`" + type.slug() + "` " + type.title().zh() + " · "
                        + type.title().en())
                .collect(Collectors.joining("; "));
        var media = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .example(example(types.get(0)));
        var response = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
        if (status == 401) {
            response.addHeader("WWW-Authenticate", OASFactory.createHeader().ref("WWW-Authenticate"));
        }
        if (status == 409 || status == 429) {
            response.addHeader("Retry-After", OASFactory.createHeader().ref("Retry-After"));
        }
        return response;
    }

    private static Map<String, Object> example(ProblemType type) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri());
        example.put("title", type.title().zh());
        example.put("status", type.status());
        example.put("detail", type.title().zh());
        example.put("instance", "/api/v1/cases");
        example.put("code", type.slug());
        if (type == ProblemType.INVALID) {
            Map<String, Object> violation = new LinkedHashMap<>();
            violation.put("pointer", "/conduct/from");
            violation.put("code", "malformed-date");
            violation.put("message", "应为形如 2026-03-01 的日期");
            example.put("detail", "共有 1 处不符合要求");
            example.put("violations", List.of(violation));
        }
        return example;
    }

    private static Schema problem() {
        var types = new ArrayList<Object>();
        Arrays.stream(ProblemType.values()).map(ProblemType::uri).forEach(types::add);
        return object("RFC 9457 问题说明,另可有该类型特有的成员 · problem details, with further members of the type")
                .addProperty(
                        "type",
                        string("问题类型,取值可能增加 · the problem type, further ones may come")
                                .examples(types))
                .addProperty("title", string("类型的简要说明 · summary of the type"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .description("HTTP 状态码 · the HTTP status"))
                .addProperty("detail", string("本次的具体原因 · what went wrong this time"))
                .addProperty("instance", string("请求的路径 · the request's path"))
                .addProperty("code", string("稳定代码,客户端据此判断 · stable code to branch on"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("全部不符合要求之处 · everything wrong with the content")
                                .items(OASFactory.createSchema().ref("Violation")))
                .required(List.of("type", "title", "status", "detail", "instance", "code"));
    }

    private static Schema violation() {
        return object("一处不符合要求 · one thing wrong with the request")
                .addProperty(
                        "pointer",
                        string("请求内容中的 JSON Pointer,或 query/名称、path/名称、header/名称"
                                + " · JSON Pointer into the body, or query/, path/, header/ and a name"))
                .addProperty("code", string("稳定代码 · stable code"))
                .addProperty("message", string("说明 · what is wrong and how to mend it"))
                .required(List.of("pointer", "code", "message"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema string(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
