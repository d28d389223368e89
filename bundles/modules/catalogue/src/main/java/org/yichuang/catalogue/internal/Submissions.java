package org.yichuang.catalogue.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.domain.submission.RoadSteps;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Type;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmissionView;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.catalogue.internal.persistence.SubmissionRows.Wanted;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Lists of drafts that go up for examination, at the centre that sends them and at those that examine them. */
public class Submissions {
    private final Transactions transactions;
    private final Tenants tenants;
    private final SubmissionDesk desk;
    private final SubmissionDrafts drafts;

    /** Over the lists of each centre. */
    public Submissions(Transactions transactions, Tenants tenants, SubmissionDesk desk, SubmissionDrafts drafts) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.desk = desk;
        this.drafts = drafts;
    }

    /**
     * What is said of one item.
     *
     * @param words why; possibly empty for what is kept
     * @param changes what is adjusted; absent for another outcome
     */
    public record Judgement(
            @NotBlank @Size(max = 64) String code,
            @NotNull ExaminationOutcome outcome,
            @Size(max = 500) String words,
            @Valid Adjustment changes) {}

    /** What is said of several. */
    public record Judgements(@NotEmpty @Size(max = 100) List<@Valid Judgement> judgements) {}

    /** Why a list is taken back. */
    public record TakingBack(@NotBlank @Size(max = 500) String reason) {}

    /** A list and its items. */
    public record Whole(SubmissionView list, List<SubmittedItem> items) {}

    /** What was agreed to of a version. */
    public record Agreed(int version, RoadSteps road) {}

    /** What is kept for a repeated command. */
    record Kept(String id) {}

    /** Sends drafts up; see {@link SubmissionDrafts}. Returns the id of the list. */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public String submit(SubmissionDrafts.NewSubmission given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        return drafts.send(FieldRules.require(given), context);
    }

    /** Returns lists that go up from here or have come from below, the latest first. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Page<SubmissionView> list(
            Optional<SubmissionState> state, boolean late, PageRequest page, CallContext context) {
        context.require(CataloguePermission.VIEW);
        Wanted wanted = new Wanted(state, late ? Optional.of(context.today()) : Optional.empty());
        List<SubmissionView> found = transactions.read(
                context, unit -> desk.rows().list(wanted, page.cursor(), page.limit() + 1, unit).stream()
                        .map(each -> each.view(context.today()))
                        .toList());
        return Page.of(found, page.limit(), SubmissionView::id);
    }

    /** Returns a list with its items; {@code submission-unknown}. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Whole find(String id, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(
                context,
                unit -> new Whole(
                        found(id, unit).view(context.today()), desk.rows().items(id, unit)));
    }

    /** Returns what centres above have agreed to of an item's versions, the newest first. */
    @RequiresPermission(CataloguePermission.VIEW)
    public List<Agreed> agreed(String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(
                context,
                unit -> TextRules.isUnfit(code)
                        ? List.of()
                        : desk.items().versions(code, unit).stream()
                                .flatMap(version ->
                                        version.approvalOf(SubmissionDesk.digest(version.definition())).stream()
                                                .map(approval -> new Agreed(version.number(), approval.road())))
                                .toList());
    }

    /**
     * Says what this centre thinks of items, in place of what it has said before.
     *
     * @throws ProblemException {@code submission-unknown}; {@code submission-state} when it is not examined here;
     *     {@code fields-invalid}, {@code item-invalid} with the fields; {@code precondition-failed}
     */
    @RequiresPermission(CataloguePermission.EXAMINE)
    public Whole examine(String id, Judgements given, CallContext context) {
        context.require(CataloguePermission.EXAMINE);
        List<Judgement> judgements = FieldRules.require(given).judgements();
        return change(id, context, (list, unit) -> {
            list.requireExamining();
            Map<String, SubmittedItem> items = new LinkedHashMap<>();
            desk.rows().items(id, unit).forEach(item -> items.put(item.code(), item));
            Problems problems = new Problems();
            Map<String, SubmittedItem> touched = new LinkedHashMap<>();
            Map<String, String> facts = new HashMap<>();
            for (int i = 0; i < judgements.size(); i++) {
                Judgement judgement = judgements.get(i);
                SubmittedItem item = items.get(judgement.code());
                if (judged("judgements[" + i + "].", judgement, item, context, problems)) {
                    touched.put(item.code(), item);
                    facts.put("of." + item.place(), judgement.outcome().key());
                }
            }
            problems.refuse(
                    CommonError.FIELDS_INVALID,
                    LocalizedMessage.of(Submissions.class, "submission.judgements-invalid"));
            desk.record(list, "examine", facts, touched.values(), null, unit);
        });
    }

    private static boolean judged(
            String path, Judgement judgement, SubmittedItem item, CallContext context, Problems problems) {
        if (item == null || item.standing() != ItemStanding.OPEN) {
            problems.add(
                    path + "code", LocalizedMessage.of(Submissions.class, "submission.no-such-item", judgement.code()));
            return false;
        }
        ExaminationOutcome outcome = judgement.outcome();
        String words = judgement.words() == null ? "" : judgement.words();
        problems.when(
                outcome.needsWords() && words.isBlank(),
                path + "words",
                LocalizedMessage.of(Submissions.class, "submission.words-missing", judgement.code()));
        ItemDefinition changed = null;
        if (outcome == ExaminationOutcome.ADJUST) {
            changed = Adjustment.applied(judgement.changes(), item.definition(), path + "changes.", problems);
        } else {
            problems.when(
                    judgement.changes() != null,
                    path + "changes",
                    LocalizedMessage.of(Submissions.class, "submission.changes-without-adjusting"));
        }
        item.judge(outcome, words, changed, context.actor().name());
        return true;
    }

    /**
     * This centre has said what it thinks of every item: what it returns goes down, what it agrees to goes on to the
     * next centre above, or, where this one has the last word, is agreed to for good.
     *
     * @throws ProblemException {@code submission-unknown}; {@code submission-state} when it is not examined here, or
     *     nothing is said of some item yet; {@code precondition-failed}
     */
    @RequiresPermission(CataloguePermission.EXAMINE)
    public Whole conclude(String id, CallContext context) {
        context.require(CataloguePermission.EXAMINE);
        Tenant here = tenants.get(context.tenant());
        return change(id, context, (list, unit) -> {
            list.requireExamining();
            List<SubmittedItem> items = desk.rows().items(id, unit);
            requireAllJudged(list, items);
            boolean isLast = list.endsAt(here);
            List<SubmittedItem> rest = new ArrayList<>();
            for (SubmittedItem item : items) {
                ItemStanding standing = standing(item, isLast);
                item.stand(step(item, here, context.today()), standing);
                if (standing == ItemStanding.ABOVE) {
                    rest.add(item);
                }
            }
            boolean late = list.isLate(context.today());
            list.examined(rest.isEmpty() ? Optional.empty() : here.parent().map(tenants::get), context.today());
            if (!rest.isEmpty()) {
                desk.up(Type.SUBMIT, list, rest, unit);
            }
            desk.down(list, items, unit);
            int returned = count(items, ItemStanding.RETURNED);
            CatalogueEvent event =
                    new CatalogueEvent.SubmissionExamined(list.originName(), items.size(), returned, rest.size(), late);
            Map<String, String> facts = Map.of(
                    "from", list.originName(),
                    "items", String.valueOf(items.size()),
                    "returned", String.valueOf(returned),
                    "forwarded", String.valueOf(rest.size()),
                    "late", String.valueOf(late));
            desk.record(list, "conclude", facts, items, event, unit);
        });
    }

    private static int count(List<SubmittedItem> items, ItemStanding standing) {
        return (int) items.stream().filter(item -> item.standing() == standing).count();
    }

    private static ItemStanding standing(SubmittedItem item, boolean isLast) {
        if (item.outcome().orElseThrow() == ExaminationOutcome.RETURN) {
            return ItemStanding.RETURNED;
        }
        return isLast ? ItemStanding.APPROVED : ItemStanding.ABOVE;
    }

    private static RoadStep step(SubmittedItem item, Tenant here, LocalDate today) {
        return new RoadStep(
                here.id().value(),
                here.name(),
                here.level(),
                item.outcome().orElseThrow(),
                item.words(),
                item.examiner(),
                today.toString());
    }

    private static void requireAllJudged(Submission list, List<SubmittedItem> items) {
        List<String> open = items.stream()
                .filter(item -> item.outcome().isEmpty())
                .map(item -> item.content().name())
                .toList();
        if (!open.isEmpty()) {
            throw new ProblemException(
                    CatalogueError.SUBMISSION_STATE,
                    LocalizedMessage.of(
                            Submissions.class, "submission.not-all-judged", list.title(), open.size(), open.get(0)));
        }
    }

    /**
     * The draft here becomes what the centres above have agreed to, where they have adjusted it.
     *
     * @param over whether also over what was written since it was sent, which stays in the entry
     * @throws ProblemException {@code submission-state} when nothing was adjusted and agreed to, the draft is there no
     *     more, or, where nothing is to be written over, it was written to since it was sent, with each field
     */
    @RequiresPermission(CataloguePermission.EDIT)
    public Whole adopt(String id, String code, boolean over, CallContext context) {
        context.require(CataloguePermission.EDIT);
        return change(id, context, (list, unit) -> new Adoption(desk, list, code, unit).adopt(over));
    }

    /** Returns why nothing would be adopted that is not to be written over, if so. */
    @RequiresPermission(CataloguePermission.VIEW)
    public Optional<ProblemException> obstacle(String id, String code, CallContext context) {
        context.require(CataloguePermission.VIEW);
        return transactions.read(context, unit -> {
            try {
                new Adoption(desk, found(id, unit), code, unit).require();
                return Optional.<ProblemException>empty();
            } catch (ProblemException e) {
                return Optional.of(e);
            }
        });
    }

    /**
     * The centre that a list comes from takes it back.
     *
     * @throws ProblemException {@code submission-unknown}; {@code submission-state} when all has been said, or the list
     *     comes from another centre
     */
    @RequiresPermission(CataloguePermission.PUBLISH)
    public Whole withdraw(String id, TakingBack given, CallContext context) {
        context.require(CataloguePermission.PUBLISH);
        String reason = FieldRules.require(given).reason();
        return change(id, context, (list, unit) -> {
            list.withdraw(context.today());
            desk.up(Type.WITHDRAW, list, List.of(), unit);
            drafts.free(list, unit);
            CatalogueEvent event = new CatalogueEvent.SubmissionWithdrawn(list.originName());
            desk.record(list, "withdraw", Map.of("reason", reason), List.of(), event, unit);
        });
    }

    private interface Step {
        void on(Submission list, UnitOfWork unit);
    }

    private Whole change(String id, CallContext context, Step step) {
        transactions.write(context, Kept.class, unit -> {
            Submission list = found(id, unit);
            context.requireVersion(list.revision());
            step.on(list, unit);
            return new Kept(id);
        });
        return find(id, context.withoutKey());
    }

    private Submission found(String id, UnitOfWork unit) {
        return Optional.of(id)
                .filter(each -> !each.isEmpty() && !TextRules.isUnfit(each))
                .flatMap(each -> desk.rows().find(each, unit))
                .orElseThrow(() -> new ProblemException(
                        CatalogueError.SUBMISSION_UNKNOWN,
                        LocalizedMessage.of(Submissions.class, "submission.unknown")));
    }
}
