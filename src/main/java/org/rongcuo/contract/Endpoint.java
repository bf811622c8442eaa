package org.rongcuo.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** What an endpoint's Java method says about it. */
record Endpoint(MethodInfo method) {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName ALLOWED = DotName.createSimple("org.rongcuo.access.Allowed");
    private static final DotName ANONYMOUS = DotName.createSimple("org.rongcuo.access.Anonymous");
    private static final DotName IF_MATCH = DotName.createSimple("org.rongcuo.shared.IfMatch");
    private static final DotName ETAGGED = DotName.createSimple("org.rongcuo.shared.ETagged");
    private static final DotName STORES_NOTHING = DotName.createSimple("org.rongcuo.shared.StoresNothing");
    private static final DotName POST = DotName.createSimple("jakarta.ws.rs.POST");
    private static final Set<DotName> WRITING =
            Set.of(POST, DotName.createSimple("jakarta.ws.rs.PUT"), DotName.createSimple("jakarta.ws.rs.DELETE"));

    /** Every endpoint with an operation id, by that id. */
    static Map<String, Endpoint> all(IndexView index) {
        Map<String, Endpoint> found = new TreeMap<>();
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            var id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                var endpoint = new Endpoint(operation.target().asMethod());
                var twice = found.put(id.asString(), endpoint);
                // The index is made of several that may hold the same class.
                if (twice != null && !twice.where().equals(endpoint.where())) {
                    throw new IllegalStateException("operationId " + id.asString() + " stands twice: " + twice.where()
                            + " and " + endpoint.where());
                }
            }
        }
        return found;
    }

    private String where() {
        return method.declaringClass().name() + "." + method.name() + method.descriptor();
    }

    /** The feature of the package's last segment. */
    String feature() {
        return Features.of(method.declaringClass().name().packagePrefixName().withoutPackagePrefix());
    }

    boolean anonymous() {
        return method.hasAnnotation(ANONYMOUS);
    }

    /** The roles named, none meaning every registered person. */
    List<String> roles() {
        var allowed = method.annotation(ALLOWED);
        var value = allowed == null ? null : allowed.value();
        return value == null ? List.of() : Arrays.asList(value.asEnumArray());
    }

    /** The roles as the {@code x-roles} extension lists them. */
    List<String> xRoles() {
        return roles().isEmpty() ? List.of("ANY") : roles();
    }

    boolean writes() {
        return WRITING.stream().anyMatch(method::hasAnnotation) && !storesNothing();
    }

    boolean storesNothing() {
        return method.hasAnnotation(STORES_NOTHING);
    }

    boolean needsIdempotencyKey() {
        return method.hasAnnotation(POST) && !anonymous() && !storesNothing();
    }

    boolean ifMatch() {
        return method.hasAnnotation(IF_MATCH);
    }

    boolean etag() {
        return ifMatch() || method.hasAnnotation(ETAGGED);
    }
}
