package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.domain.Ban;
import org.yichuang.licences.internal.domain.ItemKey;
import org.yichuang.licences.internal.persistence.BanRows;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Who may not apply again before a day (R1-35): entered with a decision, looked for at each application. */
public class Bans {
    private final Transactions transactions;
    private final BanRows bans;
    private final LicenceRows licences;
    private final Tenants tenants;

    /** @param licences what makes the digests by which numbers are found */
    public Bans(Transactions transactions, BanRows bans, LicenceRows licences, Tenants tenants) {
        this.transactions = transactions;
        this.bans = bans;
        this.licences = licences;
        this.tenants = tenants;
    }

    /**
     * A ban.
     *
     * @param id its own
     * @param item code of the item
     * @param itemName its name
     * @param caseNumber the case in which it was found out
     * @param ground what it is for
     * @param enteredOn when it was entered
     * @param until the last day
     * @param liftedOn when it was lifted; null while nobody has
     */
    public record View(
            String id,
            String item,
            String itemName,
            String caseNumber,
            Ban.Ground ground,
            LocalDate enteredOn,
            LocalDate until,
            LocalDate liftedOn) {
        static View of(Ban ban) {
            return new View(
                    ban.id(),
                    ban.item(),
                    ban.itemName(),
                    ban.caseNumber(),
                    ban.ground(),
                    ban.enteredOn(),
                    ban.until(),
                    ban.liftedOn().orElse(null));
        }
    }

    /** Enters one, in the transaction of the decision that finds it out. */
    void enter(String idNumber, Ban.About about, Ban.Ground ground, UnitOfWork unit) {
        bans.enter(licences.idNumberKey(idNumber, unit.context().tenant()), about, ground, unit);
    }

    /** Returns the ban that somebody is under, here or at a centre above, whose decision binds here as well. */
    Optional<Ban> holding(String idNumber, ItemKey item, UnitOfWork unit) {
        return tenants.lineage(unit.context().tenant()).stream()
                .filter(centre -> centre.has(LicencesDescriptor.WORD))
                .flatMap(centre -> holding(idNumber, item, centre, unit).stream())
                .findFirst();
    }

    private Optional<Ban> holding(String idNumber, ItemKey item, Tenant centre, UnitOfWork unit) {
        String key = licences.idNumberKey(idNumber, centre.id());
        LocalDate today = unit.context().today();
        return unit.reading(centre.id(), there -> bans.holding(key, item, today, there));
    }

    /** Returns the bans of the departments of whoever asks, and those of which none was kept, the newest first;
     * all of the centre for who has none. */
    @RequiresPermission(LicencePermission.VIEW)
    public Page<View> list(PageRequest page, CallContext context) {
        context.require(LicencePermission.VIEW);
        Set<String> departments = context.actor().departments();
        List<Ban> found =
                transactions.read(context, unit -> bans.list(departments, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Ban::id).map(View::of);
    }

    /** One of before that was kept belongs to every department: somebody must be able to lift it. */
    private static boolean isOf(Ban ban, CallContext context) {
        return ban.department().isEmpty() || context.actor().worksFor(ban.department());
    }

    /**
     * Lifts one that was wrong, e.g. since the decision has been set aside.
     *
     * @throws ProblemException {@code ban-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public View lift(String id, LicenceRequests.LiftBan given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.LiftBan request = FieldRules.require(given);
        return transactions.write(context, View.class, unit -> {
            Ban ban = bans.find(id, unit)
                    .filter(found -> isOf(found, context))
                    .orElseThrow(() -> ProblemException.of(LicenceError.BAN_UNKNOWN));
            bans.record(ban, "lift", Map.of("reason", request.reason()), ban.lift(context.today()), unit);
            return View.of(ban);
        });
    }
}
