package org.yichuang.catalogue.internal.rest;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.catalogue.internal.Submissions.Agreed;
import org.yichuang.catalogue.internal.Submissions.Whole;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.domain.submission.RoadSteps;
import org.yichuang.catalogue.internal.domain.submission.SubmissionView;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.catalogue.internal.view.Difference;
import org.yichuang.kernel.api.LocalizedMessage;

/** Lists of drafts that go up, as they are read. */
public final class SubmissionViews {
    private SubmissionViews() {}

    /**
     * A list.
     *
     * @param upTo up to which level it is examined
     * @param own whether it comes from this centre
     * @param holder who has it; empty when all has been said
     * @param dueOn until when this centre is to answer, or null
     * @param late whether this centre has been late, or, where the list comes from, whoever has it is
     * @param wereLate the names of centres above that have answered too late
     */
    public record Summary(
            String id,
            String title,
            String origin,
            String originName,
            String upTo,
            boolean own,
            String state,
            String holder,
            LocalDate holderDue,
            LocalDate begunOn,
            LocalDate dueOn,
            LocalDate examinedOn,
            LocalDate concludedOn,
            int items,
            boolean late,
            List<String> wereLate,
            String trouble,
            long revision) {
        static Summary of(SubmissionView list) {
            return new Summary(
                    list.id(),
                    list.title(),
                    list.origin(),
                    list.originName(),
                    list.upTo().key(),
                    list.own(),
                    list.state().name(),
                    list.holder(),
                    list.holderDue(),
                    list.begunOn(),
                    list.dueOn(),
                    list.examinedOn(),
                    list.concludedOn(),
                    list.items(),
                    list.late(),
                    list.wereLate(),
                    list.trouble(),
                    list.revision());
        }
    }

    /** What a centre has said. */
    public record StepView(
            String centre, String name, String level, String outcome, String words, String examiner, LocalDate on) {
        static StepView of(RoadStep step) {
            return new StepView(
                    step.centre(),
                    step.name(),
                    step.level().key(),
                    step.outcome().name(),
                    step.words(),
                    step.examiner(),
                    step.day());
        }

        static List<StepView> of(RoadSteps road) {
            return road.steps().stream().map(StepView::of).toList();
        }
    }

    /** A field that has been adjusted. */
    public record ChangeView(String field, String before, String after) {}

    /**
     * An item of a list.
     *
     * @param outcome what this centre says of it, or null
     * @param changes what has been adjusted, here or above
     * @param road what centres on the road have said
     */
    public record ItemView(
            int place,
            String code,
            String name,
            String department,
            String standing,
            String outcome,
            String words,
            String examiner,
            List<ChangeView> changes,
            List<StepView> road) {
        static ItemView of(SubmittedItem item) {
            return new ItemView(
                    item.place(),
                    item.code(),
                    item.content().name(),
                    item.content().department(),
                    item.standing().name(),
                    item.outcome().map(Enum::name).orElse(null),
                    item.words(),
                    item.examiner(),
                    Difference.between(item.definition(), item.content(), key -> key, LocalizedMessage.CHINESE).stream()
                            .filter(each -> !each.same())
                            .map(each -> new ChangeView(each.field(), each.before(), each.after()))
                            .toList(),
                    StepView.of(item.road()));
        }
    }

    /** A list with its items. */
    public record Detail(Summary list, List<ItemView> items) {
        static Detail of(Whole whole) {
            return new Detail(
                    Summary.of(whole.list()),
                    whole.items().stream().map(ItemView::of).toList());
        }
    }

    /** What was agreed to of a version. */
    public record AgreedView(int version, List<StepView> road) {
        static AgreedView of(Agreed agreed) {
            return new AgreedView(agreed.version(), StepView.of(agreed.road()));
        }
    }
}
