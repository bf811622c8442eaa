package org.rongcuo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People at work on a running product, over HTTP on loopback: 50 at once, each on cases of its own, who list what they may
 * do, read lists, and bring cases from the draft to the evaluated checklist. Each kind of request is measured in turns with
 * the others in one run, beside a trivial one; every answer that is not as expected, but for 503, ends the run.
 *
 * <p>Arguments: the product's address, seconds of each turn, rounds.
 */
public final class ActsLoad {
    private static final int USERS = 50;
    private static final String PLACE = "330922";
    private static final String APPLICANT = "applicant." + PLACE;
    private static final String HANDLER = "handler." + PLACE;
    private static final String SECOND = "handler." + PLACE + "-2";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final String address;
    private final Map<String, String> persons = new ConcurrentHashMap<>();
    private final JsonNode facts;
    private final AtomicInteger refused = new AtomicInteger();

    private ActsLoad(String address) throws IOException {
        this.address = address;
        this.facts = JSON.readTree(Files.readString(Path.of("src/demo/resources/demo/exempt-facts.json")));
    }

    public static void main(String... arguments) throws Exception {
        new ActsLoad(arguments[0]).measure(Double.parseDouble(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    /** What one user does again and again; times go by name into the user's own lists. */
    private interface Turn {
        void take(int user, Map<String, List<Long>> times) throws Exception;
    }

    /** No connection to the database came free in time; counted, and the user goes on with the next turn. */
    private static final class Busy extends Exception {
        private static final long serialVersionUID = 1;
    }

    private record Case(String id, String etag, String subject) {}

    private void measure(double seconds, int rounds) throws Exception {
        var users = Executors.newFixedThreadPool(USERS);
        for (var login : List.of(APPLICANT, HANDLER, SECOND)) {
            persons.put(login, read(login, "/me").at("/person/id").asText());
        }
        List<Case> mine = new ArrayList<>(); // one after the other: it warms the product up
        for (int user = 0; user < USERS; user++) {
            mine.add(verifying(new TreeMap<>()));
        }
        Map<String, Turn> arms = new LinkedHashMap<>();
        arms.put("GET me (trivial)", reads("GET me (trivial)", HANDLER, user -> "/me"));
        arms.put("GET case", reads("GET case", HANDLER, user -> "/cases/" + mine.get(user).id));
        arms.put(
                "GET acts of a case",
                reads("GET acts of a case", HANDLER, user -> "/cases/" + mine.get(user).id + "/acts"));
        arms.put("GET cases, handler", reads("GET cases, handler", HANDLER, user -> "/cases"));
        arms.put("GET cases, applicant", reads("GET cases, applicant", APPLICANT, user -> "/cases"));
        arms.put("GET tasks", reads("GET tasks", HANDLER, user -> "/tasks?state=OPEN"));
        arms.put("acts", (user, times) -> worked(times));
        Map<String, List<Long>> times = new LinkedHashMap<>();
        Map<String, Long> turns = new TreeMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (var arm : arms.entrySet()) {
                var until = System.nanoTime() + (long) (seconds * 1e9);
                var done = all(users, user -> {
                    Map<String, List<Long>> own = new LinkedHashMap<>();
                    while (System.nanoTime() < until) {
                        try {
                            arm.getValue().take(user, own);
                        } catch (Busy busy) {
                            refused.incrementAndGet();
                        }
                    }
                    return own;
                });
                if (round > 0) { // the first is the warm-up
                    for (var own : done) {
                        own.forEach((name, list) -> {
                            times.computeIfAbsent(name, none -> new ArrayList<>())
                                    .addAll(list);
                            turns.merge(arm.getKey(), (long) list.size(), Long::sum);
                        });
                    }
                }
            }
        }
        users.shutdownNow();
        List<Long> acts = new ArrayList<>();
        times.forEach((name, list) -> {
            if (!arms.containsKey(name)) {
                acts.addAll(list);
            }
        });
        times.put("all acts together", acts);
        var trivial = percentile(times.get("GET me (trivial)"), 0.99);
        Console.print(
                "%d users at once, %d rounds of %.0f s each in turns, after one more to warm up",
                USERS, rounds, seconds);
        times.forEach((name, list) -> Console.print(
                "%-32s %7d  p50 %8.1f ms  p95 %8.1f ms  p99 %8.1f ms  p99 %5.1f x the trivial one's",
                name,
                list.size(),
                percentile(list, 0.5),
                percentile(list, 0.95),
                percentile(list, 0.99),
                percentile(list, 0.99) / trivial));
        Console.print("%d requests, warm-up included, were refused for want of a connection (503)", refused.get());
        turns.forEach(
                (name, number) -> Console.print("%-32s %7.0f requests a second", name, number / (seconds * rounds)));
    }

    private static double percentile(List<Long> nanos, double share) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }

    private interface OfUser<T> {
        T of(int user) throws Exception;
    }

    private static <T> List<T> all(ExecutorService users, OfUser<T> work) throws Exception {
        List<Callable<T>> calls = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            var which = user;
            calls.add(() -> work.of(which));
        }
        List<T> results = new ArrayList<>();
        for (var call : users.invokeAll(calls)) {
            try {
                results.add(call.get());
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            }
        }
        return results;
    }

    private Turn reads(String name, String login, OfUser<String> path) {
        return (user, times) -> timed(name, times, request(login, path.of(user)).GET(), 200);
    }

    private void worked(Map<String, List<Long>> times) throws Exception {
        var file = verifying(times);
        var two = Map.of("persons", List.of(persons.get(HANDLER), persons.get(SECOND)));
        act("names investigators", times, HANDLER, file, "PUT", "investigators", two);
        note(
                "records a statement",
                times,
                APPLICANT,
                "POST",
                "/cases/" + file.id + "/statements",
                Map.of("subject", file.subject, "text", "事前经集体研究,事后主动挽回。"),
                201);
        Map<String, Object> answers = new TreeMap<>();
        facts.properties().forEach(fact -> answers.put(fact.getKey(), Map.of("value", fact.getValue())));
        var sheet = "/cases/" + file.id + "/checklists/" + file.subject;
        note("answers the checklist", times, HANDLER, "PUT", sheet, Map.of("answers", answers), 200);
        note("asks the tables", times, HANDLER, "POST", sheet + "/evaluations", Map.of(), 201);
    }

    private Case verifying(Map<String, List<Long>> times) throws Exception {
        var body = Map.of(
                "jurisdiction",
                PLACE,
                "particulars",
                Map.of(
                        "title", "外岛撬装式加油试点",
                        "summary", "为解决外岛加油难,先行先试撬装式加油,设备选型失误造成损失,已及时更换。",
                        "conduct", Map.of("from", "2026-03-01", "to", "2026-04-15")),
                "subjects",
                List.of(Map.of("person", persons.get(APPLICANT), "status", "PARTY_MEMBER", "duty", "项目负责人")));
        var opened = note("opens a draft", times, APPLICANT, "POST", "/cases", body, 201);
        var view = JSON.readTree(opened.body());
        var draft = new Case(
                view.get("id").asText(),
                opened.headers().firstValue("ETag").orElseThrow(),
                view.at("/subjects/0/id").asText());
        var filed = act("applies", times, APPLICANT, draft, "POST", "application", Map.of("statement", "申请容错免责"));
        return act("accepts", times, HANDLER, filed, "POST", "acceptance", Map.of("accepted", true));
    }

    private HttpRequest.Builder request(String login, String path) {
        var basic = Base64.getEncoder().encodeToString((login + ":rongcuo").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path)).header("Authorization", "Basic " + basic);
    }

    private JsonNode read(String login, String path) throws Exception {
        return JSON.readTree(
                timed("", new TreeMap<>(), request(login, path).GET(), 200).body());
    }

    private HttpResponse<String> note(
            String name,
            Map<String, List<Long>> times,
            String login,
            String method,
            String path,
            Object body,
            int expected)
            throws Exception {
        return timed(name, times, sending(request(login, path), method, body), expected);
    }

    private Case act(
            String name,
            Map<String, List<Long>> times,
            String login,
            Case file,
            String method,
            String noun,
            Object body)
            throws Exception {
        var request = request(login, "/cases/" + file.id + "/" + noun).header("If-Match", file.etag);
        var answer = timed(name, times, sending(request, method, body), 200);
        return new Case(file.id, answer.headers().firstValue("ETag").orElseThrow(), file.subject);
    }

    private static HttpRequest.Builder sending(HttpRequest.Builder request, String method, Object body)
            throws IOException {
        return request.header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpResponse<String> timed(
            String name, Map<String, List<Long>> times, HttpRequest.Builder request, int expected) throws Exception {
        var began = System.nanoTime();
        var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        times.computeIfAbsent(name, none -> new ArrayList<>()).add(System.nanoTime() - began);
        if (answer.statusCode() == 503) {
            throw new Busy();
        }
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(name + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
