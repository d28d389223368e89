package org.yichuang.licences.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Ui;

/** What narrows a list of results. */
final class Filters {
    private static final int LONGEST = 200;

    private Filters() {}

    static Filter read(PageCall call) {
        LicenceState state = Arrays.stream(LicenceState.values())
                .filter(each -> each.name().equals(call.query("state")))
                .findFirst()
                .orElse(null);
        return new Filter(state, given(call, "item"), given(call, "holder"), given(call, "number"), false);
    }

    private static String given(PageCall call, String name) {
        String text = call.query(name);
        return text.isEmpty() || text.length() > LONGEST ? null : text;
    }

    static Field holder(Ui ui) {
        return Field.of(Field.Kind.SEARCH, "holder", ui.t("filter.holder"))
                .maxLength(LONGEST)
                .accessKey("s");
    }

    static List<Field> fields(Ui ui) {
        List<Option> states = new ArrayList<>(List.of(new Option("", ui.t("filter.all"))));
        for (LicenceState state : LicenceState.values()) {
            states.add(new Option(state.name(), ui.localize(state.label())));
        }
        return List.of(
                holder(ui),
                Field.of(Field.Kind.SEARCH, "number", ui.t("filter.number")).maxLength(LONGEST),
                Field.select("state", ui.t("filter.state"), states));
    }
}
