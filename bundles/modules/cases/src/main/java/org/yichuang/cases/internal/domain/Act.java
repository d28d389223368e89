package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.HearingRequest.InterestedParty;
import org.yichuang.cases.internal.domain.Done.Post;
import org.yichuang.cases.internal.domain.Progress.PeerClock;
import org.yichuang.cases.internal.domain.Progress.PeerStep;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.identifier.Masking;

/** One step being taken: the row of the table that allows it, and a copy of the progress that it changes. */
final class Act {
    final CaseFile file;
    final CommandContext now;
    final Transition row;
    final Progress progress;
    final Map<String, String> details = new LinkedHashMap<>();
    Submission submission;
    private String department;
    /** That which had the case before. */
    private final String had;

    private final List<LinkedCaseMessage> up = new ArrayList<>();
    private final List<LinkedCaseMessage> down = new ArrayList<>();
    private final List<InBranch> upInBranches = new ArrayList<>();
    private List<InterestedParty> uninvited = List.of();
    private final List<Done.Besides> besides = new ArrayList<>();
    private String note;

    private Act(CaseFile file, Transition row, CommandContext now) {
        this.file = file;
        this.now = now;
        this.row = row;
        this.progress = file.progress().copy();
        this.submission = file.submission();
        this.department = file.department();
        this.had = department;
    }

    /** A step that decides nothing. */
    static Act begin(CaseFile file, CaseCommand command, CommandContext now) {
        return begin(file, command, null, false, now);
    }

    static Act begin(CaseFile file, CaseCommand command, Boolean granted, boolean issued, CommandContext now) {
        GuardInput facts = GuardInput.of(file, now, granted, issued);
        return new Act(file, CaseStateTable.require(file.state(), command, facts), now);
    }

    /** The first step of a new case. */
    static Act first(CaseFile file, CaseCommand command, CommandContext now) {
        return new Act(file, CaseStateTable.require(null, command, GuardInput.of(file, now, null, false)), now);
    }

    /** No step: something is told of the case as it is. */
    static Act beside(CaseFile file, CaseCommand command, CommandContext now) {
        return new Act(file, new Transition(file.state(), command, List.of(), file.state(), "", "", ""), now);
    }

    /** Says which department acts, where it is another one than that which has the case. */
    void actedBy(String acting) {
        department = acting;
    }

    /**
     * From which day it counts that it has come: where it is entered afterwards, the day on which it had. Of what comes
     * later that day says nothing.
     */
    LocalDate receivedOn() {
        boolean isEnteredAfterwards = file.state() == null && progress.afterwards != null;
        return isEnteredAfterwards ? progress.cameOn() : now.receivedOn();
    }

    /** Starts the days within which somebody answers what has come on a day. */
    void awaitAnswer(LocalDate day) {
        progress.start(ClockKind.NOTICE, day, now.laws().on(day).licensing().notice());
    }

    void note(String word) {
        note = word;
    }

    void detail(String key, String value) {
        if (value != null && !value.isEmpty()) {
            details.put(key, value);
        }
    }

    /** Counts what a letter says that cannot be so or cannot be told, and is not kept. */
    void leftOut() {
        details.merge("leftOut", "1", (before, one) -> Integer.toString(Integer.parseInt(before) + 1));
    }

    /**
     * Notes with a refusal that reconsideration comes before any court, where it does.
     *
     * @param said what whoever refuses says of it; null for what the item says
     * @param typed what they have written of it; where that says so and nothing else does, they are asked
     * @return whether it does
     */
    boolean reconsiderationFirst(Boolean said, String typed) {
        TypedRemedies.require(typed);
        boolean isFirst = said == null ? submission.item().reconsiderationFirst() : said;
        if (said == null && !isFirst && ReconsiderationWords.sayFirst(typed)) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    Done.RECONSIDERATION_FIRST,
                    LocalizedMessage.of(Act.class, "reconsideration.typed"));
        }
        if (isFirst) {
            detail(Done.RECONSIDERATION_FIRST, "true");
        }
        return isFirst;
    }

    /** Notes that nobody is summoned any longer to a hearing of which they were told, and that they are told so. */
    void callOff(HearingFact hearing) {
        detail(Done.REVOKED, hearing.notice());
        uninvited = hearing.notice() == null ? List.of() : hearing.parties();
    }

    /** Notes what else comes of the step, with an entry and an event of its own. */
    void besides(String word, String event, Map<String, String> facts) {
        besides.add(new Done.Besides(word, event, facts));
    }

    /** A detail that somebody has written freely: numbers and addresses of people are masked in it. */
    void text(String key, String value) {
        detail(key, value == null ? null : Masking.text(value));
    }

    /**
     * Keeps what shows this step among the materials of the case.
     *
     * @return what was said of it; null where nothing was handed in
     */
    CaseProof keep(CaseProof said, List<MaterialView> proof) {
        if (proof.isEmpty()) {
            return null;
        }
        submission = submission.corrected(Map.of(), proof, submission.route());
        detail("proof", proof.get(0).sha256());
        text("proofPaper", said.paper());
        return said;
    }

    /** Lets the clocks go on after today, where they stand for a special procedure. */
    void goOn() {
        if (progress.goOn(now.today())) {
            detail("suspendedUntil", now.today().toString());
        }
    }

    /** Lets the clocks go on after today, for whatever they stand. */
    void endProcedures() {
        boolean isAny = progress.suspension().isPresent()
                || !Standing.ofBranches(progress).isEmpty();
        if (isAny) {
            Standing.of(progress).end(now.today());
            detail("suspendedUntil", now.today().toString());
        }
    }

    /** Stops all clocks, and with them a special procedure; the last days stay as the calendar of today makes them. */
    void stopClocks() {
        endProcedures();
        progress.reckon(now.calendar());
        progress.stopAll(now.today());
    }

    LinkedCaseMessage tellBelow(LinkedCaseMessage.Type type) {
        LinkedCaseMessage letter = LinkedCaseMessage.of(type);
        down.add(letter);
        return letter;
    }

    /** Tells the centre below, where there is one, how the clocks run here now: each side sees both, as they are. */
    void tellClocksBelow() {
        if (file.isTransferred()) {
            tellBelow(LinkedCaseMessage.Type.RECEIPT);
        }
    }

    LinkedCaseMessage tellAbove(LinkedCaseMessage.Type type) {
        LinkedCaseMessage letter = LinkedCaseMessage.of(type);
        up.add(letter);
        return letter;
    }

    /** Tells the centre above of the file of a branch of a joint case. */
    LinkedCaseMessage tellAbove(String branch, LinkedCaseMessage.Type type) {
        LinkedCaseMessage letter = LinkedCaseMessage.of(type);
        upInBranches.add(new InBranch(branch, letter));
        return letter;
    }

    private record InBranch(String branch, LinkedCaseMessage letter) {}

    /** Tells the centre above, where it knows the case, how it has ended and how the clocks have: both sides see it. */
    void tellOfEnd() {
        if (file.upperNumber() != null) {
            tellAbove(LinkedCaseMessage.Type.PROGRESS);
        }
    }

    /** Whether the step ends what goes on here, or makes out or hands over what the centre above has granted. */
    private boolean isEnd() {
        return row.from() != row.next()
                && switch (row.next()) {
                    case DELIVERED, WITHDRAWN, GRANT_ENDED -> true;
                    case ISSUED -> row.command() == CaseCommand.ISSUE;
                    default -> false;
                };
    }

    /** Sends the whole file to the centre above. */
    void forward() {
        TenantId parent = now.here()
                .parent()
                .orElseThrow(() -> new ProblemException(
                        CaseError.ROUTE_UNREACHABLE, LocalizedMessage.of(Act.class, "forward.no-centre-above")));
        submission = submission.on(RoutePlan.moved(submission.route(), progress.stage, now.lineage()));
        if (!parent.value().equals(file.upperCentre())) {
            progress.linked().beginAbove();
        }
        file.above(parent.value(), null);
        progress.linked().handedBack = false;
        Remembered.forwarded(progress.linked());
        progress.ending = null;
        detail("forwardedTo", parent.value());
        LinkedCaseMessage letter = tellAbove(LinkedCaseMessage.Type.FORWARD);
        Submission.Origin origin =
                submission.origin() == null ? new Submission.Origin(now.centre(), file.number()) : submission.origin();
        letter.carry(submission.from(origin));
        letter.stage = progress.stage;
        letter.examinations =
                progress.examinations.stream().map(ExaminationFact::told).toList();
        if (file.isTransferred() && down.isEmpty()) {
            tellBelow(LinkedCaseMessage.Type.RECEIPT);
        }
    }

    Done finish() {
        HearingSessions.endWith(this);
        AppointmentWork.endWith(this);
        FirstHandler.note(this);
        Originals.keep(this);
        if (isEnd()) {
            tellOfEnd();
        }
        BranchRoads.endWith(this, isEnd());
        file.settle(row.next(), submission, progress, now);
        progress.steps.add(new StepFact(
                row.command().word(),
                now.at(),
                note,
                now.vouched().authorities(),
                now.actor().account(),
                Charge.of(file, now.centre(), now.today(), now.calendar(), now.laws())
                        .orElse(null)));
        detail("state", row.next().name());
        detail("authority", now.vouched().text());
        detail("window", now.vouched().window());
        detail("rank", now.vouched().rank());
        detail("letter", now.vouched().letter());
        now.vouched().facts().forEach((name, value) -> text("fact." + name, value));
        List<Post> posts = posts();
        String acting = department == null ? file.department() : department;
        List<Spell> spells = Spells.ofStep(file, now).stream()
                .map(stretch -> new Spell(file, stretch, charged(stretch, acting))
                        .by(now.vouched().window(), now.staff()))
                .toList();
        Done.Acting by = new Done.Acting(acting, now.vouched(), CaseFacts.ofStep(file, now), spells);
        return new Done(
                row.command(), row.event(), row.document(), by, details, posts, uninvited, List.copyOf(besides));
    }

    /** Which department some days are charged to: that which had the case, or of those of a joint case one. */
    private String charged(Spells.Stretch stretch, String acting) {
        if (stretch.cause() != Cause.DEPARTMENT) {
            return had;
        }
        return stretch.department() == null ? acting : stretch.department();
    }

    /** Tells what is to be told, and leaves the case as it is. */
    Done tell() {
        List<Post> posts = posts();
        file.note(progress);
        return Done.nothing(row.command(), details, posts);
    }

    private List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        for (LinkedCaseMessage letter : down) {
            Links links = progress.linked();
            posts.add(post(letter, file.lowerCentre(), file.lowerNumber(), ++links.sentDown));
            letter.clocks = clocks(links.upperClocks);
            letter.steps = steps(links.upperSteps);
        }
        for (LinkedCaseMessage letter : up) {
            Links links = progress.linked();
            posts.add(post(letter, file.upperCentre(), file.upperNumber(), ++links.sentUp));
            letter.clocks = clocks(links.lowerClocks);
            letter.steps = steps(links.lowerSteps);
        }
        upInBranches.forEach(each -> posts.add(BranchRoads.post(this, each.branch(), each.letter())));
        return posts;
    }

    private Post post(LinkedCaseMessage letter, String receiver, String receiverCase, long sequence) {
        letter.senderCase = file.number();
        letter.receiverCase = receiverCase;
        letter.state = row.next();
        letter.opinions = List.copyOf(progress.opinions);
        letter.seal();
        return new Post(receiver, sequence, letter);
    }

    private List<PeerClock> clocks(List<PeerClock> others) {
        Stream<PeerClock> own = progress.clocks.stream()
                .filter(clock -> clock.kind().isTold())
                .map(clock -> new PeerClock(now.centre(), now.here().name(), clock));
        return Stream.concat(others.stream(), own).toList();
    }

    private List<PeerStep> steps(List<PeerStep> others) {
        Stream<PeerStep> own = progress.steps.stream()
                .map(step -> new PeerStep(now.centre(), now.here().name(), step.told()));
        return Stream.concat(others.stream(), own).toList();
    }
}
