package org.yichuang.windows.internal;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.windows.api.EnquiryState;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.AssessmentCommands.AnswerEnquiry;
import org.yichuang.windows.internal.AssessmentCommands.HandOver;
import org.yichuang.windows.internal.AssessmentCommands.OpenEnquiry;
import org.yichuang.windows.internal.EnquiryViews.EnquiryView;
import org.yichuang.windows.internal.domain.Enquiry;
import org.yichuang.windows.internal.domain.Now;
import org.yichuang.windows.internal.domain.StaffMember;
import org.yichuang.windows.internal.persistence.EnquiryRows;
import org.yichuang.windows.internal.persistence.StaffRows;

/** What people ask, who answers, and by when. */
public class Enquiries {
    private final Transactions transactions;
    private final EnquiryRows rows;
    private final StaffRows staff;
    private final NoticeService notices;
    private final Clocked clocked;

    Enquiries(Transactions transactions, EnquiryRows rows, StaffRows staff, NoticeService notices, Clocked clocked) {
        this.notices = notices;
        this.transactions = transactions;
        this.rows = rows;
        this.staff = staff;
        this.clocked = clocked;
    }

    /**
     * Somebody has asked; whoever writes it down was asked first.
     *
     * @throws ProblemException {@code staff-unknown} for whoever sits at no window
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public EnquiryView open(OpenEnquiry command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        OpenEnquiry given = FieldRules.require(command);
        Written done = transactions.write(context, Written.class, unit -> {
            StaffMember by = atWindow(context.actor().account(), unit);
            Enquiry made = Enquiry.opened(
                    Ids.next(context.at()), by, given.channel(), given.asker(), given.question(), clocked.now(unit));
            keep(made, "open", "enquiry-opened", unit);
            return new Written(made.id());
        });
        return load(done.id(), context.withoutKey());
    }

    private StaffMember atWindow(String account, UnitOfWork unit) {
        return staff.withAccounts(List.of(account), unit).stream()
                .filter(StaffMember::isAtWindow)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(WindowsError.STAFF_UNKNOWN));
    }

    /**
     * Whoever takes what was asked from home answers for it.
     *
     * @throws ProblemException {@code enquiry-unknown}, {@code enquiry-state}, {@code enquiry-taken}, {@code
     *     staff-unknown} for whoever sits at no window
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public EnquiryView take(String id, CallContext context) {
        context.require(WindowsPermission.SERVE);
        transactions.write(context, Written.class, unit -> {
            StaffMember by = atWindow(context.actor().account(), unit);
            return step(id, "take", "enquiry-taken", (found, now) -> found.take(by, now), unit);
        });
        return load(id, context.withoutKey());
    }

    /**
     * Whoever has it in hand, or was asked first, hands it over.
     *
     * @throws ProblemException {@code enquiry-unknown}, {@code enquiry-state}, {@code staff-unknown}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public EnquiryView handOver(String id, HandOver command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        return give(id, command, "hand-over", Enquiry::handOver, context);
    }

    /**
     * Whoever manages the hall gives it to somebody: those who have it may have left.
     *
     * @throws ProblemException {@code enquiry-unknown}, {@code enquiry-state}, {@code staff-unknown}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public EnquiryView assign(String id, HandOver command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        return give(id, command, "assign", Enquiry::assign, context);
    }

    /** Somebody has it from somebody. */
    @FunctionalInterface
    private interface Given {
        void to(Enquiry found, StaffMember to, String words, Now now);
    }

    private EnquiryView give(String id, HandOver command, String action, Given step, CallContext context) {
        HandOver given = FieldRules.require(command);
        String words = given.words() == null ? "" : given.words();
        transactions.write(context, Written.class, unit -> {
            StaffMember to = atWindow(given.to(), unit);
            return step(id, action, "enquiry-handed-over", (found, now) -> step.to(found, to, words, now), unit);
        });
        return load(id, context.withoutKey());
    }

    /**
     * Whoever has it in hand, or was asked first, answers; who has asked with an account is told so.
     *
     * @throws ProblemException {@code answer-how} for a "no" without a way out, {@code enquiry-unknown}, {@code
     *     enquiry-state}
     */
    @RequiresPermission(WindowsPermission.SERVE)
    public EnquiryView answer(String id, AnswerEnquiry command, CallContext context) {
        context.require(WindowsPermission.SERVE);
        AnswerEnquiry given = FieldRules.require(command);
        Enquiry.Answer answer = new Enquiry.Answer(given.answer(), Boolean.TRUE.equals(given.negative()), given.how());
        transactions.write(
                context,
                Written.class,
                unit -> step(
                        id,
                        "answer",
                        "enquiry-answered",
                        (found, now) -> {
                            found.answer(answer, now);
                            tell(found, now, unit);
                        },
                        unit));
        return load(id, context.withoutKey());
    }

    private void tell(Enquiry of, Now now, UnitOfWork unit) {
        of.account()
                .ifPresent(account ->
                        notices.send(EnquiryNotice.ANSWERED.about(of.id(), of.day(), account, now.centre()), unit));
    }

    private Written step(String id, String action, String event, BiConsumer<Enquiry, Now> taken, UnitOfWork unit) {
        Enquiry found = rows.held(id, unit).orElseThrow(Enquiries::unknown);
        unit.context().requireVersion(found.steps());
        taken.accept(found, clocked.now(unit));
        keep(found, action, event, unit);
        return new Written(id);
    }

    private void keep(Enquiry row, String action, String event, UnitOfWork unit) {
        rows.keep(row, action, Map.of("window", row.window()), event, row.changed(), unit);
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.ENQUIRY_UNKNOWN);
    }

    /**
     * Returns them, the newest first.
     *
     * @param state those in it alone; null for all
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public Page<EnquiryView> list(EnquiryState state, PageRequest page, CallContext context) {
        context.require(WindowsPermission.VIEW);
        String after = page.cursor().orElse("~");
        List<Enquiry> found = transactions.read(
                context,
                unit -> state == null
                        ? rows.newest(after, page.limit() + 1, unit)
                        : rows.newest(state, after, page.limit() + 1, unit));
        return Page.of(found, page.limit(), Enquiry::id).map(each -> shown(each, context));
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code enquiry-unknown}
     */
    @RequiresPermission(WindowsPermission.VIEW)
    public EnquiryView find(String id, CallContext context) {
        context.require(WindowsPermission.VIEW);
        return load(id, context);
    }

    private EnquiryView load(String id, CallContext context) {
        return transactions.read(context, unit -> shown(rows.find(id, unit).orElseThrow(Enquiries::unknown), context));
    }

    private static EnquiryView shown(Enquiry of, CallContext context) {
        Enquiry.Course course = of.held();
        Enquiry.Answer answer = course.answer();
        boolean isInHand = of.isInHandOf(context.actor().account());
        UnaryOperator<String> told = isInHand ? UnaryOperator.identity() : Masking::text;
        return new EnquiryView(
                of.id(),
                of.day(),
                of.channel(),
                of.state(),
                course.asker().isEmpty() ? "" : Masking.name(true, course.asker()),
                Masking.text(course.question()),
                of.window(),
                course.firstName(),
                course.holderName(),
                answer == null ? "" : told.apply(answer.words()),
                answer == null ? "" : told.apply(answer.how()),
                of.due(),
                of.answeredOn().orElse(null),
                of.isInTime(context.today()).filter(inTime -> !inTime).isPresent(),
                isInHand,
                Shown.notes(course.notes()),
                of.steps());
    }
}
