package org.yichuang.windows.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.windows.api.LetterState;
import org.yichuang.windows.api.LetterStep;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.Announce;
import org.yichuang.windows.internal.WindowsCommands.Person;
import org.yichuang.windows.internal.WindowsCommands.Propose;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.Sign;
import org.yichuang.windows.internal.WindowsCommands.Words;
import org.yichuang.windows.internal.WindowsViews.LetterView;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.LetterContent;
import org.yichuang.windows.internal.domain.LetterTerms;
import org.yichuang.windows.internal.persistence.LetterRows;

/** Delegation letters, from proposal to end. */
public class Letters {
    private static final String NUMBER = "[\\p{L}\\p{N}\\u3014\\u3015()-]{1,40}";
    private static final String HASH = "[0-9a-f]{64}";

    private final Transactions transactions;
    private final LetterRows rows;
    private final DepartmentItems items;
    private final StationedDepartments departments;
    private final Clocked clocked;
    private final LetterPapers papers;

    Letters(
            Transactions transactions,
            LetterRows rows,
            DepartmentItems items,
            StationedDepartments departments,
            Clocked clocked,
            LetterPapers papers) {
        this.transactions = transactions;
        this.rows = rows;
        this.items = items;
        this.departments = departments;
        this.clocked = clocked;
        this.papers = papers;
    }

    /**
     * Proposes one, for the own department.
     *
     * @throws ProblemException {@code letter-known}, {@code letter-same-person}, {@code letter-rank}, {@code
     *     letter-excluded}, {@code item-unknown}, {@code item-not-of-department}, {@code letter-unknown} of the one in
     *     whose place it is to come, {@code not-allowed}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.PROPOSE)
    public LetterView propose(Propose command, CallContext context) {
        context.require(WindowsPermission.PROPOSE);
        Propose given = FieldRules.require(command);
        if (!given.number().matches(NUMBER)) {
            throw invalid("number", "letter.number");
        }
        requireAccount("a.account", given.a());
        requireAccount("b.account", given.b());
        departments.check(given.department(), context);
        requireOwn(given.department(), context);
        Items named = named(given, context);
        LetterContent content = new LetterContent(
                Said.person(given.principal()),
                Said.person(given.a()),
                Said.person(given.b()),
                given.full(),
                given.partial(),
                Set.copyOf(given.recorded()),
                null,
                null,
                null,
                List.of(),
                named.names(),
                null);
        LetterTerms terms = new LetterTerms(given.department(), given.from(), given.until(), given.previous(), content);
        transactions.write(context, Written.class, unit -> {
            if (rows.held(given.number(), unit).isPresent()) {
                throw ProblemException.of(WindowsError.LETTER_KNOWN, given.number());
            }
            replaced(given.previous(), given.department(), unit);
            List<String> excluded = excluded(given.department(), named.offered(), named.kept(), unit);
            DelegationLetter made = DelegationLetter.proposed(given.number(), terms, excluded, clocked.now(unit));
            keep(made, LetterStep.PROPOSE, "letter-proposed", "", unit);
            return new Written(made.id());
        });
        return load(given.number(), context.withoutKey());
    }

    private static void requireAccount(String field, Person given) {
        if (given.account() == null || given.account().isBlank()) {
            throw invalid(field, "letter.account");
        }
    }

    /**
     * The items of a proposal.
     *
     * @param offered those that the centre handles
     * @param kept codes of those that the letter in whose place it comes has named
     * @param names what all of them are called
     */
    private record Items(List<ItemDefinition> offered, Set<String> kept, Map<String, String> names) {}

    /**
     * What is not offered any more, or has gone to another department, still has cases that run: it may be named by a
     * letter that comes in the place of one that named it, and in full only where that one did.
     */
    private Items named(Propose given, CallContext context) {
        Optional<DelegationLetter> before = given.previous().isEmpty()
                ? Optional.empty()
                : transactions
                        .read(context.withoutKey(), unit -> rows.find(given.previous(), unit))
                        .filter(each -> each.department().equals(given.department()));
        List<ItemDefinition> offered = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Set<String> kept = before.map(each -> Set.copyOf(each.items())).orElse(Set.of());
        for (String code : Stream.concat(given.full().stream(), given.partial().stream())
                .distinct()
                .toList()) {
            boolean mayBeOver = before.filter(
                            each -> given.full().contains(code) ? each.grants(Right.DECIDE, code) : each.names(code))
                    .isPresent();
            Optional<ItemDefinition> found =
                    mayBeOver ? items.stillHandled(code, context) : Optional.of(items.handled(code, context));
            found.ifPresent(offered::add);
            names.put(
                    code,
                    found.map(ItemDefinition::name)
                            .or(() -> before.flatMap(each -> each.nameOf(code)))
                            .orElse(code));
        }
        return new Items(offered, kept, names);
    }

    /** All items have to be the department's, or have been; those that the organ itself decides on. */
    private List<String> excluded(String department, List<ItemDefinition> named, Set<String> kept, UnitOfWork unit) {
        Tenant centre = clocked.now(unit).centre();
        named.stream()
                .filter(item -> !kept.contains(item.code()))
                .forEach(item -> items.requireOf(department, item, unit));
        return named.stream()
                .filter(item -> DepartmentItems.isOrgans(item, centre))
                .map(ItemDefinition::code)
                .toList();
    }

    private Optional<DelegationLetter> replaced(String number, String department, UnitOfWork unit) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rows.held(number, unit)
                .filter(each -> each.department().equals(department))
                .orElseThrow(() -> ProblemException.of(WindowsError.LETTER_UNKNOWN, number)));
    }

    /**
     * The centre consents, or does not; not whoever has proposed it.
     *
     * @throws ProblemException {@code letter-unknown}, {@code letter-state}, {@code letter-own}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public LetterView answer(String number, boolean consents, Words command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Words given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            DelegationLetter found = held(number, unit);
            found.answer(consents, given.words(), clocked.now(unit));
            keep(
                    found,
                    consents ? LetterStep.CONSENT : LetterStep.OBJECT,
                    consents ? "letter-consented" : "letter-objected",
                    given.words(),
                    unit);
            return new Written(number);
        });
        return load(number, context.withoutKey());
    }

    /**
     * Issues one that all four have signed; from its first day on the one in whose place it comes holds no more.
     *
     * @throws ProblemException {@code letter-unknown}, {@code letter-state}, {@code letter-unsigned}, {@code
     *     letter-overlap}, {@code letter-notice-short}, {@code stationing-unknown}, {@code not-allowed}
     */
    @RequiresPermission(WindowsPermission.PROPOSE)
    public LetterView issue(String number, Sign command, CallContext context) {
        context.require(WindowsPermission.PROPOSE);
        Sign given = FieldRules.require(command);
        if (!Stream.of(given.principal(), given.seal(), given.a(), given.b()).allMatch(each -> each.matches(HASH))) {
            throw ProblemException.of(WindowsError.LETTER_UNSIGNED);
        }
        LetterContent.Signatures signed =
                new LetterContent.Signatures(given.principal(), given.seal(), given.a(), given.b());
        Map<String, String> names = names(number, context);
        transactions.write(context, Written.class, unit -> {
            DelegationLetter found = held(number, unit);
            requireOwn(found.department(), context);
            departments.hold(found.department(), unit);
            Optional<DelegationLetter> before = replaced(found.previous(), found.department(), unit);
            List<DelegationLetter> others = rows.heldBetween(found.from(), found.until(), unit).stream()
                    .filter(each -> isOfSame(each, found, unit))
                    .toList();
            Optional<DelegationLetter> going = before.filter(each -> each.isToBeFollowed(context.today()));
            found.issue(signed, others, before, clocked.now(unit));
            going.ifPresent(each -> follow(each, found, unit));
            papers.issue(found, names, unit);
            keep(found, LetterStep.ISSUE, "letter-in-force", "", unit);
            return new Written(number);
        });
        return load(number, context.withoutKey());
    }

    /** Another one takes the place of one: now, or in some days. */
    private void follow(DelegationLetter before, DelegationLetter next, UnitOfWork unit) {
        boolean isOver = before.state(unit.context().today()) == LetterState.REPLACED;
        if (isOver) {
            papers.end(
                    before,
                    "replaced",
                    unit,
                    next.id(),
                    before.held().successor().from());
        }
        keep(
                before,
                isOver ? LetterStep.REPLACE : LetterStep.FOLLOW,
                isOver ? "letter-replaced" : "letter-followed",
                next.id(),
                unit);
    }

    /** Two departments have an item on its way at different times; one of them has it in one letter only. */
    private boolean isOfSame(DelegationLetter one, DelegationLetter other, UnitOfWork unit) {
        return items.present(one.department(), unit).equals(items.present(other.department(), unit));
    }

    /** What its items are called: for the paper; as they were when it was proposed, where that was kept. */
    private Map<String, String> names(String number, CallContext context) {
        DelegationLetter letter = transactions.read(context.withoutKey(), unit -> rows.find(number, unit)
                .orElseThrow(() -> ProblemException.of(WindowsError.LETTER_UNKNOWN, number)));
        return letter.items().stream().collect(Collectors.toMap(Function.identity(), code -> letter.nameOf(code)
                .or(() -> items.stillHandled(code, context).map(ItemDefinition::name))
                .orElse(code)));
    }

    /**
     * Announces that one changes.
     *
     * @throws ProblemException {@code letter-unknown}, {@code letter-state}, {@code letter-notice-short}, {@code
     *     not-allowed}
     */
    @RequiresPermission(WindowsPermission.PROPOSE)
    public LetterView announce(String number, Announce command, CallContext context) {
        context.require(WindowsPermission.PROPOSE);
        Announce given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            DelegationLetter found = held(number, unit);
            requireOwn(found.department(), context);
            found.announce(given.from(), given.words(), clocked.now(unit));
            keep(found, LetterStep.ANNOUNCE, "letter-changing", given.words(), unit);
            return new Written(number);
        });
        return load(number, context.withoutKey());
    }

    /**
     * The centre takes one back.
     *
     * @throws ProblemException {@code letter-unknown}, {@code letter-state}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public LetterView revoke(String number, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            DelegationLetter found = held(number, unit);
            found.revoke(given.reason(), clocked.now(unit));
            papers.end(found, "revoked", unit);
            keep(found, LetterStep.REVOKE, "letter-revoked", given.reason(), unit);
            if (found.from().isAfter(context.today()) && !found.previous().isEmpty()) {
                rows.held(found.previous(), unit)
                        .filter(each -> each.isFollowedBy(number))
                        .ifPresent(each -> goOn(each, unit));
            }
            return new Written(number);
        });
        return load(number, context.withoutKey());
    }

    /** What was to take its place is taken back before it has begun. */
    private void goOn(DelegationLetter before, UnitOfWork unit) {
        before.goOn(clocked.now(unit));
        keep(before, LetterStep.GO_ON, "letter-going-on", "", unit);
    }

    /** @throws ProblemException {@code not-allowed} where whoever acts does not work for the department */
    static void requireOwn(String department, CallContext context) {
        if (!context.actor().worksFor(department)) {
            throw new ProblemException(
                    CommonError.NOT_ALLOWED, LocalizedMessage.of(Letters.class, "department.other", department));
        }
    }

    private DelegationLetter held(String number, UnitOfWork unit) {
        DelegationLetter found =
                rows.held(number, unit).orElseThrow(() -> ProblemException.of(WindowsError.LETTER_UNKNOWN, number));
        unit.context().requireVersion(found.steps());
        return found;
    }

    private void keep(DelegationLetter row, LetterStep step, String event, String words, UnitOfWork unit) {
        keep(rows, row, step, event, words, unit);
    }

    static void keep(
            LetterRows rows, DelegationLetter row, LetterStep step, String event, String words, UnitOfWork unit) {
        Map<String, String> details = words.isEmpty() ? Map.of() : Map.of("words", words);
        WindowsEvent changed = row.changed(step, unit.context().today());
        rows.keep(row, step.name().toLowerCase(Locale.ROOT), details, event, changed, unit);
    }

    /** Returns all, by their numbers. */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<LetterView> list(PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        List<DelegationLetter> found =
                transactions.read(context, unit -> rows.all(page.cursor(), page.limit() + 1, unit));
        return Page.of(found, page.limit(), DelegationLetter::id).map(each -> Shown.of(each, context));
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code letter-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public LetterView find(String number, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return load(number, context);
    }

    private LetterView load(String number, CallContext context) {
        return transactions.read(
                context,
                unit -> Shown.of(
                        rows.find(number, unit)
                                .orElseThrow(() -> ProblemException.of(WindowsError.LETTER_UNKNOWN, number)),
                        context));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Letters.class, key));
    }
}
