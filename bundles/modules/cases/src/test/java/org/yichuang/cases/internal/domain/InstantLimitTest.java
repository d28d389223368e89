package org.yichuang.cases.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.List;
import org.junit.Test;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.time.Limit;

/** What is done at once is promised within a day (R3-11), also where its item sets no limit at all. */
public class InstantLimitTest {
    private static Limit promised(CaseKind kind, ItemType type, Limit statutory, Limit promised) {
        return new ItemLabels(
                        "yantai", "ITEM", 1, "事项", kind, type, "住建局", statutory, promised, List.of(), List.of(), "", "",
                        "", null, false, null, List.of(), null, null)
                .promised();
    }

    @Test
    public void anInstantServiceWithoutAnyLimitIsPromisedWithinADay() {
        assertEquals(Limit.working(1), promised(CaseKind.INSTANT, ItemType.PUBLIC_SERVICE, null, null));
    }

    @Test
    public void whatHasALimitKeepsIt() {
        assertEquals(Limit.working(0), promised(CaseKind.INSTANT, ItemType.PUBLIC_SERVICE, null, Limit.working(0)));
        assertNull(promised(CaseKind.INSTANT, ItemType.PUBLIC_SERVICE, Limit.working(5), null));
        assertNull("the law has its twenty days", promised(CaseKind.INSTANT, ItemType.LICENCE, null, null));
        assertNull(promised(CaseKind.COMMITTED, ItemType.PUBLIC_SERVICE, null, null));
    }
}
