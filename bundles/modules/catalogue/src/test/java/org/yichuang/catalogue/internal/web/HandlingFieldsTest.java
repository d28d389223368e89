package org.yichuang.catalogue.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.Handling.Registration;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.pages.api.Form;

/** What an editor types of the handling of an item. */
public class HandlingFieldsTest {
    private final Map<String, List<String>> typed = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private Handling read() {
        return new HandlingFields(new Form(typed, Map.of()), problems).handling();
    }

    private void type(String field, String text) {
        typed.put(field, List.of(text));
    }

    @Test
    public void aTickedRegistrationHasTheDaysOfMarketEntitiesUnlessOthersAreTyped() {
        assertEquals(Handling.USUAL, read());
        type("handling.registration", "true");
        assertEquals(new Registration(3, 3), read().registration());
        type("handling.registration.days", "5");
        type("handling.registration.further", "2");
        assertEquals(new Registration(5, 2), read().registration());
        assertEquals(List.of(), problems);
    }

    @Test
    public void whatIsNoRegistrationAnyMoreHasNoDaysOfOne() {
        type("handling.registration.days", "3");
        type("handling.registration.further", "3");
        assertNull(read().registration());
    }

    @Test
    public void daysThatCannotBeReadAreNamed() {
        type("handling.registration", "true");
        type("handling.registration.days", "三天");
        read();
        assertEquals("handling.registration.days", problems.get(0).field());
    }
}
