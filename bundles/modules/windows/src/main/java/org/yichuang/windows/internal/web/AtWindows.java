package org.yichuang.windows.internal.web;

import java.util.Comparator;
import java.util.List;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.windows.api.StaffState;
import org.yichuang.windows.internal.Staff;

/** Those at windows, among whom a form has somebody choose. */
final class AtWindows {
    private static final int MOST = 200;

    private AtWindows() {}

    /** By their windows; each posts the account. */
    static List<Option> options(Staff staff, CallContext context) {
        return staff.list(PageRequest.of(MOST, ""), context).items().stream()
                .filter(each -> each.state() == StaffState.ON_DUTY)
                .map(each -> new Option(each.account(), each.window() + " " + each.name()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }
}
