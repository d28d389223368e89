package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.internal.domain.Statement;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Statements of banks and the treasury, in the database. */
public class StatementRows extends ChainedRows<Statement> {
    /** So many statements are read for a day at most. */
    public static final int MOST = 500;

    public StatementRows(EntityManagerFactory entities) {
        super(entities, Statement.class, "fee-statement");
    }

    @Override
    void keep(Statement row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        row.written(Json.write(row.held()));
        super.keep(row, action, details, event, unit);
    }

    @Override
    Statement opened(Statement row, UnitOfWork unit) {
        row.read(Json.read(row.content(), Statement.Lines.class));
        return row;
    }

    /** The statement that says just this. */
    public Optional<Statement> ofDigest(String digest, UnitOfWork unit) {
        return list("select s from FeeStatement s where s.digest = :digest", Map.of("digest", digest), 1, unit).stream()
                .findFirst();
    }

    /** The statements of some days, in their order. */
    public List<Statement> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        return list(
                "select s from FeeStatement s where s.day between :first and :last order by s.day, s.id",
                Map.of("first", first, "last", last),
                MOST,
                unit);
    }
}
