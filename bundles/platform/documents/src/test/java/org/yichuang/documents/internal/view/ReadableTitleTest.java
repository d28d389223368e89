package org.yichuang.documents.internal.view;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.documents.api.DocumentTexts.TextView;

public class ReadableTitleTest {
    @Test
    public void whatIsFilledInIsNamedAsPeopleCallIt() {
        assertEquals("不予〔许可内容〕决定书", title("不予{what}决定书"));
        assertEquals("〔许可内容〕决定书", title("[{what}]决定书"));
        assertEquals("受理通知书", title("受理通知书"));
    }

    private static String title(String written) {
        return ReadableTitle.of(
                new TextView("cases", "refusal", 0, false, true, written, "", Map.of("what", "许可内容"), List.of()));
    }
}
