package org.rongcuo.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rongcuo.Office;
import org.rongcuo.PostgreSQL;
import org.rongcuo.dmn.FuzzedModelsTest;

/** Mutated seed models sent through HTTP: stored whole or refused whole, never a server error. */
@QuarkusTest
@QuarkusTestResource(PostgreSQL.class)
class FuzzedUploadTest {
    private static final int MUTANTS = 40;

    @Test
    void everyMutantIsStoredWholeOrNotAtAll() {
        var book = Desk.book();
        var stored = 0;
        var statuses = new ArrayList<Integer>();
        for (int seed = 0; seed < MUTANTS; seed++) {
            var answer = PolicyDraftTest.upload(
                    Desk.EDITOR, book, FuzzedModelsTest.mutant(seed).document());
            statuses.add(answer.statusCode());
            if (answer.statusCode() == 201) {
                stored++;
                var version = PolicyDraftTest.versions(book) + "/" + answer.path("number");
                Office.as(Desk.EDITOR).get(version + "/model").then().statusCode(200);
                Office.as(Desk.EDITOR).get(version + "/analysis").then().statusCode(200);
            } else {
                assertEquals(422, answer.statusCode(), "seed " + seed + ": " + answer.asString());
                assertTrue(!answer.jsonPath().getList("violations").isEmpty(), "seed " + seed);
            }
        }
        assertTrue(statuses.contains(422), statuses.toString());
        var numbers = Office.as(Desk.EDITOR)
                .get(PolicyDraftTest.versions(book) + "?limit=200")
                .jsonPath()
                .getList("items.number", Integer.class);
        assertEquals(stored, numbers.size());
        List<String> entries = new ArrayList<>(Desk.ledger(book));
        assertEquals("policy-opened", entries.remove(0));
        assertEquals(stored, entries.size(), "an entry for each that was stored, none for the refused");
    }
}
