package org.yichuang.windows.internal;

import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.TicketSource;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.ScreenCommands.PrintAtMachine;
import org.yichuang.windows.internal.ScreenCommands.TakeAtMachine;
import org.yichuang.windows.internal.WindowsViews.TicketView;
import org.yichuang.windows.internal.domain.Ticket;

/** Ticket machines of the hall, each with a key of its own, and what becomes of the paper. */
public class TicketMachines {
    private final Tickets tickets;
    private final Devices devices;

    /** In front of the queue and the devices. */
    public TicketMachines(Queue queue, Attending attending) {
        this.tickets = queue.tickets();
        this.devices = attending.devices();
    }

    /**
     * A ticket machine it is.
     *
     * @param secret its id and its key, with a point between
     * @throws ProblemException {@code device-unknown}, {@code device-locked}, {@code device-kind}
     */
    @NeedsNoPermission("the device has a key of its own")
    public void require(String secret, CallContext context) {
        devices.opened(secret, DeviceKind.KIOSK, context.withoutKey());
    }

    /**
     * Somebody takes a ticket at a machine.
     *
     * @throws ProblemException as {@link #require}; {@code queue-unknown}, {@code fields-invalid}
     */
    @NeedsNoPermission("the device has a key of its own")
    public TicketView take(TakeAtMachine command, CallContext context) {
        TakeAtMachine given = FieldRules.require(command);
        require(given.device() + "." + given.key(), context);
        return tickets.taken(given.group(), new Ticket.Taking(TicketSource.KIOSK, false, ""), context);
    }

    /**
     * A machine has printed a ticket of today, or its printer has failed.
     *
     * @throws ProblemException as {@link #require}; {@code ticket-unknown}, {@code ticket-state}
     */
    @NeedsNoPermission("the device has a key of its own")
    public TicketView printed(String id, PrintAtMachine command, CallContext context) {
        PrintAtMachine given = FieldRules.require(command);
        require(given.device() + "." + given.key(), context);
        return tickets.printed(id, given.printed(), context);
    }

    /**
     * A ticket of today is printed at the desk, as where a machine has failed to.
     *
     * @throws ProblemException {@code ticket-unknown}, {@code ticket-state}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public TicketView printedAtDesk(String id, CallContext context) {
        context.require(WindowsPermission.SERVE);
        return tickets.printed(id, true, context);
    }
}
