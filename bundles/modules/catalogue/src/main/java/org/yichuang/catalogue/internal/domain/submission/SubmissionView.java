package org.yichuang.catalogue.internal.domain.submission;

import java.time.LocalDate;
import java.util.List;
import org.yichuang.kernel.api.Level;

/**
 * A list of drafts as others see it.
 *
 * @param origin the id of the centre that it comes from
 * @param originName the name of that centre
 * @param upTo up to which level it is examined
 * @param own whether it comes from this centre
 * @param holder the name of the centre that has it; empty when all has been said
 * @param holderDue until when that centre is to answer, as far as it has said so; else null
 * @param begunOn when it was sent, or has come
 * @param dueOn until when this centre is to answer; null where it comes from
 * @param examinedOn when this centre has answered; else null
 * @param concludedOn when the last word was heard of; else null
 * @param items how many
 * @param late whether this centre has been late, or, where it comes from, whoever has it is
 * @param wereLate the names of centres above that have answered too late
 * @param trouble why a letter about it does not leave; else empty
 * @param revision grows with every change
 */
public record SubmissionView(
        String id,
        String title,
        String origin,
        String originName,
        Level upTo,
        boolean own,
        SubmissionState state,
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
        long revision) {}
