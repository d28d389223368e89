package org.yichuang.catalogue.internal.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.Test;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Visits;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.catalogue.internal.domain.TreeItem;
import org.yichuang.kernel.api.ProblemException;

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
                HANDLED, whole.definition(item.code(), ItemBodyTest::nothing).handling());

        sent.remove("handling");
        ItemBody silent = mapper.treeToValue(sent, ItemBody.class);
        assertEquals(HANDLED, silent.definition(item.code(), () -> item).handling());
    }

    private static ItemDefinition nothing() {
        return ItemDefinition.of("A-1").made();
    }

    @Test
    public void theFieldOfAPublicServiceStaysWhereNothingIsSaidOfIt() throws JsonProcessingException {
        ItemDefinition item = TreeItem.whole()
                .but()
                .type(ItemType.PUBLIC_SERVICE)
                .serviceField(ServiceField.HEALTH)
                .made();
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode sent = mapper.valueToTree(ItemBody.of(item));
        assertEquals(
                ServiceField.HEALTH,
                mapper.treeToValue(sent, ItemBody.class)
                        .definition(item.code(), ItemBodyTest::nothing)
                        .serviceField());
        sent.put("serviceField", "");
        assertNull(mapper.treeToValue(sent, ItemBody.class)
                .definition(item.code(), () -> item)
                .serviceField());
        sent.remove("serviceField");
        ItemBody silent = mapper.treeToValue(sent, ItemBody.class);
        assertEquals(
                ServiceField.HEALTH, silent.definition(item.code(), () -> item).serviceField());
        sent.put("type", "LICENCE");
        assertNull(mapper.treeToValue(sent, ItemBody.class)
                .definition(item.code(), () -> item)
                .serviceField());
        sent.put("serviceField", "SPACE");
        assertThrows(ProblemException.class, () -> mapper.treeToValue(sent, ItemBody.class)
                .definition(item.code(), () -> item));
    }
}
