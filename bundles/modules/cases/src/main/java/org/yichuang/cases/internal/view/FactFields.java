package org.yichuang.cases.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.GateFact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** What other modules want to know with a command, on its form. */
public final class FactFields {
    private static final int LONGEST = 200;

    private FactFields() {}

    /** A list where something is chosen, a line where it is typed. */
    public static Field of(GateFact fact, Ui ui) {
        String name = "facts." + fact.name();
        String label = ui.localize(fact.label());
        if (fact.choices().isEmpty()) {
            return Field.text(name, label).maxLength(LONGEST).required(fact.required());
        }
        List<Option> options = new ArrayList<>(List.of(new Option("", ui.t("fact.none"))));
        fact.choices().forEach(choice -> options.add(new Option(choice.value(), ui.localize(choice.label()))));
        return Field.select(name, label, options).required(fact.required());
    }
}
