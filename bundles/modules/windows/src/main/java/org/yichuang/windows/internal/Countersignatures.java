package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.CountersignState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.CountersignViews.ConfirmedView;
import org.yichuang.windows.internal.CountersignViews.CountersignView;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.domain.Countersignature;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.persistence.CountersignRows;
import org.yichuang.windows.internal.persistence.LetterRows;

/**
 * The list of the week (补批): whoever is A of the letter, or of one that holds for the department now, signs what B has
 * decided, or objects; B says how it was put right.
 */
public class Countersignatures {
    private static final int MOST_AT_ONCE = 500;
    private static final int PART = 500;

    private final Transactions transactions;
    private final CountersignRows rows;
    private final LetterRows letters;
    private final Departments departments;
    private final Clocked clocked;

    Countersignatures(
            Transactions transactions,
            CountersignRows rows,
            LetterRows letters,
            Departments departments,
            Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.letters = letters;
        this.departments = departments;
        this.clocked = clocked;
    }

    /**
     * Signs one.
     *
     * @throws ProblemException {@code countersign-unknown}, {@code countersign-other}, {@code countersign-state}
     */
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public CountersignView confirm(String id, CallContext context) {
        context.require(WindowsPermission.COUNTERSIGN);
        return step(id, true, "countersign", "decision-countersigned", Countersignature::confirm, context);
    }

    /**
     * Does not agree; the decision stands, and is put right within the department.
     *
     * @throws ProblemException as {@link #confirm}
     */
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public CountersignView object(String id, Reason command, CallContext context) {
        context.require(WindowsPermission.COUNTERSIGN);
        Reason given = FieldRules.require(command);
        return step(
                id, true, "object", "decision-objected", (found, now) -> found.object(given.reason(), now), context);
    }

    /**
     * Says how it was put right, or why it need not be.
     *
     * @throws ProblemException as {@link #confirm}
     */
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public CountersignView correct(String id, Words command, CallContext context) {
        context.require(WindowsPermission.COUNTERSIGN);
        Words given = FieldRules.require(command);
        return step(
                id, false, "correct", "decision-corrected", (found, now) -> found.correct(given.words(), now), context);
    }

    private CountersignView step(
            String id,
            boolean signs,
            String action,
            String event,
            BiConsumer<Countersignature, Now> taken,
            CallContext context) {
        transactions.write(context, Written.class, unit -> {
            Countersignature found = rows.held(id, unit).orElseThrow(Countersignatures::unknown);
            context.requireVersion(found.steps());
            String account = context.actor().account();
            if (signs) {
                people(unit).requireSigner(found, account);
            } else {
                people(unit).requireCorrector(found, account);
            }
            taken.accept(found, clocked.now(unit));
            keep(found, action, event, unit);
            return new Written(id);
        });
        return find(id, context.withoutKey());
    }

    private void keep(Countersignature row, String action, String event, UnitOfWork unit) {
        rows.keep(row, action, Map.of("letter", row.letter()), event, row.changed(), unit);
    }

    private CountersignPeople people(UnitOfWork unit) {
        return new CountersignPeople(letters, departments, unit);
    }

    /**
     * Signs what whoever asks may sign of a week and nobody has yet: {@value #MOST_AT_ONCE} at once. What somebody else
     * signs meanwhile is passed over.
     *
     * @param day any of the week; null for today
     */
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public ConfirmedView confirmAll(LocalDate day, CallContext context) {
        context.require(WindowsPermission.COUNTERSIGN);
        LocalDate monday = Countersignature.weekOf(day == null ? context.today() : day);
        return transactions.write(context, ConfirmedView.class, unit -> {
            Now now = clocked.now(unit);
            List<Countersignature> own = own(monday, "", MOST_AT_ONCE + 1, people(unit), unit);
            int signed = 0;
            for (Countersignature each : own.subList(0, Math.min(own.size(), MOST_AT_ONCE))) {
                Countersignature held = rows.held(each.id(), unit).orElseThrow(Countersignatures::unknown);
                if (held.state() == CountersignState.LISTED) {
                    held.confirm(now);
                    keep(held, "countersign", "decision-countersigned", unit);
                    signed++;
                }
            }
            return new ConfirmedView(monday, signed, own.size() > MOST_AT_ONCE);
        });
    }

    /** Those of a week that whoever asks may sign now, from behind one. */
    private List<Countersignature> own(
            LocalDate monday, String after, int most, CountersignPeople people, UnitOfWork unit) {
        String account = unit.context().actor().account();
        List<Countersignature> own = new ArrayList<>();
        String last = after;
        List<Countersignature> part;
        do {
            part = rows.ofWeek(monday, CountersignState.LISTED, last, PART, unit);
            part.stream().filter(each -> people.signing(each).has(account)).forEach(own::add);
            last = part.isEmpty() ? last : part.get(part.size() - 1).id();
        } while (part.size() == PART && own.size() < most);
        return own.subList(0, Math.min(own.size(), most));
    }

    /**
     * Returns those of a week, in the order of their cases.
     *
     * @param day any of the week; null for today
     * @param own those alone that whoever asks may sign now
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<CountersignView> list(LocalDate day, boolean own, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        LocalDate monday = Countersignature.weekOf(day == null ? context.today() : day);
        String after = page.cursor().orElse("");
        int most = page.limit() + 1;
        boolean isNobodys = own && !context.actor().isPermitted(WindowsPermission.COUNTERSIGN);
        return transactions.read(context, unit -> {
            CountersignPeople people = people(unit);
            List<Countersignature> all =
                    own ? own(monday, after, most, people, unit) : rows.ofWeek(monday, after, most, unit);
            Now now = clocked.now(unit);
            return Page.of(isNobodys ? List.<Countersignature>of() : all, page.limit(), Countersignature::id)
                    .map(each -> shown(each, people, now));
        });
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code countersign-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public CountersignView find(String id, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return transactions.read(
                context,
                unit -> shown(
                        rows.find(id, unit).orElseThrow(Countersignatures::unknown), people(unit), clocked.now(unit)));
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.COUNTERSIGN_UNKNOWN);
    }

    private static CountersignView shown(Countersignature of, CountersignPeople people, Now now) {
        Countersignature.Decided decided = of.held().decided();
        boolean may = now.context().actor().isPermitted(WindowsPermission.COUNTERSIGN);
        CountersignPeople.People signing = people.signing(of);
        return new CountersignView(
                of.id(),
                of.day(),
                of.state(),
                of.letter(),
                of.department(),
                decided.caseNumber(),
                decided.itemName(),
                decided.granted(),
                decided.window(),
                decided.name(),
                signing.names(),
                of.isLate(now),
                may && of.state() == CountersignState.LISTED && signing.has(now.account()),
                may
                        && of.state() == CountersignState.OBJECTED
                        && people.correcting(of).has(now.account()),
                Shown.notes(of.held().notes()),
                of.steps());
    }
}
