package org.yichuang.cases.internal;

import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeadlineView;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.HearingRequest;
import org.yichuang.cases.api.HearingWish;
import org.yichuang.cases.api.ProgressView;
import org.yichuang.cases.internal.CorrectionIntake.Changes;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.cases.internal.domain.ClockWork;
import org.yichuang.cases.internal.domain.CorrectionContent;
import org.yichuang.cases.internal.domain.ExaminationWork;
import org.yichuang.cases.internal.domain.HarmfulFiles;
import org.yichuang.cases.internal.domain.HearingWork;
import org.yichuang.cases.internal.domain.PromiseWork;
import org.yichuang.cases.internal.domain.SpotCorrection;
import org.yichuang.documents.api.DocumentsPermission;
import org.yichuang.journal.api.JournalEntry;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;

/** The use cases of cases: each is one transaction. */
public class DefaultCaseService implements CaseService {
    private final Transactions transactions;
    private final CaseRepositories store;
    private final CaseLedger desk;
    private final Intake intake;
    private final CorrectionIntake corrections;
    private final CaseReads reads;
    private final Uploads uploads;
    private final ProvenSteps proven;

    public DefaultCaseService(
            Transactions transactions,
            CaseRepositories store,
            CaseLedger desk,
            Intake intake,
            CaseReads reads,
            Uploads uploads) {
        this.transactions = transactions;
        this.store = store;
        this.desk = desk;
        this.intake = intake;
        this.corrections = new CorrectionIntake(transactions, store, desk, intake);
        this.reads = reads;
        this.uploads = uploads;
        this.proven = new ProvenSteps(this, store, desk);
    }

    @Override
    public CaseView submit(CaseRequests.Submit request, CallContext context) {
        context.require(CasePermission.SUBMIT);
        return submit(request, context, (unit, file, left) -> {});
    }

    /** Takes an application in, and does something to it at once: both, or neither. */
    CaseView submit(CaseRequests.Submit request, CallContext context, Intake.AtOnce answer) {
        CaseRequests.Submit asked = FieldRules.require(request);
        Supplier<Intake.Prepared> prepared = intake.prepare(asked, context);
        return write(context, unit -> {
            Intake.Prepared application = intake.requireTakable(prepared.get(), asked, desk.cases(unit), unit);
            CaseFile file = application.open(asked, store.files(unit), desk.moment(context));
            answer.take(unit, file, desk.open(unit, file, CaseCommand.SUBMIT, asked, CaseWork::submit));
            return file;
        });
    }

    @Override
    public CaseView accept(String number, CaseRequests.Accept request, CallContext context) {
        context.require(CasePermission.ACCEPT);
        CaseRequests.Accept asked = FieldRules.require(request);
        return write(context, unit -> {
            CaseFile file = load(unit, number, context);
            desk.step(unit, file, CaseCommand.ACCEPT, asked, (loaded, now) -> {
                HarmfulFiles.requireReplaced(loaded, store.files(unit), now);
                return CaseWork.accept(loaded, asked, now);
            });
            return file;
        });
    }

    @Override
    public CaseView notifyCorrection(String number, CaseRequests.NotifyCorrection request, CallContext context) {
        context.require(CasePermission.NOTIFY_CORRECTION);
        CaseRequests.NotifyCorrection asked = FieldRules.require(request);
        return step(
                number,
                CaseCommand.NOTIFY_CORRECTION,
                asked,
                context,
                (file, now) -> CaseWork.notifyCorrection(file, asked, now));
    }

    @Override
    public CaseView correct(String number, CaseRequests.Correct request, CallContext context) {
        context.require(CasePermission.CORRECT);
        CaseRequests.Correct asked = FieldRules.require(request);
        return corrected(
                number,
                new Changes(asked.form(), asked.materials(), asked.statement(), asked.answers()),
                context,
                (unit, file, supplied) -> desk.step(
                        unit,
                        file,
                        CaseCommand.CORRECT,
                        asked,
                        (loaded, now) -> CaseWork.correct(loaded, supplied, now)));
    }

    @Override
    public CaseView correctOnTheSpot(String number, CaseRequests.CorrectOnTheSpot request, CallContext context) {
        context.require(CasePermission.CORRECT_ON_THE_SPOT);
        CaseRequests.CorrectOnTheSpot asked = FieldRules.require(request);
        return corrected(
                number,
                new Changes(asked.form(), asked.materials()),
                context,
                (unit, file, supplied) -> desk.step(
                        unit,
                        file,
                        CaseCommand.CORRECT_ON_THE_SPOT,
                        asked,
                        (loaded, now) ->
                                SpotCorrection.take(loaded, supplied, asked.remark(), Visibility.MASKED::form, now)));
    }

    /** The step that takes changes which fit the item. */
    @FunctionalInterface
    private interface Correction {
        void take(UnitOfWork unit, CaseFile file, CorrectionContent supplied);
    }

    private CaseView corrected(String number, Changes changes, CallContext context, Correction step) {
        CorrectionIntake.Prepared prepared = corrections.prepare(number, changes, context);
        return write(context, unit -> {
            CaseFile file = load(unit, number, context);
            step.take(unit, file, prepared.take(unit, file));
            return file;
        });
    }

    @Override
    public CaseView supply(String number, CaseRequests.Supply request, CallContext context) {
        context.require(CasePermission.CORRECT);
        CaseRequests.Supply asked = FieldRules.require(request);
        return corrected(
                number,
                new Changes(null, asked.materials()),
                context,
                (unit, file, supplied) -> desk.step(
                        unit,
                        file,
                        CaseCommand.SUPPLY,
                        asked,
                        (loaded, now) -> PromiseWork.supply(loaded, supplied.materials(), now)));
    }

    @Override
    public CaseView checkPromise(String number, CaseRequests.CheckPromise request, CallContext context) {
        context.require(CasePermission.CHECK_PROMISE);
        CaseRequests.CheckPromise asked = FieldRules.require(request);
        return step(
                number, CaseCommand.CHECK_PROMISE, asked, context, (file, now) -> PromiseWork.check(file, asked, now));
    }

    @Override
    public CaseView notAccept(String number, CaseRequests.NotAccept request, CallContext context) {
        context.require(CasePermission.REFUSE_ACCEPTANCE);
        CaseRequests.NotAccept asked = FieldRules.require(request);
        return step(
                number,
                CaseCommand.REFUSE_TO_ACCEPT,
                asked,
                context,
                (file, now) -> CaseWork.notAccept(file, asked, now));
    }

    @Override
    public CaseView examine(String number, ExaminationRequest request, CallContext context) {
        context.require(CasePermission.EXAMINE);
        ExaminationRequest asked = FieldRules.require(request);
        CaseCommand command = ExaminationWork.command(asked.kind());
        return step(number, command, asked, context, (file, now) -> ExaminationWork.examine(file, asked, now));
    }

    @Override
    public CaseView preReview(String number, CaseRequests.PreReview request, CallContext context) {
        context.require(CasePermission.PRE_REVIEW);
        CaseRequests.PreReview asked = FieldRules.require(request);
        return write(context, unit -> {
            CaseFile file = load(unit, number, context);
            desk.step(unit, file, CaseCommand.PRE_REVIEW, asked, (loaded, now) -> {
                HarmfulFiles.requireAsked(loaded, store.files(unit), now);
                return CaseWork.preReview(loaded, asked, now);
            });
            return file;
        });
    }

    @Override
    public CaseView decide(String number, CaseRequests.Decide request, CallContext context) {
        context.require(CasePermission.DECIDE);
        CaseRequests.Decide asked = FieldRules.require(request);
        return step(number, CaseCommand.DECIDE, asked, context, (file, now) -> CaseWork.decide(file, asked, now));
    }

    @Override
    public CaseView suspend(String number, CaseRequests.Suspend request, CallContext context) {
        context.require(CasePermission.SUSPEND);
        CaseRequests.Suspend asked = FieldRules.require(request);
        return step(number, CaseCommand.SUSPEND, asked, context, (file, now) -> ClockWork.suspend(file, asked, now));
    }

    @Override
    public CaseView resume(String number, CaseRequests.Resume request, CallContext context) {
        context.require(CasePermission.SUSPEND);
        CaseRequests.Resume asked = FieldRules.require(request == null ? new CaseRequests.Resume(null) : request);
        return step(number, CaseCommand.RESUME, asked, context, (file, now) -> ClockWork.resume(file, asked, now));
    }

    @Override
    public CaseView extend(String number, CaseRequests.Extend request, CallContext context) {
        context.require(CasePermission.EXTEND);
        CaseRequests.Extend asked = FieldRules.require(request);
        return step(number, CaseCommand.EXTEND, asked, context, (file, now) -> ClockWork.extend(file, asked, now));
    }

    @Override
    public CaseView hearing(String number, HearingRequest request, CallContext context) {
        context.require(CasePermission.HOLD_HEARING);
        HearingRequest asked = FieldRules.require(request);
        CaseCommand command = HearingWork.command(asked.step());
        return step(number, command, asked, context, (file, now) -> HearingWork.take(file, asked, now));
    }

    @Override
    public CaseView requestHearing(String number, HearingWish wish, CallContext context) {
        context.require(CasePermission.REQUEST_HEARING);
        HearingWish asked = FieldRules.require(wish);
        return step(
                number, HearingWork.command(asked), asked, context, (file, now) -> HearingWork.wish(file, asked, now));
    }

    @Override
    public CaseView issue(String number, CaseRequests.Issue request, CallContext context) {
        context.require(CasePermission.ISSUE);
        CaseRequests.Issue asked = FieldRules.require(request);
        return write(context, unit -> {
            CaseFile file = load(unit, number, context);
            CaseRequests.Issue whole = asked.validUntil() != null
                    ? asked
                    : new CaseRequests.Issue(asked.documentNumber(), desk.usualEnd(file, unit), asked.facts());
            desk.step(unit, file, CaseCommand.ISSUE, whole, (same, now) -> CaseWork.issue(same, whole, now));
            return file;
        });
    }

    @Override
    public CaseView deliver(String number, CaseRequests.Deliver request, CallContext context) {
        context.require(CasePermission.DELIVER);
        CaseRequests.Deliver asked = FieldRules.require(request);
        return proven.deliver(number, asked, context);
    }

    @Override
    public CaseView withdraw(String number, CaseRequests.Withdraw request, CallContext context) {
        context.require(CasePermission.WITHDRAW);
        CaseRequests.Withdraw asked = FieldRules.require(request);
        return proven.withdraw(number, asked, context);
    }

    private CaseView step(
            String number, CaseCommand command, CaseRequests.Request asked, CallContext context, CaseLedger.Step work) {
        return write(context, unit -> {
            CaseFile file = load(unit, number, context);
            desk.step(unit, file, command, asked, work);
            return file;
        });
    }

    /**
     * What is kept under the key of a command: nothing that belongs to a person. A repeated command finds by it which
     * case it was, and answers what that looks like now.
     */
    record Kept(String number, long version) {}

    CaseView write(CallContext context, Transactions.Work<CaseFile> work) {
        AtomicReference<CaseFile> committed = new AtomicReference<>();
        Kept kept = transactions.write(context, Kept.class, unit -> {
            CaseFile file = work.run(unit);
            unit.afterCommit(() -> committed.set(file));
            return new Kept(file.number(), file.version());
        });
        return committed.get() == null ? reads.repeated(kept.number(), context) : desk.view(committed.get(), context);
    }

    CaseFile load(UnitOfWork unit, String number, CallContext context) {
        CaseFile file = Access.acting(desk.cases(unit).get(number), context);
        context.requireVersion(file.version());
        return file;
    }

    @Override
    public CaseView find(String number, CallContext context) {
        context.require(CasePermission.VIEW);
        return reads.find(number, context);
    }

    @Override
    public Page<CaseSummary> list(Filter filter, PageRequest page, CallContext context) {
        context.require(CasePermission.VIEW);
        return reads.list(filter, page, context);
    }

    @Override
    public Page<CaseSummary> passedOn(String words, PageRequest page, CallContext context) {
        context.require(CasePermission.WORK);
        return reads.passedOn(words, page, context);
    }

    @Override
    public Page<CaseSummary> promised(String words, PageRequest page, CallContext context) {
        context.require(CasePermission.WORK);
        return reads.promised(words, page, context);
    }

    @Override
    public List<DeadlineView> deadlines(String number, CallContext context) {
        context.require(CasePermission.VIEW);
        return reads.deadlines(number, context);
    }

    @Override
    public Page<JournalEntry> journal(String number, PageRequest page, CallContext context) {
        context.require(CasePermission.WORK);
        return reads.journal(number, page, context);
    }

    @Override
    public CaseFolder open(String number, CallContext context) {
        context.require(CasePermission.VIEW);
        return reads.open(number, context);
    }

    @Override
    public List<GateFact> facts(String number, GatedCommand command, CallContext context) {
        context.require(CasePermission.WORK);
        return reads.facts(number, command, context);
    }

    @Override
    public CaseFolder unmask(String number, CaseRequests.Unmask request, CallContext context) {
        context.require(CasePermission.UNMASK);
        return reads.unmask(number, FieldRules.require(request).reason(), context);
    }

    @Override
    public ProgressView progress(String number, String queryCode, String origin, CallContext context) {
        return reads.progress(number, queryCode, origin, context);
    }

    @Override
    public Upload upload(String fileName, String mediaType, InputStream content, CallContext context) {
        context.require(CasePermission.UPLOAD);
        return uploads.take(fileName, mediaType, content, context);
    }

    @Override
    public CaseView scanAgain(String number, String file, CaseRequests.ScanAgain request, CallContext context) {
        context.require(DocumentsPermission.SCAN_AGAIN);
        uploads.scanAgain(number, file, FieldRules.require(request).reason(), context);
        return reads.find(number, context);
    }

    @Override
    public Content content(String number, String file, CallContext context) {
        context.require(CasePermission.VIEW);
        return uploads.content(number, file, context);
    }
}
