package org.yichuang.fees.internal.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.api.StatementState;
import org.yichuang.fees.internal.domain.Statement;
import org.yichuang.journal.api.DomainEvent;
import org.yichuang.journal.api.UnitOfWork;

/** Statements of banks and the treasury, in the database. */
public class StatementRows extends FeeRows<Statement> {
    private static final int PAGE = 100;
    private static final int MOST_BOOKS = 1000;

    public StatementRows(EntityManagerFactory entities) {
        super(entities, Statement.class, "fee-statement");
    }

    @Override
    protected void keep(Statement row, String action, Map<String, String> details, DomainEvent event, UnitOfWork unit) {
        row.written(Json.write(row.held()));
        super.keep(row, action, details, event, unit);
    }

    @Override
    protected Statement opened(Statement row, UnitOfWork unit) {
        row.read(Json.read(row.content(), Statement.Lines.class));
        return row;
    }

    /** The statement that says just this. */
    public Optional<Statement> ofDigest(String digest, UnitOfWork unit) {
        return list("select s from FeeStatement s where s.digest = :digest", Map.of("digest", digest), 1, unit).stream()
                .findFirst();
    }

    /** The statements that count, and are looked at on some days. */
    public List<Statement> between(LocalDate first, LocalDate last, UnitOfWork unit) {
        List<Statement> found = new ArrayList<>();
        List<Statement> page;
        do {
            String after = found.isEmpty() ? "" : found.get(found.size() - 1).id();
            page = list(
                    "select s from FeeStatement s where s.countedOn between :first and :last and s.id > :after"
                            + " and s.state = :counted order by s.id",
                    Map.of("first", first, "last", last, "after", after, "counted", StatementState.COUNTED.name()),
                    PAGE,
                    unit);
            found.addAll(page);
        } while (page.size() == PAGE);
        return found;
    }

    /** What was stated of a day, in the order in which it came. */
    public List<Statement> ofDay(LocalDate day, int most, UnitOfWork unit) {
        return list("select s from FeeStatement s where s.day = :day order by s.id", Map.of("day", day), most, unit);
    }

    /** How many of a day wait for another person, at most a thousand. */
    public int waiting(LocalDate day, UnitOfWork unit) {
        return ids(
                        "select s.id from FeeStatement s where s.day = :day and s.state = :waiting",
                        Map.of("day", day, "waiting", StatementState.WAITING.name()),
                        MOST_BOOKS,
                        unit)
                .size();
    }

    /** Statements, the newest first, from behind one; in a state, or in any. */
    public List<Statement> all(StatementState state, Optional<String> after, int most, UnitOfWork unit) {
        Map<String, Object> values = new HashMap<>(Map.of("after", after.orElse("~")));
        if (state != null) {
            values.put("state", state.name());
        }
        return list(
                "select s from FeeStatement s where s.id < :after" + (state == null ? "" : " and s.state = :state")
                        + " order by s.id desc",
                values,
                most,
                unit);
    }

    /** Which banks have stated what they have of a day, so that it counts. */
    public Set<String> stated(LocalDate day, StatementSource source, UnitOfWork unit) {
        return Set.copyOf(ids(
                "select distinct s.bank from FeeStatement s where s.day = :day and s.source = :source"
                        + " and s.state = :counted",
                Map.of("day", day, "source", source.name(), "counted", StatementState.COUNTED.name()),
                MOST_BOOKS,
                unit));
    }
}
