package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseEvent.Promised;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicencePermission;
import org.yichuang.licences.internal.domain.Breach;
import org.yichuang.licences.internal.persistence.BreachRows;
import org.yichuang.licences.internal.persistence.Json;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Who has not kept what they promised instead of a material (R3-19, R3-20): heard of from the cases, also of those from
 * before the module was there, and looked for where somebody is to be accepted on a promise again.
 */
public class Breaches implements EventListener {
    private static final String BROKEN = "promise-broken";
    private static final String CHECKED = "promise-checked";

    private final Transactions transactions;
    private final BreachRows breaches;
    private final LicenceRows licences;
    private final Cases cases;
    private final Tenants tenants;

    /** @param licences what makes the digests by which numbers are found */
    public Breaches(
            Transactions transactions, BreachRows breaches, LicenceRows licences, Cases cases, Tenants tenants) {
        this.transactions = transactions;
        this.breaches = breaches;
        this.licences = licences;
        this.cases = cases;
        this.tenants = tenants;
    }

    /**
     * A promise that was not kept.
     *
     * @param id its own
     * @param item code of the item
     * @param itemName its name
     * @param caseNumber the case in which it was promised
     * @param material code of the material
     * @param kind that it would follow, or that what it would show is so
     * @param foundOn when it was entered
     * @param repairedOn when it was repaired; null while nobody has
     */
    public record View(
            String id,
            String item,
            String itemName,
            String caseNumber,
            String material,
            PromiseKind kind,
            LocalDate foundOn,
            LocalDate repairedOn) {
        static View of(Breach breach) {
            return new View(
                    breach.id(),
                    breach.item(),
                    breach.itemName(),
                    breach.caseNumber(),
                    breach.material(),
                    breach.kind(),
                    breach.foundOn(),
                    breach.repairedOn().orElse(null));
        }
    }

    @Override
    public String name() {
        return "licences-breaches";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE, BROKEN, CHECKED);
    }

    @Override
    public Start start() {
        return Start.BEGINNING;
    }

    @Override
    public boolean follows(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(LicencesDescriptor.WORD))
                .isPresent();
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        List<Promised> broken = broken(event.event());
        if (broken.isEmpty()) {
            return;
        }
        String number = event.aggregateId();
        Optional<CaseRecord> file = cases.find(number, unit);
        Optional<CaseApplication> application = cases.application(number, unit);
        if (file.isPresent() && application.isPresent()) {
            String key = licences.idNumberKey(
                    application.get().applicant().idNumber(), unit.context().tenant());
            broken.forEach(promise -> breaches.enter(key, about(file.get(), promise), unit));
        }
    }

    private static List<Promised> broken(DomainEvent event) {
        if (event.type().equals(BROKEN)) {
            return Json.read(event.data(), CaseEvent.PromisesDue.class).promises();
        }
        CaseEvent.PromiseChecked checked = Json.read(event.data(), CaseEvent.PromiseChecked.class);
        return checked.state() == PromiseState.BROKEN
                ? List.of(new Promised(checked.material(), PromiseKind.DECLARATION, null))
                : List.of();
    }

    private static Breach.About about(CaseRecord file, Promised promise) {
        return new Breach.About(
                file.item(), file.itemName(), file.number(), file.department(), promise.material(), promise.kind());
    }

    /** Returns what somebody has not kept and nobody has repaired, here or at a centre above. */
    Optional<Breach> open(String idNumber, UnitOfWork unit) {
        return tenants.lineage(unit.context().tenant()).stream()
                .filter(centre -> centre.has(LicencesDescriptor.WORD))
                .flatMap(centre -> open(idNumber, centre, unit).stream())
                .findFirst();
    }

    private Optional<Breach> open(String idNumber, Tenant centre, UnitOfWork unit) {
        String key = licences.idNumberKey(idNumber, centre.id());
        return unit.reading(centre.id(), there -> breaches.open(key, there));
    }

    /** Returns those of the departments of whoever asks, the newest first; all of the centre for who has none. */
    @RequiresPermission(LicencePermission.VIEW)
    public Page<View> list(PageRequest page, CallContext context) {
        context.require(LicencePermission.VIEW);
        Set<String> departments = context.actor().departments();
        List<Breach> found =
                transactions.read(context, unit -> breaches.list(departments, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Breach::id).map(View::of);
    }

    /**
     * Notes that one is repaired, or was wrong.
     *
     * @throws ProblemException {@code breach-unknown}, {@code licence-state}
     */
    @RequiresPermission(LicencePermission.DECIDE)
    public View repair(String id, LicenceRequests.RepairBreach given, CallContext context) {
        context.require(LicencePermission.DECIDE);
        LicenceRequests.RepairBreach request = FieldRules.require(given);
        return transactions.write(context, View.class, unit -> {
            Breach breach = breaches.find(id, unit)
                    .filter(found -> context.actor().worksFor(found.department()))
                    .orElseThrow(() -> ProblemException.of(LicenceError.BREACH_UNKNOWN));
            breaches.record(breach, "repair", Map.of("reason", request.reason()), breach.repair(context.today()), unit);
            return View.of(breach);
        });
    }
}
