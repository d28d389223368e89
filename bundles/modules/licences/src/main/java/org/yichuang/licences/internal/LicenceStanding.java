package org.yichuang.licences.internal;

import java.util.Optional;
import org.yichuang.documents.api.DocumentStanding;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;

/** Tells whoever verifies the document of a grant that its validity has ended, or what has been put in its place. */
public class LicenceStanding implements DocumentStanding {
    private static final String CASE = "case";

    private final Transactions transactions;
    private final Holdings holdings;

    public LicenceStanding(Transactions transactions, Holdings holdings) {
        this.transactions = transactions;
        this.holdings = holdings;
    }

    @Override
    public String module() {
        return LicencesDescriptor.WORD;
    }

    @Override
    public Optional<Ended> ended(Asked document, CallContext context) {
        return document.aggregateType().equals(CASE)
                ? transactions.read(context, unit -> ended(document, unit))
                : Optional.empty();
    }

    private Optional<Ended> ended(Asked document, UnitOfWork unit) {
        String number = document.aggregateId();
        Optional<Licence> licence = holdings.rows()
                .find(number, unit)
                .or(() -> holdings.of(number, unit))
                .filter(found -> found.content().documents().contains(document.id()));
        return licence.flatMap(found -> switch (found.state(unit.context().today())) {
            case EXPIRED -> Optional.of(over(found));
            case REPLACED -> found.replacement().map(act -> replaced(act, unit));
            default -> Optional.empty();
        });
    }

    /** What stands in its place, by the number that is on it; of a person's own number nothing is told. */
    private Ended replaced(LicenceAct act, UnitOfWork unit) {
        if (act.kind() == LicenceAct.Kind.HANDED_OVER) {
            return new Ended(act.on(), act.reasons());
        }
        String number = holdings.rows()
                .find(act.number(), unit)
                .map(successor -> Masking.certificate(successor.isPerson(), successor.number()))
                .orElse(act.number());
        return new Ended(
                act.on(),
                LocalizedMessage.of(LicenceStanding.class, "standing.replaced", number)
                        .zh());
    }

    private static Ended over(Licence licence) {
        return new Ended(
                licence.validUntil().orElseThrow().plusDays(1),
                LocalizedMessage.of(
                                LicenceStanding.class,
                                "standing.over",
                                licence.validUntil().orElseThrow())
                        .zh());
    }
}
