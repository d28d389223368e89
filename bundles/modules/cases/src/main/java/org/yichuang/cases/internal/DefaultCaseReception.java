package org.yichuang.cases.internal;

import java.util.Map;
import org.yichuang.cases.api.AnswerPromise;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ClearAnswer;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.api.OnTheSpotRequest;
import org.yichuang.cases.api.OnlineReviewRequest;
import org.yichuang.cases.api.SpecialHandlingRequest;
import org.yichuang.cases.internal.domain.AnswerWork;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.cases.internal.domain.ContinuationWork;
import org.yichuang.cases.internal.domain.HarmfulFiles;
import org.yichuang.cases.internal.domain.OnTheSpot;
import org.yichuang.cases.internal.domain.OnlineReviewWork;
import org.yichuang.cases.internal.domain.SpecialWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The use cases before an acceptance: each is one transaction. */
public class DefaultCaseReception implements CaseReception {
    private final DefaultCaseService service;
    private final CaseRepositories store;
    private final CaseLedger ledger;

    /** @param service what writes a command and answers the case */
    public DefaultCaseReception(DefaultCaseService service, CaseRepositories store, CaseLedger ledger) {
        this.service = service;
        this.store = store;
        this.ledger = ledger;
    }

    @Override
    public CaseView submitRefused(Submit request, NotAccept refusal, CallContext context) {
        context.require(CasePermission.SUBMIT);
        context.require(CasePermission.REFUSE_ACCEPTANCE);
        NotAccept asked = FieldRules.require(refusal);
        return service.submit(
                request,
                context,
                (unit, file, left) -> ledger.next(
                        unit,
                        file,
                        CaseCommand.REFUSE_TO_ACCEPT,
                        asked,
                        (loaded, now) -> CaseWork.notAccept(loaded, asked, now),
                        left));
    }

    @Override
    public CaseView reviewOnline(String number, OnlineReviewRequest request, CallContext context) {
        context.require(CasePermission.ACCEPT);
        OnlineReviewRequest asked = FieldRules.require(request == null ? new OnlineReviewRequest(null) : request);
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.PASS_ONLINE_REVIEW,
                    asked,
                    (loaded, now) -> OnlineReviewWork.pass(loaded, asked, now));
            return file;
        });
    }

    @Override
    public CaseView decideOnTheSpot(String number, OnTheSpotRequest request, CallContext context) {
        context.require(CasePermission.DECIDE);
        context.require(CasePermission.ACCEPT);
        OnTheSpotRequest asked =
                FieldRules.require(request == null ? new OnTheSpotRequest(null, null, Map.of()) : request);
        Accept acceptance = new Accept(asked.remark());
        Decide grant = new Decide(Outcome.GRANT, asked.opinion(), null, null, null, null, asked.facts());
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            requireOpen(file, context);
            String left = ledger.step(unit, file, CaseCommand.ACCEPT, acceptance, (loaded, now) -> {
                HarmfulFiles.requireReplaced(loaded, store.files(unit), now);
                return CaseWork.accept(loaded, acceptance, now);
            });
            ledger.next(
                    unit, file, CaseCommand.DECIDE, grant, (loaded, now) -> OnTheSpot.decide(loaded, grant, now), left);
            return file;
        });
    }

    @Override
    public CaseView goOn(String number, ContinuationRequest request, CallContext context) {
        context.require(CasePermission.NOTIFY_CORRECTION);
        ContinuationRequest asked = FieldRules.require(request == null ? new ContinuationRequest(null) : request);
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.GO_ON,
                    asked,
                    (loaded, now) -> ContinuationWork.goOn(loaded, asked, store.files(unit), now));
            return file;
        });
    }

    @Override
    public CaseView promiseAnswer(String number, AnswerPromise request, CallContext context) {
        context.require(CasePermission.REFUSE_ACCEPTANCE);
        AnswerPromise asked = FieldRules.require(request);
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.PROMISE_ANSWER,
                    asked,
                    (loaded, now) -> AnswerWork.promise(loaded, asked, now));
            return file;
        });
    }

    @Override
    public CaseView answerClearly(String number, ClearAnswer request, CallContext context) {
        context.require(CasePermission.REFUSE_ACCEPTANCE);
        ClearAnswer asked = FieldRules.require(request);
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.ANSWER_CLEARLY,
                    asked,
                    (loaded, now) -> AnswerWork.give(loaded, asked, now));
            return file;
        });
    }

    @Override
    public CaseView handleSpecially(String number, SpecialHandlingRequest request, CallContext context) {
        context.require(CasePermission.HANDLE_SPECIALLY);
        SpecialHandlingRequest asked = FieldRules.require(request);
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(
                    unit,
                    file,
                    CaseCommand.HANDLE_SPECIALLY,
                    asked,
                    (loaded, now) -> SpecialWork.find(loaded, asked, now));
            return file;
        });
    }

    private void requireOpen(CaseFile file, CallContext context) {
        if (!OnTheSpot.isOpen(file, ledger.moment(context))) {
            throw new ProblemException(
                    CaseError.CASE_STATE, LocalizedMessage.of(DefaultCaseReception.class, "on-the-spot.not-now"));
        }
    }
}
