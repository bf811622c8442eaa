package org.rongcuo.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * The examples of requests and answers, from {@code openapi/examples/<operationId>.request.json} (or {@code .xml}) and
 * {@code <operationId>.response.json} among the resources.
 */
final class Examples {
    private static final String FOLDER = "openapi/examples/";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Examples() {}

    static void attach(Operation operation) {
        var id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            attach(operation.getRequestBody().getContent(), id + ".request");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                attach(response.getContent(), id + ".response");
            }
        });
    }

    private static void attach(Content content, String name) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((type, media) -> {
            if (type.endsWith("json")) {
                text(name + ".json").map(text -> json(text, name)).ifPresent(media::setExample);
            } else if (type.endsWith("xml")) {
                text(name + ".xml").ifPresent(media::setExample);
            }
        });
    }

    private static Object json(String text, String name) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(FOLDER + name + ".json is no JSON", e);
        }
    }

    private static Optional<String> text(String name) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
