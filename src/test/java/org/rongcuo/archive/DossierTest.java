package org.rongcuo.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rongcuo.Office.as;
import static org.rongcuo.publication.Notices.CASES;
import static org.rongcuo.publication.Notices.HANDLER;
import static org.rongcuo.publication.Notices.REVIEW_OVER;
import static org.rongcuo.publication.Notices.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.SetsTheClockRight;
import org.rongcuo.cases.Decided;
import org.rongcuo.demo.DemoClock;

/** One zip holds the whole case, and whoever has it verifies it without the product, as its README says. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
@ExtendWith(SetsTheClockRight.class)
class DossierTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DemoClock clock;

    private String document;

    private String publicised() {
        clock.set(Duration.ZERO);
        var id = Decided.exempt().fact("publicConcern", "社会关注").notified();
        document = Decided.document(id);
        clock.set(REVIEW_OVER);
        var notice = published(id);
        as("applicant.330922-2")
                .contentType(ContentType.JSON)
                .body(Map.of("text", "异议内容", "name", "密封姓名", "contact", "密封联系方式"))
                .post("/api/v1/public-notices/" + notice + "/objections")
                .then()
                .statusCode(201);
        return id;
    }

    private static Map<String, byte[]> unzipped(String login, String id) throws IOException {
        var answer = as(login).get(CASES + id + "/dossier");
        answer.then().statusCode(200).contentType("application/zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.asByteArray()), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String sha256(byte[]... parts) throws Exception {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.write(part);
        }
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
    }

    private static byte[] canonical(JsonNode node) throws IOException {
        return new JsonCanonicalizer(node.toString()).getEncodedUTF8();
    }

    /** Follows the README alone; the place of the first entry that does not hold, 0 when all do. */
    private static int firstBroken(List<JsonNode> entries, JsonNode head) throws Exception {
        var before = "";
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (i == 0) {
                before = sha256(("rongcuo:" + entry.get("chain").asText()).getBytes(StandardCharsets.UTF_8));
            }
            var header = JSON.createObjectNode();
            for (var member : List.of(
                    "at", "chain", "payloadHash", "prevHash", "schemaVersion", "sequence", "stateVersion", "type")) {
                header.set(member, entry.get(member));
            }
            header.set("actor", entry.at("/actor/id").isMissingNode() ? JSON.nullNode() : entry.at("/actor/id"));
            var salt = HexFormat.of().parseHex(entry.get("salt").asText());
            var holds = entry.get("sequence").asInt() == i + 1
                    && entry.get("prevHash").asText().equals(before)
                    && entry.get("payloadHash").asText().equals(sha256(salt, canonical(entry.get("payload"))))
                    && entry.get("hash").asText().equals(sha256(canonical(header)));
            if (!holds) {
                return i + 1;
            }
            before = entry.get("hash").asText();
        }
        return head.get("sequence").asInt() == entries.size()
                        && head.get("hash").asText().equals(before)
                ? 0
                : entries.size() + 1;
    }

    @Test
    void everyFileMatchesTheManifestAndTheLedgerVerifiesByTheReadme() throws Exception {
        var id = publicised();
        var files = unzipped(HANDLER, id);
        var manifest = JSON.readTree(files.get("manifest.json"));
        List<String> listed = new ArrayList<>();
        for (var file : manifest.get("files")) {
            var path = file.get("path").asText();
            listed.add(path);
            assertEquals(file.get("sha256").asText(), sha256(files.get(path)), path);
            assertEquals(file.get("size").asInt(), files.get(path).length, path);
        }
        assertEquals(files.size() - 1, listed.size());
        assertTrue(
                listed.containsAll(List.of(
                        "README.txt",
                        "case.json",
                        "documents/" + document + ".txt",
                        "determination/determinations.json",
                        "feedback/feedback.json",
                        "publication/notices.json",
                        "publication/objections.json",
                        "ledger/entries.jsonl")),
                listed.toString());
        assertTrue(listed.stream().anyMatch(path -> path.startsWith("evaluations/")));
        assertEquals(id, JSON.readTree(files.get("case.json")).get("id").asText());

        List<JsonNode> entries = new ArrayList<>();
        for (var line : new String(files.get("ledger/entries.jsonl"), StandardCharsets.UTF_8).split("\n")) {
            entries.add(JSON.readTree(line));
        }
        assertEquals(Office.entries(id).size(), entries.size());
        var head = JSON.readTree(files.get("ledger/head.json"));
        assertEquals(head, manifest.get("head"));
        assertEquals(0, firstBroken(entries, head));
        // Whoever changes, drops or moves an entry is found out.
        var changed = new ArrayList<>(entries);
        changed.set(
                2,
                JSON.readTree(entries.get(2)
                        .toString()
                        .replace("\"accepted", "\"refused")
                        .replace("-", "–")));
        assertNotEquals(0, firstBroken(changed, head));
        assertEquals(3, firstBroken(dropped(entries, 2), head));
        assertEquals(entries.size(), firstBroken(dropped(entries, entries.size() - 1), head));
    }

    private static List<JsonNode> dropped(List<JsonNode> entries, int index) {
        var fewer = new ArrayList<>(entries);
        fewer.remove(index);
        return fewer;
    }

    @Test
    void nothingSealedIsInIt() throws Exception {
        var id = publicised();
        for (var file : unzipped("inspector.330900", id).entrySet()) {
            var content = new String(file.getValue(), StandardCharsets.UTF_8);
            assertFalse(content.contains("密封姓名") || content.contains("密封联系方式"), file.getKey());
        }
    }

    @Test
    void onlyTheOfficeReadsItAndTheInspectorsReadIsRecorded() throws Exception {
        var id = publicised();
        for (var login : List.of("applicant.330922", "supervisor.330922", "policy-editor.330922")) {
            as(login).get(CASES + id + "/dossier").then().statusCode(403);
        }
        as("registrar.330900").get(CASES + id + "/dossier").then().statusCode(404);
        unzipped("registrar.330922", id);
        unzipped("decider.330922", id);
        unzipped("inspector.330900", id);
        try (var connection = PostgreSQL.superuser();
                var select = connection.prepareStatement("select count(*) from inspection_read where path like ?")) {
            select.setString(1, "%" + id + "/dossier");
            try (var row = select.executeQuery()) {
                row.next();
                assertEquals(1, row.getInt(1));
            }
        }
    }

    @Test
    void namesLeadNowhereOutsideTheFolder() {
        for (var path : List.of("../../etc/passwd", "/etc/passwd", "..\\..\\x", "a/../b", "C:\\x", ".", "a//./b")) {
            var safe = DossierZip.safe(path);
            assertFalse(safe.startsWith("/") || safe.contains("..") || safe.contains(":") || safe.contains("\\"), safe);
            assertFalse(List.of(safe.split("/")).contains("."), safe);
        }
        assertEquals("verification/核实报告.json", DossierZip.safe("verification/核实报告.json"));
    }
}
