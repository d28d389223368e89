package org.yichuang.catalogue.internal.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.catalogue.api.Condition;
import org.yichuang.catalogue.api.Route;

/** Whether conditions hold. Nothing holds on a value that was not given. */
final class Conditions {
    private Conditions() {}

    static boolean applies(Route route, Map<String, Object> form) {
        return route.when().isEmpty() || holding(route, form).isPresent();
    }

    /** The first group of the route's conditions that holds as a whole. */
    static Optional<List<Condition>> holding(Route route, Map<String, Object> form) {
        return holding(route.when(), form);
    }

    /** The first of some groups of conditions that holds as a whole. */
    static Optional<List<Condition>> holding(List<List<Condition>> groups, Map<String, Object> form) {
        return groups.stream()
                .filter(group -> group.stream().allMatch(each -> holds(each, form.get(each.field()))))
                .findFirst();
    }

    static boolean holds(Condition condition, Object value) {
        if (value == null) {
            return false;
        }
        if (condition.in() != null) {
            return condition.in().contains(value.toString());
        }
        BigDecimal number = number(value);
        return (condition.from() == null || number.compareTo(condition.from()) >= 0)
                && (condition.below() == null || number.compareTo(condition.below()) < 0);
    }

    /** A number of any JSON form as a decimal. */
    static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        return value instanceof BigInteger whole ? new BigDecimal(whole) : new BigDecimal(value.toString());
    }
}
