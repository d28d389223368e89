package org.yichuang.ratings.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.Cases;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.Masking;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpState;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.FollowUps;
import org.yichuang.ratings.api.RatingError;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.ratings.internal.domain.FollowUp;
import org.yichuang.ratings.internal.domain.FollowUpContent;
import org.yichuang.ratings.internal.domain.FollowUpTable;
import org.yichuang.ratings.internal.domain.Now;
import org.yichuang.ratings.internal.domain.RatingPolicy;
import org.yichuang.ratings.internal.domain.Service;
import org.yichuang.ratings.internal.persistence.FollowUpRows;

/** What a centre does about what people say: one method is one transaction. */
public class DefaultFollowUps implements FollowUps {
    /** What nobody does about their own work. */
    private static final Set<FollowUpStep> LOOKED_INTO =
            EnumSet.of(FollowUpStep.CONTACT, FollowUpStep.OPEN_PHONE, FollowUpStep.VERIFY);

    private final FollowUpWork work;
    private final Recheck recheck;
    private final Cases cases;
    private final Transactions transactions;

    DefaultFollowUps(FollowUpWork work, Recheck recheck, Cases cases, Transactions transactions) {
        this.work = work;
        this.recheck = recheck;
        this.cases = cases;
        this.transactions = transactions;
    }

    @Override
    public Page<View> list(FollowUpKind kind, boolean closed, PageRequest page, CallContext context) {
        context.require(RatingPermission.FOLLOW_UP);
        if (!sees(kind, context)) {
            context.require(kind.isLodged() ? RatingPermission.COMPLAINTS : RatingPermission.VERIFY);
        }
        return transactions.read(context, unit -> {
            FollowUpRows rows = work.rows();
            List<FollowUp> found = closed
                    ? rows.closed(kind, context.actor().departments(), page, unit)
                    : rows.open(kind, context.actor().departments(), verifies(context), page, unit);
            return Page.of(found, page.limit(), FollowUpRows::cursor).map(each -> view(each, false, context));
        });
    }

    @Override
    public View find(String id, CallContext context) {
        context.require(RatingPermission.FOLLOW_UP);
        return transactions.read(context, unit -> {
            FollowUp found = found(id, unit);
            return view(found, true, isInvolved(found, unit), context);
        });
    }

    /** Of what is rated once, as a whole, whoever has taken any step of the case has rendered it. */
    private boolean isInvolved(FollowUp of, UnitOfWork unit) {
        String account = unit.context().actor().account();
        return of.kind() == FollowUpKind.BAD_RATING
                && !of.isOnPaper()
                && RatingPolicy.isRatedOnce(
                        work.now(unit).centre(), of.service().channel())
                && cases.hasActed(of.service().caseNumber(), account, unit);
    }

    private void requireUninvolved(String id, UnitOfWork unit) {
        if (isInvolved(found(id, unit), unit)) {
            throw ProblemException.of(RatingError.FOLLOW_UP_RATED);
        }
    }

    /** Whoever does it, and whoever verifies it. */
    public static boolean sees(FollowUpKind kind, CallContext context) {
        return switch (kind) {
            case BAD_RATING -> context.actor().isPermitted(RatingPermission.HANDLE)
                    || context.actor().isPermitted(RatingPermission.VERIFY);
            case CALL_BACK -> context.actor().isPermitted(RatingPermission.CALL)
                    || context.actor().isPermitted(RatingPermission.VERIFY);
            case COMPLAINT, REVIEW -> context.actor().isPermitted(RatingPermission.COMPLAINTS);
        };
    }

    private static boolean verifies(CallContext context) {
        return context.actor().isPermitted(RatingPermission.VERIFY);
    }

    /** What waits to be verified is shown to whoever may, as it may have to be somebody of another department. */
    private static boolean isShown(FollowUp each, CallContext context) {
        return context.actor().worksFor(each.service().department())
                || verifies(context)
                        && (each.state() == FollowUpState.TO_VERIFY
                                || each.hasSteps(context.actor().account()));
    }

    private FollowUp found(String id, UnitOfWork unit) {
        return work.rows()
                .find(id, unit)
                .filter(each -> isShown(each, unit.context()))
                .filter(each -> sees(each.kind(), unit.context()))
                .orElseThrow(() -> ProblemException.of(RatingError.FOLLOW_UP_UNKNOWN));
    }

    @Override
    public View contact(String id, Contacted contacted, CallContext context) {
        context.require(RatingPermission.HANDLE);
        Contacted given = FieldRules.require(contacted);
        return step(id, FollowUpStep.CONTACT, context, (followUp, now) -> followUp.contact(given, now));
    }

    @Override
    public View rectify(String id, Rectified rectified, CallContext context) {
        context.require(RatingPermission.HANDLE);
        Rectified given = FieldRules.require(rectified);
        return step(id, FollowUpStep.RECTIFY, context, (followUp, now) -> followUp.rectify(given, now));
    }

    @Override
    public View verify(String id, Verified verified, CallContext context) {
        context.require(RatingPermission.VERIFY);
        Verified given = FieldRules.require(verified);
        transactions.write(context, Stepped.class, unit -> {
            requireUninvolved(id, unit);
            recheck.hold(work.rows().ratingOf(id, unit), unit);
            FollowUp done = work.take(
                    id,
                    FollowUpStep.VERIFY,
                    unit,
                    (followUp, now) -> followUp.verify(given, recheck.canAsk(followUp, unit), now));
            recheck.after(done, unit);
            return new Stepped(done.steps());
        });
        return find(id, context.withoutKey());
    }

    @Override
    public View call(String id, Called called, CallContext context) {
        context.require(RatingPermission.CALL);
        Called given = FieldRules.require(called);
        if (!List.of(FollowUpOutcome.REACHED, FollowUpOutcome.NOT_REACHED, FollowUpOutcome.DECLINED)
                .contains(given.result())) {
            throw invalid("result", "call.result");
        }
        if (given.grade() != null && given.result() != FollowUpOutcome.REACHED) {
            throw invalid("grade", "call.grade");
        }
        transactions.write(context, Stepped.class, unit -> {
            FollowUp done = work.take(id, FollowUpStep.CALL, unit, (followUp, now) -> followUp.call(given, now));
            recheck.called(done, given, unit);
            return new Stepped(done.steps());
        });
        return find(id, context.withoutKey());
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(DefaultFollowUps.class, key));
    }

    @Override
    public Callee phone(String id, CallContext context) {
        context.require(RatingPermission.CALL);
        return callee(id, FollowUpKind.CALL_BACK, context);
    }

    @Override
    public Callee rater(String id, CallContext context) {
        context.require(RatingPermission.HANDLE);
        return callee(id, FollowUpKind.BAD_RATING, context);
    }

    private Callee callee(String id, FollowUpKind kind, CallContext context) {
        transactions.write(context, Stepped.class, unit -> {
            requireUninvolved(id, unit);
            FollowUp done = work.take(id, FollowUpStep.OPEN_PHONE, unit, (followUp, now) -> {
                if (followUp.kind() != kind) {
                    throw ProblemException.of(RatingError.FOLLOW_UP_UNKNOWN);
                }
                followUp.phoneOpened(now);
            });
            return new Stepped(done.steps());
        });
        return transactions.read(context.withoutKey(), unit -> {
            CaseRequests.Applicant applicant = cases.application(
                            found(id, unit).service().caseNumber(), unit)
                    .orElseThrow(() -> ProblemException.of(RatingError.FOLLOW_UP_UNKNOWN))
                    .applicant();
            return new Callee(applicant.name(), applicant.phone());
        });
    }

    private View step(String id, FollowUpStep step, CallContext context, BiConsumer<FollowUp, Now> taken) {
        transactions.write(context, Stepped.class, unit -> {
            if (step == FollowUpStep.CONTACT) {
                requireUninvolved(id, unit);
            }
            return new Stepped(work.take(id, step, unit, taken).steps());
        });
        return find(id, context.withoutKey());
    }

    /**
     * What is kept under a command's key.
     *
     * @param steps how many steps there were then
     */
    record Stepped(int steps) {}

    static View view(FollowUp of, boolean whole, CallContext context) {
        return view(of, whole, false, context);
    }

    /** @param involved whether whoever looks has had a part in what was rated */
    private static View view(FollowUp of, boolean whole, boolean involved, CallContext context) {
        Service service = of.service();
        return new View(
                of.id(),
                of.kind(),
                of.state(),
                of.outcome(),
                service.caseNumber(),
                service.itemName(),
                service.department(),
                service.window(),
                service.channel(),
                of.openedOn(),
                of.dueOn(),
                of.isLate(context.today()),
                of.closedOn(),
                of.attempts(),
                of.grade(),
                Masking.text(of.held().words()),
                whole ? of.held().notes().stream().map(DefaultFollowUps::note).toList() : List.of(),
                FollowUpTable.steps(of.kind(), of.state()).stream()
                        .filter(step -> may(step, of, context) && !(involved && LOOKED_INTO.contains(step)))
                        .toList(),
                of.steps());
    }

    private static Note note(FollowUpContent.Note note) {
        return new Note(note.at(), note.step(), note.by(), Masking.text(note.words()), note.late());
    }

    private static String opens(FollowUpKind kind) {
        return switch (kind) {
            case BAD_RATING -> RatingPermission.HANDLE;
            case CALL_BACK -> RatingPermission.CALL;
            case COMPLAINT, REVIEW -> RatingPermission.COMPLAINTS;
        };
    }

    private static boolean may(FollowUpStep step, FollowUp of, CallContext context) {
        boolean isOther =
                of.kind() != FollowUpKind.BAD_RATING || !of.isOf(context.actor().account());
        return switch (step) {
            case CONTACT -> isOther
                    && (of.state() == FollowUpState.TO_CONTACT || of.isOnPaper())
                    && context.actor().isPermitted(RatingPermission.HANDLE);
            case RECTIFY -> context.actor().isPermitted(RatingPermission.HANDLE);
            case VERIFY -> isOther
                    && context.actor().isPermitted(RatingPermission.VERIFY)
                    && !of.isHandledBy(context.actor().account())
                    && !(of.isFoundMistaken() && of.isRated(context.actor()));
            case CALL -> context.actor().isPermitted(RatingPermission.CALL);
            case OPEN_PHONE -> isOther && context.actor().isPermitted(opens(of.kind()));
            case ACCEPT, REFUSE, EXTEND, ANSWER -> context.actor().isPermitted(RatingPermission.COMPLAINTS);
            case OPEN, ANSWERED, LAPSE, CHANGED -> false;
        };
    }
}
