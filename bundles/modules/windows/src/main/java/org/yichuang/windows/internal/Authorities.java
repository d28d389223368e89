package org.yichuang.windows.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.Cases;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.windows.api.Right;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsViews.AuthorityView;
import org.yichuang.windows.internal.WindowsViews.RightView;
import org.yichuang.windows.internal.domain.Authority;
import org.yichuang.windows.internal.domain.DelegationLetter;
import org.yichuang.windows.internal.domain.HallWindow;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.domain.WindowsPolicy;
import org.yichuang.windows.internal.persistence.LetterRows;
import org.yichuang.windows.internal.persistence.StaffRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** Who may do what, by the letters, the staff and the windows as they are now. */
public class Authorities {
    private final Transactions transactions;
    private final LetterRows letters;
    private final StaffRows staff;
    private final WindowRows windows;
    private final Clocked clocked;
    private final DepartmentItems items;
    private final Departments departments;
    private final Cases cases;

    Authorities(
            Transactions transactions,
            Rows rows,
            Clocked clocked,
            DepartmentItems items,
            Departments departments,
            Cases cases) {
        this.transactions = transactions;
        this.cases = cases;
        this.letters = rows.letters();
        this.staff = rows.staff();
        this.windows = rows.windows();
        this.clocked = clocked;
        this.items = items;
        this.departments = departments;
    }

    /** Where all of that is. */
    record Rows(LetterRows letters, StaffRows staff, WindowRows windows) {}

    /**
     * Tells whether somebody may do something about an item now.
     *
     * @param item its code
     * @param right e.g. {@code DECIDE}
     * @param account by which they sign in
     * @throws ProblemException {@code item-unknown}, {@code fields-invalid}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public AuthorityView ask(String item, String right, String account, CallContext context) {
        context.require(WindowsPermission.VIEW);
        Right asked = Right.parse(right == null ? "" : right)
                .orElseThrow(() -> ProblemException.field(
                        CommonError.FIELDS_INVALID,
                        "right",
                        LocalizedMessage.of(Authorities.class, "authority.right")));
        ItemDefinition definition = items.handled(item == null ? "" : item, context);
        return transactions.read(context, unit -> {
            boolean isOrgans =
                    DepartmentItems.isOrgans(definition, clocked.now(unit).centre());
            Authority.Question question =
                    new Authority.Question(asked, isReserved(asked, unit), isOrgans, "", false, Set.of());
            CaseMatter matter = CaseMatter.of(definition.department(), definition.code());
            return Shown.of(answer(account == null ? "" : account, matter, question, unit), isRequired(unit));
        });
    }

    /**
     * Tells what whoever asks may do about a case now, and of a joint one about the branches of their departments, each
     * by the letter of the department whose act it is; nothing where there is no such case here.
     *
     * @param number its number
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<RightView> ofCase(String number, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return transactions.read(context, unit -> cases.find(number, unit).stream()
                .flatMap(file -> ofCase(file, unit))
                .toList());
    }

    private Stream<RightView> ofCase(CaseRecord file, UnitOfWork unit) {
        List<CaseItem> branches = file.items().stream()
                .filter(each -> !each.department().isEmpty())
                .toList();
        Stream<RightView> whole = rights(
                CaseMatter.of(file),
                "",
                Stream.of(Right.values())
                        .filter(right -> !Right.RECORDED.contains(right))
                        .filter(right -> branches.isEmpty() || right != Right.EXAMINE)
                        .toList(),
                unit);
        Stream<RightView> own = branches.stream()
                .filter(each -> unit.context().actor().worksFor(each.department()))
                .flatMap(each -> rights(CaseMatter.of(each), each.name(), List.of(Right.EXAMINE), unit));
        return Stream.concat(whole, own);
    }

    private Stream<RightView> rights(CaseMatter matter, String branch, List<Right> rights, UnitOfWork unit) {
        String account = unit.context().actor().account();
        Authority known = known(account, matter, unit);
        return rights.stream().map(right -> {
            Authority.Question question = new Authority.Question(
                    right,
                    isReserved(right, unit),
                    right == Right.DECIDE && isOrgans(matter, unit),
                    "",
                    false,
                    Set.of());
            return new RightView(
                    right, branch, Shown.of(known.ask(account, question, clocked.now(unit)), isRequired(unit)));
        });
    }

    /** Whether nobody acts whom no letter lets act. */
    boolean isRequired(UnitOfWork unit) {
        return WindowsPolicy.isRequired(clocked.now(unit).centre());
    }

    /** Whether a right is for the representatives alone. */
    boolean isReserved(Right right, UnitOfWork unit) {
        return WindowsPolicy.isReserved(right, clocked.now(unit).centre());
    }

    /** Whether the law has the organ itself decide on something of a case. */
    boolean isOrgans(CaseMatter matter, UnitOfWork unit) {
        return items.isOrgans(matter, clocked.now(unit).centre(), unit);
    }

    /** Answers inside of a transaction. */
    Authority.Answer answer(String account, CaseMatter matter, Authority.Question question, UnitOfWork unit) {
        return known(account, matter, unit).ask(account, question, clocked.now(unit));
    }

    /** What has to be known to answer for somebody about something. */
    private Authority known(String account, CaseMatter matter, UnitOfWork unit) {
        Now now = clocked.now(unit);
        Set<String> names = names(matter.department(), unit);
        Set<String> codes = matter.codes(names);
        List<DelegationLetter> naming = letters.of(names, unit).stream()
                .filter(letter -> codes.stream().anyMatch(letter::names))
                .toList();
        Set<String> accounts = naming.stream()
                .filter(letter -> letter.holds(now.today()))
                .flatMap(letter -> Stream.of(letter.a().account(), letter.b().account()))
                .collect(Collectors.toCollection(HashSet::new));
        accounts.add(account);
        Map<String, StaffMember> people = staff.withAccounts(accounts, unit).stream()
                .collect(Collectors.toMap(StaffMember::account, Function.identity()));
        Set<String> numbers = people.values().stream()
                .map(StaffMember::window)
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
        Map<String, HallWindow> where =
                windows.some(numbers, unit).stream().collect(Collectors.toMap(HallWindow::id, Function.identity()));
        return new Authority(new Authority.Subject(names, codes), naming, people, where);
    }

    /** The names of a department, those that it had before as well. */
    private Set<String> names(String department, UnitOfWork unit) {
        Set<String> all =
                new HashSet<>(departments.allNames(department, unit.context().tenant(), unit));
        all.add(department);
        return Set.copyOf(all);
    }
}
