package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.LetterContent;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.persistence.CountersignRows;
import org.yichuang.windows.internal.persistence.LetterRows;

/**
 * The list of the week (补批): whoever is A of the letter, or of one that holds for the department now, signs what B has
 * decided, or objects; B says how it was put right.
 */
public class Countersignatures {
    private static final int MOST_AT_ONCE = 500;

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

    /** Whoever may sign or put right, by their accounts, and what they are called. */
    private record People(Map<String, String> byAccount) {
        boolean has(String account) {
            return byAccount.containsKey(account);
        }

        String names() {
            return String.join("\u3001", new TreeSet<>(byAccount.values()));
        }
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
            People people = signs ? signing(found, unit) : correcting(found, unit);
            if (!people.has(context.actor().account())) {
                throw ProblemException.of(WindowsError.COUNTERSIGN_OTHER, people.names());
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

    /** Who signs: A of the letter, and A of those that the department has now. */
    private People signing(Countersignature of, UnitOfWork unit) {
        return people(of, true, unit);
    }

    /** Who puts right: whoever has decided, and B of the letters that the department has now. */
    private People correcting(Countersignature of, UnitOfWork unit) {
        People found = people(of, false, unit);
        Map<String, String> all = new HashMap<>(found.byAccount());
        all.put(of.held().decided().account(), of.held().decided().name());
        return new People(all);
    }

    private People people(Countersignature of, boolean a, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        Set<String> names = new HashSet<>(
                departments.allNames(of.department(), unit.context().tenant(), unit));
        names.add(of.department());
        Map<String, String> found = new HashMap<>();
        letters.of(names, unit).stream()
                .filter(each -> each.holds(today) || each.id().equals(of.letter()))
                .map(each -> a ? each.a() : each.b())
                .forEach(each -> found.put(each.account(), each.name()));
        Optional<LetterContent.Person> own =
                letters.find(of.letter(), unit).map(a ? DelegationLetter::a : DelegationLetter::b);
        own.ifPresent(each -> found.put(each.account(), each.name()));
        return new People(found);
    }

    /**
     * Signs all of a week that whoever asks may sign and nobody has yet: {@value #MOST_AT_ONCE} at once.
     *
     * @param day any of the week; null for today
     */
    @RequiresPermission(WindowsPermission.COUNTERSIGN)
    public ConfirmedView confirmAll(LocalDate day, CallContext context) {
        context.require(WindowsPermission.COUNTERSIGN);
        LocalDate monday = Countersignature.weekOf(day == null ? context.today() : day);
        return transactions.write(context, ConfirmedView.class, unit -> {
            Now now = clocked.now(unit);
            Map<String, Boolean> mine = new HashMap<>();
            int signed = 0;
            for (Countersignature each : rows.ofWeek(monday, CountersignState.LISTED, "", MOST_AT_ONCE, unit)) {
                String key = each.letter() + " " + each.department();
                if (mine.computeIfAbsent(
                        key, same -> signing(each, unit).has(context.actor().account()))) {
                    Countersignature held = rows.held(each.id(), unit).orElseThrow();
                    held.confirm(now);
                    keep(held, "countersign", "decision-countersigned", unit);
                    signed++;
                }
            }
            return new ConfirmedView(monday, signed);
        });
    }

    /**
     * Returns those of a week, in the order of their cases.
     *
     * @param day any of the week; null for today
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<CountersignView> list(LocalDate day, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        LocalDate monday = Countersignature.weekOf(day == null ? context.today() : day);
        return transactions.read(context, unit -> {
            List<Countersignature> found = rows.ofWeek(monday, page.cursor().orElse(""), page.limit() + 1, unit);
            return Page.of(found, page.limit(), Countersignature::id).map(each -> shown(each, unit));
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
                context, unit -> shown(rows.find(id, unit).orElseThrow(Countersignatures::unknown), unit));
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.COUNTERSIGN_UNKNOWN);
    }

    private CountersignView shown(Countersignature of, UnitOfWork unit) {
        Countersignature.Decided decided = of.held().decided();
        String account = unit.context().actor().account();
        boolean may = unit.context().actor().isPermitted(WindowsPermission.COUNTERSIGN);
        People signing = signing(of, unit);
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
                of.isLate(unit.context().today()),
                may && of.state() == CountersignState.LISTED && signing.has(account),
                may
                        && of.state() == CountersignState.OBJECTED
                        && correcting(of, unit).has(account),
                Shown.notes(of.held().notes()),
                of.steps());
    }
}
