package org.rongcuo.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class HttpFoundationsTest {
    @TestHTTPResource("/")
    URI root;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void smoke() throws Exception {
        show("GET", "/problems/not-found", null);
        show("GET", "/problems/nope", null);
        show("GET", "/nowhere", null, "Accept", "text/html");
        show("GET", "/q/nowhere", null, "Accept", "text/html");
        show("DELETE", "/problems", null);
        show("OPTIONS", "/problems", null);
        show("HEAD", "/problems", null);
        show("GET", "/problems", null, "Accept", "text/html");
        show("POST", "/edges/body", "{\"name\":", "Content-Type", "application/json");
        show("POST", "/edges/body", "{\"name\":1}", "Content-Type", "text/plain");
        show("POST", "/edges/body", "{\"name\":1}");
        show("POST", "/edges/body", "[]", "Content-Type", "application/json");
        show("POST", "/edges/body", "", "Content-Type", "application/json");
        show(
                "POST",
                "/edges/body",
                "{\"name\":5,\"role\":\"KING\",\"on\":\"2026-02-30\",\"at\":7,\"id\":\"x\",\"count\":\"5\",\"inner\":{\"amount\":\"1\",\"filed\":1,\"huh\":[1,{}]},\"list\":[1,\"2\",2.5,null],\"inners\":[{},{\"amount\":1e999999999}],\"facts\":{\"a\":{\"b\":[1e999999999,\"\\u0000\"]}},\"x\":1, \"primitive\":\"7\"}",
                "Content-Type",
                "application/json");
        show("POST", "/edges/body", "{\"name\":5,\"name\":6}", "Content-Type", "application/json");
        show("POST", "/edges/unvalidated", "{\"name\":5}", "Content-Type", "application/json");
        show("GET", "/edges/items/x", null);
        show("GET", "/edges/items/01980000-0000-7000-8000-000000000001?on=yesterday", null);
        show("GET", "/edges/items/01980000-0000-7000-8000-000000000001?role=KING", null);
        show("GET", "/edges/items/01980000-0000-7000-8000-000000000001?roles=KING", null);
        show("GET", "/edges/items/01980000-0000-7000-8000-000000000001?roles=HANDLER&limit=x", null);
        show("GET", "/edges/items/01980000-0000-7000-8000-000000000001?roles=HANDLER&limit=300", null);
        show("GET", "/edges/items/01980000-0000-7000-8000-000000000001?roles=HANDLER", null, "Test-Number", "x");
        show("GET", "/edges/boom", null);
        show("GET", "/edges/teapot", null, "Accept-Language", "en");
        show("GET", "/edges/whoami", null);
        show("GET", "/edges/whoami", null, "Authorization", "Basic aW1wb3N0b3I6eA==");
        show("GET", "/edges/members", null);
        show("POST", "/edges/unique", "{}", "Content-Type", "application/json");
        show("POST", "/edges/xml", "x".repeat(3000000), "Content-Type", "application/xml");
        show("POST", "/edges/things", "{}", "Content-Type", "application/json");
        show("POST", "/edges/things", "{\"name\":\"a\"}", "Content-Type", "application/json", "Idempotency-Key", "k");
        assertEquals(1, 1);
    }

    private void show(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        System.out.println("### " + method + " " + path + " -> " + response.statusCode() + " "
                + response.headers().map() + "\n" + response.body());
    }
}
