package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseRequests.NonAcceptance;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.api.PromiseKind;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.cases.internal.document.DocumentFacts;
import org.yichuang.cases.internal.document.SigningOrgan;
import org.yichuang.cases.internal.document.SigningOrgans;
import org.yichuang.cases.internal.domain.AppointmentWork;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchHearings;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.DecisionDocument;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.ExaminationFact;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.RenewalWork;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.SettingDefinition;
import org.yichuang.tenancy.api.Tenant;

/** Issues what the state table has a step make out, in the step's transaction. */
public class IssuedDocuments {
    /** Whether the applicant gets a notice with the day from which the result may be fetched (承诺通知书). */
    static final SettingDefinition COLLECTION = SettingDefinition.flag("policy.cases.collection-notice", false);

    /** The setting of the documents module that names the public address. */
    private static final String ADDRESS = "policy.documents.address";

    private static final String DEEMED = "DEEMED";

    private final DocumentService documents;
    private final Catalogue catalogue;
    private final SigningOrgans organs;

    /** @param organs who signs what */
    public IssuedDocuments(DocumentService documents, Catalogue catalogue, SigningOrgans organs) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.organs = organs;
    }

    /** Issues the document of a step that the case has taken, if there is one, and notes it with the step. */
    void issue(UnitOfWork unit, CaseFile file, Done done, CommandContext now) {
        Optional<CaseDocumentTemplate> template = CaseDocumentTemplate.of(kind(done.document(), file.progress()));
        callOff(file, done, now, unit);
        if (!template.map(CaseDocumentTemplate::isOfAppointment).orElse(false)) {
            revoke(done.details().get(AppointmentWork.REVOKED), CaseDocumentTemplate.appointmentOver(), unit);
        }
        endGrant(file, unit);
        if (template.isEmpty()) {
            endNotice(CaseDocumentTemplate.noticePassed(), unit, file, done);
            return;
        }
        ItemLabels labels = file.submission().item();
        Optional<ItemDefinition> item = item(labels, unit);
        SigningOrgan organ = organ(template.get(), file, done, item, now, unit);
        DocumentFacts facts = new DocumentFacts(file, item, now, organ);
        DocumentView issued = issue(template.get(), facts.of(template.get(), done.details()), organ, file, unit);
        done.issued(document(issued, file, now), template.get().isDecision(), file);
        followHearing(template.get(), issued, file, done, unit);
        followAppointment(template.get(), issued, file, done, unit);
        template.get().forOthers().ifPresent(paper -> issueForOthers(paper, facts, organ, file, done, unit));
        if (template.get() == CaseDocumentTemplate.CORRECTION_NOTICE) {
            String still = BranchLetters.isAskedTwice(file)
                    ? file.progress().noticeDocument().map(id -> id + ",").orElse("")
                    : "";
            if (still.isEmpty()) {
                endPresentNotice(CaseDocumentTemplate.noticePassed(), unit, file, done);
            }
            done.noticedBy(still + issued.id(), file);
        } else {
            endNotice(template.get().endsNotice(issued), unit, file, done);
        }
        if (template.get().isAcceptance()) {
            done.acceptedBy(issued.id(), file);
            issuePromises(file, done, item, now, unit);
        } else {
            template.get().endsAcceptance(issued).ifPresent(reason -> endAcceptance(reason, unit, file, done));
        }
    }

    /** The body that signs a document of an application at a centre. */
    SigningOrgan organ(CaseDocumentTemplate template, Submission submission, Tenant here, UnitOfWork unit) {
        return organs.of(template, submission, item(submission.item(), unit), here, unit);
    }

    /** The last day of a result that is made out on a day, as the version of the item says; null for without end. */
    LocalDate usualEnd(CaseFile file, LocalDate day, UnitOfWork unit) {
        return RenewalWork.keptEnd(file)
                .or(() -> item(file.submission().item(), unit)
                        .flatMap(item -> item.certificate().end(RenewalWork.from(file, day))))
                .orElse(null);
    }

    private DocumentView issue(
            CaseDocumentTemplate template,
            Map<String, String> facts,
            SigningOrgan organ,
            CaseFile file,
            UnitOfWork unit) {
        return documents.issue(
                new DocumentService.Request(
                        CaseEvent.MODULE,
                        template.kind(),
                        CaseLedger.AGGREGATE,
                        file.number(),
                        organ.name(),
                        facts.getOrDefault(
                                "party", file.submission().applicant().name()),
                        facts,
                        organ.numbersItself(template) ? organ.name() : ""),
                unit);
    }

    /** What is in force of the papers of a hearing: one notice of time and place, and none of what is off. */
    private void followHearing(
            CaseDocumentTemplate template, DocumentView issued, CaseFile file, Done done, UnitOfWork unit) {
        if (template == CaseDocumentTemplate.HEARING_RECORD) {
            done.heardBy(issued.number(), file);
        } else if (template == CaseDocumentTemplate.HEARING_NOTICE) {
            revoke(file.progress().hearing().notice(), CaseDocumentTemplate.replaced(issued), unit);
            done.convenedBy(issued.id(), file);
        } else if (template == CaseDocumentTemplate.HEARING_CANCELLATION) {
            revoke(done.details().get(Done.REVOKED), CaseDocumentTemplate.replaced(issued), unit);
        }
    }

    /** Of what the departments do together one notice is in force: the last, and none where it is off. */
    private void followAppointment(
            CaseDocumentTemplate template, DocumentView issued, CaseFile file, Done done, UnitOfWork unit) {
        if (template.isOfAppointment()) {
            revoke(done.details().get(AppointmentWork.REVOKED), CaseDocumentTemplate.replaced(issued), unit);
        }
        if (template == CaseDocumentTemplate.JOINT_APPOINTMENT) {
            done.appointedBy(issued.id(), file);
        }
    }

    /** Whoever was summoned to a hearing that is off is told so in writing; their summons are in force no longer. */
    private void callOff(CaseFile file, Done done, CommandContext now, UnitOfWork unit) {
        boolean isTold = done.document().equals(CaseDocumentTemplate.HEARING_CANCELLATION.kind());
        if (!isTold) { // else by the document that says so
            revoke(done.details().get(Done.REVOKED), CaseDocumentTemplate.hearingOver(), unit);
        }
        if (done.uninvited().isEmpty()) {
            return;
        }
        CaseDocumentTemplate paper = CaseDocumentTemplate.HEARING_PARTY_CANCELLATION;
        Optional<ItemDefinition> item = item(file.submission().item(), unit);
        SigningOrgan organ = organ(paper, file, done, item, now, unit);
        Map<String, String> facts = new DocumentFacts(file, item, now, organ).of(paper, done.details());
        if (!isTold) {
            facts.put("offReason", CaseDocumentTemplate.hearingOver().zh());
        }
        List<DocumentView> papers = issue(paper, facts, organ, file, done.uninvited(), unit);
        done.details().put(paper.kind(), joined(papers, DocumentView::number));
    }

    /** What told the grant is not in force beside what tells its end. */
    private void endGrant(CaseFile file, UnitOfWork unit) {
        DecisionDocument grant = file.progress().decisionDocument();
        String here = unit.context().tenant().value();
        if (file.state() == CaseState.GRANT_ENDED
                && grant != null
                && grant.centre().equals(here)) {
            documents.revoke(grant.id(), CaseDocumentTemplate.grantEnded().zh(), unit);
        }
    }

    private void revoke(String ids, LocalizedMessage reason, UnitOfWork unit) {
        if (ids != null) {
            List.of(ids.split(",")).forEach(id -> documents.revoke(id, reason.zh(), unit));
        }
    }

    /** Whose interests are at stake besides the applicant's is told so in writing of their own (R1-12). */
    private void issueForOthers(
            CaseDocumentTemplate paper,
            DocumentFacts facts,
            SigningOrgan organ,
            CaseFile file,
            Done done,
            UnitOfWork unit) {
        List<DocumentView> papers = issue(
                paper,
                facts.of(paper, done.details()),
                organ,
                file,
                file.progress().hearing().parties(),
                unit);
        if (!papers.isEmpty()) {
            done.details().put(paper.kind(), joined(papers, DocumentView::number));
        }
        if (paper == CaseDocumentTemplate.HEARING_PARTY_NOTICE && !papers.isEmpty()) {
            done.convenedBy(file.progress().hearing().notice() + "," + joined(papers, DocumentView::id), file);
        }
    }

    private List<DocumentView> issue(
            CaseDocumentTemplate paper,
            Map<String, String> facts,
            SigningOrgan organ,
            CaseFile file,
            List<InterestedParty> parties,
            UnitOfWork unit) {
        List<DocumentView> papers = new ArrayList<>();
        for (InterestedParty party : parties) {
            Map<String, String> told = new HashMap<>(facts);
            told.put("party", party.name());
            papers.add(issue(paper, told, organ, file, unit));
        }
        return papers;
    }

    private static String joined(List<DocumentView> papers, Function<DocumentView, String> what) {
        return papers.stream().map(what).collect(Collectors.joining(","));
    }

    /** Beside the acceptance: what the applicant has promised, and what follows from it (R3-19, R3-20). */
    private void issuePromises(
            CaseFile file, Done done, Optional<ItemDefinition> item, CommandContext now, UnitOfWork unit) {
        List<String> papers = new ArrayList<>();
        for (PromiseKind kind : PromiseKind.values()) {
            if (file.submission().promises().stream().anyMatch(promise -> promise.kind() == kind)) {
                CaseDocumentTemplate template = kind == PromiseKind.DEFERRAL
                        ? CaseDocumentTemplate.DEFERRAL_NOTICE
                        : CaseDocumentTemplate.DECLARATION;
                SigningOrgan organ = organ(template, file, done, item, now, unit);
                Map<String, String> facts = new DocumentFacts(file, item, now, organ).of(template, done.details());
                DocumentView paper = issue(template, facts, organ, file, unit);
                done.details().put(template.kind(), paper.number());
                papers.add(paper.id());
            }
        }
        collectionNotice(file, done, item, now, unit).ifPresent(papers::add);
        if (!papers.isEmpty()) {
            done.promisedBy(papers, file);
        }
    }

    /** Where the centre gives it out: from which day on the applicant may come for what comes of it. */
    private Optional<String> collectionNotice(
            CaseFile file, Done done, Optional<ItemDefinition> item, CommandContext now, UnitOfWork unit) {
        boolean isPromised = file.progress().clocks().stream()
                .anyMatch(clock -> clock.kind() == ClockKind.PROMISE && clock.isRunning());
        if (!isPromised || !Boolean.parseBoolean(now.here().policy(COLLECTION.key(), COLLECTION.usual()))) {
            return Optional.empty();
        }
        CaseDocumentTemplate template = CaseDocumentTemplate.COLLECTION_NOTICE;
        SigningOrgan organ = organ(template, file, done, item, now, unit);
        Map<String, String> facts = new DocumentFacts(file, item, now, organ).of(template, done.details());
        DocumentView paper = issue(template, facts, organ, file, unit);
        done.details().put(template.kind(), paper.number());
        return Optional.of(paper.id());
    }

    /** Whoever signs here; but what the centre above asks for is asked by its body, and who goes to see says so. */
    private SigningOrgan organ(
            CaseDocumentTemplate template,
            CaseFile file,
            Done done,
            Optional<ItemDefinition> item,
            CommandContext now,
            UnitOfWork unit) {
        Submission submission = file.submission();
        if (template == CaseDocumentTemplate.SITE_SURVEY_RECORD) {
            StageFacts stage = submission.route().stages().get(file.progress().stage());
            List<ExaminationFact> all = file.progress().examinations();
            return Optional.ofNullable(all.get(all.size() - 1).branch())
                    .map(branch -> organs.examining(BranchWork.facts(file, branch), stage, unit))
                    .orElseGet(() -> organs.asking(stage, submission, item, now.here(), unit));
        }
        boolean isAskedAbove =
                template == CaseDocumentTemplate.CORRECTION_NOTICE && file.state() == CaseState.QUESTIONED;
        Optional<StageFacts> asking =
                isAskedAbove ? file.progress().asking(file.upperCentre(), submission.route()) : Optional.empty();
        Optional<BranchFacts> above = ofBranch(template, file, done);
        if (above.isPresent()) {
            BranchFacts told = above.get();
            StageFacts deciding = told.road().route().deciding();
            return organs.examining(told.on(told.road(), deciding.department(), Examination.NONE), deciding, unit);
        }
        return asking.map(stage -> organs.asking(stage, submission, item, now.here(), unit))
                .orElseGet(() -> organs.of(template, submission, item, now.here(), unit));
    }

    /** The branch of a joint case about which the centre above asks something, or holds a hearing. */
    private static Optional<BranchFacts> ofBranch(CaseDocumentTemplate template, CaseFile file, Done done) {
        if (template == CaseDocumentTemplate.CORRECTION_NOTICE) {
            return BranchLetters.asking(file);
        }
        return template.isOfHearing() ? BranchHearings.branch(file, done.details()) : Optional.empty();
    }

    /** A notice asks for nothing any more when it has been answered, or when the case has gone on without an answer. */
    private void endNotice(LocalizedMessage reason, UnitOfWork unit, CaseFile file, Done done) {
        boolean isAsked = file.state() == CaseState.CORRECTING
                || file.state() == CaseState.QUESTIONED
                || BranchLetters.isAsked(file);
        if (isAsked) {
            return;
        }
        endPresentNotice(reason, unit, file, done);
    }

    private void endPresentNotice(LocalizedMessage reason, UnitOfWork unit, CaseFile file, Done done) {
        file.progress().noticeDocument().ifPresent(ids -> {
            revoke(ids, reason, unit);
            done.noticedBy(null, file);
        });
    }

    /** What said that the application is accepted, and by promises, is not in force beside what says the contrary. */
    private void endAcceptance(LocalizedMessage reason, UnitOfWork unit, CaseFile file, Done done) {
        file.progress().acceptanceDocument().ifPresent(id -> {
            documents.revoke(id, reason.zh(), unit);
            done.acceptedBy(null, file);
        });
        List<String> papers = file.progress().promiseDocuments();
        papers.forEach(id -> documents.revoke(id, reason.zh(), unit));
        if (!papers.isEmpty()) {
            done.promisedBy(List.of(), file);
        }
    }

    /** What the law does by itself, and what needs no licence, is told in other words than what an organ decides. */
    private static String kind(String document, Progress progress) {
        EndingView ending = progress.ending();
        if (document.equals(CaseDocumentTemplate.ACCEPTANCE.kind())
                && progress.acceptance().mode().equals(DEEMED)) {
            return CaseDocumentTemplate.DEEMED_ACCEPTANCE.kind();
        }
        if (document.equals(CaseDocumentTemplate.NON_ACCEPTANCE.kind())
                && ending.kind().equals(NonAcceptance.NOT_NEEDED.name())) {
            return CaseDocumentTemplate.NOT_NEEDED.kind();
        }
        return document;
    }

    /** The frozen version; none where the item's centre lives elsewhere and its catalogue has not come here. */
    private Optional<ItemDefinition> item(ItemLabels labels, UnitOfWork unit) {
        try {
            return Optional.of(catalogue
                    .version(new TenantId(labels.owner()), labels.code(), labels.version(), unit)
                    .definition());
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Where a code is verified, as the documents print it. */
    private static String verification(String code, Tenant here) {
        String address = here.policy(ADDRESS, "");
        return address.isEmpty() ? "" : address + "/" + here.id().value() + "/verify/" + code;
    }

    private static DecisionDocument document(DocumentView issued, CaseFile file, CommandContext now) {
        return new DecisionDocument(
                now.here().id().value(),
                file.number(),
                issued.id(),
                issued.number(),
                issued.title(),
                issued.code(),
                verification(issued.code(), now.here()),
                issued.issuedAt());
    }
}
