package org.yichuang.rest.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.Test;

/** What a file is called that comes as a part of a form. */
public class PartNamesTest {
    @Test
    public void aNameInUtf8IsReadAsItWasWritten() {
        String bytes = new String("申请书.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals("申请书.pdf", PartNames.of(bytes));
    }

    @Test
    public void anyOtherStaysAsItIs() {
        assertEquals("plan.pdf", PartNames.of("plan.pdf"));
        assertEquals("pl\u00e4n.pdf", PartNames.of("pl\u00e4n.pdf"));
        assertEquals("申请书.pdf", PartNames.of("申请书.pdf"));
        assertNull(PartNames.of(null));
    }
}
