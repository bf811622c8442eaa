package org.rongcuo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the contract's examples from real calls: the first success of an operation that has none yet. Runs only when
 * asked, with {@code -Drongcuo.contract.update=true}.
 */
final class ExampleRecorder implements Filter {
    static final boolean ASKED = Boolean.getBoolean("rongcuo.contract.update");
    static final ExampleRecorder INSTANCE = new ExampleRecorder();

    private static final Path EXAMPLES = Path.of("src/main/resources/openapi/examples");
    /** Longer lists are shortened: an example shows the shape. */
    private static final int LONGEST_LIST = 2;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ExampleRecorder() {}

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        if (response.statusCode() / 100 == 2) {
            try {
                var operation = ContractOperations.named(request);
                if (operation != null) {
                    record(operation.id(), request.getBody(), response);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return response;
    }

    private void record(String operation, Object body, Response response) throws IOException {
        if (body instanceof String text && text.startsWith("{")) {
            write(operation + ".request.json", text);
        }
        var type = response.contentType();
        if (type != null && type.startsWith("application/json")) {
            write(operation + ".response.json", response.asString());
        }
    }

    private void write(String name, String json) throws IOException {
        var file = EXAMPLES.resolve(name);
        if (Files.notExists(file)) {
            Files.createDirectories(EXAMPLES);
            Files.writeString(file, mapper.writeValueAsString(shortened(mapper.readTree(json))) + "\n");
        }
    }

    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > LONGEST_LIST) {
                array.remove(array.size() - 1);
            }
        }
        node.forEach(ExampleRecorder::shortened);
        return node;
    }
}
