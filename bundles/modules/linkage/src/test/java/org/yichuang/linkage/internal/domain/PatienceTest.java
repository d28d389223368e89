package org.yichuang.linkage.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;
import org.yichuang.linkage.api.LinkageError;

public class PatienceTest {
    @Test
    public void onlyWhatIsNotWhatWasSignedIsTriedNoMore() {
        List<LinkageError> never = Arrays.stream(LinkageError.values())
                .filter(error -> Patience.with(error.code()) == Patience.NONE)
                .toList();

        assertEquals(List.of(LinkageError.DIGEST_MISMATCH, LinkageError.SIGNATURE_INVALID), never);
    }

    @Test
    public void whatPeopleHaveToDoIsWaitedFor() {
        assertEquals(Patience.LONG, Patience.with("centre-unknown"));
        assertEquals(Patience.LONG, Patience.with("not-related"));
        assertEquals(Patience.LONG, Patience.with("envelope-unreadable"));
    }

    @Test
    public void whatNobodyHereKnowsMayPass() {
        assertEquals(Patience.USUAL, Patience.with("receiver-off"));
        assertEquals(Patience.USUAL, Patience.with("said-by-a-later-release"));
    }
}
