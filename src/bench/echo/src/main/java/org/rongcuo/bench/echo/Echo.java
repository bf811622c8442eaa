package org.rongcuo.bench.echo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Parses JSON and writes it again. */
@Path("/echo")
public class Echo {
    @POST
    public JsonNode echo(JsonNode body) {
        return body;
    }
}
