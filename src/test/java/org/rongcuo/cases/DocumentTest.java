package org.rongcuo.cases;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;
import static org.rongcuo.cases.Situations.APPLICANT;
import static org.rongcuo.cases.Situations.CASES;
import static org.rongcuo.cases.Situations.HANDLER;
import static org.rongcuo.cases.Situations.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.shared.Sha256;

/** Documents: what is taken in, what is refused, and how they come out again. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class DocumentTest {
    private static final int LIMIT = 50 * 1024 * 1024;

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A PDF of a given length, unlike any other. */
    private static byte[] pdf(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        var head = text("%PDF-1.7\n% " + UUID.randomUUID() + "\n");
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("x"));
            }
        }
        return bytes.toByteArray();
    }

    /** Sends a multipart body as it stands, for file names that no client would write and contents that are large. */
    private static HttpResponse<String> raw(String id, String disposition, byte[] content) {
        var head = text("--B\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n会议纪要\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; " + disposition
                + "\r\nContent-Type: application/octet-stream\r\n\r\n");
        var tail = text("\r\n--B--\r\n");
        return send(
                request(CASES + id + "/documents")
                        .header("Content-Type", "multipart/form-data; boundary=B")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofByteArrays(List.of(head, content, tail)),
                                head.length + content.length + tail.length)),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(text(APPLICANT + ":rongcuo")));
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), handler);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aDocumentComesOutAsItWentIn() {
        var id = Office.aDraft("330922");
        var content = pdf(5000);
        var added = upload(APPLICANT, id, "会议纪要", "县政府常务会议纪要(第3次).pdf", content);
        String document = added.then()
                .statusCode(201)
                .body("title", equalTo("会议纪要"))
                .body("mediaType", equalTo("application/pdf"))
                .body("size", equalTo(5000))
                .body("sha256", equalTo(Sha256.of(content)))
                .body("version", equalTo(1))
                .body("replaces", nullValue())
                .body("addedBy.id", equalTo(Office.person(APPLICANT)))
                .extract()
                .path("id");
        as(APPLICANT)
                .get(added.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("id", equalTo(document));
        var out = as(APPLICANT).get(CASES + id + "/documents/" + document + "/content");
        out.then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/octet-stream"))
                .header("Content-Disposition", startsWith("attachment; filename"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", containsString("no-store"));
        assertArrayEquals(content, out.asByteArray());
        as(HANDLER)
                .get(CASES + id + "/documents/" + document + "/content")
                .then()
                .statusCode(404);
        assertEquals(List.of("case-opened", "document-added"), Office.entries(id));
    }

    @Test
    void whatRunsIsRefusedWhateverItIsCalled() throws Exception {
        var id = Office.aDraft("330922");
        var exe = new byte[512];
        exe[0] = 'M';
        exe[1] = 'Z';
        var elf = new byte[512];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, elf, 0, 7);
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("纪要.pdf", exe);
        hostile.put("纪要.docx", elf);
        hostile.put("照片.jpg", exe);
        hostile.put("page.txt", text("<!DOCTYPE html><html><script>alert(1)</script></html>"));
        hostile.put("page.pdf", text("<html><body onload=alert(1)></body></html>"));
        hostile.put("page.html", text("hello"));
        hostile.put("图.svg", text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"));
        hostile.put("图.png", text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        hostile.put("data.xml", text("<?xml version=\"1.0\"?><a/>"));
        hostile.put("run.txt", text("#!/bin/sh\nrm -rf /\n"));
        hostile.put("run.sh", text("echo hello\n"));
        hostile.put("run.bat", text("@echo off\r\ndel *\r\n"));
        hostile.put("run.cmd", text("@echo off\r\ndel *\r\n"));
        hostile.put("run.js", text("alert(1)\n"));
        hostile.put("run.vbs", text("MsgBox 1\r\n"));
        hostile.put("run.ps1", text("Remove-Item *\r\n"));
        hostile.put("run.hta", text("hello\r\n"));
        hostile.put("run.reg", text("Windows Registry Editor Version 5.00\r\n"));
        hostile.put("app.jar", zip("META-INF/MANIFEST.MF", "A.class"));
        hostile.put("form.docm", zip("[Content_Types].xml", "word/vbaProject.bin"));
        hostile.put("noname", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        hostile.forEach((name, content) -> assertEquals(
                "422 document-type-refused",
                said(upload(APPLICANT, id, "材料", name, content)),
                () -> name + " was taken"));
        assertEquals(List.of("case-opened"), Office.entries(id));
    }

    private static String said(Response response) {
        return response.statusCode() + " "
                + (response.statusCode() == 422 ? response.path("violations[0].code") : response.asString());
    }

    @Test
    void papersPicturesAndTextAreTaken() throws Exception {
        var id = Office.aDraft("330922");
        Map<String, byte[]> fine = new LinkedHashMap<>();
        fine.put("a.txt", text("情况说明"));
        fine.put("b.csv", text("项目,金额\n加油船,5.2\n"));
        fine.put("c.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13});
        fine.put("d.jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'});
        fine.put("e.docx", zip("[Content_Types].xml", "word/document.xml"));
        fine.put("f.zip", zip("纪要.txt"));
        fine.forEach((name, content) ->
                upload(APPLICANT, id, "材料", name, content).then().statusCode(201));
        as(APPLICANT)
                .get(CASES + id + "/documents")
                .then()
                .body("fileName", equalTo(List.copyOf(fine.keySet())))
                .body("mediaType", hasItems("text/plain", "text/csv", "image/png", "image/jpeg", "application/zip"));
    }

    @Test
    void aMissingOrEmptyFileAndAMissingTitleAreNamed() {
        var id = Office.aDraft("330922");
        upload(APPLICANT, id, "材料", "empty.pdf", new byte[0])
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/file")))
                .body("violations.code", equalTo(List.of("empty-file")));
        as(APPLICANT)
                .multiPart("colour", "red")
                .post(CASES + id + "/documents")
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/file", "/title")));
        upload(APPLICANT, id, " ", "a.txt", text("x"))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/title")));
        upload(APPLICANT, id, "长".repeat(201), "a.txt", text("x"))
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/title")));
        upload(APPLICANT, id, "a\u0000b", "a.txt", text("x")).then().statusCode(422);
        as(APPLICANT)
                .multiPart("title", "x")
                .multiPart("replaces", "no-uuid")
                .multiPart("file", "a.txt", text("x"))
                .post(CASES + id + "/documents")
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422));
        assertEquals(List.of("case-opened"), Office.entries(id));
    }

    @Test
    void fiftyMebibytesAreTakenAndOneByteMoreIsNot() {
        var id = Office.aDraft("330922");
        var content = pdf(LIMIT);
        var taken = raw(id, "filename=\"a.pdf\"", content);
        assertEquals(201, taken.statusCode(), taken.body());
        var document = JsonPath.from(taken.body());
        assertEquals(LIMIT, document.getInt("size"));
        var out = send(
                request(CASES + id + "/documents/" + document.getString("id") + "/content")
                        .GET(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertArrayEquals(content, out.body());
        for (int length : new int[] {LIMIT + 1, LIMIT + 1024 * 1024, LIMIT + 5 * 1024 * 1024}) {
            var refused = raw(id, "filename=\"a.pdf\"", pdf(length));
            assertEquals(413, refused.statusCode(), refused.body());
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("Content-Type").orElse(""));
            assertEquals("too-large", JsonPath.from(refused.body()).getString("code"));
            assertEquals(LIMIT, JsonPath.from(refused.body()).getInt("limit"));
        }
        assertEquals(List.of("case-opened", "document-added"), Office.entries(id));
    }

    @Test
    void aFileNameIsNeverAPathNorABrokenHeader() {
        var id = Office.aDraft("330922");
        Map<String, String> names = new LinkedHashMap<>();
        names.put("filename=\"../../etc/passwd.txt\"", "passwd.txt");
        names.put("filename=\"C:\\\\temp\\\\纪要.txt\"", "纪要.txt");
        names.put("filename=\"纪要 (终稿)*'%.txt\"", "纪要 (终稿)*'%.txt");
        names.put("filename=\"a\tb\u202etxt.exe.txt\"", "abtxt.exe.txt");
        names.put("filename=\"..\"", "file");
        for (var each : names.entrySet()) {
            var content = text("内容" + UUID.randomUUID());
            var answer = raw(id, each.getKey(), content);
            assertEquals(201, answer.statusCode(), () -> each.getKey() + answer.body());
            var json = JsonPath.from(answer.body());
            assertEquals(each.getValue(), json.getString("fileName"));
            var out = as(APPLICANT).get(CASES + id + "/documents/" + json.getString("id") + "/content");
            var disposition = out.header("Content-Disposition");
            assertTrue(disposition.matches("attachment; filename\\*=UTF-8''[A-Za-z0-9%._-]+"), disposition);
            assertArrayEquals(content, out.asByteArray());
        }
        // A line break ends the part's header: what follows is no header of ours.
        var broken = raw(id, "filename=\"a.txt\r\nSet-Cookie: x=1\"", text("x"));
        assertFalse(broken.headers().map().containsKey("set-cookie"));
        assertFalse(broken.statusCode() >= 500, broken.body());
        var longName = raw(id, "filename=\"" + "长".repeat(400) + ".txt\"", text("很长的名字"));
        assertEquals(201, longName.statusCode(), longName.body());
    }

    @Test
    void aNewVersionReplacesTheOldOneOnceAndTheOldOneStays() {
        var id = Office.aDraft("330922");
        var first = Situations.document(APPLICANT, id);
        var second = as(APPLICANT)
                .multiPart("title", "minutes")
                .multiPart("replaces", first)
                .multiPart("file", "b.txt", text("second"))
                .post(CASES + id + "/documents");
        second.then().statusCode(201).body("version", equalTo(2)).body("replaces", equalTo(first));
        as(APPLICANT)
                .multiPart("title", "minutes")
                .multiPart("replaces", first)
                .multiPart("file", "c.txt", text("third"))
                .post(CASES + id + "/documents")
                .then()
                .statusCode(409)
                .body("code", equalTo("already-replaced"));
        as(APPLICANT).get(CASES + id + "/documents/" + first).then().statusCode(200);
        var other = Office.aDraft("330922");
        as(APPLICANT)
                .multiPart("title", "minutes")
                .multiPart("replaces", first)
                .multiPart("file", "c.txt", text("third"))
                .post(CASES + other + "/documents")
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/replaces")))
                .body("violations.code", equalTo(List.of("document-unknown")));
    }

    @Test
    void theSameContentMayStandTwiceAndInTwoCases() {
        var id = Office.aDraft("330922");
        var other = Office.aDraft("330922");
        var content = text("同一份批复" + UUID.randomUUID());
        String first = upload(APPLICANT, id, "批复", "a.txt", content).path("id");
        String again = upload(APPLICANT, id, "批复", "a.txt", content).path("id");
        String elsewhere = upload(APPLICANT, other, "批复", "b.txt", content).path("id");
        for (var path : List.of(
                CASES + id + "/documents/" + first,
                CASES + id + "/documents/" + again,
                CASES + other + "/documents/" + elsewhere)) {
            assertArrayEquals(content, as(APPLICANT).get(path + "/content").asByteArray());
        }
        as(APPLICANT).get(CASES + other + "/documents/" + first).then().statusCode(404);
        as(APPLICANT)
                .get(CASES + other + "/documents/" + first + "/content")
                .then()
                .statusCode(404);
        as(APPLICANT).get(CASES + id + "/documents/" + UUID.randomUUID()).then().statusCode(404);
    }
}
