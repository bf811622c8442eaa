package org.rongcuo.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionLikeType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapLikeType;
import com.fasterxml.jackson.databind.type.MapType;
import io.quarkus.arc.Arc;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * JSON as the API speaks it. Answers: texts in the caller's language, decimals plain, nothing null. Requests: nothing
 * is coerced, nothing unknown is dropped, no name stands twice, and everything wrong is collected before anything is
 * refused.
 */
@Singleton
class RestJson implements ObjectMapperCustomizer {
    private static final int DEEPEST = 100;

    private final CallerLanguage language;
    private final BodyViolations violations;

    RestJson(CallerLanguage language, BodyViolations violations) {
        this.language = language;
        this.violations = violations;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        mapper.enable(
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.setConfig(mapper.getDeserializationConfig().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES));
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
        mapper.addHandler(new UnknownNames());
        mapper.registerModule(new SimpleModule("rongcuo")
                .addSerializer(new TextSerializer(language))
                .setDeserializerModifier(new Collecting()));
    }

    /** The violations of the body being read, null when JSON is read for another purpose. */
    private BodyViolations reading() {
        return Arc.container().requestContext().isActive() && violations.reading() ? violations : null;
    }

    private final class UnknownNames extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String name)
                throws IOException {
            var found = reading();
            if (found == null) {
                return false;
            }
            found.add(Violation.at(
                    parser.getParsingContext().pathAsPointer().toString(),
                    "unknown-member",
                    "没有名为「" + name + "」的成员",
                    "there is no member \"" + name + "\""));
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdKey(DeserializationContext context, Class<?> type, String key, String message)
                throws IOException {
            var found = reading();
            if (found == null) {
                return NOT_HANDLED;
            }
            var pointer =
                    context.getParser().getParsingContext().pathAsPointer().toString();
            found.add(Expected.of(type).violation(pointer));
            return null;
        }
    }

    /** Puts a {@link CollectingDeserializer} around every deserializer. */
    private final class Collecting extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        private JsonDeserializer<?> around(JsonDeserializer<?> deserializer, JavaType type) {
            return new CollectingDeserializer(deserializer, Expected.of(type.getRawClass()), RestJson.this::reading);
        }

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
            return around(deserializer, description.getType());
        }

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return around(deserializer, type);
        }

        @Override
        public JsonDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config,
                ArrayType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return around(deserializer, type);
        }

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return around(deserializer, type);
        }

        @Override
        public JsonDeserializer<?> modifyCollectionLikeDeserializer(
                DeserializationConfig config,
                CollectionLikeType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return around(deserializer, type);
        }

        @Override
        public JsonDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config,
                MapType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return around(deserializer, type);
        }

        @Override
        public JsonDeserializer<?> modifyMapLikeDeserializer(
                DeserializationConfig config,
                MapLikeType type,
                BeanDescription description,
                JsonDeserializer<?> deserializer) {
            return around(deserializer, type);
        }
    }

    private static final class TextSerializer extends StdSerializer<Text> {
        private final transient CallerLanguage language;

        TextSerializer(CallerLanguage language) {
            super(Text.class);
            this.language = language;
        }

        @Override
        public void serialize(Text text, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(text.in(language.now()));
        }
    }
}
