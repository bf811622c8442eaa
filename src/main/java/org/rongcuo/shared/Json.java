package org.rongcuo.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * JSON as the product stores it, apart from JSON as it answers: texts keep both languages, decimals exact. The canonical
 * form is RFC 8785 with decimals as strings, since its numbers are doubles and would lose digits.
 */
public final class Json {
    private static final JsonMapper STORED = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();
    private static final ObjectMapper DECIMALS_AS_STRINGS =
            STORED.copy().registerModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimal()));

    private Json() {}

    /** The value as stored JSON text. */
    public static String write(Object value) {
        try {
            return STORED.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not serialisable: " + value.getClass(), e);
        }
    }

    /** Reads stored JSON text back. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return STORED.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is not a " + type.getSimpleName(), e);
        }
    }

    /** The value as a tree. */
    public static JsonNode tree(Object value) {
        return STORED.valueToTree(value);
    }

    /** The canonical form (RFC 8785), decimals as strings: equal values, equal bytes. */
    public static String canonical(Object value) {
        try {
            return new JsonCanonicalizer(DECIMALS_AS_STRINGS.writeValueAsString(value)).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("not serialisable: " + value.getClass(), e);
        }
    }

    /** The canonical form's UTF-8 bytes. */
    public static byte[] canonicalBytes(Object value) {
        return canonical(value).getBytes(StandardCharsets.UTF_8);
    }

    private static final class PlainDecimal extends StdSerializer<BigDecimal> {
        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.stripTrailingZeros().toPlainString());
        }
    }
}
