package org.rongcuo.console;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.rongcuo.PostgreSQL;

/** The console's pages as a browser gets them. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@TestProfile(ServedConsole.class)
class ConsolePagesTest {
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/console/assets/[^\"]+)\"");
    private static final int MOST_AT_FIRST = 300_000;

    @Test
    void theRootLeadsToTheConsole() {
        for (var path : List.of("/", "/console")) {
            given().redirects().follow(false).get(path).then().statusCode(303).header("Location", equalTo("/console/"));
            given().redirects().follow(false).head(path).then().statusCode(303);
        }
    }

    @Test
    void everyPlaceInTheConsoleIsItsOnePage() {
        var page = page("/console/").asString();
        assertTrue(page.contains("id=\"console\""), page);
        assertEquals(page, page("/console/policies/330922/tolerance/versions/1").asString());
        assertEquals(page, page("/console/login/callback?code=1&state=2").asString());
    }

    @Test
    void aFileThatIsThereIsNoPage() {
        given().get("/console/mark.svg")
                .then()
                .statusCode(200)
                .contentType(startsWith("image/svg+xml"))
                .header("Cache-Control", equalTo("no-cache"));
    }

    private static Response page(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Cache-Control", equalTo("no-cache"))
                .header("Content-Security-Policy", containsString("default-src 'self';"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .response();
    }

    @Test
    void whatBearsItsHashIsKeptForAYear() {
        for (var asset : assets()) {
            given().get(asset)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                    .contentType(asset.endsWith(".css") ? startsWith("text/css") : startsWith("text/javascript"));
        }
    }

    @Test
    void anAssetThatIsNoLongerThereIsNotFoundAndNotKept() {
        given().get("/console/assets/index-00000000.js")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .header("Cache-Control", equalTo("no-store"));
        var missing = given().get("/console/assets/index-00000000.js");
        assertEquals(1, missing.headers().getList("Cache-Control").size());
    }

    @Test
    void theHeadOfThePageIsThePagesOwn() {
        for (var path : List.of("/console/", "/console/cases")) {
            given().head(path)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .header("Cache-Control", equalTo("no-cache"));
        }
    }

    @Test
    void aPageMayNotUseDevicesAndKeepsItsOwnWindow() {
        given().get("/console/")
                .then()
                .header("Permissions-Policy", equalTo("camera=(), microphone=(), geolocation=()"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin-allow-popups"));
    }

    @Test
    void thePageThatTheProviderLeadsBackToMayAnswerTheWindowThatOpenedIt() {
        page("/console/login/callback?code=1&state=2").then().header("Cross-Origin-Opener-Policy", nullValue());
    }

    @Test
    void theFirstPageIsSmall() throws IOException {
        var first = new ByteArrayOutputStream();
        for (var asset : assets()) {
            try (var zipped = new GZIPOutputStream(first)) {
                zipped.write(given().get(asset).asByteArray());
            }
        }
        assertTrue(first.size() < MOST_AT_FIRST, first.size() + " bytes, zipped");
    }

    /** The scripts and styles that the page names: what is loaded before anything is shown. */
    private static List<String> assets() {
        var named = NAMED.matcher(page("/console/").asString())
                .results()
                .map(MatchResult::group)
                .map(match -> match.replaceAll("^[^\"]+\"|\"$", ""))
                .toList();
        assertFalse(named.isEmpty(), "the page names what it loads");
        return named;
    }

    @Test
    void answersOfTheApiAreNoPages() {
        given().get("/api/v1/policies")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", nullValue())
                .header("Content-Encoding", nullValue())
                .header("Cache-Control", equalTo("no-store"));
        given().post("/console/")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void whatBrowsersAcceptIsSentZipped() {
        var asset = assets().get(0);
        given().header("Accept-Encoding", "gzip")
                .get(asset)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip");
    }
}
