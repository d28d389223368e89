package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** What was typed for one applicant is not kept in the browser for the next one who stands there. */
public class DraftsTest {
    @Test
    public void formsAtWindowsComeBackOnlyAfterSigningInAgain() throws IOException {
        for (String form : List.of("intake", "knownapplicant", "command")) {
            assertTrue(form, tag(form).stripTrailing().endsWith("data-draft=\"sent\">"));
        }
    }

    @Test
    public void formsAtTerminalsKeepNothing() throws IOException {
        assertTrue(tag("kiosk").stripTrailing().endsWith("data-no-draft>"));
    }

    private static String tag(String template) throws IOException {
        String text = Files.readString(Path.of("src", "main", "jte", template + ".jte"));
        String form = text.substring(text.indexOf("<form"));
        return form.substring(0, form.indexOf("${ui.hidden"));
    }
}
