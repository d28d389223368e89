package org.yichuang.windows.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.time.DayOfWeek;
import java.util.List;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.testing.LeasedJobContract;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.internal.WindowsCommands.BookFor;
import org.yichuang.windows.internal.WindowsCommands.SetHours;
import org.yichuang.windows.internal.WindowsCommands.SetHours.Weekly;

/** What looks after appointments keeps the contract of jobs. */
public class BookingJobTest extends LeasedJobContract {
    private static final int SLOTS = 16;

    private final ModuleTransactions transactions = ModuleTransactions.open("windows");
    private final WindowsWorld hall = new WindowsWorld(transactions, transactions.persistenceUnit(), new TestCentres());

    @Override
    protected ModuleTransactions open() {
        return transactions;
    }

    @Override
    protected LeasedJob job() {
        return hall.wiring.bookingTimer(hall.notices());
    }

    @Override
    protected void leave(int many) {
        hall.province.at("2026-03-02T09:00");
        hall.province.policy(HAIYANG, "policy.windows.booking.per-window", "20");
        hall.window("1", HOUSING);
        String point = hall.hall
                .windows(PageRequest.of(null, null), hall.manager())
                .items()
                .get(0)
                .point();
        Weekly tuesday = new Weekly(DayOfWeek.TUESDAY, "09:00", "17:00", HoursKind.NORMAL);
        hall.hours.set(point, new SetHours(List.of(tuesday), null), hall.manager());
        for (int i = 0; i < many; i++) {
            int minutes = 9 * 60 + 30 * (i % SLOTS);
            String time = String.format("%02d:%02d", minutes / 60, minutes % 60);
            BookFor book = new BookFor("BUILD", point, hall.today().plusDays(1), time, null, "人" + i);
            hall.appointments.bookAtDesk(book, hall.clerk("bo"));
        }
        transactions.entries().clear();
        hall.province.at("2026-03-04T08:00");
    }

    @Override
    protected List<String> rows() {
        return transactions.texts("SELECT STATE FROM WINDOWS_BOOKING ORDER BY 1");
    }

    @Override
    protected CallContext call() {
        return CallContext.system(HAIYANG, hall.province.now(), "test");
    }
}
