package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.DemandAnswer;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.IssuedView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.HearingStep;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.cases.internal.domain.Progress.PeerStep;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.TextRules;

/**
 * What one centre's case tells the case of the centre above or below. The common part (who, state, clocks, steps) is
 * in every letter, the rest as its type needs it.
 */
public final class LinkedCaseMessage {
    /**
     * The form of these letters; a reader refuses those that are newer than itself. Of the sixth are those that carry
     * a registration, which has less time; that the original of a proof was seen, until when or for how many days an
     * answer is awaited, what was said with a decision besides, which road a branch takes, in which days a refusal is
     * delivered, and which department days are charged to, no letter has to say.
     */
    public static final int VERSION = 9;

    /** The form of all letters but those that nobody has known before a later version. */
    private static final int FIRST_VERSION = 1;

    private static final int SECOND_VERSION = 2;
    private static final int THIRD_VERSION = 3;
    private static final int FOURTH_VERSION = 4;
    private static final int FIFTH_VERSION = 5;
    private static final int SIXTH_VERSION = 6;

    private static final Set<Type> SECOND =
            EnumSet.of(Type.SUPPLY, Type.FINDING, Type.SUSPENSION, Type.RESUMPTION, Type.EXTENSION);

    private static final Set<Type> THIRD = EnumSet.of(Type.HEARING, Type.REPLY);

    private static final Set<Type> FOURTH = EnumSet.of(Type.PROGRESS);

    /** More clocks, steps or opinions than any case has. */
    private static final int MOST_TOLD = 2_000;

    private static final int MOST_DEMANDS = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TARGET = 200;
    private static final int LONGEST_DEMAND = 500;

    int version = FIRST_VERSION;
    Type type;
    String senderCase;
    String receiverCase;
    CaseState state;
    List<PeerClock> clocks = List.of();
    List<PeerStep> steps = List.of();
    List<OpinionView> opinions = List.of();
    List<ExaminationFact> examinations = List.of();
    Submission submission;
    int stage;
    List<CorrectionItem> items;
    String question;
    LocalDate awaitedUntil;
    Integer awaitedDays;
    String statement;
    Map<String, Object> form;
    List<DemandAnswer> answers;
    List<MaterialView> materials;
    DecisionView decision;
    DecisionDocument decisionDocument;
    Map<String, String> facts;
    IssuedView issued;
    EndingView ending;
    SuspensionFact suspension;
    ExtensionFact extension;
    PromiseFinding found;
    HearingStep hearingStep;
    HearingFact hearing;
    HearingReply reply;
    String digest;

    /** What a letter says. */
    public enum Type {
        FORWARD,
        RECEIPT,
        QUESTION,
        ANSWER,
        SUPPLY,
        SUSPENSION,
        RESUMPTION,
        EXTENSION,
        FINDING,
        /** A step of the hearing at the centre that decides. */
        HEARING,
        /** What the centre where somebody applied says to it. */
        REPLY,
        DECISION,
        WITHDRAW,
        CANCELLED,
        /** How the case has ended at the centre below, and how its clocks have: the common part says it all. */
        PROGRESS;

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Finds a type by its word. */
        public static Optional<Type> parse(String word) {
            return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
        }
    }

    LinkedCaseMessage() {}

    static LinkedCaseMessage of(Type type) {
        LinkedCaseMessage letter = new LinkedCaseMessage();
        letter.type = type;
        letter.version = versionOf(type);
        return letter;
    }

    private static int versionOf(Type type) {
        if (FOURTH.contains(type)) {
            return FOURTH_VERSION;
        }
        if (THIRD.contains(type)) {
            return THIRD_VERSION;
        }
        return SECOND.contains(type) ? SECOND_VERSION : FIRST_VERSION;
    }

    /** Carries the application: whoever does not know what it demands must not read it, and decide without. */
    void carry(Submission application) {
        submission = application;
        version = Math.max(version, versionOf(application));
    }

    private static int versionOf(Submission application) {
        if (application.item().handling().registration() != null) {
            return SIXTH_VERSION;
        }
        boolean isUsual = application.item().examination().equals(Examination.NONE)
                && application.item().handling().equals(Handling.USUAL)
                && application.route().branches().isEmpty();
        if (!isUsual) {
            return FOURTH_VERSION;
        }
        return application.promises().isEmpty() ? FIRST_VERSION : SECOND_VERSION;
    }

    /** Carries a decision; whoever does not know that reconsideration comes first would tell a day for the court. */
    void carry(DecisionView decided) {
        decision = decided;
        boolean isReconsideredFirst = Boolean.TRUE.equals(decided.reconsiderationFirst());
        version = isReconsideredFirst ? FIFTH_VERSION : version;
    }

    /** Carries an answer. */
    void carry(CorrectionContent answer) {
        statement = answer.statement();
        form = answer.form();
        answers = answer.answers();
        materials = answer.materials();
    }

    public int version() {
        return version;
    }

    public Type type() {
        return type;
    }

    public String senderCase() {
        return senderCase;
    }

    /** The receiver's own number of the case, null while the sender does not know it. */
    public String receiverCase() {
        return receiverCase;
    }

    /** The application, in a forward letter. */
    public Submission submission() {
        return submission;
    }

    /** The stage that a forward letter asks to be done. */
    public StageFacts nextStage() {
        return submission.route().stages().get(stage);
    }

    /** The materials whose files travel with this letter. */
    public List<MaterialView> files() {
        List<MaterialView> carried = new ArrayList<>();
        if (submission != null) {
            carried.addAll(submission.materials());
        }
        if (materials != null) {
            carried.addAll(materials);
        }
        return carried.stream().filter(material -> material.file() != null).toList();
    }

    /** Takes the facts of the item as they are known here. */
    public void judgeBy(ItemLabels known) {
        submission = submission.of(known);
    }

    /**
     * The law grants no renewal (R1-30) that was not handed in below in time by the item as it is known here, whatever
     * day is said: whoever decides decides it then.
     *
     * @param days how many before the end it has to be asked for
     */
    public void judgeRenewal(int days) {
        CaseLicence said = submission.licence();
        if (said == null || !said.isTimed()) {
            return;
        }
        LocalDate latest = said.decideBy().minusDays(days);
        boolean isInTime = clocks.stream()
                .map(PeerClock::clock)
                .filter(clock -> clock.kind() == ClockKind.NOTICE)
                .findFirst()
                .filter(clock -> !clock.start().isAfter(latest))
                .isPresent();
        if (!isInTime) {
            submission =
                    submission.about(new CaseLicence(said.number(), said.matter(), said.validUntil(), null, false));
        }
    }

    /** Leaves the files behind that have these digests; their materials stay, and say so. */
    public void leaveBehind(Set<String> sha256s) {
        if (submission != null) {
            submission = submission.without(sha256s);
        }
        if (materials != null) {
            materials = HarmfulFiles.without(sha256s, materials);
        }
        seal();
    }

    /** Tells whether the digest belongs to the materials. */
    public boolean isWhole() {
        return Objects.equals(digest, digestOf(files()));
    }

    /** Tells whether everything is there that a letter of its type must say. */
    public boolean isComplete() {
        if (type == null || senderCase == null || state == null || !saysAllOfItsSide()) {
            return false;
        }
        return switch (type) {
            case SUSPENSION, RESUMPTION, EXTENSION -> tellsOfClocks();
            case FORWARD -> carriesTheFile();
            case QUESTION -> items != null && !demands().isEmpty();
            case DECISION -> decision != null && decision.outcome() != null && decision.at() != null;
            case WITHDRAW, CANCELLED -> ending != null && ending.kind() != null;
            case RECEIPT, PROGRESS -> true;
            case ANSWER -> ToldFile.areTold(materials);
            case SUPPLY -> carriesMaterials();
            case FINDING -> found != null && found.isTold();
            case HEARING -> tellsOfHearing();
            case REPLY -> reply != null && reply.isTold();
        };
    }

    private boolean tellsOfClocks() {
        if (type == Type.EXTENSION) {
            return extension != null && extension.isTold();
        }
        return suspension != null && suspension.isTold() && (type == Type.SUSPENSION || suspension.to() != null);
    }

    private boolean tellsOfHearing() {
        return HearingBounds.isTold(hearing, hearingStep) && (suspension == null || suspension.isTold());
    }

    private boolean carriesMaterials() {
        return materials != null
                && !materials.isEmpty()
                && materials.size() <= PromiseFact.MOST
                && ToldFile.areTold(materials);
    }

    private boolean carriesTheFile() {
        return ToldFile.isTold(submission)
                && stage >= 0
                && stage < submission.route().stages().size();
    }

    /** A letter says null of what it does not know; what each of them says must be something that can be shown. */
    private boolean saysAllOfItsSide() {
        return areAll(clocks, PeerClock::isTold)
                && areAll(steps, PeerStep::isTold)
                && areAll(opinions, opinion -> opinion.centre() != null && opinion.at() != null);
    }

    private static <T> boolean areAll(List<T> told, Predicate<T> something) {
        return told != null
                && told.size() <= MOST_TOLD
                && told.stream().allMatch(each -> each != null && something.test(each));
    }

    /**
     * What a question asks for, as far as a centre may ask: within the bounds of {@code NotifyCorrection}, and nothing
     * that says nothing; what names no target is called by its own words. Whatever letter comes, this can be told on
     * paper.
     */
    List<CorrectionItem> demands() {
        return items.stream()
                .filter(item -> item != null && !isBlank(item.demand()))
                .limit(MOST_DEMANDS)
                .map(item -> new CorrectionItem(
                        bounded(isBlank(item.target()) ? item.demand() : item.target(), LONGEST_TARGET),
                        bounded(item.demand(), LONGEST_DEMAND)))
                .toList();
    }

    /** What a question is called, or the one that is answered; null where that is not said, as in letters of before. */
    public String question() {
        return question == null || question.isBlank() || question.length() > LONGEST_NAME ? null : question;
    }

    /** What an answer says: of what it says to single demands, what can be said to those that were made. */
    CorrectionContent answer(int demands) {
        List<DemandAnswer> fitting = answers == null
                ? List.of()
                : answers.stream()
                        .filter(each -> each != null
                                && each.demand() != null
                                && each.demand() >= 0
                                && each.demand() < demands
                                && each.statement() != null)
                        .limit(MOST_DEMANDS)
                        .toList();
        return new CorrectionContent(statement, form, materials, null, fitting);
    }

    private static boolean isBlank(String text) {
        return TextRules.isBlank(TextRules.cleaned(text));
    }

    private static String bounded(String text, int most) {
        return TextRules.first(TextRules.cleaned(text), most);
    }

    void seal() {
        digest = digestOf(files());
    }

    private static String digestOf(List<MaterialView> files) {
        return files.isEmpty()
                ? null
                : Digests.sha256(
                        files.stream().map(MaterialView::sha256).sorted().collect(Collectors.joining("\n")));
    }
}
