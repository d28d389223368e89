package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;

public class WorkPagesTest {
    private final Ui ui = Wired.only(Ui.class, Map.of("t", key -> String.valueOf(key[0]), "localize", state -> ""));

    @Test
    public void whoSearchesInWhatWasPassedOnStaysThere() {
        assertEquals(List.of("q", "hands"), names("passed-on"));
        assertEquals(List.of("q", "hands"), names("promised"));
        assertEquals(List.of("q", "state", "due"), names(""));
    }

    private List<String> names(String hands) {
        return WorkPages.filters(ui, hands).stream().map(Field::name).toList();
    }
}
