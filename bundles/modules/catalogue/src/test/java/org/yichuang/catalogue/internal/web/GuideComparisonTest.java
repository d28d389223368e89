package org.yichuang.catalogue.internal.web;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
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
}
