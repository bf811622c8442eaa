package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds every JSON answer that a test meets against the contract: members required, types, enums. */
final class AnswersFitTheContract implements Filter {
    static final AnswersFitTheContract INSTANCE = new AnswersFitTheContract();

    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();
    private JsonNode contract;

    private AnswersFitTheContract() {}

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        var type = response.contentType();
        if (type != null && type.startsWith("application/json")) {
            var operation = ContractOperations.named(request);
            if (operation != null) {
                check(operation, response);
            }
        }
        return response;
    }

    private void check(ContractOperations.Operation operation, Response response) {
        try {
            var faults = schemas.computeIfAbsent(
                            operation.id() + " " + response.statusCode(),
                            key -> schema(operation, response.statusCode()))
                    .validate(mapper.readTree(response.asByteArray()));
            assertTrue(faults.isEmpty(), () -> operation.id() + " " + response.statusCode() + ": " + faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonSchema schema(ContractOperations.Operation operation, int status) {
        var schema = operation.node().at("/responses/" + status + "/content/application~1json/schema");
        assertTrue(
                schema.isObject(),
                operation.id() + " answers " + status + " with JSON, which the contract does not say");
        ObjectNode whole = schema.deepCopy();
        whole.set("components", contract().get("components"));
        return factory.getSchema(whole);
    }

    private synchronized JsonNode contract() {
        if (contract == null) {
            try {
                contract =
                        mapper.readTree(Path.of("target/openapi/openapi.json").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contract;
    }
}
