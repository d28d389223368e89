package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.yichuang.cases.api.CaseState;
import org.yichuang.kernel.api.LocalizedMessage;

/** Whatever the state table names has words, although its keys are put together. */
public class LabelsTest {
    @Test
    public void statesCommandsGuardsClocksAndDocumentsHaveWords() {
        List<LocalizedMessage> labels = new ArrayList<>();
        Arrays.stream(CaseState.values()).map(CaseState::label).forEach(labels::add);
        Arrays.stream(CaseCommand.values()).map(CaseCommand::label).forEach(labels::add);
        Arrays.stream(Guard.values()).map(Guard::reason).forEach(labels::add);
        Arrays.stream(ClockKind.values()).map(ClockKind::label).forEach(labels::add);
        for (LawEdition law : Laws.IN_FORCE.editions()) {
            for (ClockKind clock : ClockKind.values()) {
                labels.addAll(
                        List.of(clock.law(true, true, law), clock.law(true, false, law), clock.law(false, false, law)));
            }
        }
        CaseStateTable.rows().stream()
                .map(Transition::document)
                .filter(document -> !document.isEmpty())
                .map(document -> LocalizedMessage.of(Transition.class, "document." + document))
                .forEach(labels::add);

        for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
            List<String> missing = labels.stream()
                    .map(label -> label.in(language))
                    .filter(words -> words.matches("[a-z-]+\\.[a-z-]+"))
                    .toList();
            assertEquals(List.of(), missing);
        }
        assertEquals("待补正", CaseState.CORRECTING.label().zh());
    }
}
