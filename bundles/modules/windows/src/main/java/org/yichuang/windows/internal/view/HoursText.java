package org.yichuang.windows.internal.view;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.windows.api.HoursKind;
import org.yichuang.windows.internal.WindowsViews.HoursView;
import org.yichuang.windows.internal.WindowsViews.SpanView;

/** Hours as they are read and typed. */
public final class HoursText {
    private HoursText() {}

    /** As {@code 09:00-12:00 13:30-17:00}. */
    public static String of(List<SpanView> spans) {
        return spans.stream().map(each -> each.from() + "-" + each.to()).collect(Collectors.joining(" "));
    }

    /** The pattern of the week, a line for each. */
    public static String week(HoursView view) {
        return view.week().stream()
                .map(each -> each.day().getValue() + " " + each.from() + "-" + each.to()
                        + (each.kind() == HoursKind.NORMAL ? "" : " " + each.kind()))
                .collect(Collectors.joining("\n"));
    }

    /** The other days, a line for each. */
    public static String exceptions(HoursView view) {
        return view.exceptions().stream()
                .map(each -> (each.day() + " " + each.reason() + " " + of(each.spans())).strip())
                .collect(Collectors.joining("\n"));
    }
}
