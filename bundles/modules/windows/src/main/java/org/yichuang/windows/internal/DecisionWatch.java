package org.yichuang.windows.internal;

import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.internal.domain.Countersignature;
import org.yichuang.windows.internal.persistence.CountersignRows;
import org.yichuang.windows.internal.persistence.Json;

/** Puts what B decides under a letter on the list of the week. What A decides needs no second signature. */
public class DecisionWatch implements EventListener {
    private static final String GRANTED = "granted";
    private static final Set<String> DECIDED = Set.of(GRANTED, "refused");
    private static final String B = "B";

    private final CountersignRows rows;
    private final Cases cases;
    private final Tenants tenants;

    DecisionWatch(CountersignRows rows, Cases cases, Tenants tenants) {
        this.rows = rows;
        this.cases = cases;
        this.tenants = tenants;
    }

    /** What the data of a decision say of letters. */
    private record Vouched(String letter) {}

    @Override
    public String name() {
        return "windows-decisions";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE);
    }

    @Override
    public boolean follows(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(WindowsEvent.MODULE))
                .isPresent();
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        DomainEvent what = event.event();
        if (!DECIDED.contains(what.type())
                || !what.rank().equals(B)
                || what.data().isEmpty()) {
            return;
        }
        String letter = Json.read(what.data(), Vouched.class).letter();
        if (letter == null || letter.isEmpty()) {
            return;
        }
        Countersignature.Decided decided = new Countersignature.Decided(
                what.number(),
                what.item(),
                cases.find(what.number(), unit).map(CaseRecord::itemName).orElse(what.item()),
                what.window(),
                event.actor(),
                event.actorName(),
                what.type().equals(GRANTED));
        Countersignature made = Countersignature.listed(
                what.number() + "." + event.sequence(),
                event.at().atZone(CallContext.ZONE).toLocalDate(),
                letter,
                what.department(),
                decided);
        Map<String, String> details = Map.of("case", what.number(), "letter", letter);
        rows.keep(made, "list", details, "decision-listed", made.changed(), unit);
    }
}
