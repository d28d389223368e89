package org.yichuang.windows.internal;

import java.time.Duration;
import java.util.List;
import org.yichuang.journal.api.JobRun;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Booking;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.ServicePoint;
import org.yichuang.windows.internal.persistence.BookingRows;
import org.yichuang.windows.internal.persistence.PointRows;

/** Reminds of appointments, says who has not come, and who has waited for a place in vain. */
public class BookingTimer implements LeasedJob {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final int PART = 100;

    private final Transactions transactions;
    private final BookingRows bookings;
    private final PointRows points;
    private final BookingSteps steps;
    private final Clocked clocked;
    private final Tenants tenants;

    BookingTimer(
            Transactions transactions,
            BookingRows bookings,
            PointRows points,
            BookingSteps steps,
            Clocked clocked,
            Tenants tenants) {
        this.transactions = transactions;
        this.bookings = bookings;
        this.points = points;
        this.steps = steps;
        this.clocked = clocked;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "windows-bookings";
    }

    @Override
    public Duration period() {
        return PERIOD;
    }

    @Override
    public void run(JobRun run) {
        if (!tenants.get(run.context().tenant()).has(WindowsEvent.MODULE)) {
            return;
        }
        List<String> part = due("", run);
        while (!part.isEmpty() && run.goesOn()) {
            part.forEach(id -> attend(id, run));
            part = due(part.get(part.size() - 1), run);
        }
        if (run.goesOn()) {
            moveUp(run);
        }
    }

    /** A window was opened, or serves more people: whoever waits gets the places that there are now. */
    private void moveUp(JobRun run) {
        String after = "";
        List<Booking> part;
        do {
            String behind = after;
            part = transactions.read(
                    run.context(), unit -> bookings.waiting(run.context().at(), behind, PART, unit));
            for (Booking each : part) {
                after = each.id();
                moveUp(each, run);
            }
        } while (part.size() == PART && run.goesOn());
    }

    private void moveUp(Booking waiting, JobRun run) {
        boolean hasPlace = transactions.read(run.context(), unit -> points.find(waiting.point(), unit)
                .filter(point -> point.closedOn().isEmpty())
                .filter(point -> steps.hasPlace(point, waiting, unit))
                .isPresent());
        if (hasPlace) {
            transactions.write(run.context(), Void.class, unit -> {
                unit.require(run.lease());
                ServicePoint point = PointHours.held(points, waiting.point(), unit);
                steps.moveUp(point, waiting.startAt(), unit);
                return null;
            });
        }
    }

    private List<String> due(String after, JobRun run) {
        CallContext context = run.context();
        return transactions.read(context, unit -> bookings.due(context.at(), after, PART, unit));
    }

    private void attend(String id, JobRun run) {
        transactions.write(run.context(), Void.class, unit -> {
            unit.require(run.lease());
            Now now = clocked.now(unit);
            bookings.held(id, unit).filter(each -> each.isDue(now)).ifPresent(found -> pass(found, now, unit));
            return null;
        });
    }

    private void pass(Booking found, Now now, UnitOfWork unit) {
        ServicePoint point = points.find(found.point(), unit).orElseThrow();
        switch (found.pass(now)) {
            case REMIND -> {
                steps.keep(found, "remind", "booking-reminded", "", unit);
                steps.tell(found, point, BookingNotice.REMINDER, unit);
            }
            case NO_SHOW -> steps.keep(found, "no-show", "booking-no-show", "", unit);
            case LAPSE -> {
                steps.keep(found, "lapse", "booking-lapsed", "", unit);
                steps.tell(found, point, BookingNotice.LAPSED, unit);
            }
        }
    }
}
