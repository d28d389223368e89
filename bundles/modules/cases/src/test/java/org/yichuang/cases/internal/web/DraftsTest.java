package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** What was typed for one applicant is not kept in the browser for the next one who stands there. */
public class DraftsTest {
    @Test
    public void formsAtWindowsAndTerminalsKeepNoDraft() throws IOException {
        for (String form : List.of("intake", "command", "kiosk")) {
            String text = Files.readString(Path.of("src", "main", "jte", form + ".jte"));
            String tag = text.substring(text.indexOf("<form"));
            assertEquals(
                    form, true, tag.substring(0, tag.indexOf("\n  ${ui.hidden")).contains("data-no-draft>"));
        }
    }
}
