package org.yichuang.ratings.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.Cases;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.ratings.api.Channel;
import org.yichuang.ratings.api.Complaints;
import org.yichuang.ratings.api.FollowUpKind;
import org.yichuang.ratings.api.FollowUpOutcome;
import org.yichuang.ratings.api.FollowUpStep;
import org.yichuang.ratings.api.FollowUps.Callee;
import org.yichuang.ratings.api.FollowUps.View;
import org.yichuang.ratings.api.RatingError;
import org.yichuang.ratings.api.RatingPermission;
import org.yichuang.ratings.internal.domain.FollowUp;
import org.yichuang.ratings.internal.domain.Now;
import org.yichuang.ratings.internal.domain.Service;

/** Complaints and reviews: one method is one transaction. */
public class DefaultComplaints implements Complaints {
    private static final int CODE_CHARACTERS = 12;
    private static final int MOST_OWN = 50;
    private static final int MOST_DAYS = 30;
    private static final Set<FollowUpOutcome> FINDINGS =
            Set.of(FollowUpOutcome.UPHELD, FollowUpOutcome.PARTLY, FollowUpOutcome.NOT_UPHELD);

    private final ComplaintDesk desk;
    private final Cases cases;
    private final Transactions transactions;
    private final QueryCodes queryCodes;
    private final AccountDirectory accounts;
    private final LodgingThrottle throttle = new LodgingThrottle();

    DefaultComplaints(
            ComplaintDesk desk,
            Cases cases,
            AccountDirectory accounts,
            Transactions transactions,
            QueryCodes queryCodes) {
        this.desk = desk;
        this.cases = cases;
        this.accounts = accounts;
        this.transactions = transactions;
        this.queryCodes = queryCodes;
    }

    @Override
    public Lodged complain(Complaint complaint, String origin, CallContext context) {
        return lodge(FollowUpKind.COMPLAINT, complaint, origin, context);
    }

    @Override
    public Lodged review(Complaint complaint, String origin, CallContext context) {
        return lodge(FollowUpKind.REVIEW, complaint, origin, context);
    }

    private Lodged lodge(FollowUpKind kind, Complaint complaint, String origin, CallContext context) {
        Complaint given = FieldRules.require(complaint);
        if (context.actor().equals(Actor.ANONYMOUS) && !transactions.isAnswered(context)) {
            throttle.count(context.tenant() + " " + origin, desk.hourly(context.tenant()), context.at());
        }
        if (!given.code().isEmpty()) {
            queryCodes.check(given.number(), given.code(), origin, context);
        }
        return lodged(context, unit -> lodge(kind, Channel.ONLINE, given, mayOpen(given, unit), unit));
    }

    private Lodged lodged(CallContext context, Function<UnitOfWork, ComplaintDesk.Kept> work) {
        return desk.told(transactions.write(context, ComplaintDesk.Kept.class, work::apply), context.tenant());
    }

    /** Whose case it is, the query code or the own account says; who has typed it in for somebody is not they. */
    private boolean mayOpen(Complaint given, UnitOfWork unit) {
        return !given.code().isEmpty()
                || cases.find(given.number(), unit)
                        .map(CaseRecord::submitter)
                        .filter(unit.context().actor().account()::equals)
                        .filter(submitter -> accounts.isApplicant(submitter, unit))
                        .isPresent();
    }

    private ComplaintDesk.Kept lodge(
            FollowUpKind kind, Channel channel, Complaint given, boolean mayOpen, UnitOfWork unit) {
        boolean isOfCase = !given.number().isEmpty() || kind == FollowUpKind.REVIEW;
        Optional<CaseRecord> file = isOfCase && mayOpen ? cases.find(given.number(), unit) : Optional.empty();
        if (isOfCase && file.isEmpty()) {
            throw ProblemException.of(RatingError.RATING_UNKNOWN);
        }
        String id = Ids.next(unit.context().at());
        String about = "complaint/" + id;
        if (kind == FollowUpKind.REVIEW) {
            file.filter(DefaultComplaints::isRefused).orElseThrow(() -> ProblemException.of(RatingError.NOT_REFUSED));
            about = desk.reviewAbout(given.number(), unit);
        }
        Service service = new Service(
                about,
                given.number(),
                "",
                file.map(CaseRecord::item).orElse(""),
                file.map(CaseRecord::itemName).orElse(""),
                file.map(CaseRecord::department).orElse(given.department()),
                "",
                channel,
                "");
        return desk.lodge(id, kind, service, given, Ids.secret(CODE_CHARACTERS), unit);
    }

    private static boolean isRefused(CaseRecord file) {
        return file.decision() == CaseRequests.Outcome.REFUSE
                || file.state() == CaseState.REFUSED
                || file.state() == CaseState.NOT_ACCEPTED
                || file.state() == CaseState.ANSWERED
                || file.state() == CaseState.LAPSED;
    }

    @Override
    public Lodged enter(Heard heard, CallContext context) {
        context.require(RatingPermission.COMPLAINTS);
        Heard given = FieldRules.require(heard);
        if (given.channel() == Channel.ONLINE) {
            throw invalid("channel", "heard.channel");
        }
        Complaint complaint =
                new Complaint(given.number(), "", given.department(), given.words(), given.name(), given.phone());
        FollowUpKind kind = given.review() ? FollowUpKind.REVIEW : FollowUpKind.COMPLAINT;
        return lodged(context, unit -> lodge(kind, given.channel(), complaint, true, unit));
    }

    @Override
    public Progress progress(String number, String code, CallContext context) {
        return transactions.read(context, unit -> progress(desk.opened(number, code, unit)));
    }

    @Override
    public List<Progress> own(CallContext context) {
        return transactions.read(context, unit -> desk.own(context.actor().account(), MOST_OWN, unit).stream()
                .map(DefaultComplaints::progress)
                .toList());
    }

    private static Progress progress(FollowUp of) {
        return new Progress(
                of.id(),
                of.kind(),
                of.state(),
                of.outcome(),
                of.openedOn(),
                of.dueOn(),
                of.held().answer());
    }

    @Override
    public View accept(String id, Words words, CallContext context) {
        context.require(RatingPermission.COMPLAINTS);
        Words given = FieldRules.require(words);
        return step(id, FollowUpStep.ACCEPT, context, (each, now) -> each.accept(given.words(), now));
    }

    @Override
    public View refuse(String id, Words words, CallContext context) {
        context.require(RatingPermission.COMPLAINTS);
        Words given = FieldRules.require(words);
        return step(id, FollowUpStep.REFUSE, context, (each, now) -> each.refuse(given.words(), now));
    }

    @Override
    public View extend(String id, Extension extension, CallContext context) {
        context.require(RatingPermission.COMPLAINTS);
        Extension given = FieldRules.require(extension);
        if (given.workingDays() < 1 || given.workingDays() > MOST_DAYS) {
            throw invalid("workingDays", "extension.days");
        }
        return step(
                id, FollowUpStep.EXTEND, context, (each, now) -> each.extend(given.workingDays(), given.words(), now));
    }

    @Override
    public View answer(String id, Answered answered, CallContext context) {
        context.require(RatingPermission.COMPLAINTS);
        Answered given = FieldRules.require(answered);
        if (!FINDINGS.contains(given.finding())) {
            throw invalid("finding", "answer.finding");
        }
        return step(id, FollowUpStep.ANSWER, context, (each, now) -> each.answer(given.finding(), given.words(), now));
    }

    @Override
    public Callee complainant(String id, CallContext context) {
        context.require(RatingPermission.COMPLAINTS);
        step(id, FollowUpStep.OPEN_PHONE, context, FollowUp::phoneOpened);
        return transactions.read(context.withoutKey(), unit -> {
            FollowUp found = desk.found(id, unit);
            return new Callee(found.held().name(), found.held().phone());
        });
    }

    /** Nobody judges what they have done themselves: not a refusal of theirs, and no complaint about their case. */
    private void requireUninvolved(String id, FollowUpStep step, UnitOfWork unit) {
        boolean isJudged = step == FollowUpStep.ACCEPT || step == FollowUpStep.REFUSE || step == FollowUpStep.ANSWER;
        String number = isJudged ? desk.found(id, unit).service().caseNumber() : "";
        if (!number.isEmpty() && cases.hasActed(number, unit.context().actor().account(), unit)) {
            throw ProblemException.of(RatingError.COMPLAINT_INVOLVED);
        }
    }

    private View step(String id, FollowUpStep step, CallContext context, BiConsumer<FollowUp, Now> taken) {
        transactions.write(context, DefaultFollowUps.Stepped.class, unit -> {
            requireUninvolved(id, step, unit);
            FollowUp done = desk.step(id, step, unit, taken);
            return new DefaultFollowUps.Stepped(done.steps());
        });
        return transactions.read(
                context.withoutKey(), unit -> DefaultFollowUps.view(desk.found(id, unit), true, context));
    }

    private static ProblemException invalid(String field, String key) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(DefaultComplaints.class, key));
    }
}
