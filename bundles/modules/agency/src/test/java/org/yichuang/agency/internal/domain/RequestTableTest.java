package org.yichuang.agency.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.yichuang.agency.api.AgentSource;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.api.RequestOutcome;
import org.yichuang.agency.api.RequestState;
import org.yichuang.agency.api.RequestStep;
import org.yichuang.kernel.api.LocalizedMessage;

/** The steps of requests, in the code and on the page that describes them. */
public class RequestTableTest {
    @Test
    public void theReadmeHasTheTable() throws IOException {
        String table =
                RequestTable.ROWS.stream().map(RequestTable.Row::markdown).collect(Collectors.joining("\n"));
        String readme = Files.readString(Path.of("README.md"));
        assertTrue("README.md is to have:\n" + table, readme.contains(table));
    }

    @Test
    public void whatIsClosedStaysClosedAndAllElseCanBeWithdrawn() {
        assertEquals(List.of(), RequestTable.steps(RequestState.CLOSED));
        Stream.of(RequestState.values())
                .filter(state -> state != RequestState.CLOSED)
                .forEach(state ->
                        assertTrue(state.name(), RequestTable.steps(state).contains(RequestStep.WITHDRAW)));
    }

    @Test
    public void everythingHasAName() {
        Stream.of(
                        Stream.of(AgentSource.values()).map(AgentSource::label),
                        Stream.of(Eligibility.values()).map(Eligibility::label),
                        Stream.of(RequestState.values()).map(RequestState::label),
                        Stream.of(RequestStep.values()).map(RequestStep::label),
                        Stream.of(RequestOutcome.values()).map(RequestOutcome::label))
                .flatMap(words -> words)
                .forEach(words -> {
                    for (Locale language : List.of(LocalizedMessage.CHINESE, Locale.ENGLISH)) {
                        assertFalse(words.in(language), words.in(language).contains("."));
                    }
                });
    }
}
