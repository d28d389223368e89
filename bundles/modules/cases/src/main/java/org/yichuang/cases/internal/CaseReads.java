package org.yichuang.cases.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseService.CaseFolder;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseService.Filter;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.domain.Almanac;
import org.yichuang.cases.internal.domain.BranchHearings;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles.Place;
import org.yichuang.cases.internal.domain.CaseFiles.Row;
import org.yichuang.cases.internal.domain.CaseFiles.Wanted;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;

/** Reading cases. */
public class CaseReads {
    private final Transactions transactions;
    private final CaseLedger desk;
    private final Journal journal;
    private final Tenants tenants;
    private final Unmasking unmasking;
    private final Departments departments;
    private final QueryCodeThrottle guesses = new QueryCodeThrottle();

    public CaseReads(
            Transactions transactions,
            CaseLedger desk,
            Journal journal,
            Tenants tenants,
            Unmasking unmasking,
            Departments departments) {
        this.transactions = transactions;
        this.desk = desk;
        this.journal = journal;
        this.tenants = tenants;
        this.unmasking = unmasking;
        this.departments = departments;
    }

    CaseView find(String number, CallContext context) {
        return desk.view(load(number, context), context);
    }

    /** What a command has made of a case, for whoever gives the same command again: it was his to give. */
    CaseView repeated(String number, CallContext context) {
        return desk.view(transactions.read(context, unit -> desk.cases(unit).get(number)), context);
    }

    CaseFolder open(String number, CallContext context) {
        return open(number, Visibility.of(context.actor()), context);
    }

    private CaseFolder open(String number, Visibility visibility, CallContext context) {
        CaseFile file = load(number, context);
        return new CaseFolder(
                desk.view(file, visibility, context),
                ProgressViews.steps(file, tenants.get(context.tenant()), visibility.showsWork()),
                new DeadlineReport(tenants, context.tenant(), context.today(), Laws.IN_FORCE)
                        .of(file, visibility.showsWork()));
    }

    List<GateFact> facts(String number, GatedCommand command, CallContext context) {
        CaseFile file = load(number, context);
        if (command == null) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "command", LocalizedMessage.of(CaseReads.class, "facts.command"));
        }
        return desk.facts(command, file, context);
    }

    CaseFolder unmask(String number, String reason, CallContext context) {
        CaseFile file = load(number, context);
        Submission content = file.submission();
        Set<String> fields = new TreeSet<>(Visibility.of(context.actor()).hidden(content));
        Stream.concat(Stream.ofNullable(file.progress().hearing()), BranchHearings.whole(file.progress()).stream())
                .filter(hearing -> !hearing.parties().isEmpty())
                .forEach(hearing -> fields.add("hearing.parties"));
        unmasking.authorize(
                new UnmaskingRequest(CasePermission.UNMASK, CaseLedger.AGGREGATE, number, fields, reason), context);
        return open(number, Visibility.WHOLE, context);
    }

    private CaseFile load(String number, CallContext context) {
        return transactions.read(context, unit -> Access.seen(desk.cases(unit).get(number), context));
    }

    Page<CaseSummary> list(Filter filter, PageRequest page, CallContext context) {
        return wanted(filter, context)
                .map(wanted -> list(wanted, page, context))
                .orElseGet(CaseReads::nothing);
    }

    Page<CaseSummary> passedOn(String words, PageRequest page, CallContext context) {
        Set<String> own = context.actor().departments();
        return Staff.isApplicantOnly(context.actor()) || own.isEmpty() || TextRules.isUnfit(words)
                ? nothing()
                : list(new Wanted(null, null, own, true, null, null, folded(words), false, false), page, context);
    }

    Page<CaseSummary> promised(String words, PageRequest page, CallContext context) {
        if (Staff.isApplicantOnly(context.actor()) || TextRules.isUnfit(words)) {
            return nothing();
        }
        Set<String> own = context.actor().departments();
        Place after = page.cursor().map(CaseReads::place).orElse(Place.START);
        List<Row> rows = transactions.read(
                context, unit -> desk.cases(unit).promised(own, folded(words), after, page.limit() + 1));
        Almanac almanac = CaseViews.almanac(tenants, context);
        Visibility visibility = Visibility.of(context.actor());
        return Page.of(rows, page.limit(), row -> row.promisedUntil() + "_" + row.number())
                .map(row -> CaseViews.summary(row, almanac, visibility));
    }

    private static Page<CaseSummary> nothing() {
        return new Page<>(List.of(), null);
    }

    private static String folded(String words) {
        return TextRules.folded(TextRules.normalized(words));
    }

    private Page<CaseSummary> list(Wanted wanted, PageRequest page, CallContext context) {
        Optional<Place> after = page.cursor().map(CaseReads::place);
        List<Row> rows = transactions.read(context, unit -> desk.cases(unit).list(wanted, after, page.limit() + 1));
        Almanac almanac = CaseViews.almanac(tenants, context);
        Visibility visibility = Visibility.of(context.actor());
        return Page.of(rows, page.limit(), row -> row.due() + "_" + row.number())
                .map(row -> CaseViews.summary(row, almanac, visibility));
    }

    private Optional<Wanted> wanted(Filter filter, CallContext context) {
        Actor actor = context.actor();
        String text =
                filter.words() + filter.department().orElse("") + filter.item().orElse("");
        if (TextRules.isUnfit(text)) {
            return Optional.empty();
        }
        boolean applicant = Staff.isApplicantOnly(actor);
        if (!applicant
                && filter.department().filter(asked -> !actor.worksFor(asked)).isPresent()) {
            return Optional.empty();
        }
        Set<String> own = applicant ? Set.of() : actor.departments();
        return Optional.of(new Wanted(
                filter.state().map(Enum::name).orElse(null),
                filter.dueBefore().orElse(null),
                filter.department()
                        .map(asked -> departments.allNames(Set.of(asked), context))
                        .orElse(own),
                false,
                filter.item().orElse(null),
                applicant ? actor.account() : null,
                folded(filter.words()),
                filter.provisional(),
                filter.asked()));
    }

    private static Place place(String cursor) {
        String[] parts = cursor.split("_", 2);
        try {
            if (parts.length == 2 && CaseNumbers.isWellFormed(parts[1])) {
                return new Place(LocalDate.parse(parts[0]), parts[1]);
            }
        } catch (DateTimeParseException e) {
            throw unreadableCursor();
        }
        throw unreadableCursor();
    }

    private static ProblemException unreadableCursor() {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE, "cursor", LocalizedMessage.of(CaseReads.class, "cursor-unreadable"));
    }

    List<DeadlineView> deadlines(String number, CallContext context) {
        return new DeadlineReport(tenants, context.tenant(), context.today(), Laws.IN_FORCE)
                .of(load(number, context), Visibility.of(context.actor()).showsWork());
    }

    Page<JournalEntry> journal(String number, PageRequest page, CallContext context) {
        load(number, context);
        return journal.entries(CaseLedger.AGGREGATE, number, page, context);
    }

    ProgressView progress(String number, String queryCode, String origin, CallContext context) {
        guesses.check(context.tenant(), number, origin, context.at());
        CaseFile file =
                transactions.read(context, unit -> desk.cases(unit).find(number).orElse(null));
        // Compared also when there is no such case, so that neither answer nor time tells which of the two was wrong
        boolean right = matches(file == null ? "" : file.queryCode(), queryCode);
        if (file == null || !right || file.queryCode().isEmpty()) {
            guesses.wrong(context.tenant(), number, origin, context.at());
            throw new ProblemException(
                    CaseError.PROGRESS_UNKNOWN, LocalizedMessage.of(CaseReads.class, "query.number-or-code-wrong"));
        }
        DeadlineReport timetable = new DeadlineReport(tenants, context.tenant(), context.today(), Laws.IN_FORCE);
        ClockViews clocks = new ClockViews(context.today(), tenants.calendar(context.tenant()));
        return ProgressViews.view(file, tenants.get(context.tenant()), timetable.of(file, false), clocks);
    }

    private static boolean matches(String code, String given) {
        // As people read it aloud: the alphabet has no O, I and L
        String meant = (given == null ? "" : given)
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), meant.getBytes(StandardCharsets.UTF_8));
    }
}
