package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.day;
import static org.yichuang.cases.internal.document.DocumentWords.line;
import static org.yichuang.cases.internal.document.DocumentWords.moment;
import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yichuang.cases.api.CaseView.Acceptance;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.BranchHearings;
import org.yichuang.cases.internal.domain.BranchLetters;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseKinds;
import org.yichuang.cases.internal.domain.Clock;
import org.yichuang.cases.internal.domain.ClockKind;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.Done;
import org.yichuang.cases.internal.domain.NoticeDays;
import org.yichuang.cases.internal.domain.OnTheSpot;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.time.Limit;

/** The facts that a document of a case tells, as they are after the step that issues it. */
public final class DocumentFacts {
    /** How much of a form a document repeats, in characters; what is over is read in the application. */
    private final CaseFile file;

    private final Submission submission;
    private final Progress progress;
    private final Optional<ItemDefinition> item;
    private final CommandContext now;
    private final SigningOrgan organ;
    private final Map<String, String> facts = new HashMap<>();

    /**
     * @param file the case after the step
     * @param item its frozen version; empty where the catalogue does not know it
     * @param organ who signs
     */
    public DocumentFacts(CaseFile file, Optional<ItemDefinition> item, CommandContext now, SigningOrgan organ) {
        this.file = file;
        this.submission = file.submission();
        this.progress = file.progress();
        this.item = item;
        this.now = now;
        this.organ = organ;
    }

    /** What the item says, or what the letter has brought where the catalogue is not known. */
    private String known(Function<ItemDefinition, String> fact, String told) {
        return item.map(fact).orElse(told);
    }

    /**
     * The facts for a kind of document.
     *
     * @param step what the journal says of the step
     */
    public Map<String, String> of(CaseDocumentTemplate template, Map<String, String> step) {
        common();
        put("law", law(template));
        put("hearingOff", step.containsKey(Done.REVOKED) ? words("hearing.off") : "");
        facts.putAll(JointFacts.of(file, template));
        switch (template) {
            case RECEIPT -> received(handedIn());
            case CORRECTION_RECEIPT -> corrected(step);
            case ACCEPTANCE -> accepted();
            case COLLECTION_NOTICE -> collected();
            case DEFERRAL_NOTICE, DECLARATION -> facts.putAll(PromiseFacts.of(submission.promises()));
            case SUPPLY_RECEIPT -> supplied(step);
            case ON_THE_SPOT_CORRECTION -> {
                put("receivedAt", moment(now.at()));
                facts.putAll(SpotFacts.of(submission, item, this::material, step));
            }
            case DEEMED_ACCEPTANCE -> deemedAccepted();
            case CORRECTION_NOTICE -> {
                facts.putAll(CorrectionFacts.demanded(file, now));
                BranchLetters.asking(file).ifPresent(member -> put("item", member.name()));
            }
            case NON_ACCEPTANCE -> notAccepted("act.decision", step);
            case LAPSE_NOTICE -> lapsed(step);
            case CLEAR_ANSWER -> {
                put("answer", words("answer." + progress.ending().kind()));
                notAccepted("act.notice", step);
            }
            case NOT_NEEDED -> notAccepted("act.notice", step);
            case SUSPENSION_NOTICE -> facts.putAll(ClockFacts.suspended(file, step, now));
            case EXTENSION_NOTICE -> facts.putAll(ClockFacts.extended(progress, now));
            case SPECIAL_HANDLING_NOTICE -> facts.putAll(ClockFacts.special(progress, now));
            case HEARING_CANCELLATION, HEARING_PARTY_CANCELLATION -> facts.putAll(HearingFacts.off(progress, step));
            case JOINT_APPOINTMENT, JOINT_CANCELLATION, JOINT_RECORD -> facts.putAll(AppointmentFacts.of(file));
            case SITE_SURVEY_RECORD -> facts.putAll(ExaminationFacts.surveyed(file));
            case GRANT, DEEMED_RENEWAL -> granted(step);
            case REFUSAL -> refused(step);
            case DELIVERY -> facts.putAll(DeliveryFacts.of(progress, submission));
            case WITHDRAWAL -> withdrawn();
            case GRANT_ENDING -> ended(step);
            default -> facts.putAll(HearingFacts.of(progress, now)); // all that tell of a hearing to be held
        }
        if (template.isOfHearing()) { // of a joint case it may be about one member
            BranchHearings.branch(file, step).ifPresent(member -> put("item", member.name()));
        }
        facts.keySet().retainAll(template.facts());
        return facts;
    }

    private void put(String name, String value) {
        facts.put(name, value == null ? "" : value);
    }

    private void common() {
        boolean isPerson = Applicants.isPerson(submission.applicant());
        put("you", words(isPerson ? "you.person" : "you.unit"));
        put("applicant", submission.applicant().name());
        put("item", submission.item().name());
        put("representative", DocumentWords.acting(submission.filing().representative()));
        Submission.Origin origin = submission.origin();
        put("caseNumber", origin == null ? file.number() : origin.number());
        put("handedInOn", handedInOn().map(DocumentWords::day).orElse(""));
        put("centre", now.here().name());
        put("organ", organ.name());
        put("what", words(submission.item().isLicence() ? "what.licence" : "what.service"));
        put("queryCode", file.queryCode());
        put("kinds", CaseKinds.line(file, now.here()));
        put("missing", MissingMaterials.of(submission, item));
        facts.putAll(HearingFacts.cited(progress));
        facts.putAll(LicenceFacts.of(submission));
        put("delegation", delegation());
    }

    /** By whose power it acts, where that is another organ's, and who that is before it signs in its name (R1-23). */
    private String delegation() {
        Handling.Delegation by = item.map(ItemDefinition::handling)
                .orElse(submission.item().handling())
                .delegation();
        return by == null || !by.organ().equals(organ.name()) ? "" : words("delegation", by.basis(), implementing());
    }

    private String implementing() {
        String body = known(ItemDefinition::organ, submission.item().organ());
        return body.isBlank()
                ? known(ItemDefinition::department, submission.item().department())
                : body;
    }

    /** The day on which the applicant handed in; of a case from below, as its centre has told. */
    private Optional<LocalDate> handedInOn() {
        if (!file.isTransferred()) {
            return Optional.of(date(file.receivedAt()));
        }
        return progress.links().stream()
                .flatMap(links -> links.lowerSteps().stream())
                .filter(step -> step.step().command().equals("submit"))
                .map(step -> date(step.step().at()))
                .findFirst();
    }

    private boolean isRegistration() {
        return submission.item().handling().registration() != null;
    }

    private String onTheSpot() {
        return isRegistration() ? "on-the-spot.registration" : "on-the-spot";
    }

    /** The provision on which a step of licensing stands; nothing else is done by that law. */
    private String law(CaseDocumentTemplate template) {
        if (template == CaseDocumentTemplate.EXTENSION_NOTICE && isRegistration()) {
            return line(submission.item().legalBasis()); // by how much a registration is extended, its own law says
        }
        boolean isComplete = submission.missing().isEmpty();
        return submission.item().isLicence() && (template != CaseDocumentTemplate.ACCEPTANCE || isComplete)
                ? DocumentWords.ifThere("law." + template.kind())
                : "";
    }

    /** What shows that it is entered afterwards, behind the rest, is the centre's and nothing that was handed in. */
    private List<MaterialView> handedIn() {
        List<MaterialView> all = submission.materials();
        return progress.afterwards() == null ? all : all.subList(0, all.size() - 1);
    }

    private void received(List<MaterialView> materials) {
        put("receivedAt", moment(now.at()));
        List<String> lines = materials.stream().map(this::material).toList();
        put("materials", String.join("\n", lines));
        put("noMaterials", lines.isEmpty() ? words("materials.none") : "");
        Optional<Clock> notice =
                clock(ClockKind.NOTICE).filter(clock -> clock.isRunning() && progress.acceptance() == null);
        notice.ifPresent(clock -> {
            put(
                    "noticeDue",
                    NoticeDays.last(progress, now)
                            .map(last -> day(last, now.calendar()))
                            .orElse(""));
            put("countedFrom", clock.start().equals(date(now.at())) ? "" : day(clock.start()));
        });
        if (notice.isEmpty()) {
            // Nothing is deemed accepted where nothing is waited for
            put("law", "");
        }
    }

    /** As it was handed in: a file, paper that was seen at the window, or both; and what the item asks for. */
    private String material(MaterialView given) {
        String way = given.paper()
                ? words(given.file() == null ? "material.paper" : "material.both")
                : words("material.file");
        Optional<Material> asked = item.stream()
                .flatMap(definition -> definition.materials().stream())
                .filter(material -> material.code().equals(given.code()))
                .findFirst();
        String demand = asked.map(material -> words(
                        material.form().isBlank() ? "material.copies" : "material.form-and-copies",
                        material.copies(),
                        material.form()))
                .orElse("");
        // What was seen beside an earlier copy says nothing of this one
        boolean isCompared = progress.compared().stream().anyMatch(seen -> seen.isOf(given.code(), now.at()));
        return line(words("material", given.name(), way, demand + (isCompared ? words("material.compared") : "")));
    }

    private void corrected(Map<String, String> step) {
        List<MaterialView> all = submission.materials();
        int supplied = Integer.parseInt(step.getOrDefault("materials", "0"));
        List<String> fields = List.of(step.getOrDefault("fields", "").split(","));
        put(
                "corrected",
                String.join("\n", FormAnswers.of(item, submission.form(), field -> fields.contains(field.name()))));
        received(all.subList(all.size() - Math.min(supplied, all.size()), all.size()));
        CorrectionFacts.answered(progress).ifPresent(answered -> put("statement", answered.statement()));
    }

    private void supplied(Map<String, String> step) {
        List<MaterialView> all = submission.materials();
        int supplied = Integer.parseInt(step.getOrDefault("materials", "0"));
        received(all.subList(all.size() - Math.min(supplied, all.size()), all.size()));
        put("outstanding", PromiseFacts.outstanding(submission, item));
    }

    private void accepted() {
        Acceptance acceptance = progress.acceptance();
        put("promised", PromiseFacts.papers(submission.promises()));
        put("finding", submission.missing().isEmpty() ? words("finding.complete") : "");
        put("acceptedOn", day(acceptance.clockFrom()));
        put("receiptNumber", acceptance.receiptNumber());
        put("deadlines", String.join("\n", deadlines()));
        facts.putIfAbsent("fee", item.map(ItemDefinition::fee).orElse(""));
    }

    /** Whoever has been told in time what to correct has been told: what was late is the answer after that. */
    private void deemedAccepted() {
        accepted();
        String due = clock(ClockKind.NOTICE).map(this::due).orElse("");
        Optional<CorrectionView> answered = progress.corrected(file.upperCentre());
        put("noticeDue", answered.isEmpty() ? due : "");
        put("correctedDue", answered.isEmpty() ? "" : due);
        put("notifiedOn", answered.map(notice -> day(date(notice.notifiedAt()))).orElse(""));
        put(
                "correctedOn",
                answered.map(notice -> day(date(notice.answeredAt()))).orElse(""));
        put("receivedThings", words(answered.isEmpty() ? "received.application" : "received.correction"));
    }

    /** The clocks that decide when the applicant hears; where another centre decides, the item's limit. */
    private List<String> deadlines() {
        List<String> lines = new ArrayList<>();
        Limit law = submission.item().statutory();
        reckoned(ClockKind.DECISION)
                .or(() -> Optional.ofNullable(law).map(limit -> words("deadline.statutory", limit.label())))
                .ifPresent(lines::add);
        reckoned(ClockKind.PROMISE).ifPresent(lines::add);
        return lines;
    }

    private Optional<String> reckoned(ClockKind kind) {
        return clock(kind)
                .filter(Clock::isRunning)
                .map(clock -> words(
                        "deadline.reckoned",
                        kind.label(),
                        due(clock),
                        line(clock.deadline(now.calendar()).sentence().zh())));
    }

    private void notAccepted(String act, Map<String, String> step) {
        EndingView ending = progress.ending();
        put("reasons", ending.reasons());
        put("basis", ending.basis());
        put("competentOrgan", ending.competentOrgan());
        put("remedies", remedies(act, ending.remedies(), step));
    }

    /** From when whoever has applied may come for what comes of it: the last day that is promised. */
    private void collected() {
        put("promiseDue", clock(ClockKind.PROMISE).map(this::toCome).orElse(""));
        put("result", result());
    }

    private String result() {
        String result = known(ItemDefinition::result, submission.item().result());
        return result.isBlank() ? words("result.usual") : result;
    }

    private void lapsed(Map<String, String> step) {
        facts.putAll(CorrectionFacts.lapsed(progress, now));
        put("basis", progress.ending().basis());
        put("remedies", remedies("act.notice", null, step));
    }

    private void granted(Map<String, String> step) {
        put("onTheSpot", step.containsKey(OnTheSpot.DETAIL) ? words(onTheSpot()) : "");
        List<String> form = FormAnswers.of(item, submission.form(), field -> true);
        put("granted", form.isEmpty() ? submission.item().name() : String.join("\n", form));
        put("opinion", progress.decision().opinion());
        put("itemBasis", known(ItemDefinition::legalBasis, submission.item().legalBasis()));
        put("result", result());
        put(
                "deliveryDue",
                clock(ClockKind.DELIVERY)
                        .filter(Clock::isRunning)
                        .map(this::toCome)
                        .orElse(""));
    }

    private String remedies(String act, String typed, Map<String, String> step) {
        String all = Remedies.text(
                organ, words(act), now.laws().on(date(now.at())), step.containsKey(Done.RECONSIDERATION_FIRST), typed);
        // Where another body acts than the item names, it is said whose act is disputed (R1-23, R1-24)
        return organ.name().equals(implementing()) ? all : all + "\n" + words("remedies.respondent", organ.name());
    }

    private void refused(Map<String, String> step) {
        DecisionView decision = progress.decision();
        put("reasons", decision.reasons());
        put("basis", decision.basis());
        put("remedies", remedies("act.decision", decision.remedies(), step));
    }

    private void withdrawn() {
        put("withdrawnOn", day(now.at().atZone(CallContext.ZONE).toLocalDate()));
        put("reason", progress.ending().reasons());
    }

    private void ended(Map<String, String> step) {
        put("endedOn", day(date(now.at())));
        put("endReason", progress.ending().reasons());
        put("basis", progress.ending().basis());
        put("remedies", remedies("act.notice", null, step));
        put(
                "licenceNumber",
                submission.licence() == null ? "" : submission.licence().number());
    }

    private Optional<Clock> clock(ClockKind kind) {
        return last(
                progress.clocks().stream().filter(clock -> clock.kind() == kind).toList());
    }

    /** The last day of a clock that runs, with a word where it may move. */
    private String toCome(Clock clock) {
        return clock.lastDay(now.calendar())
                .map(day -> day(day, now.calendar()))
                .orElse("");
    }

    private String due(Clock clock) {
        return clock.lastDay(now.calendar()).map(DocumentWords::day).orElse("");
    }

    private static <T> Optional<T> last(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private static LocalDate date(Instant at) {
        return at.atZone(CallContext.ZONE).toLocalDate();
    }
}
