package org.yichuang.cases.internal.domain;

import java.util.regex.Pattern;

/**
 * Telephone numbers as people write them: mobiles of eleven figures, lines with their area code and perhaps an
 * extension, numbers of services, and numbers of other countries with theirs. One blank or hyphen may stand between
 * groups.
 */
final class Telephones {
    private static final String HERE = "((\\+|00)86[ -]?)?";
    private static final Pattern MOBILE = Pattern.compile(HERE + "1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}");

    private static final String AREA = "(" + HERE + "(\\(0\\d{2,3}\\)|0\\d{2,3})|(\\+|00)86[ -]?[1-9]\\d{1,2})";

    /** Behind a hyphen, or the word by which one is put through. */
    private static final String EXTENSION = "( ?(\u8f6c|-) ?\\d{1,6})?";

    private static final Pattern LINE = Pattern.compile(AREA + "[ -]?\\d{3,4}[ -]?\\d{4}" + EXTENSION);

    private static final Pattern SERVICE = Pattern.compile("[19]\\d{4}|[48]00[ -]?\\d{3,4}[ -]?\\d{3,4}");
    private static final Pattern ABROAD = Pattern.compile("(\\+|00)(?!86)[1-9]\\d{0,2}([ -]?\\(?\\d{1,6}\\)?){2,6}");

    private Telephones() {}

    /** Whether it is a number, in figures of the usual width. */
    static boolean isNumber(String text) {
        return MOBILE.matcher(text).matches()
                || LINE.matcher(text).matches()
                || SERVICE.matcher(text).matches()
                || ABROAD.matcher(text).matches();
    }
}
