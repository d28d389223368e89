package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.web.api.EventStream;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.internal.WindowsCommands.At;
import org.yichuang.windows.internal.WindowsCommands.Call;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsCommands.Take;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.TicketView;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** Waiting screens: what they are told, how soon, and until when. */
public class HallScreensTest extends WindowsContract {
    private static final int WINDOWS = 200;
    /** In a drill, on a machine that does nothing else; a build's is shared. */
    private static final long MOST_MILLIS = Boolean.getBoolean("yichuang.test.drill") ? 300 : 1_500;

    private HallScreens here;
    private HallScreens there;
    private DeviceView device;

    @Before
    public void hall() {
        world.window("1", HOUSING);
        world.onDuty("bo", HOUSING, "1");
        world.queues.open(new OpenQueue("A", "综合", null), world.manager());
        device = setUp(DeviceKind.WAITING_SCREEN);
        here = new HallScreens(world.queues, world.attending.devices(), world.province, world.bell);
        WindowsWorld others = new WindowsWorld(other.transactions(), other.entities("windows"), new TestCentres(clock));
        there = new HallScreens(others.queues, others.attending.devices(), others.province, others.bell);
    }

    @After
    public void close() {
        here.close();
        there.close();
    }

    private DeviceView setUp(DeviceKind kind) {
        String point = world.hall
                .points(PageRequest.of(null, null), world.manager())
                .items()
                .get(0)
                .id();
        return world.attending.devices().setUp(new SetUpDevice("一号屏", point, kind, null), world.manager());
    }

    private static String secret(DeviceView of) {
        return of.id() + "." + of.key();
    }

    private CallContext anybody() {
        return world.manager().by(Actor.ANONYMOUS);
    }

    private TicketView taken() {
        return world.tickets.take(new Take("A", null, null), world.clerk("bo"));
    }

    /** A screen that writes down what it is told. */
    private static final class Told implements EventStream {
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private final List<Runnable> closing = new ArrayList<>();
        private volatile boolean open = true;

        @Override
        public boolean send(String id, String type, String data) {
            assertEquals("called", type);
            return told.add(data);
        }

        /** Waits for news with some words. */
        private String until(String words) throws InterruptedException {
            String last = "";
            while (last != null && !last.contains(words)) {
                last = told.poll(5, TimeUnit.SECONDS);
            }
            assertTrue(words, last != null);
            return last;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void onClose(Runnable action) {
            closing.add(action);
        }

        @Override
        public void close() {
            open = false;
            closing.forEach(Runnable::run);
        }
    }

    private Told screen(HallScreens on) throws InterruptedException {
        Told screen = new Told();
        on.follow(secret(device), anybody()).open(screen);
        screen.until("\"groups\"");
        return screen;
    }

    @Test
    public void aScreenIsToldWhoIsCalledWhereAndNothingOfThem() throws InterruptedException {
        Told screen = screen(here);
        taken();
        TicketView called = world.tickets.call(new Call("1", null), world.clerk("bo"));
        String told = screen.until("CALLED");
        assertTrue(told, told.contains("\"number\":\"A001\"") && told.contains("\"window\":\"1\""));
        assertFalse(told, told.contains("bo") || told.contains("holder"));
        world.tickets.recall(called.id(), new At("1"), world.clerk("bo"));
        screen.until("\"calls\":2");
        taken();
        screen.until("\"waiting\":1");
        assertTrue(here.now(secret(device), anybody()).contains("A001"));
        String page = new StaticTemplates()
                .waiting(PagesTest.ui(), here.wall(secret(device), anybody()), false)
                .render();
        assertTrue(page, page.contains("A001") && page.contains("data-calls=\"/haiyang/windows/waiting/calls\""));
    }

    @Test
    public void aScreenIsOneWithAKeyForThatAndIsLetGoWhenItIsLocked() throws InterruptedException {
        assertEquals("device-unknown", codeOf(() -> here.follow("", anybody())));
        assertEquals("device-unknown", codeOf(() -> here.now(device.id() + ".wrong", anybody())));
        String kiosk = secret(setUp(DeviceKind.KIOSK));
        assertEquals("device-kind", codeOf(() -> here.follow(kiosk, anybody())));
        Told screen = screen(here);
        world.attending.devices().lock(device.id(), new Reason("遗失"), world.manager());
        assertEquals("device-locked", codeOf(() -> here.follow(secret(device), anybody())));
        for (int i = 0; i < 100 && screen.isOpen(); i++) {
            Thread.sleep(50);
        }
        assertFalse("it is let go by itself", screen.isOpen());
    }

    /** 200 windows have somebody before them and call one after the other; each node's screen hears in time. */
    @Test
    public void twoHundredWindowsAreSeenInTimeOnBothNodes() throws InterruptedException {
        for (int i = 1; i <= WINDOWS; i++) {
            if (i > 1) {
                world.window(String.valueOf(i), HOUSING);
            }
            taken();
        }
        Told own = screen(here);
        Told others = screen(there);
        List<Long> took = new ArrayList<>();
        List<Long> elsewhere = new ArrayList<>();
        for (int i = 1; i <= WINDOWS; i++) {
            TicketView next = world.tickets.call(new Call(String.valueOf(i), null), world.clerk("bo"));
            String number = "\"" + next.number() + "\"";
            long called = System.nanoTime();
            own.until(number);
            took.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - called));
            others.until(number);
            elsewhere.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - called));
        }
        String measured = "here " + p95(took) + " ms, on the other node " + p95(elsewhere) + " ms";
        assertTrue(measured, p95(took) <= MOST_MILLIS && p95(elsewhere) <= MOST_MILLIS);
        System.out.println("call to screen, p95 of " + WINDOWS + ": " + measured);
    }

    private static long p95(List<Long> all) {
        List<Long> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() * 95 / 100);
    }
}
