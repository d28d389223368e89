package org.yichuang.catalogue.internal;

import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Part;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Type;
import org.yichuang.catalogue.internal.domain.submission.SubmissionState;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * Where a centre's database was set back: lists that were sent to it come again by themselves, and behind each what it
 * had said of them, which then stands there as its opinion until somebody concludes it anew.
 */
public class SubmissionReminders {
    /** What ended earlier is in every copy from which a centre may go on. */
    private static final Period REMINDED = Period.ofDays(36);

    private final Tenants tenants;
    private final SubmissionDesk desk;
    private final Epochs epochs;

    /** Over the lists of each centre. */
    public SubmissionReminders(Tenants tenants, SubmissionDesk desk, Epochs epochs) {
        this.tenants = tenants;
        this.desk = desk;
        this.epochs = epochs;
    }

    /** Writes to the centre above, which was set back, what it had said of lists. */
    void tell(TenantId above, UnitOfWork unit) {
        for (Submission list :
                desk.rows().sentTo(above.value(), unit.context().today().minus(REMINDED), unit)) {
            List<SubmittedItem> said = desk.rows().items(list.id(), unit).stream()
                    .filter(item -> item.standing() != ItemStanding.OPEN)
                    .filter(item -> step(item.road().steps(), above).isPresent())
                    .toList();
            if (!said.isEmpty()) {
                desk.up(Type.REMINDER, list, said, unit);
                Map<String, String> facts = Map.of("to", above.value(), "items", String.valueOf(said.size()));
                desk.record(list, "remind", facts, List.of(), null, unit);
            }
        }
    }

    private static Optional<RoadStep> step(List<RoadStep> steps, TenantId centre) {
        return steps.stream()
                .filter(step -> step.centre().equals(centre.value()))
                .findFirst();
    }

    /** What this centre had said of a list before it was set back stands as its opinion, and is to be concluded. */
    void remember(SubmissionLetter letter, TenantId below, Submission list, UnitOfWork unit) {
        if (list.state() != SubmissionState.EXAMINING || epochs.begun(unit).isEmpty()) {
            return;
        }
        Map<String, SubmittedItem> items = new HashMap<>();
        desk.rows().items(list.id(), unit).forEach(item -> items.put(item.code(), item));
        Map<String, String> facts = new HashMap<>(Map.of("by", below.value()));
        List<SubmittedItem> touched = new ArrayList<>();
        for (Part part : letter.parts()) {
            Optional.ofNullable(items.get(part.code()))
                    .filter(item -> item.standing() == ItemStanding.OPEN)
                    .ifPresent(item -> {
                        LetterRoads.requireFromAbove(part, item, list, tenants.lineage(below), true);
                        if (remember(part, item, unit.context().tenant())) {
                            touched.add(item);
                            facts.put(
                                    "of." + item.place(),
                                    item.outcome().orElseThrow().key());
                        }
                    });
        }
        desk.record(list, "remember", facts, touched, null, unit);
    }

    /** What was adjusted and is not told, as others have adjusted it further, is to be adjusted anew. */
    private static boolean remember(Part part, SubmittedItem item, TenantId here) {
        Optional<RoadStep> said = step(part.road().steps(), here);
        boolean isAdjusted =
                said.filter(step -> step.outcome() == ExaminationOutcome.ADJUST).isPresent();
        boolean isWhole = said.isPresent()
                && (!isAdjusted
                        || part.definition() != null && part.road().last().equals(said));
        if (isWhole) {
            ItemDefinition changed = isAdjusted ? part.definition() : null;
            item.judge(
                    said.get().outcome(),
                    said.get().words(),
                    changed,
                    said.get().examiner());
        }
        return isWhole;
    }

    /** Whether the sender of a letter or this centre was set back, so that the same may have been said twice. */
    boolean isSaidAnew(Incoming message, UnitOfWork unit) {
        return message.epoch() > 0 || epochs.begun(unit).isPresent();
    }

    /** Says once more what this centre has said of a list, to whoever was set back and has sent it again. */
    void tellAgain(Submission list, UnitOfWork unit) {
        List<SubmittedItem> said = desk.rows().items(list.id(), unit).stream()
                .filter(item -> item.standing() != ItemStanding.OPEN)
                .toList();
        desk.down(list, said, unit);
        desk.record(list, "tell-again", Map.of("items", String.valueOf(said.size())), List.of(), null, unit);
    }

    /** Whether the word on a list has come that this centre had sent, and does not know any more as it was set back. */
    boolean isForgotten(SubmissionLetter letter, UnitOfWork unit) {
        return letter.type() == Type.WORD && epochs.begun(unit).isPresent();
    }

    /** The centre below does not know a list any more: whoever looks at it here sees that. */
    void isForgottenBelow(Submission list, UnitOfWork unit) {
        list.trouble(LocalizedMessage.of(Submissions.class, "submission.forgotten-below")
                .zh());
        desk.record(list, "forgotten-below", Map.of(), List.of(), null, unit);
    }
}
