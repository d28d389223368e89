package org.yichuang.fees.internal.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.internal.domain.Bank;
import org.yichuang.fees.internal.domain.BankContent;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Banks, and the treasury, in the database. */
public class BankRows extends FeeRows<Bank> {
    private static final int MOST = 1000;

    public BankRows(EntityManagerFactory entities) {
        super(entities, Bank.class, "fee-bank");
    }

    @Override
    protected void keep(Bank row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        row.written(Json.write(row.held()));
        super.keep(row, action, details, event, unit);
    }

    @Override
    protected Bank opened(Bank row, UnitOfWork unit) {
        row.read(Json.read(row.content(), BankContent.class));
        return row;
    }

    /** All of them, in the order of their names, from behind one. */
    public List<Bank> all(Optional<String> after, int most, UnitOfWork unit) {
        return list(
                "select b from Bank b where b.id > :after order by b.id",
                Map.of("after", after.orElse("")),
                most,
                unit);
    }

    /** The names of those that a second person has confirmed. */
    public List<String> names(StatementSource source, UnitOfWork unit) {
        return list(
                        "select b from Bank b where b.source = :source order by b.id",
                        Map.of("source", source.name()),
                        MOST,
                        unit)
                .stream()
                .filter(bank -> bank.held().isConfirmed())
                .map(Bank::id)
                .toList();
    }

    /** Whether a name may be meant: of one that is registered, or of any where none is. */
    public boolean isPossible(String name, StatementSource source, UnitOfWork unit) {
        return known(name, unit).filter(bank -> bank.source() == source).isPresent()
                || list("select b from Bank b where b.source = :source", Map.of("source", source.name()), MOST, unit)
                        .stream()
                        .noneMatch(bank -> bank.held().isConfirmed());
    }

    /** One that a second person has confirmed. */
    public Optional<Bank> known(String name, UnitOfWork unit) {
        return find(name, unit).filter(bank -> bank.held().isConfirmed());
    }
}
