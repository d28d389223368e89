package org.yichuang.fees.internal.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.FeeLink;
import org.yichuang.journal.api.UnitOfWork;

/** Which items may cost which fees, in the database. */
public class FeeLinkRows extends FeeRows<FeeLink> {
    private static final int MOST = 500;

    public FeeLinkRows(EntityManagerFactory entities) {
        super(entities, FeeLink.class, "fee-link");
    }

    /** What items may cost, in the order of items and codes. */
    public List<FeeLink> of(Collection<String> items, UnitOfWork unit) {
        return items.isEmpty()
                ? List.of()
                : list(
                        "select l from FeeLink l where l.item in :items and l.due is not null"
                                + " and l.endedOn is null order by l.id",
                        Map.of("items", items),
                        MOST,
                        unit);
    }

    /** What fee items are charged with today, in the order of the items. */
    public List<FeeLink> live(Collection<String> fees, UnitOfWork unit) {
        return fees.isEmpty()
                ? List.of()
                : list(
                        "select l from FeeLink l where l.fee in :fees and l.due is not null and l.endedOn is null"
                                + " order by l.id",
                        Map.of("fees", fees),
                        MOST,
                        unit);
    }

    /** What a fee item is linked to, or drafted to be, in the order of the items. */
    public List<FeeLink> ofFee(String fee, UnitOfWork unit) {
        return list(
                "select l from FeeLink l where l.fee = :fee and (l.endedOn is null or l.draftBy is not null)"
                        + " order by l.id",
                Map.of("fee", fee),
                MOST,
                unit);
    }

    /** All that hold or are drafted, from behind one. */
    public List<FeeLink> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select l from FeeLink l where (l.endedOn is null or l.draftBy is not null) and l.id > :after"
                        + " order by l.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }
}
