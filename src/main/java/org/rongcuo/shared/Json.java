package org.rongcuo.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {};

    /** The largest integer up to which every integer is a double of its own (RFC 8785 §3.2.2.3, RFC 7493 §2.2). */
    private static final BigInteger LARGEST_SAFE = BigInteger.valueOf((1L << 53) - 1);
    /** Decimals whose exponent is beyond this are written with it: the plain form of 1E1000000000 fills the memory. */
    private static final int LARGEST_PLAIN_SCALE = 100;

    private Json() {}

    /** The value as stored JSON text. */
    public static String write(Object value) {
        try {
            return STORED.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not serialisable: " + value.getClass(), e);
        }
    }

    /** The value as stored JSON text, in UTF-8. */
    public static byte[] bytes(Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads stored JSON text back. */
    public static <T> T read(String json, Class<T> type) {
        try {
            return STORED.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is not a " + type.getSimpleName(), e);
        }
    }

    /** The members of a stored JSON object, in order. */
    public static Map<String, Object> members(String json) {
        try {
            return STORED.readValue(json, MEMBERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is not an object", e);
        }
    }

    /** The value as a tree. */
    public static JsonNode tree(Object value) {
        return STORED.valueToTree(value);
    }

    /**
     * The canonical form (RFC 8785): equal values, equal bytes. Decimals stand as strings without trailing zeros, as do
     * integers beyond 2^53-1, so the form read back and made canonical again is the same.
     */
    public static String canonical(Object value) {
        try {
            return new JsonCanonicalizer(STORED.writeValueAsString(exact(tree(value)))).getEncodedString();
        } catch (IOException e) {
            throw new IllegalStateException("not serialisable: " + value.getClass(), e);
        }
    }

    /** The canonical form's UTF-8 bytes. */
    public static byte[] canonicalBytes(Object value) {
        return canonical(value).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode exact(JsonNode node) {
        if (node.isObject()) {
            var members = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> members.set(member.getKey(), exact(member.getValue())));
            return members;
        }
        if (node.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(item -> items.add(exact(item)));
            return items;
        }
        if (node.isFloatingPointNumber()) {
            return TextNode.valueOf(decimal(node));
        }
        if (node.isIntegralNumber() && node.bigIntegerValue().abs().compareTo(LARGEST_SAFE) > 0) {
            return TextNode.valueOf(node.asText());
        }
        return node;
    }

    private static String decimal(JsonNode node) {
        if (!node.isBigDecimal() && !Double.isFinite(node.doubleValue())) {
            throw new IllegalStateException("not a number of JSON: " + node);
        }
        var shortest = node.decimalValue().stripTrailingZeros();
        return Math.abs(shortest.scale()) <= LARGEST_PLAIN_SCALE ? shortest.toPlainString() : shortest.toString();
    }
}
