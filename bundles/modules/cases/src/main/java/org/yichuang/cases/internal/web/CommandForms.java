package org.yichuang.cases.internal.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseRequests.Accept;
import org.yichuang.cases.api.CaseRequests.Decide;
import org.yichuang.cases.api.CaseRequests.Issue;
import org.yichuang.cases.api.CaseRequests.MaterialPromise;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseRequests.NotAccept;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseRequests.PreReview;
import org.yichuang.cases.api.CaseRequests.Resume;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ContinuationRequest;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.GatedCommand;
import org.yichuang.cases.api.OnTheSpotRequest;
import org.yichuang.cases.api.OnlineReviewRequest;
import org.yichuang.cases.internal.view.ReconsiderationField;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** Turns the form of a command into one call of the service. */
final class CommandForms {
    private final CaseService cases;
    private final CaseReception reception;
    private final ItemLabels items;

    CommandForms(CaseService cases, CaseReception reception, ItemLabels items) {
        this.cases = cases;
        this.reception = reception;
        this.items = items;
    }

    CaseView run(String command, CaseView view, FormUploads files, PageCall call) {
        String number = view.number();
        CallContext context = call.context();
        Form form = call.form();
        return switch (command) {
            case "acceptance" -> accept(view, call, said(command, number, call));
            case "online-review" -> reception.reviewOnline(
                    number, new OnlineReviewRequest(orNull(form, "words")), context);
            case "on-the-spot-decision" -> reception.decideOnTheSpot(
                    number,
                    new OnTheSpotRequest(orNull(form, "remark"), orNull(form, "opinion"), said(command, number, call)),
                    context);
            case "on-the-spot-correction" -> cases.correctOnTheSpot(
                    number,
                    SpotForm.read(view, items.form(view, context), items.materials(view, context), files, form),
                    context);
            case "supply" -> cases.supply(
                    number, PromiseForms.supply(files, view, items.neverHandedIn(view, context), form), context);
            case "promise-check" -> cases.checkPromise(number, PromiseForms.check(call), context);
            case "correction-notice" -> notice(view, call);
            case "non-acceptance" -> cases.notAccept(number, notAccept(call, said(command, number, call)), context);
            case "correction" -> cases.correct(
                    number,
                    CorrectionForm.read(files, view, items.codes(view, context), items.form(view, context), form),
                    context);
            case "continuation" -> reception.goOn(number, new ContinuationRequest(orNull(form, "remark")), context);
            case "examination" -> cases.examine(
                    number, ExaminationForms.examination(call, said(command, number, call)), context);
            case "pre-review" -> cases.preReview(number, preReview(call, said(command, number, call)), context);
            case "decision" -> cases.decide(number, decide(call, said(command, number, call)), context);
            case "suspension" -> cases.suspend(number, ClockForms.suspend(call), context);
            case "resumption" -> cases.resume(number, new Resume(orNull(form, "remark")), context);
            case "extension" -> cases.extend(number, ClockForms.extend(call), context);
            case "answer-promise" -> reception.promiseAnswer(number, AnswerForms.promise(call), context);
            case "clear-answer" -> reception.answerClearly(number, AnswerForms.answer(call), context);
            case "special-handling" -> reception.handleSpecially(number, SpecialForm.read(call), context);
            case "hearing" -> cases.hearing(number, HearingForms.hearing(call, said(command, number, call)), context);
            case "hearing-request" -> cases.requestHearing(number, HearingForms.wish(call, false), context);
            case "issue" -> cases.issue(number, issue(form, said(command, number, call)), context);
            case "delivery" -> ProofForm.named(
                    () -> cases.deliver(number, ProofForm.delivery(call, files, said(command, number, call)), context));
            case "withdrawal" -> ProofForm.named(
                    () -> cases.withdraw(number, ProofForm.withdrawal(call, files), context));
            default -> throw new IllegalArgumentException(command);
        };
    }

    /** What other modules want to know from whoever gives a command. */
    List<GateFact> facts(String command, String number, CallContext context) {
        return Commands.gated(command)
                .filter(GatedCommand::takesFacts)
                .map(gated -> cases.facts(number, gated, context))
                .orElse(List.of());
    }

    /** What of that was typed. */
    Map<String, String> said(String command, String number, PageCall call) {
        Map<String, String> said = new TreeMap<>();
        facts(command, number, call.context())
                .forEach(fact ->
                        call.form().optional("facts." + fact.name()).ifPresent(value -> said.put(fact.name(), value)));
        return said;
    }

    private CaseView accept(CaseView view, PageCall call, Map<String, String> facts) {
        List<MaterialPromise> promises = PromiseForms.promises(call.form(), items.missing(view, call.context()));
        try {
            return cases.accept(
                    view.number(), new Accept(orNull(call.form(), "remark"), promises, facts), call.context());
        } catch (ProblemException e) {
            throw PromiseForms.named(e, promises);
        }
    }

    private CaseView notice(CaseView view, PageCall call) {
        NoticeForm notice =
                NoticeForm.of(call.form(), items.materials(view, call.context()), items.form(view, call.context()));
        try {
            return cases.notifyCorrection(view.number(), notice.read(), call.context());
        } catch (ProblemException e) {
            throw notice.named(e);
        }
    }

    /** A refusal of a notice with the fields called as they are in its form. */
    ProblemException named(ProblemException refusal, CaseView view, PageCall call) {
        return NoticeForm.of(call.form(), items.materials(view, call.context()), items.form(view, call.context()))
                .named(refusal);
    }

    static NotAccept notAccept(PageCall call, Map<String, String> facts) {
        return notAccept(call, "outcome", facts);
    }

    /** The same where another field says why. */
    static NotAccept notAccept(PageCall call, String ground, Map<String, String> facts) {
        RequiredFields typed = RequiredFields.in(call);
        String outcome = typed.text(ground, LocalizedMessage.of(CommandForms.class, "field.outcome"));
        String reasons = typed.text("reasons", LocalizedMessage.of(CommandForms.class, "field.reasons"));
        String basis = typed.text("basis", LocalizedMessage.of(CommandForms.class, "field.basis"));
        String remedies = typed.text("remedies", LocalizedMessage.of(CommandForms.class, "field.remedies"));
        typed.check();
        return new NotAccept(
                chosen(NonAcceptance.class, outcome, ground),
                reasons,
                basis,
                remedies,
                orNull(call.form(), "competentOrgan"),
                ReconsiderationField.read(call.form()),
                facts);
    }

    private static PreReview preReview(PageCall call, Map<String, String> facts) {
        RequiredFields typed = RequiredFields.in(call);
        String agree = typed.text("agree", LocalizedMessage.of(CommandForms.class, "field.conclusion"));
        String opinion = typed.text("opinion", LocalizedMessage.of(CommandForms.class, "field.opinion"));
        typed.check();
        return new PreReview(opinion, agree.equals("true"), facts);
    }

    private static Decide decide(PageCall call, Map<String, String> facts) {
        Form form = call.form();
        String outcome =
                RequiredFields.required(call, "outcome", LocalizedMessage.of(CommandForms.class, "field.decision"));
        Outcome decided = chosen(Outcome.class, outcome, "outcome");
        boolean refused = decided == Outcome.REFUSE;
        return new Decide(
                decided,
                orNull(form, "opinion"),
                orNull(form, "reasons"),
                orNull(form, "basis"),
                // stands in the form from the beginning, and says nothing where nothing was refused
                refused ? orNull(form, "remedies") : null,
                ReconsiderationField.read(form),
                facts);
    }

    private static Issue issue(Form form, Map<String, String> facts) {
        Optional<String> until = form.optional("validUntil");
        try {
            return new Issue(
                    orNull(form, "documentNumber"), until.map(LocalDate::parse).orElse(null), facts);
        } catch (DateTimeParseException e) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "validUntil",
                    LocalizedMessage.of(CommandForms.class, "valid-until-no-date"));
        }
    }

    static <E extends Enum<E>> E chosen(Class<E> type, String word, String field) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        throw ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(CommandForms.class, "choose-an-option"));
    }

    static String orNull(Form form, String field) {
        return form.optional(field).orElse(null);
    }
}
