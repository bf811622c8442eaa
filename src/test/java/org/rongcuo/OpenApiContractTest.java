package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract that is committed is the one the build makes, and it is whole. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class OpenApiContractTest {
    private static final Path COMMITTED = Path.of("openapi", "openapi.yaml");
    private static final Path BUILT = Path.of("target", "openapi", "openapi.yaml");
    private static final String UPDATE = "mvn -q test -Dtest=OpenApiContractTest -Drongcuo.contract.update=true";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    @TestHTTPResource("/q/openapi?format=yaml")
    URI served;

    private String built;
    private JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }

        boolean hasParameter(String name) {
            return node.path("parameters").findValuesAsText("$ref").contains("#/components/parameters/" + name);
        }

        boolean anonymous() {
            return node.path("x-roles").toString().equals("[\"ANONYMOUS\"]");
        }
    }

    @BeforeEach
    void read() throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(served).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        built = Files.readString(BUILT);
        document = new YAMLMapper().readTree(built);
        assertEquals(new YAMLMapper().readTree(answer.body()), document, BUILT + " is what the product serves");
    }

    @Test
    void theCommittedFileIsWhatTheBuildMakes() throws IOException {
        if (Boolean.getBoolean("rongcuo.contract.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, built);
            return;
        }
        assertTrue(Files.exists(COMMITTED), COMMITTED + " is missing; write it with: " + UPDATE);
        if (!Files.readString(COMMITTED).equals(built)) {
            var committed = Files.readString(COMMITTED).lines().toList();
            var now = built.lines().toList();
            var line = 0;
            while (line < Math.min(committed.size(), now.size())
                    && committed.get(line).equals(now.get(line))) {
                line++;
            }
            fail("The API no longer is what " + COMMITTED + " says, from line " + (line + 1) + " on: \""
                    + (line < committed.size() ? committed.get(line).strip() : "(end)") + "\" became \""
                    + (line < now.size() ? now.get(line).strip() : "(end)")
                    + "\". If that is meant, write it anew and commit it with the change: " + UPDATE);
        }
    }

    @Test
    void aParserReadsItWithoutComplaint() {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readContents(built, null, options);
        assertEquals(List.of(), parsed.getMessages());
        assertTrue(built.startsWith("---\n") || built.contains("openapi: 3.1"), "OpenAPI 3.1");
        assertFalse(document.has("servers"), "servers are the deployment's, not the contract's");
    }

    @Test
    void everyOperationSaysWhatAClientMustKnow() {
        Set<String> ids = new TreeSet<>();
        for (var operation : operations()) {
            var node = operation.node();
            var id = node.path("operationId").asText();
            check(operation, id.matches("[a-z][a-zA-Z0-9]+"), "operationId in camelCase");
            check(operation, ids.add(id), "an operationId of its own, not " + id);
            check(operation, bilingual(node.path("summary").asText()), "a summary \"中文 · English\"");
            check(operation, node.path("x-roles").size() > 0, "x-roles");
            check(operation, node.path("tags").size() == 1, "one tag");
            check(operation, node.path("security").size() > 0, "security requirements");
            success(operation);
            problems(operation);
        }
        report();
    }

    @Test
    void everyExampleIsThereAndFitsItsSchema() {
        for (var operation : operations()) {
            var request = operation.node().path("requestBody").path("content");
            request.properties().forEach(media -> example(operation, "request", media.getKey(), media.getValue()));
            operation.node().path("responses").properties().forEach(response -> {
                if (response.getKey().startsWith("2")) {
                    response.getValue()
                            .path("content")
                            .properties()
                            .forEach(media -> example(
                                    operation, "response " + response.getKey(), media.getKey(), media.getValue()));
                }
            });
        }
        document.path("components").path("responses").properties().forEach(response -> {
            var media = response.getValue().path("content").path("application/problem+json");
            validate(response.getKey(), media.path("schema"), media.path("example"));
        });
        report();
    }

    /** Two records of one simple name would be told apart by a number, which says nothing to who generates a client. */
    @Test
    void everySchemaHasANameOfItsOwn() {
        document.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(
                        name -> check(name, !name.matches(".*\\d"), "two records share this name: @Schema(name = …)"));
        report();
    }

    @Test
    void noComponentIsUnused() {
        Set<String> used = new TreeSet<>(document.findValuesAsText("$ref"));
        document.path("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                        .fieldNames()
                        .forEachRemaining(name -> check(
                                "components/" + kind.getKey() + "/" + name,
                                used.contains("#/components/" + kind.getKey() + "/" + name),
                                "a use"));
            }
        });
        report();
    }

    private void success(Operation operation) {
        var successes = 0;
        for (var response : operation.node().path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                successes++;
                var content = response.getValue().path("content");
                var whole = response.getKey().equals("204") ? content.isMissingNode() : content.size() > 0;
                check(operation, whole, "a content for " + response.getKey() + " (none for 204)");
                content.forEach(media -> check(operation, media.path("schema").size() > 0, "a response schema"));
            }
        }
        check(operation, successes > 0, "a success response");
    }

    private void problems(Operation operation) {
        Set<Integer> expected = new TreeSet<>(Set.of(401, 406, 500));
        expected.add(operation.anonymous() ? 429 : 403);
        if (operation.path().contains("{")) {
            expected.addAll(Set.of(400, 404));
        }
        if (operation.node().has("requestBody")) {
            expected.addAll(Set.of(400, 413, 415, 422));
        }
        if (operation.hasParameter("Idempotency-Key")) {
            check(operation, operation.method().equals("post"), "no Idempotency-Key but on POST");
            expected.addAll(Set.of(400, 409, 422));
        }
        if (operation.method().equals("put") || operation.method().equals("delete")) {
            expected.add(409);
        }
        if (operation.hasParameter("If-Match")) {
            expected.addAll(Set.of(412, 428));
        }
        for (int status : expected) {
            check(operation, operation.node().path("responses").has(String.valueOf(status)), "status " + status);
        }
        operation.node().path("responses").properties().forEach(response -> {
            if (!response.getKey().startsWith("2")) {
                check(operation, response.getValue().has("$ref"), "a shared response for " + response.getKey());
            }
        });
    }

    private void example(Operation operation, String what, String type, JsonNode media) {
        if (!type.endsWith("json") && !type.endsWith("xml")) {
            return;
        }
        var example = media.path("example");
        check(
                operation,
                !example.isMissingNode(),
                "a " + what + " example: src/main/resources/openapi/examples/"
                        + operation.node().path("operationId").asText() + "."
                        + (what.startsWith("request") ? "request" : "response")
                        + (type.endsWith("json") ? ".json" : ".xml"));
        if (type.endsWith("json") && !example.isMissingNode()) {
            validate(operation + " " + what, media.path("schema"), example);
        }
    }

    /** Stricter than the schema: a member that the schema does not name is taken for a slip of the pen. */
    private void validate(String where, JsonNode schema, JsonNode example) {
        ObjectNode root = new YAMLMapper().createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.putArray("allOf").add(schema.deepCopy());
        ObjectNode components = root.putObject("components");
        components.set("schemas", document.path("components").path("schemas").deepCopy());
        for (JsonNode each : components.path("schemas")) {
            if (each.has("properties") && !each.has("additionalProperties")) {
                ((ObjectNode) each).put("additionalProperties", false);
            }
        }
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(example)
                .forEach(fault -> faults.add(where + ": example " + fault.getMessage()));
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
        assertFalse(operations.isEmpty(), "the contract has operations");
        return operations;
    }

    private static boolean bilingual(String text) {
        return text.matches("(?s).*\\p{IsHan}.* · .*[A-Za-z].*");
    }

    private void check(Object where, boolean fine, String demand) {
        if (!fine) {
            faults.add(where + " lacks " + demand);
        }
    }

    private void report() {
        assertTrue(faults.isEmpty(), () -> faults.size() + " fault(s):\n" + String.join("\n", faults));
    }
}
