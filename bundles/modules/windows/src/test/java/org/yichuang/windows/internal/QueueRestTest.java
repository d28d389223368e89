package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.util.List;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.Test;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsCommands.Finish;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.WindowsCommands.Transfer;
import org.yichuang.windows.internal.WindowsViews.QueueView;
import org.yichuang.windows.internal.WindowsViews.TicketView;
import org.yichuang.windows.internal.jte.StaticTemplates;
import org.yichuang.windows.internal.rest.CallResource;
import org.yichuang.windows.internal.rest.QueueResource;
import org.yichuang.windows.internal.rest.TicketResource;

/** The queue as callers of the interface and people in front of pages meet it. */
public class QueueRestTest extends WindowsContract {
    private final StaticTemplates templates = new StaticTemplates();

    private static TicketView ticket(Response answer, TicketState state) {
        TicketView now = (TicketView) answer.getEntity();
        assertEquals(state, now.state());
        assertEquals("\"" + now.version() + "\"", answer.getHeaderString("ETag"));
        return now;
    }

    @Test
    public void aTicketGoesItsWay() {
        world.window("1", HOUSING);
        world.onDuty("bo", HOUSING, "1");
        CallContext clerk = world.clerk("bo");
        CallContext anybody = world.as("li", "applicant", HAIYANG, Set.of());
        QueueResource queues = new QueueResource(world.queues);
        Response opened = queues.openQueue(new OpenQueue("A", "综合", null), world.manager());
        assertEquals(201, opened.getStatus());

        TicketResource tickets = new TicketResource(world.tickets);
        Response taken = tickets.take(new Take("A", null, null), clerk);
        String id = ticket(taken, TicketState.WAITING).id();
        assertEquals("haiyang/windows/tickets/" + id, taken.getLocation().toString());
        ticket(tickets.takeOnline(new Take("A", null, null), anybody), TicketState.WAITING);
        assertEquals(1, queues.screen(anybody).groups().size());

        ticket(new CallResource(world.tickets).call(new Call("1", "A"), clerk), TicketState.CALLED);
        ticket(tickets.recall(id, new At("1"), clerk), TicketState.CALLED);
        assertEquals("ticket-early", codeOf(() -> tickets.skip(id, new At("1"), clerk)));
        ticket(tickets.serve(id, new At("1"), clerk), TicketState.SERVING);
        ticket(tickets.transfer(id, new Transfer("1", null, "1"), clerk), TicketState.WAITING);
        ticket(new CallResource(world.tickets).call(new Call("1", null), clerk), TicketState.CALLED);
        ticket(tickets.serve(id, new At("1"), clerk), TicketState.SERVING);
        ticket(tickets.finish(id, new Finish("1", null), clerk), TicketState.DONE);
        ticket(tickets.find(id, anybody), TicketState.DONE);
        assertEquals(2, tickets.list(null, null, clerk).items().size());
        QueueView closed =
                (QueueView) queues.close("A", new Reason("停用"), world.manager()).getEntity();
        assertTrue(closed.closed());
        sound();
    }

    @Test
    public void thePageOfAWindowOffersWhatIsNext() {
        world.window("1", HOUSING);
        world.onDuty("bo", HOUSING, "1");
        CallContext clerk = world.clerk("bo");
        world.queues.open(new OpenQueue("A", "综合", null), world.manager());
        TicketView waiting = world.tickets.take(new Take("A", null, null), clerk);
        String own = templates.ticket(PagesTest.ui(), waiting).render();
        assertTrue(own, own.contains("A001") && own.contains("ticket.ahead"));

        TicketView called = world.tickets.call(new Call("1", null), clerk);
        String page = queue(called);
        assertTrue(page, page.contains("/serve\"") && page.contains("/recall\"") && page.contains("/skip\""));
        assertFalse(page, page.contains("/finish\""));
        String there = templates.ticket(PagesTest.ui(), called).render();
        assertTrue(there, there.contains("ticket.go-to") && !there.contains("ticket.ahead"));

        String busy = queue(world.tickets.serve(called.id(), new At("1"), clerk));
        assertTrue(busy, busy.contains("/finish\"") && busy.contains("/transfer\""));
        assertFalse(busy, busy.contains("/skip\""));

        String screen = templates
                .screen(PagesTest.ui(), world.queues.screen(clerk), false, false)
                .render();
        assertTrue(screen, screen.contains("A001") && !screen.contains("field:"));
        String manager = templates
                .screen(PagesTest.ui(), world.queues.screen(clerk), true, true)
                .render();
        assertTrue(manager, manager.contains("field:group") && manager.contains("field:windows"));
    }

    private String queue(TicketView ticket) {
        return templates
                .queue(
                        PagesTest.ui(),
                        "1",
                        List.of(new Option("1", "1")),
                        List.of(ticket),
                        world.queues.list(world.clerk("bo")))
                .render();
    }
}
