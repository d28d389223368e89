package org.yichuang.fees.internal.domain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What makes a quantity of an application's form: fields and numbers, multiplied, e.g. {@code length*width*2}; or
 * nothing, where it is counted at the window.
 *
 * @param expression the text
 */
public record Quantity(String expression) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    /** As the fields of forms have them. */
    private static final Pattern FIELD = Pattern.compile("\\d{1,18}(\\.\\d{1,9})?");
    /** Larger numbers are a slip. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    public Quantity {
        expression = expression == null ? "" : expression.replace(" ", "");
    }

    private List<String> factors() {
        return Arrays.asList(expression.split("\\*", -1));
    }

    /** Whether the form says it. */
    public boolean isTold() {
        return !expression.isEmpty();
    }

    /** Whether it can be reckoned of fields. */
    public boolean isOf(Set<String> numericFields) {
        return !isTold()
                || factors().stream()
                        .allMatch(factor -> NUMBER.matcher(factor).matches() || numericFields.contains(factor));
    }

    /** What a form says; nothing where a field is missing, or is no number, or none that can be. */
    public Optional<BigDecimal> of(Map<String, Object> form) {
        if (!isTold()) {
            return Optional.empty();
        }
        BigDecimal product = BigDecimal.ONE;
        for (String factor : factors()) {
            Optional<BigDecimal> value = NUMBER.matcher(factor).matches()
                    ? Optional.of(new BigDecimal(factor))
                    : Optional.ofNullable(form.get(factor)).flatMap(Quantity::parsed);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            product = product.multiply(value.get());
        }
        return Optional.of(product).filter(Quantity::isPossible);
    }

    /** Whether a form has all that makes it, whether or not that can be read. */
    public boolean isSaid(Map<String, Object> form) {
        return isTold()
                && factors().stream()
                        .filter(factor -> !NUMBER.matcher(factor).matches())
                        .allMatch(field -> form.get(field) != null
                                && !form.get(field).toString().isBlank());
    }

    /** Whether somebody can have counted it. */
    public static boolean isPossible(BigDecimal quantity) {
        return quantity.signum() >= 0 && quantity.compareTo(MOST) <= 0 && quantity.scale() <= 18;
    }

    private static Optional<BigDecimal> parsed(Object given) {
        String text = given instanceof BigDecimal number ? number.toPlainString() : given.toString();
        return FIELD.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
