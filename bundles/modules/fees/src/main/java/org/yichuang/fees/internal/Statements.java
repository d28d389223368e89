package org.yichuang.fees.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.yichuang.fees.api.FeeError;
import org.yichuang.fees.api.FeePermission;
import org.yichuang.fees.api.StatementSource;
import org.yichuang.fees.api.StatementState;
import org.yichuang.fees.internal.FeeCommands.Bring;
import org.yichuang.fees.internal.FeeCommands.Reason;
import org.yichuang.fees.internal.FeeCommands.StatedLine;
import org.yichuang.fees.internal.SettlementViews.StatementView;
import org.yichuang.fees.internal.domain.FeePolicy;
import org.yichuang.fees.internal.domain.Statement;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/**
 * What bank and treasury say that they have got (R7-13). What one person types counts when another one has confirmed
 * it; a file of a form that two people have registered counts at once.
 */
public class Statements {
    private final Transactions transactions;
    private final SettlementRows rows;
    private final BookReader books;

    Statements(Transactions transactions, SettlementRows rows, BookReader books) {
        this.transactions = transactions;
        this.rows = rows;
        this.books = books;
    }

    /**
     * Takes in a statement that somebody types, which counts when another person has confirmed it; the same again
     * changes nothing. Of a day that is closed, what it says is looked at on the day on which it comes. Whoever writes
     * down what comes states nothing for bank or treasury.
     *
     * @throws ProblemException {@code fields-invalid}, {@code bank-unknown}, {@code statement-self}
     */
    @RequiresPermission(FeePermission.RECONCILE)
    public StatementView bring(Bring command, CallContext context) {
        return bring(command, "", context);
    }

    /**
     * Takes in what a file of a form says that two people have registered: it counts at once, unless it says that there
     * was nothing, which is as easily said as typed.
     *
     * @param file its digest, empty where somebody has typed it
     */
    StatementView bring(Bring command, String file, CallContext context) {
        context.require(FeePermission.RECONCILE);
        Bring given = FieldRules.require(command);
        if (given.day().isAfter(context.today())) {
            throw invalid("day", "statement.day");
        }
        if (given.source() == StatementSource.BANK && given.bank().isBlank()) {
            throw invalid("bank", "statement.bank");
        }
        if (given.lines().stream().anyMatch(line -> line.fen() <= 0)) {
            throw invalid("lines.fen", "payment.fen");
        }
        requireCountable(given);
        Statement.Lines lines = new Statement.Lines(given.lines().stream()
                .map(line -> new Statement.Line(line.serial() == null ? "" : line.serial(), line.code(), line.fen()))
                .toList());
        String digest = Digests.sha256(given.source() + "\n" + given.bank() + "\n" + given.day() + "\n" + lines);
        Written done = transactions.write(context, Written.class, unit -> {
            requireSeparate(given.day(), unit);
            Statement known = rows.statements()
                    .ofDigest(digest, unit)
                    .flatMap(found -> rows.statements().held(found.id(), unit))
                    .orElse(null);
            if (known == null) {
                Banks.requirePossible(rows.banks(), given, unit);
            }
            Statement said = known == null
                    ? Statement.takenIn(
                            Ids.next(context.at()), given.source(), given.bank(), given.day(), digest, lines)
                    : known;
            if (said.isSaid(file, context.actor().account())) {
                keep(said, "take-in", "statement-taken-in", unit);
            }
            return new Written(said.id());
        });
        return statement(done.id(), context);
    }

    private void requireSeparate(LocalDate day, UnitOfWork unit) {
        if (books.hasRecorded(unit.context().actor().account(), day, unit)) {
            throw ProblemException.of(FeeError.STATEMENT_SELF);
        }
    }

    private void keep(Statement said, String action, String event, UnitOfWork unit) {
        if (isClosed(said.day(), unit)) {
            said.late(unit.context().today());
        }
        Map<String, String> details = Map.of("state", said.state().word());
        rows.statements().keep(said, action, details, event, said.changed(), unit);
    }

    private StatementView statement(String id, CallContext context) {
        return StatementView.of(transactions
                .read(context.withoutKey(), unit -> rows.statements().find(id, unit))
                .orElseThrow());
    }

    /**
     * Confirms what somebody else has typed: it counts.
     *
     * @throws ProblemException {@code statement-unknown}, {@code statement-state}, {@code statement-self}
     */
    @RequiresPermission(FeePermission.CONFIRM)
    public StatementView confirm(String id, CallContext context) {
        context.require(FeePermission.CONFIRM);
        transactions.write(context, Written.class, unit -> {
            Statement said = held(id, unit);
            requireSeparate(said.day(), unit);
            said.confirmed(books.clocked().now(unit));
            keep(said, "confirm", "statement-confirmed", unit);
            return new Written(id);
        });
        return statement(id, context);
    }

    /**
     * Refuses what somebody else has typed.
     *
     * @throws ProblemException {@code statement-unknown}, {@code statement-state}, {@code statement-self}
     */
    @RequiresPermission(FeePermission.CONFIRM)
    public StatementView refuse(String id, Reason command, CallContext context) {
        context.require(FeePermission.CONFIRM);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Statement said = held(id, unit);
            said.refused(given.reason(), books.clocked().now(unit));
            keep(said, "refuse", "statement-refused", unit);
            return new Written(id);
        });
        return statement(id, context);
    }

    private Statement held(String id, UnitOfWork unit) {
        return rows.statements().held(id, unit).orElseThrow(() -> ProblemException.of(FeeError.STATEMENT_UNKNOWN));
    }

    /** Returns statements, the newest first: of a state, or all. */
    @RequiresPermission(FeePermission.LEDGER)
    public Page<StatementView> list(StatementState state, PageRequest page, CallContext context) {
        context.require(FeePermission.LEDGER);
        List<Statement> found =
                transactions.read(context, unit -> rows.statements().all(state, page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), Statement::id).map(StatementView::of);
    }

    /** No amount, and not all of them together, is larger than amounts can be. */
    private static void requireCountable(Bring given) {
        long sum = 0;
        for (StatedLine line : given.lines()) {
            sum += Math.min(line.fen(), FeePolicy.MOST_FEN + 1);
            if (sum > FeePolicy.MOST_FEN) {
                throw invalid("lines.fen", "payment.most");
            }
        }
    }

    private boolean isClosed(LocalDate day, UnitOfWork unit) {
        return rows.days().find(day.toString(), unit).isPresent();
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Statements.class, key));
    }
}
