package org.yichuang.catalogue.internal.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** The fields of public services on pages. */
public final class ServiceFields {
    private ServiceFields() {}

    /** Where an editor chooses the field of a public service. */
    public static Field choice(ItemDefinition item, Ui ui) {
        List<Option> fields = new ArrayList<>(List.of(new Option("", new ViewWords(ui).say("rows.none"))));
        Arrays.stream(ServiceField.values())
                .map(field -> new Option(field.name(), ui.localize(field.label())))
                .forEach(fields::add);
        return Field.select("serviceField", ui.t("item.service-field"), fields)
                .value(item.serviceField() == null ? "" : item.serviceField().name())
                .hint(ui.t("draft.service-field"));
    }
}
