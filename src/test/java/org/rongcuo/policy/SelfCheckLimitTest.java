package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/** The allowance of anonymous callers is each address's own: this test spends that of an address nobody else uses. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class SelfCheckLimitTest {
    private static final int ALLOWANCE = 60;

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndOthersAreServed() throws IOException {
        var answered = 0;
        var answer = ask("127.0.0.77", "");
        while (status(answer) != 429) {
            assertEquals(422, status(answer), answer);
            answered++;
            assertTrue(answered < 4 * ALLOWANCE, "no limit");
            answer = ask("127.0.0.77", "");
        }
        assertTrue(answered >= ALLOWANCE, "only " + answered + " answered");
        assertTrue(answer.toLowerCase().contains("content-type: application/problem+json"), answer);
        assertTrue(answer.toLowerCase().matches("(?s).*\r\nretry-after: [1-9][0-9]?\r\n.*"), answer);
        assertTrue(answer.contains("\"code\":\"too-many-requests\""), answer);
        assertEquals(422, status(ask("127.0.0.78", "")), "another address has its own allowance");
        var login = "Authorization: Basic "
                + java.util.Base64.getEncoder()
                        .encodeToString("handler.330922:rongcuo".getBytes(StandardCharsets.UTF_8))
                + "\r\n";
        assertEquals(422, status(ask("127.0.0.77", login)), "with login there is no such limit");
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /** Sends an empty question from a local address. */
    private static String ask(String from, String header) throws IOException {
        try (var socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/evaluations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
