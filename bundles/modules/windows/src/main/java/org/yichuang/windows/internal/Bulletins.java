package org.yichuang.windows.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.WordDocuments;
import org.yichuang.indicators.api.Fraction;
import org.yichuang.indicators.api.Kind;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.LetterPapers.Content;
import org.yichuang.windows.internal.WindowsCommands.PublishBulletin;
import org.yichuang.windows.internal.WindowsViews.BulletinView;
import org.yichuang.windows.internal.WindowsViews.LeaderView;
import org.yichuang.windows.internal.WindowsViews.WeekView;
import org.yichuang.windows.internal.document.BulletinDocument;
import org.yichuang.windows.internal.domain.Bulletin;
import org.yichuang.windows.internal.persistence.BulletinRows;

/** The attendance of a month that is over, published once: a numbered PDF, and the same as a Word document. */
public class Bulletins {
    private static final int LINES = 300;
    private static final int DECIMALS = 2;

    private final Transactions transactions;
    private final BulletinRows rows;
    private final AttendanceSheets attendance;
    private final Visits visits;
    private final Papers papers;
    private final Clocked clocked;

    Bulletins(
            Transactions transactions,
            BulletinRows rows,
            AttendanceSheets attendance,
            Visits visits,
            Papers papers,
            Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.attendance = attendance;
        this.visits = visits;
        this.papers = papers;
        this.clocked = clocked;
    }

    /** What papers are made by. */
    record Papers(DocumentService documents, WordDocuments words) {}

    /**
     * Publishes that of a month, as it stands.
     *
     * @throws ProblemException {@code fields-invalid} for a month that is not over, {@code bulletin-known}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public BulletinView publish(PublishBulletin command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        YearMonth month = month(FieldRules.require(command).month(), context.today());
        transactions.write(context, Written.class, unit -> {
            if (rows.held(month.toString(), unit).isPresent()) {
                throw ProblemException.of(WindowsError.BULLETIN_KNOWN, month.toString());
            }
            Map<String, String> facts = facts(month, unit);
            DocumentView paper = papers.documents()
                    .issue(
                            BulletinDocument.of(
                                    month.toString(), facts, clocked.now(unit).centre()),
                            unit);
            Bulletin made = Bulletin.published(
                    month,
                    new Bulletin.Course(facts, paper.id(), context.actor().name(), context.today()));
            rows.keep(made, "publish", Map.of("paper", paper.number()), "bulletin-published", made.changed(), unit);
            return new Written(made.id());
        });
        return transactions.read(context.withoutKey(), unit -> Shown.of(find(month.toString(), unit)));
    }

    private static YearMonth month(String text, LocalDate today) {
        if (text.matches("\\d{4}-(0[1-9]|1[0-2])") && YearMonth.parse(text).isBefore(YearMonth.from(today))) {
            return YearMonth.parse(text);
        }
        throw ProblemException.field(
                CommonError.FIELDS_INVALID, "month", LocalizedMessage.of(Bulletins.class, "bulletin.month"));
    }

    private Map<String, String> facts(YearMonth month, UnitOfWork unit) {
        List<WeekView> all = attendance.sums(month.atDay(1), month.atEndOfMonth(), unit);
        int days = attendance.workdays(month.atDay(1), month.atEndOfMonth(), unit);
        return Map.of(
                "month",
                BulletinDocument.words("month", String.valueOf(month.getYear()), month.getMonthValue()),
                "days",
                String.valueOf(days),
                "staff",
                String.valueOf(all.size()),
                "rate",
                rate(attendance.due(month.atDay(1), month.atEndOfMonth(), unit)),
                "late",
                lines(
                        all,
                        each -> each.late() + each.early() > 0,
                        each -> words("late", each, each.late(), each.early())),
                "missing",
                lines(all, each -> each.missing() > 0, each -> words("missing", each, each.missing())),
                "absences",
                lines(
                        all,
                        each -> each.absences() > 0,
                        each -> words("absence", each, each.absences(), each.overruns())),
                "leaves",
                lines(all, each -> each.leave() > 0, each -> words("leave", each, each.leave())),
                "leaders",
                lines(visits.leaders(month, unit), each -> true, Bulletins::words));
    }

    private static String words(String key, WeekView of, Object... numbers) {
        List<Object> said = new ArrayList<>(List.of(of.name(), of.window()));
        said.addAll(List.of(numbers));
        return BulletinDocument.words(key, said.toArray());
    }

    private static String words(LeaderView of) {
        return BulletinDocument.words(
                "leader",
                of.department(),
                of.name(),
                of.rank().label().zh(),
                of.visits(),
                BulletinDocument.words(met(of)));
    }

    /** Whoever has not come before the time for it is over has missed nothing yet. */
    private static String met(LeaderView of) {
        if (of.met()) {
            return "met";
        }
        return of.due() ? "unmet" : "to-come";
    }

    /** Of the punches that were due the share of those made. */
    private static String rate(List<AttendanceSheets.Due> due) {
        long made = due.stream().filter(AttendanceSheets.Due::made).count();
        return Kind.RATE
                .value(new Fraction(made, due.size()), DECIMALS)
                .map(value -> value.toPlainString() + "%")
                .orElse("\u2014");
    }

    /** A line for each; behind so many one says how many more there are. */
    private static <T> String lines(List<T> all, Predicate<T> counts, Function<T, String> line) {
        List<T> told = all.stream().filter(counts).toList();
        if (told.isEmpty()) {
            return BulletinDocument.words("none");
        }
        List<String> lines =
                new ArrayList<>(told.stream().limit(LINES).map(line).toList());
        if (told.size() > LINES) {
            lines.add(BulletinDocument.words("more", told.size() - LINES));
        }
        return String.join("\n", lines);
    }

    /** Returns those that were published, the newest month first. */
    @RequiresPermission(WindowsPermission.VIEW)
    public List<BulletinView> list(CallContext context) {
        context.require(WindowsPermission.VIEW);
        return transactions.read(
                context, unit -> rows.newest(unit).stream().map(Shown::of).toList());
    }

    /**
     * Returns the paper of a month.
     *
     * @throws ProblemException {@code bulletin-unknown}, {@code document-pending} while it is being made
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public Content pdf(String month, CallContext context) {
        context.require(WindowsPermission.VIEW);
        Bulletin found = load(month, context);
        return LetterPapers.content(
                papers.documents(),
                BulletinDocument.ABOUT,
                found.id(),
                found.held().paper(),
                context);
    }

    /**
     * Returns the same as a Word document.
     *
     * @throws ProblemException {@code bulletin-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public Content docx(String month, CallContext context) {
        context.require(WindowsPermission.VIEW);
        Bulletin found = load(month, context);
        String number = papers.documents().of(BulletinDocument.ABOUT, found.id(), context).stream()
                .filter(each -> each.id().equals(found.held().paper()))
                .map(DocumentView::number)
                .findFirst()
                .orElse("");
        byte[] bytes = papers.words().write(BulletinDocument.draft(found, number, clocked.centre(context.tenant())));
        return new Content(BulletinDocument.words("title") + found.id() + ".docx", Content.WORD, bytes);
    }

    private Bulletin load(String month, CallContext context) {
        return transactions.read(context, unit -> find(month, unit));
    }

    private Bulletin find(String month, UnitOfWork unit) {
        return rows.find(month, unit).orElseThrow(() -> ProblemException.of(WindowsError.BULLETIN_UNKNOWN));
    }
}
