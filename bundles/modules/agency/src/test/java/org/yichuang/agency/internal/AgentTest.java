package org.yichuang.agency.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.agency.internal.AgencyCommands.Authorise;
import org.yichuang.agency.internal.AgencyCommands.Reason;
import org.yichuang.agency.internal.AgencyCommands.Train;
import org.yichuang.agency.internal.AgencyViews.AgentView;
import org.yichuang.agency.internal.AgencyViews.Published;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;

/** Nobody acts as an agent without training and authorisation of the day (K17). */
public class AgentTest extends AgencyContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final PageRequest FIRST = PageRequest.of(null, null);

    @Test
    public void nobodyIsAnAgentByAnAccountThatMayNotAct() {
        assertEquals("account", field(() -> world.registered("吴代办", "13905351234", AgencyWorld.UNKNOWN)));
        world.registered("吴代办", "13905351234", "");
    }

    @Test
    public void whoIsTrainedAndAuthorisedMayActAsLongAsBothHold() {
        String id = world.registered("吴代办", "13905351234", "agent-wu");
        assertFalse(find(id).qualified());
        Authorise paper = new Authorise(TODAY.plusDays(30), "海政服〔2026〕3号");
        assertEquals("agent-not-trained", codeOf(() -> world.agents.authorise(id, paper, world.manager())));

        world.agents.train(id, new Train(TODAY, false, null), world.manager());
        assertEquals("agent-not-trained", codeOf(() -> world.agents.authorise(id, paper, world.manager())));
        world.agents.train(id, new Train(TODAY, true, TODAY.plusDays(20)), world.manager());
        assertFalse("trained alone", find(id).qualified());
        assertTrue(world.agents.authorise(id, paper, world.manager()).qualified());

        world.province.pass(Duration.ofDays(20));
        assertTrue("the last day counts", find(id).qualified());
        assertEquals(1, published().size());
        world.province.pass(Duration.ofDays(1));
        assertFalse("the training is over", find(id).qualified());
        assertEquals(0, published().size());
        sound();
    }

    @Test
    public void anAuthorisationIsWithdrawnAtOnceAndItsHistoryStays() {
        String id = world.qualified("吴代办", "13905351234", "agent-wu");
        AgentView gone = world.agents.withdraw(id, new Reason("不再担任"), world.manager());
        assertFalse(gone.qualified());
        assertEquals(
                List.of("register", "train", "authorise", "withdraw"),
                gone.notes().stream().map(AgencyViews.NoteView::step).toList());
        assertEquals("manager", gone.notes().get(3).by());
        sound();
    }

    @Test
    public void aTelephoneIsRegisteredOnceHoweverItIsWritten() {
        world.registered("吴代办", "0535-3221234", "agent-wu");
        assertEquals("agent-known", codeOf(() -> world.registered("吴某", "0535 322 1234", "")));
        assertEquals("agent-known", codeOf(() -> world.registered("郑某", "13900000000", "agent-wu")));
        world.registered("郑某", "13900000000", "");
        world.registered("冯某", "13900000001", "");
    }

    @Test
    public void everybodySeesWhoMayActAndNobodyTheirTelephone() {
        String id = world.qualified("吴代办", "13905351234", "agent-wu");
        world.registered("未训者", "13900000000", "");
        assertEquals(List.of("吴代办"), published().stream().map(Published::name).toList());
        assertEquals("139****1234", find(id).phone());
        AgentView whole = world.agents.unmask(id, new Reason("通知培训事宜"), world.clerk());
        assertEquals("13905351234", whole.phone());
        assertEquals("fields-invalid", codeOf(() -> world.agents.unmask(id, new Reason("x"), world.clerk())));
        assertEquals("not-allowed", codeOf(() -> world.agents.list(false, FIRST, world.agent())));
        assertEquals("not-allowed", codeOf(() -> world.agents.withdraw(id, new Reason("w"), world.clerk())));
        assertEquals("agent-unknown", codeOf(() -> world.agents.find(id, world.as("m", "centre-manager", LAISHAN))));
    }

    @Test
    public void whatCannotBeIsRefusedWithItsField() {
        String id = world.registered("吴代办", "13905351234", "");
        assertEquals(
                "heldOn",
                field(() -> world.agents.train(id, new Train(TODAY.plusDays(1), true, null), world.manager())));
        assertEquals("validUntil", field(() -> world.agents.train(id, new Train(TODAY, true, TODAY), world.manager())));
        assertEquals("validUntil", field(() -> world.agents.train(id, new Train(TODAY, true, null), world.manager())));
        assertEquals(
                "until",
                field(() -> world.agents.authorise(id, new Authorise(TODAY.minusDays(1), "w"), world.manager())));
    }

    @Test
    public void whoHasSeenAnOlderAgentIsRefused() {
        String id = world.registered("吴代办", "13905351234", "");
        var seen = world.manager();
        var old = new CallContext(HAIYANG, seen.actor(), seen.at(), "r", Optional.empty(), Optional.of(0L));
        assertEquals("precondition-failed", codeOf(() -> world.agents.withdraw(id, new Reason("w"), old)));
    }

    @Test
    public void aListGoesOnWhereItStopped() {
        for (int i = 0; i < 5; i++) {
            world.registered("代办" + i, "1390535123" + i, "");
        }
        Page<AgentView> first = world.agents.list(false, PageRequest.of(3, null), world.manager());
        Page<AgentView> second = world.agents.list(false, PageRequest.of(3, first.next()), world.manager());
        assertEquals(List.of("代办4", "代办3", "代办2"), names(first));
        assertEquals(List.of("代办1", "代办0"), names(second));
    }

    private static List<String> names(Page<AgentView> page) {
        return page.items().stream().map(AgentView::name).toList();
    }

    private List<Published> published() {
        return world.agents.published(FIRST, world.owner()).items();
    }

    private AgentView find(String id) {
        return world.agents.find(id, world.manager());
    }
}
