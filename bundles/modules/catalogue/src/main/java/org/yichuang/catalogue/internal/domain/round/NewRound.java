package org.yichuang.catalogue.internal.domain.round;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/**
 * A round as somebody enters it.
 *
 * @param name what people call it
 * @param heldOn the day from which its outcomes hold
 * @param items what was decided about each item
 */
public record NewRound(String name, LocalDate heldOn, List<RoundItem> items) {
    /** More items are refused. */
    public static final int MOST_ITEMS = 20_000;

    /** Longer limits are slips of the pen. */
    public static final int MOST_DAYS = 100_000;

    private static final int MOST_LEVELS = 10;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_ITEM_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PROBLEMS = 100;

    public NewRound {
        items = List.copyOf(items);
    }

    /**
     * What a catalogue says of an item.
     *
     * @param name its name
     * @param type its type
     */
    public record Known(String name, ItemType type) {}

    /** The codes of items whose name or type nobody has told. */
    public List<String> unknown() {
        return items.stream()
                .filter(item -> item.name().isEmpty() || item.type() == null)
                .map(RoundItem::code)
                .distinct()
                .toList();
    }

    /** The same with what the catalogue knows. */
    public NewRound completed(Map<String, Known> known) {
        return new NewRound(
                name,
                heldOn,
                items.stream()
                        .map(item -> {
                            Known its = known.get(item.code());
                            return its == null ? item : item.orElse(its.name(), its.type());
                        })
                        .toList());
    }

    /**
     * Fails with {@code fields-invalid} and the first hundred fields that are wrong.
     *
     * @param today a round that is still to come has decided nothing
     */
    public void require(LocalDate today) {
        Problems problems = new Problems();
        text("name", name, LONGEST_NAME, problems);
        problems.when(name.isBlank(), "name", message("name-missing"));
        problems.when(heldOn.isAfter(today), "date", message("date-to-come", heldOn));
        problems.when(items.isEmpty(), "items", message("items-missing"));
        problems.when(items.size() > MOST_ITEMS, "items", message("items-too-many", MOST_ITEMS));
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < Math.min(items.size(), MOST_ITEMS) && problems.all().size() < MOST_PROBLEMS; i++) {
            check(i, seen.putIfAbsent(items.get(i).code(), i), problems);
        }
        problems.refuse(CommonError.FIELDS_INVALID, message("round-invalid"));
    }

    private void check(int index, Integer before, Problems problems) {
        RoundItem item = items.get(index);
        String path = "items[" + index + "].";
        text(path + "code", item.code(), LONGEST_CODE, problems);
        text(path + "name", item.name(), LONGEST_ITEM_NAME, problems);
        text(path + "reason", item.reason(), LONGEST_REASON, problems);
        problems.when(item.code().isBlank(), path + "code", message("code-missing", index + 1));
        if (before != null && !item.code().isBlank()) {
            problems.add(path + "code", message("code-repeated", index + 1, item.code(), before + 1));
        }
        problems.when(
                item.outcome().needsReason() && item.reason().isBlank(),
                path + "reason",
                message("reason-missing", item.code(), item.outcome().label()));
        days(path + "statutoryDays", item, item.statutoryDays(), problems);
        days(path + "promisedDays", item, item.promisedDays(), problems);
        Integer levels = item.approvalLevels();
        problems.when(
                levels != null && (levels < 1 || levels > MOST_LEVELS),
                path + "approvalLevels",
                message("levels-out-of-range", item.code(), MOST_LEVELS));
    }

    private static void days(String field, RoundItem item, Integer days, Problems problems) {
        boolean wrong = days != null && (days < 0 || days > MOST_DAYS);
        problems.when(wrong, field, message("days-out-of-range", item.code(), MOST_DAYS));
    }

    private static void text(String field, String text, int longest, Problems problems) {
        problems.when(text.length() > longest, field, message("text-too-long", longest));
        problems.when(
                TextRules.isUnfit(text) || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0,
                field,
                message("text-unfit"));
    }

    private static LocalizedMessage message(String key, Object... arguments) {
        return LocalizedMessage.of(NewRound.class, "round." + key, arguments);
    }

    /** Fails unless one round was held before the other. */
    static ProblemException notEarlier(String name) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, "against", message("not-earlier", Objects.requireNonNull(name)));
    }
}
