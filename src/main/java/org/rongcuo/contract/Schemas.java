package org.rongcuo.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.rongcuo.shared.Page;
import org.rongcuo.shared.Text;

/** Puts the schemas in order: bilingual texts are plain strings, enums say what their values mean, names are sorted. */
final class Schemas {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final String TEXT = "#/components/schemas/" + Text.class.getName();

    private final IndexView index;
    private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Schemas(IndexView index) {
        this.index = index;
    }

    void tidy(OpenAPI document) {
        var components = document.getComponents();
        Map<String, Schema> schemas =
                components.getSchemas() == null ? new TreeMap<>() : new TreeMap<>(components.getSchemas());
        schemas.remove(Text.class.getName());
        schemas.forEach(this::explain);
        schemas.values().forEach(this::walk);
        answered(document, schemas).forEach(name -> require(name, schemas.get(name)));
        components.setSchemas(schemas);
        document.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(this::walk));
    }

    /** The schemas that only answers use; what requests must hold is said by their constraints. */
    private static Set<String> answered(OpenAPI document, Map<String, Schema> schemas) {
        Set<String> answers = new TreeSet<>();
        Set<String> requests = new TreeSet<>();
        for (var item : document.getPaths().getPathItems().values()) {
            for (var operation : item.getOperations().values()) {
                if (operation.getRequestBody() != null) {
                    reach(operation.getRequestBody().getContent(), schemas, requests);
                }
                operation.getResponses().getAPIResponses().values().stream()
                        .map(APIResponse::getContent)
                        .forEach(content -> reach(content, schemas, answers));
            }
        }
        answers.removeAll(requests);
        return answers;
    }

    private static void reach(Content content, Map<String, Schema> schemas, Set<String> reached) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> reach(media.getSchema(), schemas, reached));
        }
    }

    private static void reach(Schema schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            var name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (schemas.containsKey(name) && reached.add(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        reach(schema.getItems(), schemas, reached);
        reach(schema.getAdditionalPropertiesSchema(), schemas, reached);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(each -> reach(each, schemas, reached));
        }
        parts(schema).forEach(each -> reach(each, schemas, reached));
    }

    /** Every component of an answer's record is there, unless it is {@code @Nullable}. */
    private void require(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        index.getKnownClasses().stream()
                .filter(each -> each.isRecord() && each.name().toString().startsWith("org.rongcuo."))
                .filter(each -> name.equals(schemaName(each))
                        || name.startsWith("Page") && each.name().toString().equals(Page.class.getName()))
                .filter(each ->
                        each.recordComponents().size() == schema.getProperties().size())
                .findFirst()
                .ifPresent(record -> schema.setRequired(record.recordComponentsInDeclarationOrder().stream()
                        .filter(component ->
                                !component.type().hasAnnotation(NULLABLE) && !component.hasAnnotation(NULLABLE))
                        .map(RecordComponentInfo::name)
                        .filter(schema.getProperties()::containsKey)
                        .sorted()
                        .toList()));
    }

    /** The name that a type has in the contract: its own, unless {@code @Schema(name)} gives it another. */
    private static String schemaName(ClassInfo type) {
        var annotation = type.declaredAnnotation(SCHEMA);
        var name = annotation == null ? null : annotation.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    private void walk(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> walk(parameter.getSchema()));
        }
        if (operation.getRequestBody() != null) {
            walk(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> walk(response.getContent()));
    }

    private void walk(Content content) {
        if (content != null) {
            content.getMediaTypes().values().forEach(media -> walk(media.getSchema()));
        }
    }

    private void walk(Schema schema) {
        if (schema == null || !seen.add(schema)) {
            return;
        }
        if (TEXT.equals(schema.getRef())) {
            schema.setRef(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
        }
        if (schema.getMultipleOf() != null) {
            decimals(schema);
        }
        walk(schema.getItems());
        walk(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::walk);
        }
        parts(schema).forEach(this::walk);
    }

    /** Says in words what {@code multipleOf: 0.0001} would: validators that compute in doubles refuse 5.2 by it. */
    private static void decimals(Schema schema) {
        var decimals = schema.getMultipleOf().stripTrailingZeros().scale();
        var words = "最多 " + decimals + " 位小数 · at most " + decimals + " decimals";
        schema.setMultipleOf(null);
        schema.setDescription(schema.getDescription() == null ? words : schema.getDescription() + "; " + words);
    }

    private static Collection<Schema> parts(Schema schema) {
        Collection<Schema> parts = new ArrayList<>();
        for (var each : Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            if (each != null) {
                parts.addAll(each);
            }
        }
        return parts;
    }

    /** Gives an enum's schema the labels of its constants, where the enum has a {@code label()}. */
    private void explain(String name, Schema schema) {
        if (schema.getEnumeration() == null || schema.getEnumeration().isEmpty()) {
            return;
        }
        index.getKnownClasses().stream()
                .filter(ClassInfo::isEnum)
                .filter(each ->
                        schemaName(each).equals(name) && each.name().toString().startsWith("org.rongcuo."))
                .map(Schemas::labels)
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .ifPresent(labels -> schema.setDescription(
                        schema.getDescription() == null ? labels : schema.getDescription() + "\n\n" + labels));
    }

    private static String labels(ClassInfo info) {
        try {
            var type = Class.forName(
                    info.name().toString(), true, Thread.currentThread().getContextClassLoader());
            var label = type.getDeclaredMethod("label");
            label.setAccessible(true);
            var zh = label.getReturnType().getMethod("zh");
            var en = label.getReturnType().getMethod("en");
            List<String> lines = new ArrayList<>();
            for (var constant : type.getEnumConstants()) {
                var text = label.invoke(constant);
                lines.add("`" + ((Enum<?>) constant).name() + "` " + zh.invoke(text) + " · " + en.invoke(text));
            }
            return lines.stream().collect(Collectors.joining("; "));
        } catch (NoSuchMethodException unlabelled) {
            return "";
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("labels of " + info.name(), e);
        }
    }
}
