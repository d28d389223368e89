package org.yichuang.fees.internal;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.pages.api.Fact;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Table;
import org.yichuang.pages.api.Ui;

/** Components that write what they are told: words by their keys, and fields by their names. */
final class PlayedUi {
    private PlayedUi() {}

    /** Components that write what they are told. */
    static Ui made() {
        return (Ui)
                Proxy.newProxyInstance(Ui.class.getClassLoader(), new Class<?>[] {Ui.class}, (self, method, given) -> {
                    if (method.getReturnType() == Content.class) {
                        Content told = output -> write(given, output);
                        return told;
                    }
                    return switch (method.getName()) {
                        case "localize" -> ((LocalizedMessage) given[0]).zh();
                        case "money" -> ((Money) given[0]).yuan();
                        case "path" -> "/haiyang" + given[0];
                        default -> given[0].toString();
                    };
                });
    }

    private static void write(Object told, TemplateOutput output) {
        if (told instanceof Object[] all) {
            List.of(all).forEach(each -> write(each, output));
        } else if (told instanceof Collection<?> all) {
            all.forEach(each -> write(each, output));
        } else if (told instanceof Content content) {
            content.writeTo(output);
        } else if (told instanceof Table table) {
            table.rows().forEach(row -> write(row.cells(), output));
        } else if (told instanceof Fact fact) {
            fact.value().writeTo(output);
        } else if (told instanceof Field field) {
            output.writeContent(" field:" + field.name());
        } else if (told != null) {
            output.writeContent(" " + told);
        }
    }
}
