package org.yichuang.catalogue.internal.rest;

import static org.junit.Assert.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.TreeItem;

public class ItemBodyTest {
    private static final Handling HANDLED =
            new Handling(null, true, new Visits(1, "核验身份", "《办法》第三条"), 15, null, List.of());

    @Test
    public void aProgramOfBeforeTakesAwayNothingThatItDoesNotKnow() throws JsonProcessingException {
        ItemDefinition item = TreeItem.whole().with(HANDLED);
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode sent = mapper.valueToTree(ItemBody.of(item));

        ItemBody whole = mapper.treeToValue(sent, ItemBody.class);
        assertEquals(
                HANDLED, whole.definition(item.code(), () -> Handling.USUAL).handling());

        sent.remove("handling");
        ItemBody silent = mapper.treeToValue(sent, ItemBody.class);
        assertEquals(HANDLED, silent.definition(item.code(), () -> HANDLED).handling());
    }
}
