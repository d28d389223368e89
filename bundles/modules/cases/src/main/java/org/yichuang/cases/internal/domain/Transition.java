package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * A row of the state table.
 *
 * @param from the state before, null when there is no case yet
 * @param command what happens
 * @param guards what must hold
 * @param next the state after
 * @param document the key of what the law has us make out, or empty
 * @param event what it is called afterwards
 * @param rule by which rule
 */
record Transition(
        CaseState from,
        CaseCommand command,
        List<Guard> guards,
        CaseState next,
        String document,
        String event,
        String rule) {

    boolean allows(GuardInput facts) {
        return guards.stream().allMatch(guard -> guard.holds(facts));
    }

    /** The same while a question of the centre above waits for an answer here, which waits on. */
    Transition whileQuestioned() {
        CaseState to = next == CaseState.FORWARDED ? CaseState.QUESTIONED : next;
        return new Transition(CaseState.QUESTIONED, command, guards, to, document, event, rule);
    }

    /** The row as the README shows it. */
    String markdown() {
        return String.join(
                " | ",
                "| " + (from == null ? "–" : from.name()),
                command.word(),
                guards.stream().map(Guard::word).collect(Collectors.joining(", ")),
                next.name(),
                document.isEmpty()
                        ? ""
                        : LocalizedMessage.of(Transition.class, "document." + document)
                                .zh(),
                event,
                rule + " |");
    }
}
