package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.HearingState;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.ProblemException;

/** The state table is complete, says one thing at a time, and is the one in the README. */
public class CaseStateTableTest {
    private static final List<GuardInput> ALL_FACTS = allFacts();
    private static final Set<CaseState> ENDS = EnumSet.of(
            CaseState.NOT_ACCEPTED,
            CaseState.DELIVERED,
            CaseState.WITHDRAWN,
            CaseState.LAPSED,
            CaseState.ANSWERED,
            CaseState.GRANT_ENDED);

    private static List<GuardInput> allFacts() {
        List<GuardInput> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << 16; bits++) {
            for (Action action : Action.values()) {
                for (Boolean granted : new Boolean[] {null, true, false}) {
                    all.add(new GuardInput(
                            on(bits, 7),
                            on(bits, 0),
                            on(bits, 1),
                            on(bits, 2),
                            action,
                            on(bits, 3),
                            on(bits, 4),
                            on(bits, 5),
                            granted,
                            on(bits, 6),
                            on(bits, 8),
                            on(bits, 9),
                            on(bits, 10),
                            on(bits, 4),
                            hearing(bits >> 1 & 7),
                            on(bits, 14),
                            on(bits, 9),
                            on(bits, 5),
                            on(bits, 11),
                            on(bits, 12),
                            on(bits, 13),
                            on(bits, 14),
                            on(bits, 1),
                            on(bits, 2),
                            on(bits, 2),
                            on(bits, 3),
                            on(bits, 12),
                            on(bits, 11),
                            on(bits, 9),
                            on(bits, 8),
                            on(bits, 6),
                            on(bits, 15),
                            on(bits, 10),
                            on(bits, 13)));
                }
            }
        }
        return all;
    }

    private static HearingState hearing(int place) {
        return place < HearingState.values().length ? HearingState.values()[place] : null;
    }

    private static boolean on(int bits, int place) {
        return (bits >> place & 1) == 1;
    }

    @Test
    public void neverDoTwoRowsApplyAtOnce() {
        for (CaseState state : CaseState.values()) {
            for (CaseCommand command : CaseCommand.values()) {
                List<Transition> rows = CaseStateTable.rows().stream()
                        .filter(row -> row.from() == state && row.command() == command)
                        .toList();
                // words are costly to make and needed only once
                Stream<GuardInput> asked = rows.size() < 2 ? Stream.empty() : ALL_FACTS.stream();
                Optional<GuardInput> twice = asked.filter(facts ->
                                rows.stream().filter(row -> row.allows(facts)).count() > 1)
                        .findFirst();
                assertEquals(state + " " + command, Optional.empty(), twice);
            }
        }
    }

    @Test
    public void everyStateAndCommandIsEitherARowWithItsRuleOrRefused() {
        for (CaseState state : CaseState.values()) {
            for (CaseCommand command : CaseCommand.values()) {
                boolean known =
                        CaseStateTable.rows().stream().anyMatch(row -> row.from() == state && row.command() == command);
                // refusals are costly to make and much alike, and where there is no row all the same
                for (int i = 0; i < ALL_FACTS.size(); i += known ? 211 : ALL_FACTS.size()) {
                    GuardInput facts = ALL_FACTS.get(i);
                    if (CaseStateTable.find(state, command, facts).isEmpty()) {
                        ProblemException refusal = assertThrows(
                                ProblemException.class, () -> CaseStateTable.require(state, command, facts));
                        assertEquals(CaseError.CASE_STATE, refusal.code());
                        assertEquals(
                                "says which guard",
                                known,
                                refusal.zh().contains("：") && refusal.en().contains(": "));
                    }
                }
            }
        }
        assertTrue(CaseStateTable.rows().stream()
                .noneMatch(row -> row.rule().isEmpty() || row.event().isEmpty()));
    }

    @Test
    public void everyCommandAndStateIsInUse() {
        assertEquals(
                EnumSet.allOf(CaseCommand.class),
                CaseStateTable.rows().stream().map(Transition::command).collect(Collectors.toSet()));
        assertEquals(
                EnumSet.allOf(CaseState.class),
                CaseStateTable.rows().stream().map(Transition::next).collect(Collectors.toSet()));
    }

    @Test
    public void nothingLeavesAnEndAndEveryOtherStateHasAWayOut() {
        Set<CaseState> left = CaseStateTable.rows().stream()
                .filter(row -> row.from() != row.next())
                .map(Transition::from)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(ENDS)), left);
    }

    @Test
    public void nothingIsDecidedWithoutAcceptance() {
        assertEquals(
                Set.of(CaseState.ACCEPTED),
                CaseStateTable.rows().stream()
                        .filter(row -> row.command() == CaseCommand.DECIDE || row.command() == CaseCommand.PRE_REVIEW)
                        .map(Transition::from)
                        .collect(Collectors.toSet()));
    }

    @Test
    public void whatACentreAboveTellsIsAlsoToldToWhoeverHasNotAnsweredIt() {
        Set<CaseCommand> told = fromAbove(CaseState.QUESTIONED);
        assertTrue("only of what is open", told.remove(CaseCommand.UPPER_GAVE_UP));
        assertEquals(fromAbove(CaseState.FORWARDED), told);
    }

    private static Set<CaseCommand> fromAbove(CaseState state) {
        return CaseStateTable.rows().stream()
                .filter(row -> row.from() == state && row.command().source() == CaseCommand.Source.UPPER)
                .map(Transition::command)
                .collect(Collectors.toSet());
    }

    @Test
    public void theReadmeShowsTheSameTable() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        List<String> rows = readme.lines()
                .dropWhile(line -> !line.startsWith("| state | command |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertEquals(
                CaseStateTable.rows().stream().map(Transition::markdown).collect(Collectors.joining("\n")),
                String.join("\n", rows));
    }

    @Test
    public void theReadmeDrawsEveryArrow() throws IOException {
        String readme = Files.readString(Path.of("README.md"), StandardCharsets.UTF_8);
        for (Transition row : CaseStateTable.rows()) {
            String from = row.from() == null ? "[*]" : row.from().name();
            boolean drawn = readme.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(from + " --> " + row.next() + ":"))
                    .anyMatch(line -> line.contains(row.command().word()));
            assertTrue(from + " --> " + row.next() + ": " + row.command().word(), drawn);
        }
    }
}
