package org.yichuang.cases.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.internal.domain.Draft;
import org.yichuang.cases.internal.persistence.DraftRows;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;

/** Keeps what applicants have filled in, step by step, until they hand it in; each sees only their own. */
public class Drafts {
    /** What nobody has touched for so long is given up. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST = 50;
    private static final int TRIES = 5;
    /** In characters of all fields. */
    private static final int LONGEST = 64 << 10;

    private final Transactions transactions;
    private final DraftRows rows;
    private final Quotas quotas;

    /** @param quotas how much one account may leave */
    public Drafts(Transactions transactions, DraftRows rows, Quotas quotas) {
        this.quotas = quotas;
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * Begins an application.
     *
     * @param since the version of the item that is offered now
     */
    @RequiresPermission(CasePermission.APPLY)
    public Draft begin(String item, Draft.Since since, Map<String, String> known, CallContext context) {
        context.require(CasePermission.APPLY);
        Draft draft = Draft.of(Ids.next(context.at()), context.actor().account(), item, known)
                .begunUnder(since);
        transactions.write(plain(context), Void.class, unit -> {
            rows.purge(unit, context.at().minus(KEPT));
            quotas.require(Quotas.Kind.DRAFTS, unit);
            rows.add(unit, draft);
            return null;
        });
        return draft;
    }

    /** Returns the application that was left unfinished for an item, if there is one. */
    @RequiresPermission(CasePermission.APPLY)
    public Optional<Draft> unfinished(String item, CallContext context) {
        context.require(CasePermission.APPLY);
        return transactions.read(context, unit -> rows.latest(unit, item)).filter(draft -> !draft.isHandedIn());
    }

    /** Returns what was left unfinished, the latest of each item, the latest first. */
    @RequiresPermission(CasePermission.APPLY)
    public List<Draft> unfinished(CallContext context) {
        context.require(CasePermission.APPLY);
        Map<String, Draft> latest = new LinkedHashMap<>();
        transactions
                .read(context, unit -> rows.recent(unit, MOST))
                .forEach(draft -> latest.putIfAbsent(draft.item(), draft));
        return latest.values().stream().filter(draft -> !draft.isHandedIn()).toList();
    }

    /**
     * Returns a draft.
     *
     * @throws ProblemException {@link CaseError#CASE_UNKNOWN}
     */
    @RequiresPermission(CasePermission.APPLY)
    public Draft get(String id, CallContext context) {
        context.require(CasePermission.APPLY);
        return transactions.read(context, unit -> rows.find(unit, id)).orElseThrow(Drafts::unknown);
    }

    /**
     * Changes a draft and keeps it. Of two changes at the same time the later one is made upon the earlier one, so that
     * neither is lost. One that has been handed in stays as it is.
     *
     * @throws ProblemException {@code fields-invalid} when it has become too long, {@code changed-meanwhile} when
     *     others
     *     were faster again and again
     */
    @RequiresPermission(CasePermission.APPLY)
    public Draft change(String id, UnaryOperator<Draft> change, CallContext context) {
        context.require(CasePermission.APPLY);
        for (int i = 0; i < TRIES; i++) {
            Optional<Draft> changed = attempt(id, change, context);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new ProblemException(
                CommonError.CHANGED_MEANWHILE, LocalizedMessage.of(Drafts.class, "draft.changed-meanwhile"));
    }

    private Optional<Draft> attempt(String id, UnaryOperator<Draft> change, CallContext context) {
        return Optional.ofNullable(transactions.write(plain(context), Draft.class, unit -> {
            Draft present = rows.find(unit, id).orElseThrow(Drafts::unknown);
            if (present.isHandedIn()) {
                return present;
            }
            Draft changed = change.apply(present);
            if (changed.size() > LONGEST) {
                throw ProblemException.field(
                        CommonError.FIELDS_INVALID, "form", LocalizedMessage.of(Drafts.class, "form.too-long"));
            }
            return rows.change(unit, changed) ? changed.at(changed.version() + 1) : null;
        }));
    }

    /** A draft is kept as it comes: its forms are no commands that must be done once only. */
    private static CallContext plain(CallContext context) {
        return new CallContext(
                context.tenant(),
                context.actor(),
                context.at(),
                context.requestId(),
                Optional.empty(),
                Optional.empty());
    }

    private static ProblemException unknown() {
        return new ProblemException(CaseError.CASE_UNKNOWN, LocalizedMessage.of(Drafts.class, "draft.unknown"));
    }
}
