package org.yichuang.windows.internal.web;

import java.util.Comparator;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.windows.internal.Staff;

/** Those at windows, among whom a form has somebody choose. */
final class AtWindows {
    private AtWindows() {}

    /** By their windows; each posts the account. */
    static List<Option> options(Staff staff, CallContext context) {
        return staff.atWindows(context).stream()
                .map(each -> new Option(each.account(), each.window() + " " + each.name()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }
}
