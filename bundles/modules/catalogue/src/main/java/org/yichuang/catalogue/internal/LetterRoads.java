package org.yichuang.catalogue.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.internal.domain.submission.ItemStanding;
import org.yichuang.catalogue.internal.domain.submission.RoadStep;
import org.yichuang.catalogue.internal.domain.submission.Submission;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter.Part;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * What a neighbour writes of the road of a draft is held against the tree of centres: nobody speaks for a centre that
 * is not on the road, or as one of another level.
 */
final class LetterRoads {
    private LetterRoads() {}

    /** Of drafts from below, all that was said was said below, and last by who sends them. */
    static void requireFromBelow(SubmissionLetter letter, TenantId sender, Tenant here, Tenants tenants) {
        boolean isOrigin = sender.value().equals(letter.origin());
        for (Part part : letter.parts()) {
            List<RoadStep> steps = part.road().steps();
            boolean holds = part.road()
                            .last()
                            .map(last -> !isOrigin && last.centre().equals(sender.value()))
                            .orElse(isOrigin)
                    && steps.stream().map(RoadStep::centre).distinct().count() == steps.size()
                    && steps.stream().allMatch(step -> isBelow(step, here, tenants));
            require(holds, part);
        }
    }

    private static boolean isBelow(RoadStep step, Tenant here, Tenants tenants) {
        Optional<Tenant> known = tenants.find(new TenantId(step.centre()));
        return here.level().isAbove(step.level()) && known.map(Tenant::level).orElse(step.level()) == step.level();
    }

    /**
     * The road goes on behind what is known of it, over the centres above; the right one of them has the last word.
     *
     * @param isSaidAnew whether somebody on it may have said the same once more, as they were set back
     */
    static void requireFromAbove(
            Part part, SubmittedItem item, Submission list, List<Tenant> lineage, boolean isSaidAnew) {
        boolean holds = isSaidAnew
                ? part.road().continuesAnew(item.road())
                : part.road().continues(item.road());
        int place = item.road().last().map(step -> place(step, lineage)).orElse(0);
        List<RoadStep> steps = part.road().steps();
        Optional<Tenant> last = Optional.empty();
        for (int i = item.road().steps().size(); holds && i < steps.size(); i++) {
            RoadStep step = steps.get(i);
            place++;
            last = place < lineage.size() ? Optional.of(lineage.get(place)) : Optional.empty();
            holds = last.filter(centre -> centre.id().value().equals(step.centre()) && centre.level() == step.level())
                    .isPresent();
        }
        boolean isLast = part.standing() != ItemStanding.APPROVED
                || last.filter(list::endsAt).isPresent();
        require(holds && isLast, part);
    }

    private static int place(RoadStep step, List<Tenant> lineage) {
        return lineage.stream().map(centre -> centre.id().value()).toList().indexOf(step.centre());
    }

    private static void require(boolean holds, Part part) {
        if (!holds) {
            throw new ProblemException(
                    CatalogueError.ITEM_INVALID,
                    LocalizedMessage.of(LetterRoads.class, "message.road-invalid", TextRules.cleaned(part.code())));
        }
    }
}
