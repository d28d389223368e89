package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.ComparedView;
import org.yichuang.cases.api.FilingView;
import org.yichuang.pages.api.Ui;
import org.yichuang.shell.testing.Wired;

/** What the page of a case says of the copies that were handed in. */
public class MaterialsPageTest {
    private static MaterialView copy(String name) {
        return Wired.record(MaterialView.class, Map.of("code", "m1", "name", name, "paper", false));
    }

    @Test
    public void onlyTheCopyBesideWhichTheOriginalWasSeenIsMarked() {
        FilingView filing = Wired.record(
                FilingView.class, Map.of("compared", List.of(new ComparedView("m1", "执照", "李窗", Instant.EPOCH, 1))));
        CaseView view = Wired.record(
                CaseView.class, Map.of("materials", List.of(copy("旧"), copy("当场"), copy("新")), "filing", filing));
        Ui ui = Wired.only(
                Ui.class,
                Map.of(
                        "t", key -> String.valueOf(key[0]),
                        "date", at -> "",
                        "badge", said -> (Content) out -> out.writeContent((String) said[1])));
        StringOutput page = new StringOutput();
        ApplyPages.TEMPLATES.materials(ui, view, "", Map.of()).render(page);

        String[] parts = page.toString().split("material.compared", -1);
        assertEquals(page.toString(), 2, parts.length);
        assertTrue(parts[0], parts[0].contains("当场") && !parts[0].contains("新"));
    }
}
