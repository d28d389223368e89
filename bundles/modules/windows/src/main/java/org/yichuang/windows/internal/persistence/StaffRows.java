package org.yichuang.windows.internal.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.windows.api.StaffState;
import org.yichuang.windows.internal.domain.StaffFile;
import org.yichuang.windows.internal.domain.StaffMember;

/** The staff of windows in the database. */
public class StaffRows extends KeptRows<StaffMember, StaffFile> {
    public StaffRows(EntityManagerFactory entities) {
        super(entities, StaffMember.class, StaffFile.class, "window-staff");
    }

    /** All, the newest first, from behind one. */
    public List<StaffMember> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select s from StaffMember s where s.id < :after order by s.id desc",
                Map.of("after", after.orElse("~")),
                most,
                unit);
    }

    /** Those who have a badge, in the order in which they were recommended, from behind one. */
    public List<StaffMember> withBadges(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select s from StaffMember s where s.state = :state and s.id > :after order by s.id",
                Map.of("state", StaffState.ON_DUTY, "after", after.orElse("")),
                most,
                unit);
    }

    /** All who have a badge now. */
    public List<StaffMember> withBadges(UnitOfWork unit) {
        return whole((after, most) -> withBadges(Optional.of(after), most, unit));
    }

    /** All who have a badge, and those who have gone on or were sent back on a day or later. */
    public List<StaffMember> withBadges(LocalDate since, UnitOfWork unit) {
        List<StaffMember> found = whole((after, most) -> list(
                "select s from StaffMember s where s.state in :states and (s.goneOn is null or s.goneOn >= :since)"
                        + " and s.id > :after order by s.id",
                Map.of(
                        "states",
                        List.of(StaffState.ON_DUTY, StaffState.LEFT, StaffState.RETURNED),
                        "since",
                        since,
                        "after",
                        after),
                most,
                unit));
        return found.stream()
                .filter(each ->
                        each.goneOn().filter(gone -> gone.isBefore(since)).isEmpty())
                .toList();
    }

    /** Those with some accounts. */
    public List<StaffMember> withAccounts(Collection<String> accounts, UnitOfWork unit) {
        return accounts.isEmpty()
                ? List.of()
                : list(
                        "select s from StaffMember s where s.account in :accounts",
                        Map.of("accounts", accounts),
                        accounts.size(),
                        unit);
    }

    /** The id of whoever has a number on their badge. */
    public Optional<String> withNumber(String employeeNo, UnitOfWork unit) {
        return ids("select s.id from StaffMember s where s.employeeNo = :number", Map.of("number", employeeNo), 1, unit)
                .stream()
                .findFirst();
    }

    /** Whether somebody has the account, or the number. */
    public boolean isKnown(String account, String employeeNo, UnitOfWork unit) {
        return !ids("select s.id from StaffMember s where s.account = :account", Map.of("account", account), 1, unit)
                        .isEmpty()
                || !ids(
                                "select s.id from StaffMember s where s.employeeNo = :number",
                                Map.of("number", employeeNo),
                                1,
                                unit)
                        .isEmpty();
    }
}
