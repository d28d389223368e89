package org.yichuang.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.bench.Network;

/** Reads what a county and its city say of their linked cases, and finds where they differ or say a thing twice. */
final class BothEnds {
    private static final String COUNTY = PatientPeople.COUNTY;
    private static final String CITY = PatientPeople.CITY;
    /** What may be told more than once of one case. */
    private static final Set<String> OFTEN = Set.of("progressed-below", "note-taken");
    /** Clocks of what a centre does within itself: it tells no other one of them. */
    private static final Set<String> OF_THE_HOUSE = Set.of(
            "survey",
            "hearing",
            "hearing-request",
            "renewal",
            "online-review",
            "clear-answer",
            "correction",
            "continuation",
            "special",
            "stage",
            "refusal-delivery");

    /** The paper where it was made, and as it is named where it was not. */
    private static final Set<String> DECISIONS = Set.of("grant", "refusal", "decision");

    private final Network network;
    private final List<String> wrong = new ArrayList<>();

    BothEnds(Network network) {
        this.network = network;
    }

    /** Since when a letter waits at one of the ends; null when none does. */
    Instant oldestWaiting() {
        Instant oldest = null;
        for (String centre : List.of(COUNTY, CITY)) {
            for (JsonNode way : items(centre, "system-admin", "/api/" + centre + "/exchange/centres")) {
                if (way.path("parked").asLong() > 0) {
                    throw new AssertionError("Parked: " + way);
                }
                if (way.hasNonNull("oldest")) {
                    Instant since = Instant.parse(way.path("oldest").asText());
                    oldest = oldest == null || since.isBefore(oldest) ? since : oldest;
                }
            }
        }
        return oldest;
    }

    /** The letters of both ends that have not arrived, as operators see them. */
    String waiting() {
        StringBuilder told = new StringBuilder();
        for (String centre : List.of(COUNTY, CITY)) {
            items(centre, "system-admin", "/api/" + centre + "/exchange/messages?state=WAITING&limit=20")
                    .forEach(message -> told.append('\n').append(message));
        }
        return told.toString();
    }

    /** Compares each case with what it became; returns what is wrong, a line each. */
    List<String> differences(List<PatientPeople.Ended> cases, String word) {
        Map<String, Integer> above = casesAbove(word);
        long below = count(COUNTY, word);
        if (below != cases.size()) {
            wrong.add(below + " cases at " + COUNTY + ", not " + cases.size());
        }
        for (PatientPeople.Ended each : cases) {
            if (above.getOrDefault(each.county(), 0) != 1) {
                wrong.add(each.county() + " is there " + above.getOrDefault(each.county(), 0) + " times above");
            }
            compare(each);
        }
        if (above.size() != cases.size()) {
            wrong.add(above.size() + " cases at " + CITY + ", not " + cases.size());
        }
        return wrong;
    }

    private void compare(PatientPeople.Ended each) {
        String county = "/api/" + COUNTY + "/cases/" + each.county();
        String city = "/api/" + CITY + "/cases/" + each.city();
        JsonNode below = read(COUNTY, county);
        JsonNode above = read(CITY, city);
        same(each, "end", "DELIVERED", below.path("state").asText());
        same(
                each,
                "decision",
                each.isGranted() ? "GRANTED" : "REFUSED",
                above.path("state").asText());
        same(
                each,
                "state above, as told below",
                above.path("state"),
                below.path("upper").path("state"));
        same(
                each,
                "state below, as told above",
                below.path("state"),
                above.path("lower").path("state"));
        same(
                each,
                "number above",
                each.city(),
                below.path("upper").path("number").asText());
        same(
                each,
                "number below",
                each.county(),
                above.path("lower").path("number").asText());
        for (String fact : List.of("centre", "department", "outcome", "reasons", "basis", "remedies", "by", "at")) {
            same(
                    each,
                    fact + " of the decision",
                    above.path("decision").path(fact),
                    below.path("decision").path(fact));
        }
        said(each, "decision above", above.path("decision"), List.of("centre", "outcome", "by", "at"));
        said(each, "decision below", below.path("decision"), List.of("centre", "outcome", "by", "at"));
        same(each, "due", above.path("due"), below.path("due"));
        Set<String> clocks = clocks(CITY, city);
        if (clocks.isEmpty()) {
            wrong.add(each.city() + " has no clocks");
        }
        same(each, "clocks", clocks, clocks(COUNTY, county));
        same(each, "papers of the decision", papers(each, CITY, city), papers(each, COUNTY, county));
        steps(each, COUNTY, county, List.of("submit", "accept", "pre-review", "upper-accepted", "upper-decided"));
        steps(each, CITY, city, List.of("transfer-in", "accept", "decide"));
    }

    private Set<String> clocks(String centre, String path) {
        Set<String> told = new HashSet<>();
        for (JsonNode clock : items(centre, "clerk", path + "/deadlines")) {
            String kind = clock.path("kind").asText();
            if (!OF_THE_HOUSE.contains(kind)) {
                told.add(kind + "@" + clock.path("centre").asText() + " "
                        + clock.path("start").asText() + " to "
                        + clock.path("date").asText() + " "
                        + clock.path("state").asText());
            }
        }
        return told;
    }

    private Set<String> papers(PatientPeople.Ended each, String centre, String path) {
        Set<String> told = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        for (JsonNode paper : items(centre, "clerk", path + "/documents")) {
            String kind = paper.path("kind").asText();
            if (!kinds.add(kind)) {
                wrong.add(each.county() + " has two papers " + kind + " at " + centre);
            }
            if (DECISIONS.contains(kind)) {
                told.add(paper.path("number").asText() + " "
                        + paper.path("title").asText() + " "
                        + paper.path("centre").asText() + " "
                        + paper.path("code").asText() + " "
                        + paper.path("issuedAt").asText());
            }
        }
        if (told.size() != 1) {
            wrong.add(each.county() + " has the decisions " + told + " at " + centre);
        }
        return told;
    }

    /** Each step once, whatever was sent how often. */
    private void steps(PatientPeople.Ended each, String centre, String path, List<String> must) {
        Map<String, Integer> told = new HashMap<>();
        items(centre, "clerk", path + "/journal?limit=100")
                .forEach(entry -> told.merge(entry.path("action").asText(), 1, Integer::sum));
        List<String> all = new ArrayList<>(must);
        if (each.wasAsked()) {
            all.addAll(centre.equals(COUNTY) ? List.of("upper-asked", "correct") : List.of("answered"));
        }
        all.forEach(action -> {
            if (!told.containsKey(action)) {
                wrong.add(each.county() + " has not had " + action + " at " + centre);
            }
        });
        told.forEach((action, times) -> {
            if (times > 1 && !OFTEN.contains(action)) {
                wrong.add(each.county() + " has had " + action + " " + times + " times at " + centre);
            }
        });
    }

    /** How often each case of the county is there above. */
    private Map<String, Integer> casesAbove(String word) {
        Map<String, Integer> found = new HashMap<>();
        for (JsonNode row : rows(CITY, word)) {
            String path = "/api/" + CITY + "/cases/" + row.path("number").asText();
            found.merge(read(CITY, path).path("lower").path("number").asText(), 1, Integer::sum);
        }
        return found;
    }

    private long count(String centre, String word) {
        return rows(centre, word).size();
    }

    private List<JsonNode> rows(String centre, String word) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = read(centre, "/api/" + centre + "/cases?limit=100&cursor=" + cursor);
            page.path("items").forEach(row -> {
                if (row.path("applicant").asText().startsWith(word)) {
                    found.add(row);
                }
            });
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return found;
    }

    private JsonNode read(String centre, String path) {
        return network.as(centre, "clerk").get(path).expect(200).json();
    }

    private JsonNode items(String centre, String role, String path) {
        return network.as(centre, role).get(path).expect(200).json().path("items");
    }

    /** What both lack is not the same: nothing has been compared then. */
    private void said(PatientPeople.Ended each, String what, JsonNode of, List<String> facts) {
        facts.stream()
                .filter(fact -> of.path(fact).asText("").isEmpty())
                .forEach(fact -> wrong.add(each.county() + ": the " + what + " says nothing of " + fact));
    }

    private void same(PatientPeople.Ended each, String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(each.county() + " and " + each.city() + ", " + what + ": " + expected + " and " + found);
        }
    }
}
