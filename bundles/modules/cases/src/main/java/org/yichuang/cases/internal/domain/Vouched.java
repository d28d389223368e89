package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Map;

/**
 * By which authority a step is taken, as gates have vouched for whoever takes it.
 *
 * @param authorities what each gate has said, or the role; none when no gate is asked
 * @param window where it is taken, or empty
 * @param rank in which rank the actor acts, or empty
 * @param letter the number of the letter that grants the right, or empty
 * @param facts what the gates were told besides
 */
public record Vouched(List<String> authorities, String window, String rank, String letter, Map<String, String> facts) {
    /** No gate is asked. */
    public static final Vouched NOBODY = new Vouched(List.of(), "", "", "", Map.of());

    private static final String BETWEEN = "; ";

    public Vouched {
        authorities = List.copyOf(authorities);
        facts = Map.copyOf(facts);
    }

    /** All authorities as one text for people. */
    String text() {
        return String.join(BETWEEN, authorities);
    }
}
