package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.yichuang.cases.internal.CaseNotice;

/** Messages hang on events that there are. */
public class CaseNoticeEventsTest {
    @Test
    public void everyEventThatIsWorthAMessageIsOneOfTheStateTable() {
        Set<String> unknown = new TreeSet<>(Set.of(CaseNotice.heard()));
        unknown.removeAll(CaseStateTable.rows().stream().map(Transition::event).collect(Collectors.toSet()));

        assertEquals(Set.of(), unknown);
    }
}
