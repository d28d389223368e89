package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.FeeItemState;
import org.yichuang.fees.internal.domain.FeeItem;
import org.yichuang.fees.internal.domain.FeeItemContent;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Fee items in the database. */
public class FeeItemRows extends FeeRows<FeeItem> {
    public FeeItemRows(EntityManagerFactory entities) {
        super(entities, FeeItem.class, "fee-item");
    }

    @Override
    protected void keep(FeeItem row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        row.written(Json.write(row.held()));
        super.keep(row, action, details, event, unit);
    }

    @Override
    protected FeeItem opened(FeeItem row, UnitOfWork unit) {
        row.read(Json.read(row.content(), FeeItemContent.class));
        return row;
    }

    /** The newest version of a code, whether or not it is published. */
    public Optional<FeeItem> newest(String code, UnitOfWork unit) {
        return list(
                        "select f from FeeItem f where f.code = :code order by f.version desc",
                        Map.of("code", code),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** The published version that has begun last on a day. */
    public Optional<FeeItem> valid(String code, LocalDate day, UnitOfWork unit) {
        return list(
                        "select f from FeeItem f where f.code = :code and f.state = :published and f.validFrom <= :day"
                                + " order by f.version desc",
                        Map.of("code", code, "published", FeeItemState.PUBLISHED.name(), "day", day),
                        1,
                        unit)
                .stream()
                .findFirst();
    }

    /** All versions of a code, the newest first. */
    public List<FeeItem> versions(String code, int most, UnitOfWork unit) {
        return list(
                "select f from FeeItem f where f.code = :code order by f.version desc",
                Map.of("code", code),
                most,
                unit);
    }

    /** Versions in the order of their codes, from behind one. */
    public List<FeeItem> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select f from FeeItem f where f.id > :after order by f.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }

    /** What is charged on a day, in the order of the codes, from behind one. */
    public List<FeeItem> published(LocalDate day, Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select f from FeeItem f where f.state = :published and f.validFrom <= :day"
                        + " and (f.validTo is null or f.validTo >= :day) and f.reviewBy >= :day and f.id > :after"
                        + " and not exists (select g.id from FeeItem g where g.code = f.code and g.version > f.version"
                        + " and g.state = :published and g.validFrom <= :day) order by f.id",
                Map.of("published", FeeItemState.PUBLISHED.name(), "day", day, "after", after.orElse("")),
                most,
                unit);
    }

    /** What is to be reviewed by a day, what is due first before the others; drafts are not. */
    public List<FeeItem> toReview(LocalDate by, int most, UnitOfWork unit) {
        return list(
                "select f from FeeItem f where f.state = :published and f.reviewBy <= :by"
                        + " and not exists (select g.id from FeeItem g where g.code = f.code and g.version > f.version"
                        + " and g.state = :published) order by f.reviewBy, f.id",
                Map.of("published", FeeItemState.PUBLISHED.name(), "by", by),
                most,
                unit);
    }
}
