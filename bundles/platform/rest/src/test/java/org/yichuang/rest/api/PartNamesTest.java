package org.yichuang.rest.api;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.ContentDisposition;
import org.junit.Test;

/** What a file is called that comes as a part of a form. */
public class PartNamesTest {
    @Test
    public void aNameInUtf8IsReadAsItWasWritten() {
        String bytes = new String("申请书.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertEquals("申请书.pdf", PartNames.of(part("form-data; name=file; filename=\"" + bytes + "\"")));
    }

    @Test
    public void anyOtherStaysAsItIs() {
        assertEquals("plan.pdf", PartNames.of(part("form-data; name=file; filename=\"plan.pdf\"")));
        assertEquals("pl\u00e4n.pdf", PartNames.of(part("form-data; name=file; filename=\"pl\u00e4n.pdf\"")));
        assertEquals("申请书.pdf", PartNames.of(part("form-data; name=file; filename=\"申请书.pdf\"")));
        assertNull(PartNames.of(part("form-data; name=file")));
    }

    private static Attachment part(String disposition) {
        return new Attachment("file", new ByteArrayInputStream(new byte[0]), new ContentDisposition(disposition));
    }
}
