package org.yichuang.cases.api;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/** What the commands on a case carry: the fields that the law asks for. */
public interface CaseRequests {
    /** What any command on a case carries; a {@link CommandGate} sees it before it takes effect. */
    interface Request {
        /** What gates want to know besides, by name ({@link CommandGate#facts}): journaled, nothing of a person. */
        default Map<String, String> facts() {
            return Map.of();
        }
    }

    /** What the commands on a joint case carry. */
    interface Joint extends Request {}

    /**
     * An application.
     *
     * @param item code of the item, or {@code bundle} of a bundle, one of the two
     * @param applicant who applies
     * @param form the data of the item's form, by field name; absent means none
     * @param materials what is handed in, beside a remark
     * @param licence the result that the applicant holds, and what is to become of it; absent for something new
     * @param channel by which way it came; absent means the window, or online where the applicant hands in
     * @param representative who acts for the applicant; absent means nobody
     * @param duplicateReason why it is handed in while the applicant's case of the same item goes on; may be absent
     * @param afterwards when it had come, where it is entered afterwards; absent: it is taken in as it comes
     */
    record Submit(
            @Size(max = 64) String item,
            @Size(max = 64) String bundle,
            @NotNull @Valid Applicant applicant,
            Map<String, Object> form,
            @Size(max = 50) List<@NotNull @Valid MaterialGiven> materials,
            @Size(max = 500) String remark,
            @Valid CaseLicence.Given licence,
            CaseChannel channel,
            @Valid Representative representative,
            @Size(max = 200) String duplicateReason,
            @Valid Afterwards afterwards)
            implements Request {
        /** One for an item. */
        public Submit(
                String item,
                Applicant applicant,
                Map<String, Object> form,
                List<MaterialGiven> materials,
                String remark) {
            this(item, null, applicant, form, materials, remark, null, null, null, null, null);
        }
    }

    /**
     * Who applies.
     *
     * @param kind {@code person} or {@code enterprise}
     * @param name full name
     * @param idType e.g. {@code citizen-id}, {@code uscc}; usual for the kind when absent
     * @param idNumber the number, checked by its rules (R4)
     * @param phone telephone
     * @param idConfirmed why a number whose check digit fails is right all the same (R4-04); else absent
     */
    record Applicant(
            @NotBlank @Size(max = 20) String kind,
            @NotBlank @Size(max = 100) String name,
            @Size(max = 40) String idType,
            @NotBlank @Size(max = 40) String idNumber,
            @NotBlank @Size(max = 30) String phone,
            @Size(max = 200) String idConfirmed) {}

    /**
     * A material that is handed in.
     *
     * @param code its code in the item, or empty for something else
     * @param name what it is; the item's name for it when absent
     * @param file id of an uploaded file, or absent when handed in on paper
     * @param paper whether the paper has been seen at the window
     * @param originalSeen whether the original was seen there beside the copy that stays; staff alone say so
     */
    record MaterialGiven(
            @Size(max = 40) String code,
            @Size(max = 200) String name,
            @Size(max = 40) String file,
            boolean paper,
            boolean originalSeen) {
        /** One of which nobody has seen the original. */
        public MaterialGiven(String code, String name, String file, boolean paper) {
            this(code, name, file, paper, false);
        }
    }

    /**
     * Acceptance (受理).
     *
     * @param remark up to 500 characters, may be absent
     * @param promises what the applicant promises of each required material that is not there; absent means nothing
     * @param facts see {@link Request#facts}; absent means none
     */
    record Accept(
            @Size(max = 500) String remark,
            @Size(max = 50) List<@NotNull @Valid MaterialPromise> promises,
            @Size(max = 10) Map<String, String> facts)
            implements Request {
        public Accept {
            promises = promises == null ? List.of() : Collections.unmodifiableList(promises);
            facts = given(facts);
        }

        /** Of what is complete, without further facts. */
        public Accept(String remark) {
            this(remark, List.of(), Map.of());
        }
    }

    /**
     * What the applicant promises of a required material that is not there when the application is accepted.
     *
     * @param material code of the material
     * @param kind that it follows (R3-19), or that what it would show is so (R3-20)
     * @param until its last day; absent means as late as item and centre allow, and always with a declaration
     */
    record MaterialPromise(@NotBlank @Size(max = 40) String material, @NotNull PromiseKind kind, LocalDate until) {}

    /** What was promised to follow after the acceptance (R3-19): those materials, and none else. */
    record Supply(@NotEmpty @Size(max = 50) List<@NotNull @Valid MaterialGiven> materials) implements Request {}

    /**
     * What a check of a declaration has found (事中事后核查, R3-20).
     *
     * @param material code of the material for which the declaration stands
     * @param kept whether what was declared is so
     * @param finding what was looked at, and what was found
     */
    record CheckPromise(
            @NotBlank @Size(max = 40) String material,
            @NotNull Boolean kept,
            @NotBlank @Size(max = 1000) String finding)
            implements Request {}

    /**
     * The one-time notice of everything to supply (R1-05), or, on a transferred case, the question to the centre below.
     *
     * @param items what is to be supplied or mended, complete
     * @param overrideReason why a second notice lists something new; only a chief representative may say so
     */
    record NotifyCorrection(
            @NotEmpty @Size(max = 50) List<@NotNull @Valid CorrectionItem> items,
            @Size(max = 500) String overrideReason)
            implements Request {}

    /** What to supply or mend: a material's code, {@code form.<field>} or free words; what is wrong, what to do. */
    record CorrectionItem(@NotBlank @Size(max = 200) String target, @NotBlank @Size(max = 500) String demand) {}

    /**
     * What the applicant supplies after a notice, or this centre answers to the one above.
     *
     * @param statement in words, may be absent
     * @param form changed form data, may be absent
     * @param materials supplied materials, may be absent
     * @param answers what is said to single demands of the last notice; absent means nothing
     */
    record Correct(
            @Size(max = 2000) String statement,
            Map<String, Object> form,
            @Size(max = 50) List<@NotNull @Valid MaterialGiven> materials,
            @Size(max = 50) List<@NotNull @Valid DemandAnswer> answers)
            implements Request {
        /** Without a word to single demands. */
        public Correct(String statement, Map<String, Object> form, List<MaterialGiven> materials) {
            this(statement, form, materials, null);
        }
    }

    /** What is said to a demand: to which of the last notice, from 0, and the answer. */
    record DemandAnswer(@NotNull Integer demand, @NotBlank @Size(max = 1000) String statement) {}

    /**
     * What the applicant corrects on the spot before the acceptance, with whoever takes in (R1 §1.2 outcome 3).
     *
     * @param form changed form data, may be absent
     * @param materials what is handed in instead of what was wrong, may be absent
     * @param remark anything else, may be absent
     */
    record CorrectOnTheSpot(
            Map<String, Object> form,
            @Size(max = 50) List<@NotNull @Valid MaterialGiven> materials,
            @Size(max = 500) String remark)
            implements Request {}

    /**
     * Not accepting (R1 §1.2 outcomes 1 and 2), or handing a transferred case back.
     *
     * @param outcome {@code NOT_NEEDED} (不受理), {@code NOT_COMPETENT} (不予受理), {@code INCOMPLETE} (told,
     *     answered, and missing still)
     * @param reasons why
     * @param basis by which provision
     * @param remedies how and where to seek reconsideration or litigation (R1-13)
     * @param competentOrgan which organ to go to; demanded with {@code NOT_COMPETENT}
     * @param reconsiderationFirst whether reconsideration comes before any court (R1-41); absent means as the item says
     * @param facts see {@link Request#facts}; absent means none
     */
    record NotAccept(
            @NotNull NonAcceptance outcome,
            @NotBlank @Size(max = 2000) String reasons,
            @NotBlank @Size(max = 1000) String basis,
            @NotBlank @Size(max = 1000) String remedies,
            @Size(max = 200) String competentOrgan,
            Boolean reconsiderationFirst,
            @Size(max = 10) Map<String, String> facts)
            implements Request {
        public NotAccept {
            facts = given(facts);
        }

        public NotAccept(NonAcceptance outcome, String reasons, String basis, String remedies, String competentOrgan) {
            this(outcome, reasons, basis, remedies, competentOrgan, null, Map.of());
        }
    }

    /** Why an application is not accepted. */
    enum NonAcceptance {
        NOT_NEEDED,
        NOT_COMPETENT,
        INCOMPLETE
    }

    /**
     * The pre-review's opinion (初审意见).
     *
     * @param opinion in words
     * @param agree whether it recommends granting
     * @param facts see {@link Request#facts}; absent means none
     */
    record PreReview(
            @NotBlank @Size(max = 2000) String opinion,
            @NotNull Boolean agree,
            @Size(max = 10) Map<String, String> facts)
            implements Request {
        public PreReview {
            facts = given(facts);
        }

        /** Without further facts. */
        public PreReview(String opinion, Boolean agree) {
            this(opinion, agree, Map.of());
        }
    }

    /**
     * The decision (R1-13): a refusal needs reasons, basis and remedies.
     *
     * @param outcome grant or refuse
     * @param opinion in words, may be absent on a grant
     * @param reasons why it is refused
     * @param basis by which provision it is refused
     * @param remedies how and where to seek reconsideration or litigation
     * @param reconsiderationFirst whether reconsideration comes before any court (R1-41); absent means as the item says
     * @param facts see {@link Request#facts}; absent means none
     */
    record Decide(
            @NotNull Outcome outcome,
            @Size(max = 2000) String opinion,
            @Size(max = 2000) String reasons,
            @Size(max = 1000) String basis,
            @Size(max = 1000) String remedies,
            Boolean reconsiderationFirst,
            @Size(max = 10) Map<String, String> facts)
            implements Request {
        public Decide {
            facts = given(facts);
        }

        public Decide(Outcome outcome, String opinion, String reasons, String basis, String remedies) {
            this(outcome, opinion, reasons, basis, remedies, null, Map.of());
        }
    }

    /** What is decided. */
    enum Outcome {
        GRANT,
        REFUSE
    }

    /**
     * Making out the result (制证).
     *
     * @param documentNumber the number of the certificate; one is given when absent
     * @param validUntil until when it holds, may be absent
     * @param facts see {@link Request#facts}; absent means none
     */
    record Issue(
            @Size(max = 100) String documentNumber, LocalDate validUntil, @Size(max = 10) Map<String, String> facts)
            implements Request {
        public Issue {
            facts = given(facts);
        }

        /** Without further facts. */
        public Issue(String documentNumber, LocalDate validUntil) {
            this(documentNumber, validUntil, Map.of());
        }
    }

    /**
     * Delivery (送达, R1-43).
     *
     * @param method how
     * @param receivedBy who took it
     * @param remark may be absent; of an announcement where it was made, and why it had to be
     * @param consent where the applicant has agreed to electronic delivery; demanded with that, and with nothing else
     * @param proof what shows it; demanded of what is left behind, sent by post or announced
     * @param facts see {@link Request#facts}; absent means none
     */
    record Deliver(
            @NotNull DeliveryMethod method,
            @NotBlank @Size(max = 100) String receivedBy,
            @Size(max = 500) String remark,
            @Size(max = 200) String consent,
            @Valid CaseProof proof,
            @Size(max = 10) Map<String, String> facts)
            implements Request {
        public Deliver {
            facts = given(facts);
        }

        /** Without further facts. */
        public Deliver(DeliveryMethod method, String receivedBy, String remark) {
            this(method, receivedBy, remark, null, null, Map.of());
        }
    }

    /** How a result reaches the applicant (R1-43). */
    enum DeliveryMethod {
        DIRECT,
        LEFT,
        ELECTRONIC,
        ENTRUSTED,
        POST,
        ANNOUNCEMENT
    }

    /** Seeing whole what is shown masked: why, 4 to 200 characters. */
    record Unmask(@NotBlank @Size(max = 200) String reason) {}

    /** A file in which something was found is scanned again: why it is held for a false alarm, 2 to 200 characters. */
    record ScanAgain(@NotBlank @Size(max = 200) String reason) {}

    /**
     * A special procedure begins, and the limits stand from the day after (R1-20).
     *
     * @param procedure which of the eight
     * @param plannedWorkingDays how long it is going to take, as the applicant is told in writing: 1 to 250
     * @param reason why it is needed
     */
    record Suspend(
            @NotNull SpecialProcedure procedure,
            @NotNull Integer plannedWorkingDays,
            @NotBlank @Size(max = 1000) String reason)
            implements Request {}

    /** The special procedure is over, and the limits go on with the day after; the remark may be absent. */
    record Resume(@Size(max = 500) String remark) implements Request {}

    /**
     * The limit of the decision is extended, once, before it has passed (R1-21).
     *
     * @param workingDays by how many, 1 to 10
     * @param approver who has approved it: the head of whichever body decides
     * @param reason why the limit is not enough, as the applicant is told
     */
    record Extend(
            @NotNull Integer workingDays,
            @NotNull ExtensionApprover approver,
            @NotBlank @Size(max = 1000) String reason)
            implements Request {}

    /** Withdrawal by the applicant; staff who enter it say by which proof. */
    record Withdraw(@NotBlank @Size(max = 1000) String reason, @Valid CaseProof proof) implements Request {}

    /** The facts as they are kept: none where none are given. */
    static Map<String, String> given(Map<String, String> facts) {
        Map<String, String> given = new TreeMap<>(facts == null ? Map.of() : facts);
        given.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(given);
    }
}
