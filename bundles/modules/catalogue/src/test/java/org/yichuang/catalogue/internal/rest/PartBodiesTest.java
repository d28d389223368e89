package org.yichuang.catalogue.internal.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.MaterialForm;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.rest.PartBodies.MaterialBody;

/** Originals and copies are values, and the words with which items have asked for them stay. */
public class PartBodiesTest {
    private static Material read(String words, String kind, Problems problems) {
        return new MaterialBody("m1", "身份证", true, words, 1, "", null, null, null, kind)
                .material("materials[0]", problems);
    }

    @Test
    public void theWordsOfBeforeHaveAValue() {
        assertEquals(MaterialForm.ORIGINAL, MaterialForm.of("原件"));
        assertEquals(MaterialForm.COPY, MaterialForm.of("复印件加盖公章"));
        assertEquals(MaterialForm.BOTH, MaterialForm.of("复印件（核对原件）"));
        assertEquals(MaterialForm.ELECTRONIC, MaterialForm.of("电子版"));
        assertEquals(MaterialForm.NONE, MaterialForm.of(""));
        assertEquals(MaterialForm.NONE, MaterialForm.of("纸质"));
        assertEquals(
                "COPY",
                MaterialBody.of(new Material("m1", "照片", true, "复印件加盖公章", 1, ""))
                        .kind());
    }

    @Test
    public void aValueAloneIsSaidInItsOwnWord() {
        Problems problems = new Problems();
        assertEquals("原件和复印件", read(null, "BOTH", problems).form());
        assertEquals("复印件", read("", "Copy", problems).form());
        assertEquals("", read("", "NONE", problems).form());
        assertEquals("复印件加盖公章", read("复印件加盖公章", "COPY", problems).form());
        assertTrue(problems.all().isEmpty());
    }

    @Test
    public void aValueThatIsNotThatOfTheWordsIsRefused() {
        for (String kind : new String[] {"ORIGINAL", "whatever"}) {
            Problems problems = new Problems();
            read("复印件", kind, problems);
            assertFalse(problems.all().isEmpty());
            assertEquals("materials[0].kind", problems.all().get(0).field());
        }
    }
}
