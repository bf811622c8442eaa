package org.rongcuo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.specification.FilterableRequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The operations of the contract as the build wrote it, found by method and address. */
final class ContractOperations {
    private static List<Operation> operations;

    private ContractOperations() {}

    /** @param call method and address as a pattern; @param node the operation in the contract */
    record Operation(String id, Pattern call, JsonNode node) {}

    /** The operation that a request calls, null for none of the contract's. */
    static Operation named(FilterableRequestSpecification request) {
        var call = request.getMethod() + " " + URI.create(request.getURI()).getPath();
        return all().stream()
                .filter(operation -> operation.call.matcher(call).matches())
                .findFirst()
                .orElse(null);
    }

    private static synchronized List<Operation> all() {
        if (operations == null) {
            operations = new ArrayList<>();
            try {
                var paths = new ObjectMapper()
                        .readTree(Path.of("target/openapi/openapi.json").toFile())
                        .get("paths");
                paths.properties()
                        .forEach(path -> path.getValue().properties().forEach(each -> {
                            if (each.getValue().has("operationId")) {
                                operations.add(new Operation(
                                        each.getValue().get("operationId").asText(),
                                        Pattern.compile(each.getKey().toUpperCase(Locale.ROOT) + " "
                                                + path.getKey().replaceAll("\\{[^}]+}", "[^/]+")),
                                        each.getValue()));
                            }
                        }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            // Fixed addresses before templates.
            operations.sort(
                    Comparator.comparing(operation -> operation.call.pattern().contains("[^/]+")));
        }
        return operations;
    }
}
