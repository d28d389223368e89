package org.yichuang.catalogue.internal.view;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;

public class MaterialLinesTest {
    private static final List<Material> MATERIALS =
            List.of(new Material("m1", "申请书", true, "原件", 2, ""), new Material("m2", "照片", false, "", 1, "近照"));

    @Test
    public void anEditorReadsMaterialsInTheLanguageOfThePage() {
        assertEquals("m1|申请书|必要|原件|2|\nm2|照片|非必要||1|近照", MaterialLines.typed(MATERIALS, Locale.SIMPLIFIED_CHINESE));
        assertEquals("m1|申请书|required|原件|2|\nm2|照片|optional||1|近照", MaterialLines.typed(MATERIALS, Locale.ENGLISH));
    }

    @Test
    public void whatMayFollowOrBePromisedIsSaidBehind() {
        List<Material> materials = List.of(
                new Material("m1", "报告", true, "", 1, "", new Deferral(5), null),
                new Material("m2", "证明", true, "", 1, "", new Deferral(null), new Declaration("撤销")));

        assertEquals("m1|报告|必要||1||5|\nm2|证明|必要||1||可|撤销", MaterialLines.typed(materials, Locale.SIMPLIFIED_CHINESE));
        assertEquals(
                "报告（必要，1 份；可容缺受理，5 个工作日内补齐）\n证明（必要，1 份；可容缺受理，限期补齐；可告知承诺替代；承诺不实的，撤销）",
                MaterialLines.readable(materials, Locale.SIMPLIFIED_CHINESE));
        assertTrue(MaterialLines.isYes("可"));
        assertTrue(MaterialLines.isYes("yes"));
    }

    @Test
    public void whatIsRequiredMayBeTypedInAnyLanguage() {
        assertTrue(MaterialLines.isRequired("必要"));
        assertTrue(MaterialLines.isRequired("required"));
        assertFalse(MaterialLines.isRequired("非必要"));
        assertFalse(MaterialLines.isRequired("optional"));
    }

    @Test
    public void versionsAreComparedInTheLanguageOfThePage() {
        assertEquals("申请书（必要，原件 2 份）\n照片（非必要，1 份；近照）", MaterialLines.readable(MATERIALS, Locale.SIMPLIFIED_CHINESE));
        assertEquals(
                "申请书 (required, 原件 × 2)\n照片 (optional, × 1; 近照)", MaterialLines.readable(MATERIALS, Locale.ENGLISH));
    }
}
