package org.yichuang.windows.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.PagesTest.ui;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.internal.AssessmentCommands.AskOnline;
import org.yichuang.windows.internal.EnquiryViews.AskedView;
import org.yichuang.windows.internal.EnquiryViews.EnquiryView;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** What the pages of enquiries show, and to whom they offer what. */
public class EnquiryPagesTest {
    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld world =
            new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());
    private final StaticTemplates templates = new StaticTemplates();
    private AskedView asked;

    @Before
    public void ask() {
        world.window("3", HOUSING);
        world.onDuty("bo", HOUSING, "3");
        asked = world.assessing
                .asked()
                .ask(
                        new AskOnline("王小明", "采伐自家的树要办什么？我住在留格庄镇，树在自家院子里，一共三棵，去年也种过，请问要带什么材料来？"),
                        "10.0.0.1",
                        world.manager().by(Actor.ANONYMOUS));
    }

    @After
    public void close() {
        transactions.close();
    }

    private EnquiryView view() {
        return world.assessing.enquiries().find(asked.number(), world.clerk("bo"));
    }

    @Test
    public void theListShortensWhatWasAskedAndOffersToWriteDown() {
        JteModel list = templates.enquiries(
                ui(),
                false,
                world.assessing.enquiries().list(null, PageRequest.of(null, null), world.clerk("bo")),
                true);
        String page = list.render();
        assertTrue(page, page.contains("采伐自家的树") && page.contains("…") && !page.contains("材料来"));
        assertTrue(page, page.contains("enquiry.untaken") && page.contains("field:channel"));
        String looks = templates
                .enquiries(
                        ui(),
                        true,
                        world.assessing.enquiries().list(null, PageRequest.of(null, null), world.manager()),
                        false)
                .render();
        assertFalse(looks, looks.contains("<form"));
    }

    @Test
    public void oneOffersWhatIsNext() {
        String base = "/haiyang/windows/enquiries/" + asked.number();
        String untaken = templates.enquiry(ui(), view(), true, false, List.of()).render();
        assertTrue(untaken, untaken.contains(base + "/taking") && !untaken.contains(base + "/answer"));
        assertTrue("masked", untaken.contains("王*明") && !untaken.contains("王小明"));
        String inHand = templates
                .enquiry(ui(), view(), false, true, List.of(new Option("fern", "5 人fern")))
                .render();
        assertTrue(inHand, inHand.contains(base + "/answer") && inHand.contains(base + "/hand-over"));
        String managed = templates
                .enquiry(ui(), view(), false, false, List.of(new Option("fern", "5 人fern")))
                .render();
        assertTrue(managed, managed.contains(base + "/assignment"));
    }

    @Test
    public void askingTellsNumberAndCode() {
        String form = templates.ask(ui(), false).render();
        assertTrue(form, form.contains("field:question") && form.contains("field:name"));
        assertFalse("known by the account", templates.ask(ui(), true).render().contains("field:name"));
        String taken = templates.asked(ui(), asked, false).render();
        assertTrue(taken, taken.contains(asked.number()) && taken.contains(asked.code()));
        JteModel answers = templates.answers(
                ui(),
                List.of(world.assessing
                        .asked()
                        .progress(
                                asked.number(),
                                asked.code(),
                                "10.0.0.1",
                                world.manager().by(Actor.ANONYMOUS))));
        assertTrue(answers.render().contains("ask.until"));
        assertTrue(templates.askdoor(ui()).render().contains("field:code"));
    }
}
