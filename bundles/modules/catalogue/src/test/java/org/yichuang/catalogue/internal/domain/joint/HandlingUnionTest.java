package org.yichuang.catalogue.internal.domain.joint;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.SpecialStep;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.kernel.api.time.Limit;

public class HandlingUnionTest {
    private static final SpecialStep FREE = new SpecialStep("现场勘验", Limit.working(3), "《办法》", false, "", true);
    private static final SpecialStep CHARGED =
            new SpecialStep("现场勘验", Limit.working(10), "《办法》", true, "发改价格〔2015〕1 号", false);

    private static ItemDefinition member(String name, SpecialStep... steps) {
        return TreeItem.named(name).with(new Handling(null, false, null, null, null, List.of(steps)));
    }

    @Test
    public void stepsThatAreCalledAlikeAndAreNotKeepTheirFeesAndTimes() {
        Handling both = HandlingUnion.of(List.of(member("甲许可", FREE), member("乙许可", CHARGED)));

        assertEquals(
                List.of("甲许可：现场勘验 false 3", "乙许可：现场勘验 true 10"),
                both.specialSteps().stream()
                        .map(step -> step.name() + " " + step.charged() + " "
                                + step.limit().amount())
                        .toList());
    }

    @Test
    public void theSameStepOfSeveralIsToldOnce() {
        Handling both = HandlingUnion.of(List.of(member("甲许可", FREE), member("乙许可", FREE)));

        assertEquals(List.of(FREE), both.specialSteps());
    }
}
