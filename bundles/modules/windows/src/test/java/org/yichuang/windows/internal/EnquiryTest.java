package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.FORESTRY;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;
import static org.yichuang.windows.internal.WindowsWorld.TODAY;

import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.EnquiryChannel;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.internal.AssessmentCommands.AnswerEnquiry;
import org.yichuang.windows.internal.AssessmentCommands.HandOver;
import org.yichuang.windows.internal.AssessmentCommands.OpenEnquiry;
import org.yichuang.windows.internal.EnquiryViews.EnquiryView;

/** Whoever is asked first stays responsible, and nobody says "no" without "how". */
public class EnquiryTest extends WindowsContract {
    private static final PageRequest ALL = PageRequest.of(null, null);

    private Enquiries enquiries;

    @Before
    public void hall() {
        world.window("3", HOUSING);
        world.window("5", FORESTRY);
        world.onDuty("bo", HOUSING, "3");
        world.onDuty("clara", HOUSING, "3");
        world.onDuty("fern", FORESTRY, "5");
        enquiries = world.assessing.enquiries();
    }

    private EnquiryView asked() {
        return enquiries.open(new OpenEnquiry(EnquiryChannel.DESK, "王小明", "采伐自家的树要办什么？"), world.clerk("bo"));
    }

    @Test
    public void whoWasAskedFirstStaysResponsible() {
        EnquiryView asked = asked();
        assertEquals("王*明", asked.asker());
        assertEquals("five working days", TODAY.plusDays(7), asked.due());
        EnquiryView handed = enquiries.handOver(asked.id(), new HandOver("fern", "林业事项"), world.clerk("bo"));
        assertEquals("人bo", handed.firstAsked());
        assertEquals("人fern", handed.holder());
        AnswerEnquiry answer = new AnswerEnquiry("办理林木采伐许可证", null, null);
        assertEquals("enquiry-unknown", codeOf(() -> enquiries.answer(asked.id(), answer, world.clerk("clara"))));
        EnquiryView answered = enquiries.answer(asked.id(), answer, world.clerk("fern"));
        assertEquals(EnquiryState.ANSWERED, answered.state());
        assertEquals(3, answered.notes().size());
        assertEquals("enquiry-state", codeOf(() -> enquiries.answer(asked.id(), answer, world.clerk("bo"))));
        assertEquals(
                "staff-unknown",
                codeOf(() -> enquiries.open(new OpenEnquiry(EnquiryChannel.PHONE, null, "x"), world.clerk("nobody"))));
        sound();
    }

    /** Neither whoever has it nor whoever was asked first need be there any more. */
    @Test
    public void whoeverManagesTheHallHasSomebodyElseAnswer() {
        EnquiryView asked = asked();
        HandOver gives = new HandOver("clara", "bo已返回原单位");
        assertEquals("not-allowed", codeOf(() -> enquiries.assign(asked.id(), gives, world.clerk("clara"))));
        EnquiryView given = enquiries.assign(asked.id(), gives, world.manager());
        assertEquals("人clara", given.holder());
        assertEquals("人bo", given.firstAsked());
        AnswerEnquiry answer = new AnswerEnquiry("办理林木采伐许可证", null, null);
        enquiries.answer(asked.id(), answer, world.clerk("clara"));
        assertEquals("enquiry-state", codeOf(() -> enquiries.assign(asked.id(), gives, world.manager())));
        sound();
    }

    @Test
    public void nobodySaysNoWithoutHow() {
        EnquiryView asked = asked();
        AnswerEnquiry no = new AnswerEnquiry("不能办", true, " ");
        assertEquals("answer-how", codeOf(() -> enquiries.answer(asked.id(), no, world.clerk("bo"))));
        AnswerEnquiry how = new AnswerEnquiry("本中心不办理", true, "到留格庄镇便民服务中心3号窗口，周一至周五");
        EnquiryView answered = enquiries.answer(asked.id(), how, world.clerk("bo"));
        assertTrue(answered.how().contains("留格庄镇"));
        sound();
    }

    @Test
    public void whatIsNotAnsweredInTimeIsLate() {
        asked();
        assertFalse(enquiries.list(null, ALL, world.manager()).items().get(0).late());
        world.province.at("2026-03-10T09:00");
        assertTrue(enquiries.list(null, ALL, world.manager()).items().get(0).late());
        assertEquals(
                "not-signed-in",
                codeOf(() -> enquiries.list(null, ALL, world.manager().by(org.yichuang.kernel.api.Actor.ANONYMOUS))));
    }
}
