package org.yichuang.catalogue.internal.web;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemComparison.Change;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.kernel.api.LocalizedMessage;

/** What somebody is told whose item has changed. */
public class GuideComparisonTest {
    private final GuideComparison comparison = new GuideComparison();

    @Test
    public void whatIsNotTheSameIsNamedInTheWordsOfGuides() {
        ItemDefinition before = TreeItem.whole();
        ItemDefinition after = before.withIdentity("树木审批", before.type(), "《条例》第九条");

        assertEquals(
                List.of(new Change("事项名称", before.name(), "树木审批"), new Change("设定依据", before.legalBasis(), "《条例》第九条")),
                comparison.between(before, after, LocalizedMessage.CHINESE));
        assertEquals(List.of(), comparison.between(before, before, Locale.ENGLISH));
    }

    @Test
    public void whatBecomesARegistrationIsToldWithItsDays() {
        ItemDefinition before = TreeItem.whole();
        ItemDefinition after = before.with(
                new Handling(null, false, null, null, null, null, null, Handling.Registration.MARKET_ENTITY));

        assertEquals(
                List.of(new Change("登记事项", "", "申请材料齐全、符合法定形式的，当场登记；不能当场登记的，3 个工作日内登记；情形复杂的，经负责人批准可以再延长 3 个工作日")),
                comparison.between(before, after, LocalizedMessage.CHINESE));
    }
}
