package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import org.junit.Before;
import org.junit.Test;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.internal.ScreenCommands.PrintAtMachine;
import org.yichuang.windows.internal.ScreenCommands.TakeAtMachine;
import org.yichuang.windows.internal.WindowsCommands.OpenQueue;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.TicketView;
import org.yichuang.windows.internal.jte.StaticTemplates;
import org.yichuang.windows.internal.rest.MachineResource;

/** Tickets at machines, and printers that fail. */
public class TicketMachineTest extends WindowsContract {
    private TicketMachines machines;
    private DeviceView device;

    @Before
    public void hall() {
        world.window("1", HOUSING);
        world.onDuty("bo", HOUSING, "1");
        world.queues.open(new OpenQueue("A", "综合", null), world.manager());
        String point = world.hall
                .points(PageRequest.of(null, null), world.manager())
                .items()
                .get(0)
                .id();
        SetUpDevice kiosk = new SetUpDevice("一号取号机", point, DeviceKind.KIOSK, null);
        device = world.attending.devices().setUp(kiosk, world.manager());
        machines = new TicketMachines(
                new Queue(world.queues, world.tickets, world.hours, world.appointments), world.attending);
    }

    private CallContext anybody() {
        return world.manager().by(Actor.ANONYMOUS);
    }

    private TicketView taken() {
        TakeAtMachine take = new TakeAtMachine(device.id(), device.key(), "A");
        return (TicketView) new MachineResource(machines).take(take, anybody()).getEntity();
    }

    private TicketView printed(TicketView ticket, boolean isPrinted) {
        PrintAtMachine print = new PrintAtMachine(device.id(), device.key(), isPrinted);
        return (TicketView)
                new MachineResource(machines).printed(ticket.id(), print, anybody()).getEntity();
    }

    @Test
    public void aMachineGivesOutTicketsByItsKeyAlone() {
        TicketView made = taken();
        assertEquals("A001", made.number());
        assertEquals(TicketSource.KIOSK, made.source());
        TakeAtMachine wrong = new TakeAtMachine(device.id(), "x", "A");
        assertEquals("device-unknown", codeOf(() -> machines.take(wrong, anybody())));
        world.attending.devices().lock(device.id(), new Reason("遗失"), world.manager());
        assertEquals("device-locked", codeOf(this::taken));
        sound();
    }

    @Test
    public void aTicketThatWasNotPrintedSaysSoAndIsPrintedAgain() {
        TicketView made = taken();
        assertFalse(made.unprinted());
        TicketView failed = printed(made, false);
        assertTrue(failed.unprinted());
        String page = slip(failed);
        assertTrue(page, page.contains("slip.unprinted") && page.contains("A001"));
        assertFalse("the printer is not asked again by itself", page.contains("data-print"));
        assertTrue(slip(printed(failed, true)).contains("data-print"));
        printed(failed, false);
        assertFalse(machines.printedAtDesk(made.id(), world.clerk("bo")).unprinted());
        assertEquals("not-allowed", codeOf(() -> machines.printedAtDesk(made.id(), anybody())));
        assertEquals("ticket-unknown", codeOf(() -> machines.printedAtDesk("20200101-A001", world.clerk("bo"))));
        sound();
    }

    private static String slip(TicketView ticket) {
        return new StaticTemplates()
                .slip(PagesTest.ui(), ticket, "综合", "58", true, false)
                .render();
    }
}
