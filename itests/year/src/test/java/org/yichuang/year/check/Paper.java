package org.yichuang.year.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A document of a case, as the checker expects it: who signs it, what it says, and what it says among other things. */
public final class Paper {
    final String kind;
    private final Map<String, String> is = new LinkedHashMap<>();
    private final Map<String, List<String>> has = new LinkedHashMap<>();
    private String organ = "";

    Paper(String kind) {
        this.kind = kind;
    }

    /**
     * A document as it was issued.
     *
     * @param kind which
     * @param organ who signs it
     * @param facts what fills it in
     */
    public record Issued(String kind, String organ, Map<String, String> facts) {}

    Paper by(String body) {
        organ = body;
        return this;
    }

    Paper is(String fact, String value) {
        is.put(fact, value);
        return this;
    }

    Paper has(String fact, Stream<String> parts) {
        has.put(fact, parts.toList());
        return this;
    }

    /** What an issued one says otherwise. */
    List<String> differences(Issued issued) {
        List<String> found = new ArrayList<>();
        if (!organ.equals(issued.organ())) {
            found.add("signed by " + issued.organ() + ", should be by " + organ);
        }
        is.forEach((fact, value) -> {
            String said = issued.facts().getOrDefault(fact, "");
            if (!said.equals(value)) {
                found.add(fact + " is " + said + ", should be " + value);
            }
        });
        has.forEach((fact, parts) -> {
            String said = issued.facts().getOrDefault(fact, "");
            if (parts.isEmpty() && !said.isEmpty()) {
                found.add(fact + " is " + said + ", should be empty");
            }
            parts.stream()
                    .filter(part -> !said.contains(part))
                    .forEach(part -> found.add(fact + " is " + said + ", should have " + part));
        });
        return found;
    }
}
