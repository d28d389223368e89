package org.yichuang.catalogue.internal.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;

/** Review rounds as editors send them. */
public final class RoundBodies {
    private RoundBodies() {}

    /**
     * A round.
     *
     * @param name what people call it
     * @param date the day from which its outcomes hold; today when left out
     * @param items what was decided about each item
     */
    public record RoundBody(
            @NotBlank @Size(max = 100) String name,
            @Size(max = 10) String date,
            @NotNull @Size(max = NewRound.MOST_ITEMS) List<RoundItemBody> items) {
        NewRound round(LocalDate today) {
            Problems problems = new Problems();
            LocalDate heldOn = day(today, problems);
            List<RoundItem> read = Parts.each("items", items, problems, (path, item) -> item.item(path, problems));
            problems.refuse(CommonError.FIELDS_INVALID, LocalizedMessage.of(RoundBodies.class, "round.invalid"));
            return new NewRound(Parts.text(name), heldOn, read);
        }

        private LocalDate day(LocalDate today, Problems problems) {
            try {
                return Parts.text(date).isEmpty() ? today : LocalDate.parse(Parts.text(date));
            } catch (DateTimeException e) {
                return Parts.missing("date", "date", date, problems);
            }
        }
    }

    /**
     * What was decided about an item.
     *
     * @param code its code, possibly a historic one
     * @param name left out: as the catalogue has it
     * @param type left out: as the catalogue has it
     * @param outcome e.g. {@code KEPT}, {@code CANCELLED}, {@code DELEGATED}
     * @param reason why; may be left out for what is kept
     * @param statutoryDays left out: the law sets none
     * @param promisedDays left out: nothing is promised
     * @param approvalLevels left out: nobody tells
     */
    public record RoundItemBody(
            String code,
            String name,
            String type,
            String outcome,
            String reason,
            Integer statutoryDays,
            Integer promisedDays,
            Integer approvalLevels) {
        RoundItem item(String path, Problems problems) {
            RoundOutcome read = RoundOutcome.parse(outcome)
                    .orElseGet(() -> Parts.missing(path + ".outcome", "outcome", outcome, problems));
            ItemType its = Parts.text(type).isEmpty()
                    ? null
                    : ItemType.parse(Parts.text(type))
                            .orElseGet(() -> Parts.missing(path + ".type", "type", type, problems));
            return read == null
                    ? null
                    : new RoundItem(
                            Parts.text(code),
                            Parts.text(name),
                            its,
                            read,
                            Parts.text(reason),
                            statutoryDays,
                            promisedDays,
                            approvalLevels);
        }
    }
}
