package org.rongcuo;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.Test;
import org.rongcuo.access.Allowed;
import org.rongcuo.access.Anonymous;
import org.rongcuo.shared.IfMatch;
import org.rongcuo.shared.StoresNothing;
import org.rongcuo.shared.Validation;
import org.rongcuo.shared.Writes;

/** Walks every endpoint of the product. Looks at declared methods: one that is not public is silently no endpoint. */
class RestConventionsTest {
    /** POSTs that only compute. An operation that is added here must store nothing at all. */
    private static final Set<String> STORE_NOTHING =
            Set.of("evaluate", "runTests", "tryVersion", "previewPaperTemplate");

    /** Addresses outside the versioned base: the {@code type} of a problem leads there. */
    private static final Set<String> OUTSIDE_BASE = Set.of("/problems");

    private static final List<Class<? extends Annotation>> PARAMETERS = List.of(
            PathParam.class,
            QueryParam.class,
            HeaderParam.class,
            BeanParam.class,
            FormParam.class,
            RestForm.class,
            Context.class);

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyEndpointKeepsTheConventions() {
        var resources = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.rongcuo").stream()
                        .filter(RestConventionsTest::hasEndpoints)
                        .toList();
        assertFalse(resources.isEmpty(), "no resource found");
        Set<String> ids = new TreeSet<>();
        for (var resource : resources) {
            check(resource, ids);
        }
        for (var listed : STORE_NOTHING) {
            demand(ids.contains(listed), "STORE_NOTHING", "lists " + listed + ", which is no operation");
        }
        assertTrue(faults.isEmpty(), () -> faults.size() + " fault(s):\n" + String.join("\n", faults));
    }

    private static boolean hasEndpoints(JavaClass type) {
        return type.isAnnotatedWith(Path.class)
                || type.getMethods().stream().anyMatch(each -> each.isMetaAnnotatedWith(HttpMethod.class));
    }

    private void check(JavaClass resource, Set<String> ids) {
        var type = resource.reflect();
        var name = type.getSimpleName();
        demand(name.endsWith("Resource"), name, "is to be named XResource");
        demand(!Modifier.isPublic(type.getModifiers()), name, "is to be package-private");
        demand(type.isAnnotationPresent(Path.class), name, "has endpoints but no @Path");
        if (type.isAnnotationPresent(Path.class)) {
            var path = type.getAnnotation(Path.class).value();
            demand(
                    path.startsWith("/api/v1") || OUTSIDE_BASE.contains(path),
                    name,
                    "stands at " + path + ", not under /api/v1");
        }
        for (var method : type.getDeclaredMethods()) {
            if (httpMethod(method) != null) {
                endpoint(resource, method, ids);
            }
        }
    }

    private void endpoint(JavaClass resource, Method method, Set<String> ids) {
        var where = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        demand(Modifier.isPublic(method.getModifiers()), where, "is not public, so it is no endpoint");
        demand(
                method.isAnnotationPresent(Allowed.class) != method.isAnnotationPresent(Anonymous.class),
                where,
                "is to bear exactly one of @Allowed and @Anonymous");
        var operation = method.getAnnotation(Operation.class);
        demand(operation != null, where, "bears no @Operation");
        if (operation != null) {
            demand(ids.add(operation.operationId()), where, "operationId stands twice: " + operation.operationId());
            demand(operation.operationId().matches("[a-z][a-zA-Z0-9]+"), where, "has no operationId in camelCase");
            demand(
                    operation.summary().matches(".*\\p{IsHan}.* · .*[A-Za-z].*"),
                    where,
                    "has no summary \"中文 · English\"");
        }
        var produces = annotation(method, Produces.class);
        demand(method.getReturnType() == void.class || produces != null, where, "has no @Produces");
        parameters(method, where);
        if (!Set.of("GET", "HEAD", "OPTIONS").contains(httpMethod(method).value())) {
            writing(resource, method, where);
        } else {
            demand(!method.isAnnotationPresent(IfMatch.class), where, "bears @IfMatch but writes nothing");
        }
    }

    private void parameters(Method method, String where) {
        for (var parameter : method.getParameters()) {
            demand(
                    !parameter.isAnnotationPresent(Valid.class),
                    where,
                    "has @Valid on a parameter: validation comes after authorisation, in Writes or Validation");
            demand(
                    Arrays.stream(parameter.getAnnotations()).noneMatch(RestConventionsTest::constraint),
                    where,
                    "has a constraint on a parameter: it would be checked before authorisation");
            if (isBody(parameter)) {
                var consumes = annotation(method, Consumes.class);
                demand(consumes != null, where, "takes a body without @Consumes");
                body(parameter, where);
            }
        }
    }

    private void body(Parameter parameter, String where) {
        var type = parameter.getType();
        if (type == byte[].class || type == InputStream.class) {
            return;
        }
        demand(type.isRecord(), where, "takes a body that is no record: " + type.getSimpleName());
        components(type, where, new HashSet<>());
    }

    private void components(Class<?> type, String where, Set<Class<?>> seen) {
        if (!type.isRecord() || !seen.add(type)) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            component(component, where + " body " + type.getSimpleName() + "." + component.getName(), seen);
        }
    }

    private void component(RecordComponent component, String where, Set<Class<?>> seen) {
        var type = component.getType();
        // The annotations of a component stand on the field too; there they are always kept.
        var annotated = field(component);
        demand(!type.isPrimitive(), where, "is primitive: absent and null would read as zero");
        if (type.isRecord()) {
            demand(annotated.isAnnotationPresent(Valid.class), where, "is a nested record without @Valid");
            components(type, where, seen);
        } else if (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)) {
            demand(bounded(annotated), where, "is a collection without @Size");
            elements(component, annotated, where, seen);
        } else if (type == String.class || Number.class.isAssignableFrom(type)) {
            // An Object is an answer to an item; the book that asks it bounds it, with all others at once.
            demand(bounded(annotated), where, "is unbounded: give it @Size, @Pattern, @Digits, @Min, @Max …");
        }
    }

    private void elements(RecordComponent component, AnnotatedElement annotated, String where, Set<Class<?>> seen) {
        if (!(component.getAnnotatedType() instanceof AnnotatedParameterizedType parameterized)) {
            return;
        }
        for (var argument : parameterized.getAnnotatedActualTypeArguments()) {
            if (argument.getType() instanceof Class<?> element && element.isRecord()) {
                demand(
                        argument.isAnnotationPresent(Valid.class) || annotated.isAnnotationPresent(Valid.class),
                        where,
                        "holds records without @Valid");
                components(element, where, seen);
            } else if (argument.getType() == String.class) {
                demand(bounded(argument), where, "holds unbounded texts: write List<@NotNull @Size(max = …) String>");
            }
        }
    }

    private static AnnotatedElement field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean bounded(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(each -> constraint(each)
                        && !(each instanceof NotNull)
                        && !each.annotationType().getSimpleName().startsWith("Not"));
    }

    private static boolean constraint(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(Constraint.class);
    }

    private void writing(JavaClass resource, Method method, String where) {
        var reached = reached(resource, method);
        if (method.isAnnotationPresent(StoresNothing.class) || method.isAnnotationPresent(Anonymous.class)) {
            var id = method.isAnnotationPresent(Operation.class)
                    ? method.getAnnotation(Operation.class).operationId()
                    : "";
            demand(STORE_NOTHING.contains(id) || calls(reached, Writes.class, null), where, "is not in STORE_NOTHING");
            demand(
                    Arrays.stream(method.getParameters()).noneMatch(RestConventionsTest::isBody)
                            || calls(reached, Validation.class, "valid")
                            || calls(reached, Writes.class, null),
                    where,
                    "does not validate its body");
            demand(
                    !(method.isAnnotationPresent(StoresNothing.class) && calls(reached, Writes.class, null)),
                    where,
                    "bears @StoresNothing and writes");
            return;
        }
        demand(method.getReturnType() == Response.class, where, "is to return the Response that Writes makes");
        demand(calls(reached, Writes.class, null), where, "does not go through Writes");
        demand(
                calls(reached, Writes.class, "act") == method.isAnnotationPresent(IfMatch.class),
                where,
                "is to bear @IfMatch exactly when it calls Writes.act");
    }

    /** What a method calls, itself or through other methods of its class. */
    private static Set<JavaMethodCall> reached(JavaClass resource, Method method) {
        Set<JavaMethodCall> calls = new HashSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        resource.getMethods().stream()
                .filter(each -> each.reflect().equals(method))
                .forEach(each -> collect(each, calls, seen));
        return calls;
    }

    private static void collect(JavaCodeUnit unit, Set<JavaMethodCall> calls, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) {
            return;
        }
        for (var call : unit.getMethodCallsFromSelf()) {
            calls.add(call);
            if (call.getTargetOwner().equals(unit.getOwner())) {
                call.getTarget().resolveMember().ifPresent(target -> collect(target, calls, seen));
            }
        }
    }

    private static boolean calls(Set<JavaMethodCall> calls, Class<?> owner, String name) {
        return calls.stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner)
                        && (name == null || call.getName().equals(name)));
    }

    private static boolean isBody(Parameter parameter) {
        return PARAMETERS.stream().noneMatch(parameter::isAnnotationPresent)
                && parameter.getType() != jakarta.ws.rs.core.UriInfo.class;
    }

    private static <A extends Annotation> A annotation(Method method, Class<A> type) {
        return method.isAnnotationPresent(type)
                ? method.getAnnotation(type)
                : method.getDeclaringClass().getAnnotation(type);
    }

    private static HttpMethod httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
    }

    private void demand(boolean fine, String where, String fault) {
        if (!fine) {
            faults.add(where + " " + fault);
        }
    }
}
