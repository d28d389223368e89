package org.yichuang.ratings.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.Grade;

/** The steps of follow-ups, in the code and on the page that describes them. */
public class FollowUpTableTest {
    @Test
    public void theReadmeHasTheTable() throws IOException {
        String table =
                FollowUpTable.ROWS.stream().map(FollowUpTable.Row::markdown).collect(Collectors.joining("\n"));
        String readme = Files.readString(Path.of("README.md"));
        assertTrue("README.md is to have:\n" + table, readme.contains(table));
    }

    @Test
    public void whatIsClosedStaysClosed() {
        for (FollowUpKind kind : FollowUpKind.values()) {
            assertEquals(List.of(), FollowUpTable.steps(kind, FollowUpState.CLOSED));
            assertEquals(List.of(FollowUpStep.OPEN), FollowUpTable.steps(kind, null));
        }
    }

    @Test
    public void everythingHasAName() {
        Stream.of(
                        Stream.of(FollowUpKind.values()).map(FollowUpKind::label),
                        Stream.of(FollowUpState.values()).map(FollowUpState::label),
                        Stream.of(FollowUpStep.values()).map(FollowUpStep::label),
                        Stream.of(FollowUpOutcome.values()).map(FollowUpOutcome::label),
                        Stream.of(Grade.values()).map(Grade::label))
                .flatMap(words -> words)
                .forEach(words -> {
                    for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
                        assertTrue(words.in(language), !words.in(language).contains("."));
                    }
                });
    }
}
