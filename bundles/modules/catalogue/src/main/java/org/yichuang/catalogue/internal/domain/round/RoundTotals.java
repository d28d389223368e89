package org.yichuang.catalogue.internal.domain.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.yichuang.catalogue.api.ItemType;

/**
 * What a round adds up to, by type and outcome. Limits count for items that remain, and no others: what is cancelled
 * has not become faster. An item without a promise counts with the limit of the law; one for which the law sets none
 * counts among the promised days, but is no gain against the law.
 *
 * @param groups in the order of types (untold ones last) and outcomes
 */
public record RoundTotals(List<Group> groups) {
    private static final Comparator<Group> ORDER = Comparator.comparing(
                    Group::type, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Group::outcome);

    public RoundTotals {
        groups = List.copyOf(groups);
    }

    /**
     * The items of one type and outcome.
     *
     * @param type or null when nobody has told it
     * @param items how many
     * @param statutoryDays the sum of the limits of the law
     * @param promisedDays the sum of the promised limits
     * @param unlimited for how many of them the law sets no limit
     * @param promisedUnlimited the sum of the promised limits of these
     */
    public record Group(
            ItemType type,
            RoundOutcome outcome,
            int items,
            long statutoryDays,
            long promisedDays,
            int unlimited,
            long promisedUnlimited) {
        private static Group of(ItemType type, RoundOutcome outcome, List<RoundItem> items) {
            List<RoundItem> free =
                    items.stream().filter(item -> item.statutoryDays() == null).toList();
            return new Group(
                    type,
                    outcome,
                    items.size(),
                    items.stream()
                            .map(RoundItem::statutoryDays)
                            .filter(Objects::nonNull)
                            .mapToLong(Integer::longValue)
                            .sum(),
                    items.stream().mapToLong(RoundItem::daysTold).sum(),
                    free.size(),
                    free.stream().mapToLong(RoundItem::daysTold).sum());
        }
    }

    /** Adds items up. */
    public static RoundTotals of(Collection<RoundItem> items) {
        Map<List<Object>, List<RoundItem>> parts = new HashMap<>();
        for (RoundItem item : items) {
            List<Object> key = new ArrayList<>();
            key.add(item.type());
            key.add(item.outcome());
            parts.computeIfAbsent(key, each -> new ArrayList<>()).add(item);
        }
        return new RoundTotals(parts.values().stream()
                .map(part -> Group.of(part.get(0).type(), part.get(0).outcome(), part))
                .sorted(ORDER)
                .toList());
    }

    /** Those of one type. */
    public RoundTotals of(ItemType type) {
        return new RoundTotals(
                groups.stream().filter(group -> group.type() == type).toList());
    }

    /** The types that occur, untold ones as null, in order. */
    public List<ItemType> types() {
        List<ItemType> types = new ArrayList<>();
        groups.stream().map(Group::type).filter(type -> !types.contains(type)).forEach(types::add);
        return types;
    }

    /** How many items it has. */
    public int items() {
        return groups.stream().mapToInt(Group::items).sum();
    }

    /** How many items have an outcome. */
    public int count(RoundOutcome outcome) {
        return groups.stream()
                .filter(group -> group.outcome() == outcome)
                .mapToInt(Group::items)
                .sum();
    }

    /** How many items there were before the round. */
    public int before() {
        return groups.stream()
                .filter(group -> group.outcome().wasThere())
                .mapToInt(Group::items)
                .sum();
    }

    /** How many items there are after it. */
    public int remaining() {
        return (int) remaining(Group::items);
    }

    /** How many were cancelled or delegated: what the share of M-CAT-1 counts, out of those before. */
    public int reduced() {
        return count(RoundOutcome.CANCELLED) + count(RoundOutcome.DELEGATED);
    }

    /** The limits of the law of the items that remain, added up. */
    public long statutoryDays() {
        return remaining(Group::statutoryDays);
    }

    /** The promised limits of the items that remain, added up. */
    public long promisedDays() {
        return remaining(Group::promisedDays);
    }

    /** For how many items that remain the law sets no limit. */
    public int unlimited() {
        return (int) remaining(Group::unlimited);
    }

    /** The promised limits of these, added up. */
    public long promisedUnlimited() {
        return remaining(Group::promisedUnlimited);
    }

    private long remaining(ToLongFunction<Group> value) {
        return groups.stream()
                .filter(group -> group.outcome().isRemaining())
                .mapToLong(value)
                .sum();
    }

    /** The gain against the law (K6). */
    public SpeedUp againstLaw() {
        return new SpeedUp(statutoryDays(), promisedDays() - promisedUnlimited());
    }

    /** The gain against what was promised after another round (K6). */
    public SpeedUp against(RoundTotals earlier) {
        return new SpeedUp(earlier.promisedDays(), promisedDays());
    }
}
