package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.testing.TestDatabase;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.TicketState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.Away;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsCommands.Finish;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.WindowsCommands.Transfer;
import org.yichuang.windows.internal.WindowsViews.ScreenView;
import org.yichuang.windows.internal.WindowsViews.TicketView;

/** Tickets, from the machine to the window. */
public class QueueTest extends WindowsContract {
    private static final int WINDOWS = 16;

    private String bo;

    @Before
    public void aHallWithTwoWindows() {
        world.window("1", HOUSING);
        world.window("2", HOUSING);
        bo = world.onDuty("bo", HOUSING, "1");
        world.queues.open(new OpenQueue("A", "综合", List.of("1", "2")), world.manager());
        world.queues.open(new OpenQueue("B", "不动产", null), world.manager());
    }

    private CallContext clerk() {
        return world.clerk("bo");
    }

    private CallContext citizen() {
        return world.as("li", "applicant", HAIYANG, Set.of());
    }

    private TicketView take(String group) {
        return world.tickets.take(new Take(group, null, null), clerk());
    }

    private TicketView call(String window) {
        return world.tickets.call(new Call(window, null), clerk());
    }

    private TicketView serve(TicketView ticket) {
        return world.tickets.serve(ticket.id(), new At(ticket.window()), clerk());
    }

    private static At at(String window) {
        return new At(window);
    }

    @Test
    public void numbersBeginAnewEachDayOfShanghaiInEachGroup() {
        assertEquals("A001", take("A").number());
        assertEquals("B001", take("B").number());
        assertEquals("20260302-A002", take("A").id());
        world.province.at("2026-03-02T23:59:59");
        assertEquals("20260302-A003", take("A").id());
        world.province.at("2026-03-03T00:00");
        assertEquals("20260303-A001", take("A").id());
        assertEquals("queue-unknown", codeOf(() -> take("Z")));
        world.queues.close("B", new Reason("并入"), world.manager());
        assertEquals("queue-unknown", codeOf(() -> take("B")));
        assertEquals("queue-known", codeOf(() -> world.queues.open(new OpenQueue("A", "综合", null), world.manager())));
        assertEquals(
                "window-unknown",
                codeOf(() -> world.queues.open(new OpenQueue("C", "综合", List.of("9")), world.manager())));
        sound();
    }

    @Test
    public void whoeverGoesFirstIsCalledFirstThenWhoeverHasComeFirst() {
        assertEquals("queue-empty", codeOf(() -> call("1")));
        take("B");
        world.province.at("2026-03-02T09:01");
        take("A");
        world.province.at("2026-03-02T09:02");
        TicketView green = world.tickets.take(new Take("A", true, TicketSource.KIOSK), clerk());
        TicketView last = take("A");
        assertEquals(Long.valueOf(2), last.ahead());
        assertEquals(Long.valueOf(0), green.ahead());

        TicketView called = call("1");
        assertEquals(green.id(), called.id());
        assertEquals(TicketState.CALLED, called.state());
        assertNull(called.ahead());
        assertEquals("whom it waits for", "window-busy", codeOf(() -> call("1")));
        serve(called);
        assertEquals("B001", call("1").number());
        assertEquals(
                "who was served has been",
                TicketState.DONE,
                world.tickets.find(called.id(), citizen()).state());
        assertEquals("A001", world.tickets.call(new Call("2", "A"), clerk()).number());
        ScreenView screen = world.queues.screen(citizen());
        assertEquals(2, screen.called().size());
        assertEquals(1, screen.groups().get(0).waiting());
        assertEquals(0, screen.groups().get(1).waiting());
        assertEquals(
                2,
                world.tickets.at("1", clerk()).size()
                        + world.tickets.at("2", clerk()).size());
        assertEquals(
                4,
                world.tickets.list(PageRequest.of(null, null), clerk()).items().size());
        sound();
    }

    @Test
    public void aTicketIsPassedOverWhenItWasCalledOftenOrLongAgo() {
        take("A");
        take("A");
        TicketView first = call("1");
        assertEquals(1, first.calls());
        assertEquals("ticket-early", codeOf(() -> world.tickets.skip(first.id(), at("1"), clerk())));
        world.tickets.recall(first.id(), at("1"), clerk());
        assertEquals(3, world.tickets.recall(first.id(), at("1"), clerk()).calls());
        assertEquals(
                TicketState.NO_SHOW,
                world.tickets.skip(first.id(), at("1"), clerk()).state());
        assertEquals("ticket-state", codeOf(() -> serve(first)));

        TicketView second = call("1");
        world.province.at("2026-03-02T09:03");
        assertEquals(
                TicketState.NO_SHOW,
                world.tickets.skip(second.id(), at("1"), clerk()).state());
        assertEquals("ticket-unknown", codeOf(() -> world.tickets.skip("20260302-A900", at("1"), clerk())));
        sound();
    }

    @Test
    public void anotherWindowHasNothingToDoWithItUnlessTheClerkIsGone() {
        take("A");
        TicketView called = call("1");
        for (Runnable other : List.<Runnable>of(
                () -> world.tickets.recall(called.id(), at("2"), clerk()),
                () -> world.tickets.skip(called.id(), at("2"), clerk()),
                () -> world.tickets.serve(called.id(), at("2"), clerk()))) {
            assertEquals("ticket-gone", codeOf(other));
        }
        world.province.at("2026-03-02T09:03");
        TicketView served = world.tickets.serve(called.id(), at("2"), clerk());
        assertEquals("2", served.window());
        assertEquals("ticket-gone", codeOf(() -> world.tickets.finish(called.id(), new Finish("1", null), clerk())));
        sound();
    }

    @Test
    public void whoeverIsSentOnHasWaitedSinceTheyCame() {
        take("A");
        world.province.at("2026-03-02T09:05");
        take("B");
        TicketView served = serve(world.tickets.call(new Call("1", "A"), clerk()));
        assertEquals(Integer.valueOf(300), served.waited());
        assertEquals(
                "queue-unknown",
                codeOf(() -> world.tickets.transfer(served.id(), new Transfer("1", "Z", null), clerk())));
        TicketView sent = world.tickets.transfer(served.id(), new Transfer("1", "B", "2"), clerk());
        assertEquals(TicketState.WAITING, sent.state());
        assertEquals("A001", sent.number());

        assertEquals("only the other window calls it", "B001", call("1").number());
        world.province.at("2026-03-02T09:20");
        TicketView again = call("2");
        assertEquals(served.id(), again.id());
        assertEquals("its first call", Integer.valueOf(300), again.waited());
        serve(again);
        TicketView done = world.tickets.finish(served.id(), new Finish("2", List.of("370687-1")), clerk());
        assertEquals(TicketState.DONE, done.state());
        assertEquals(List.of("370687-1"), done.cases());
        sound();
    }

    @Test
    public void nobodyTakesTheNumbersOfOthersFromHome() {
        Take online = new Take("A", null, null);
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    TicketSource.ONLINE,
                    world.tickets.takeOnline(online, citizen()).source());
        }
        assertEquals("tickets-enough", codeOf(() -> world.tickets.takeOnline(online, citizen())));
        assertEquals("not-allowed", codeOf(() -> world.tickets.take(online, citizen())));
        assertEquals("not-allowed", codeOf(() -> world.tickets.call(new Call("1", null), citizen())));
        assertEquals(
                "fields-invalid", codeOf(() -> world.tickets.take(new Take("A", null, TicketSource.ONLINE), clerk())));
        world.province.at("2026-03-03T09:00");
        world.tickets.takeOnline(online, citizen());
    }

    @Test
    public void whoeverIsNotThereCallsNobody() {
        take("A");
        assertEquals("staff-off-duty", codeOf(() -> world.tickets.call(new Call("1", null), world.clerk("x"))));
        world.staff.away(bo, new Away(world.today(), "开会"), clerk());
        assertEquals("staff-off-duty", codeOf(() -> call("1")));
        assertEquals("window-unknown", codeOf(() -> call("9")));
        world.hall.closeWindow("2", new Reason("并入"), world.manager());
        assertEquals("window-closed", codeOf(() -> call("2")));
    }

    /** Sixteen windows on two containers call what four machines give out: each ticket once, none left over. */
    @Test
    public void noTicketIsCalledTwiceOrLeftOut() throws Exception {
        int each = kind == TestDatabase.Kind.POSTGRESQL ? 250 : 25;
        WindowsWorld there = new WindowsWorld(other.transactions(), other.entities("windows"), world.province);
        List<WindowsWorld> both = List.of(world, there);
        IntStream.rangeClosed(3, WINDOWS).forEach(number -> world.window(String.valueOf(number), HOUSING));
        world.queues.open(new OpenQueue("C", "大厅", null), world.manager());

        Set<String> taken = new HashSet<>(all(4, which -> {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                mine.add(both.get(which % 2)
                        .tickets
                        .take(new Take("C", i % 10 == 0, TicketSource.KIOSK), clerk())
                        .id());
            }
            return mine;
        }));
        assertEquals("each number once", 4 * each, taken.size());

        List<String> called = all(WINDOWS, which -> emptied(both.get(which % 2), String.valueOf(which + 1)));
        assertEquals("none twice", called.size(), Set.copyOf(called).size());
        assertEquals("none left out", taken, Set.copyOf(called));
        sound();
    }

    /** Two call for one window at one moment, each of another group: it gets one to serve. */
    @Test
    public void aWindowCallsOneAtATime() throws Exception {
        WindowsWorld there = new WindowsWorld(other.transactions(), other.entities("windows"), world.province);
        List<WindowsWorld> both = List.of(world, there);
        for (int i = 0; i < WINDOWS; i++) {
            take("A");
            take("B");
            List<String> called = all(2, which -> calledOnce(both.get(which), which == 0 ? "A" : "B"));
            assertEquals("one of the two", 1, called.size());
            world.tickets.serve(called.get(0), at("1"), clerk());
            world.tickets.finish(called.get(0), new Finish("1", null), clerk());
        }
        sound();
    }

    private List<String> calledOnce(WindowsWorld at, String group) {
        try {
            return List.of(at.tickets.call(new Call("1", group), clerk()).id());
        } catch (ProblemException e) {
            assertEquals(WindowsError.WINDOW_BUSY, e.code());
            return List.of();
        }
    }

    /** Whoever is taken over from a window whose clerk is gone is served where nobody else is in hand. */
    @Test
    public void aWindowServesOneAtATime() {
        take("A");
        take("A");
        TicketView left = call("1");
        TicketView own = call("2");
        world.province.at("2026-03-02T09:03");
        assertEquals("window-busy", codeOf(() -> world.tickets.serve(left.id(), at("2"), clerk())));
        serve(own);
        world.tickets.serve(left.id(), at("2"), clerk());
        assertEquals(TicketState.DONE, world.tickets.find(own.id(), citizen()).state());
        sound();
    }

    /** Calls and serves until nobody waits. */
    private List<String> emptied(WindowsWorld at, String window) {
        List<String> mine = new ArrayList<>();
        while (true) {
            try {
                String id = at.tickets.call(new Call(window, "C"), clerk()).id();
                mine.add(id);
                at.tickets.serve(id, at(window), clerk());
            } catch (ProblemException e) {
                assertEquals(WindowsError.QUEUE_EMPTY, e.code());
                return mine;
            }
        }
    }

    /** What several do at once. */
    @FunctionalInterface
    private interface Work {
        List<String> done(int which);
    }

    private static List<String> all(int many, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<List<String>>> each = IntStream.range(0, many)
                    .mapToObj(which -> (Callable<List<String>>) () -> work.done(which))
                    .toList();
            List<String> found = new ArrayList<>();
            for (Future<List<String>> one : threads.invokeAll(each)) {
                found.addAll(one.get());
            }
            return found;
        } finally {
            threads.shutdown();
        }
    }
}
