package org.rongcuo.shared;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which methods an address has. The framework's 405 comes without the {@code Allow} header that RFC 9110 §15.5.6
 * demands, and its routing tables are not open to ask.
 */
@Singleton
class AllowedMethods {
    private record Endpoint(Pattern path, String method) {}

    private final BeanManager beans;
    private volatile List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** The methods of a path, as the {@code Allow} header lists them. */
    String of(String path) {
        Set<String> methods = new TreeSet<>();
        for (var endpoint : endpoints()) {
            if (endpoint.path.matcher(path).matches()) {
                methods.add(endpoint.method);
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private List<Endpoint> endpoints() {
        if (endpoints == null) {
            List<Endpoint> found = new ArrayList<>();
            for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
                var root = bean.getBeanClass().getAnnotation(Path.class);
                if (root != null) {
                    for (var method : bean.getBeanClass().getDeclaredMethods()) {
                        endpoint(root.value(), method, found);
                    }
                }
            }
            endpoints = List.copyOf(found);
        }
        return endpoints;
    }

    private static void endpoint(String root, Method method, List<Endpoint> found) {
        for (var annotation : method.getAnnotations()) {
            var http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                var path = method.getAnnotation(Path.class);
                var template = root + "/" + (path == null ? "" : path.value());
                found.add(new Endpoint(pattern(template), http.value()));
            }
        }
    }

    /** {@code /a/{b}/c} and {@code /a/{b:regex}} as a pattern; a trailing slash makes no difference. */
    private static Pattern pattern(String template) {
        var segments = Arrays.stream(template.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> {
                    if (!segment.startsWith("{")) {
                        return Pattern.quote(segment);
                    }
                    var colon = segment.indexOf(':');
                    return colon < 0
                            ? "[^/]+"
                            : segment.substring(colon + 1, segment.length() - 1).strip();
                })
                .collect(Collectors.joining("/"));
        return Pattern.compile("/+" + segments + "/*");
    }
}
