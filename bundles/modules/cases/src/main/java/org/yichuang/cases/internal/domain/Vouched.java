package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.GateAnswer;

/**
 * By which authority a step is taken, as gates have vouched for whoever takes it.
 *
 * @param authorities what each gate has said, or the role; none when no gate is asked
 * @param window where it is taken, or empty
 * @param rank in which rank the actor acts, or empty
 * @param letter the number of the letter that grants the right, or empty
 * @param facts what the gates were told besides
 * @param licence what a gate has told of the result of which the application is; null where none has
 * @param isExamined whether somebody else has examined what the organ would examine
 */
public record Vouched(
        List<String> authorities,
        String window,
        String rank,
        String letter,
        Map<String, String> facts,
        GateAnswer.OfLicence licence,
        boolean isExamined) {
    /** No gate is asked. */
    public static final Vouched NOBODY = new Vouched(List.of(), "", "", "", Map.of(), null, false);

    private static final String BETWEEN = "; ";

    public Vouched {
        authorities = List.copyOf(authorities);
        facts = Map.copyOf(facts);
    }

    /** The same where somebody else has examined it. */
    public Vouched examined() {
        return new Vouched(authorities, window, rank, letter, facts, licence, true);
    }

    /** All authorities as one text for people. */
    String text() {
        return String.join(BETWEEN, authorities);
    }
}
