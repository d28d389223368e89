package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.IdempotencyKey;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.EnquiryChannel;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.internal.AssessmentCommands.AnswerEnquiry;
import org.yichuang.windows.internal.AssessmentCommands.AskOnline;
import org.yichuang.windows.internal.AssessmentCommands.HandOver;
import org.yichuang.windows.internal.AssessmentCommands.OpenEnquiry;
import org.yichuang.windows.internal.EnquiryViews.AskedView;
import org.yichuang.windows.internal.EnquiryViews.EnquiryView;
import org.yichuang.windows.internal.EnquiryViews.ProgressView;
import org.yichuang.windows.internal.jte.StaticTemplates;
import org.yichuang.windows.internal.rest.EnquiryResource;

/** What is asked from home is whose who takes it first, and opens for whoever has asked alone. */
public class OnlineEnquiryTest extends WindowsContract {
    private static final PageRequest ALL = PageRequest.of(null, null);
    private static final AskOnline ASK = new AskOnline("王小明", "采伐自家的树要办什么？");
    private static final AnswerEnquiry ANSWER = new AnswerEnquiry("办理林木采伐许可证", null, null);

    private Enquiries enquiries;
    private OnlineEnquiries online;

    @Before
    public void hall() {
        world.window("3", HOUSING);
        world.window("5", FORESTRY);
        world.onDuty("bo", HOUSING, "3");
        world.onDuty("fern", FORESTRY, "5");
        enquiries = world.assessing.enquiries();
        online = world.assessing.asked();
    }

    private CallContext anybody() {
        return world.manager().by(Actor.ANONYMOUS);
    }

    private CallContext citizen(String account) {
        return world.as(account, "applicant", HAIYANG, Set.of());
    }

    @Test
    public void whoHasNotSignedInLooksByNumberAndCode() {
        AskedView asked = online.ask(ASK, "10.0.0.1", anybody());
        assertEquals("five working days", TODAY.plusDays(7), asked.due());
        ProgressView waits = online.progress(asked.number(), asked.code(), "10.0.0.1", anybody());
        assertEquals(EnquiryState.OPEN, waits.state());
        assertEquals(
                "enquiry-not-found", codeOf(() -> online.progress(asked.number(), "WRONG", "10.0.0.1", anybody())));
        assertEquals("enquiry-not-found", codeOf(() -> online.progress("X", asked.code(), "10.0.0.1", anybody())));
        enquiries.take(asked.number(), world.clerk("fern"));
        enquiries.answer(asked.number(), ANSWER, world.clerk("fern"));
        ProgressView answered = online.progress(asked.number(), asked.code(), "10.0.0.1", anybody());
        assertEquals("办理林木采伐许可证", answered.answer());
        assertTrue("nobody to be told", world.told.isEmpty());
        assertEquals(List.of(), online.own(anybody()));
        sound();
    }

    /** The code does not lie in the database, and is told again to whoever sends the same once more. */
    @Test
    public void askingAgainUnderTheSameKeyTellsTheSameCode() {
        CallContext once = new CallContext(
                HAIYANG,
                Actor.ANONYMOUS,
                world.province.now(),
                "r",
                Optional.of(new IdempotencyKey("key-of-the-enquiry", "f")),
                Optional.empty());
        AskedView asked = online.ask(ASK, "10.0.0.1", once);
        assertEquals(asked, online.ask(ASK, "10.0.0.1", once));
        assertEquals(1, enquiries.list(null, ALL, world.manager()).items().size());
    }

    @Test
    public void whoHasSignedInFindsTheirOwnAndIsToldOfTheAnswer() {
        AskedView asked = online.ask(new AskOnline("别的名字", ASK.question()), "10.0.0.1", citizen("wang"));
        assertEquals(asked.number(), online.own(citizen("wang")).get(0).number());
        assertEquals(List.of(), online.own(citizen("li")));
        EnquiryView view = enquiries.find(asked.number(), world.manager());
        assertEquals("of the account, masked", "w**g", view.asker());
        assertEquals("w**g", view.notes().get(0).by());
        enquiries.take(asked.number(), world.clerk("bo"));
        enquiries.answer(asked.number(), ANSWER, world.clerk("bo"));
        assertEquals("enquiry-answered", world.told.get(0).kind());
        assertEquals("wang", world.told.get(0).account());
        assertFalse(world.told.get(0).facts().toString().contains("采伐"));
        sound();
    }

    @Test
    public void whoTakesItFirstWasAskedFirst() {
        String id = online.ask(ASK, "10.0.0.1", anybody()).number();
        assertEquals("", enquiries.find(id, world.manager()).firstAsked());
        assertEquals("enquiry-unknown", codeOf(() -> enquiries.answer(id, ANSWER, world.clerk("bo"))));
        assertEquals("staff-unknown", codeOf(() -> enquiries.take(id, world.clerk("nobody"))));
        EnquiryView taken = enquiries.take(id, world.clerk("bo"));
        assertEquals("人bo", taken.firstAsked());
        assertEquals("3", taken.window());
        assertTrue(taken.inHand());
        assertEquals("enquiry-taken", codeOf(() -> enquiries.take(id, world.clerk("fern"))));
        String told = enquiries
                .open(new OpenEnquiry(EnquiryChannel.DESK, null, "几点开门？"), world.clerk("fern"))
                .id();
        assertEquals("is theirs already", "enquiry-taken", codeOf(() -> enquiries.take(told, world.clerk("bo"))));
        sound();
    }

    @Test
    public void whomTheManagerGivesItWasAskedFirst() {
        String id = online.ask(ASK, "10.0.0.1", anybody()).number();
        EnquiryView given = enquiries.assign(id, new HandOver("fern", null), world.manager());
        assertEquals("人fern", given.firstAsked());
        assertEquals("5", given.window());
        sound();
    }

    @Test
    public void nobodyFloodsTheHall() {
        world.province.policy(HAIYANG, "policy.windows.enquiry.hourly", "2");
        online.ask(ASK, "10.0.0.1", anybody());
        online.ask(ASK, "10.0.0.1", anybody());
        assertEquals("too-many-requests", codeOf(() -> online.ask(ASK, "10.0.0.1", anybody())));
        online.ask(ASK, "10.0.0.2", anybody());
        online.ask(ASK, "10.0.0.1", citizen("wang"));
        online.ask(ASK, "10.0.0.1", citizen("wang"));
        assertEquals("too-many-requests", codeOf(() -> online.ask(ASK, "10.0.0.9", citizen("wang"))));
        world.province.at("2026-03-02T12:30");
        online.ask(ASK, "10.0.0.1", anybody());
        assertEquals("fields-invalid", codeOf(() -> online.ask(new AskOnline(null, " "), "10.0.0.3", anybody())));
    }

    @Test
    public void theListShowsThoseToBeAnswered() {
        String id = online.ask(ASK, "10.0.0.1", anybody()).number();
        EnquiryResource resource = new EnquiryResource(enquiries);
        resource.take(id, world.clerk("fern"));
        resource.answer(id, ANSWER, world.clerk("fern"));
        online.ask(ASK, "10.0.0.1", anybody());
        assertEquals(2, resource.list(null, null, null, world.manager()).items().size());
        assertEquals(
                1,
                resource.list(EnquiryState.OPEN, null, null, world.manager())
                        .items()
                        .size());
    }

    /** Nobody finds a code by trying, nor keeps others from theirs. */
    @Test
    public void wrongCodesAreCountedByWhereTheyComeFrom() {
        AskedView asked = online.ask(ASK, "10.0.0.1", anybody());
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    "enquiry-not-found", codeOf(() -> online.progress(asked.number(), "WRONG", "10.0.0.7", anybody())));
        }
        assertEquals(
                "too-many-requests",
                codeOf(() -> online.progress(asked.number(), asked.code(), "10.0.0.7", anybody())));
        assertEquals(
                asked.number(),
                online.progress(asked.number(), asked.code(), "10.0.0.1", anybody())
                        .number());
        world.province.at("2026-03-02T12:30");
        assertFalse(online.progress(asked.number(), asked.code(), "10.0.0.7", anybody())
                .late());
    }

    @Test
    public void whoHasAskedSeesThatTheDayForAnAnswerHasPassed() {
        AskedView asked = online.ask(ASK, "10.0.0.1", anybody());
        world.province.at("2026-03-10T09:00");
        ProgressView late = online.progress(asked.number(), asked.code(), "10.0.0.1", anybody());
        assertTrue(late.late());
        String page =
                new StaticTemplates().answers(PagesTest.ui(), List.of(late)).render();
        assertTrue(page, page.contains("ask.late") && !page.contains("ask.until"));
    }

    @Test
    public void theAnswerIsMaskedForWhoeverDoesNotHaveItInHand() {
        AskedView asked = online.ask(ASK, "10.0.0.1", anybody());
        enquiries.take(asked.number(), world.clerk("bo"));
        enquiries.answer(
                asked.number(), new AnswerEnquiry("请打 13800138000", true, "或者找 13900139000"), world.clerk("bo"));
        EnquiryView own = enquiries.find(asked.number(), world.clerk("bo"));
        assertTrue(
                own.answer(), own.answer().contains("13800138000") && own.how().contains("13900139000"));
        EnquiryView others = enquiries.find(asked.number(), world.clerk("fern"));
        assertFalse(others.answer(), others.answer().contains("13800138000"));
        assertFalse(others.how(), others.how().contains("13900139000"));
        assertTrue(online.progress(asked.number(), asked.code(), "10.0.0.1", anybody())
                .answer()
                .contains("13800138000"));
    }

    /** What nobody has taken is late as well, and is counted where it is nobody's. */
    @Test
    public void whatNobodyHasTakenIsLate() {
        online.ask(ASK, "10.0.0.1", anybody());
        world.province.at("2026-03-10T09:00");
        assertTrue(enquiries.list(null, ALL, world.manager()).items().get(0).late());
        assertEquals(Optional.empty(), world.told.stream().findAny());
    }
}
