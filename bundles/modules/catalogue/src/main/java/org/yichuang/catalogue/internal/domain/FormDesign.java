package org.yichuang.catalogue.internal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.FormField.Option;
import org.yichuang.catalogue.api.FormField.Type;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TextRules;

/** Whether the fields of an application form make sense. */
final class FormDesign {
    static final int MOST_FIELDS = 100;
    static final int LONGEST_TEXT = 2_000;
    private static final int MOST_OPTIONS = 200;
    private static final int LONGEST_LABEL = 100;
    /** Beyond this, a number is no measure of anything, and printing it in full would be slow. */
    private static final int MOST_DIGITS = 30;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private FormDesign() {}

    static boolean isUnreasonable(BigDecimal number) {
        return number != null && (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS);
    }

    static void check(List<FormField> form, Problems problems) {
        problems.when(form.size() > MOST_FIELDS, "form", LocalizedMessage.of(FormDesign.class, "fields.too-many"));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < form.size(); i++) {
            FormField field = form.get(i);
            String path = "form[" + i + "]";
            if (field.name() == null || !NAME.matcher(field.name()).matches()) {
                problems.add(path + ".name", LocalizedMessage.of(FormDesign.class, "field.name-malformed"));
            } else if (!names.add(field.name())) {
                problems.add(path + ".name", LocalizedMessage.of(FormDesign.class, "field.repeated", field.name()));
            }
            checkLabel(path + ".label", field.label(), problems);
            if (field.type() == null) {
                problems.add(path + ".type", LocalizedMessage.of(FormDesign.class, "field.type-missing"));
            } else {
                checkBounds(path, field, problems);
                checkOptions(path, field, problems);
            }
        }
    }

    private static void checkLabel(String path, String label, Problems problems) {
        boolean bad = label == null || label.isBlank() || label.length() > LONGEST_LABEL || TextRules.isUnfit(label);
        problems.when(bad, path, LocalizedMessage.of(FormDesign.class, "field.label-length"));
    }

    private static void checkBounds(String path, FormField field, Problems problems) {
        BigDecimal minimum = field.minimum();
        BigDecimal maximum = field.maximum();
        if (isUnreasonable(minimum) || isUnreasonable(maximum)) {
            problems.add(path, LocalizedMessage.of(FormDesign.class, "bounds.unreasonable"));
            return;
        }
        boolean upsideDown = minimum != null && maximum != null && minimum.compareTo(maximum) > 0;
        boolean nothingBetween = field.type() == Type.INTEGER
                && minimum != null
                && maximum != null
                && minimum.setScale(0, RoundingMode.CEILING).compareTo(maximum) > 0;
        problems.when(
                upsideDown || nothingBetween,
                path + ".minimum",
                LocalizedMessage.of(FormDesign.class, "bounds.reversed"));
        boolean longest = field.type() == Type.TEXT
                && maximum != null
                && (maximum.signum() <= 0 || maximum.compareTo(BigDecimal.valueOf(LONGEST_TEXT)) > 0);
        problems.when(
                longest, path + ".maximum", LocalizedMessage.of(FormDesign.class, "text.length-range", LONGEST_TEXT));
    }

    private static void checkOptions(String path, FormField field, Problems problems) {
        if (field.type() != Type.CHOICE) {
            problems.when(
                    !field.options().isEmpty(),
                    path + ".options",
                    LocalizedMessage.of(FormDesign.class, "options.only-of-choices"));
            return;
        }
        boolean number = field.options().isEmpty() || field.options().size() > MOST_OPTIONS;
        problems.when(number, path + ".options", LocalizedMessage.of(FormDesign.class, "options.number"));
        Set<String> values = new HashSet<>();
        for (int i = 0; i < field.options().size(); i++) {
            Option option = field.options().get(i);
            String where = path + ".options[" + i + "]";
            checkLabel(where + ".label", option.label(), problems);
            checkLabel(where + ".value", option.value(), problems);
            problems.when(
                    !values.add(option.value()),
                    where + ".value",
                    LocalizedMessage.of(FormDesign.class, "option.repeated", option.value()));
        }
    }
}
