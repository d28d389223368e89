package org.yichuang.agency.internal.view;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yichuang.agency.internal.JointViews.ItemView;
import org.yichuang.agency.internal.JointViews.JointView;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Ui;

/** What a centre says when it consents to joint handling. */
public final class JointFields {
    private JointFields() {}

    /** The fields: who leads is one of the departments, or the section of the centre. */
    public static List<Field> consent(JointView view, Ui ui) {
        List<Option> leads = Stream.concat(
                        Stream.of(new Option("", ui.t("joint.lead.centre"))),
                        view.items().stream()
                                .map(ItemView::department)
                                .filter(department -> !department.isBlank())
                                .distinct()
                                .map(department -> new Option(department, department)))
                .toList();
        List<Option> kinds = Arrays.stream(BundleKind.values())
                .map(kind -> new Option(kind.name(), ui.localize(kind.label())))
                .toList();
        return List.of(
                Field.select("lead", ui.t("joint.lead"), leads)
                        .hint(ui.t("joint.lead.hint"))
                        .value(view.lead()),
                Field.text("organ", ui.t("joint.organ"))
                        .hint(ui.t("joint.organ.hint"))
                        .maxLength(200),
                Field.select("kind", ui.t("joint.kind"), kinds)
                        .value(BundleKind.APPROVAL.name())
                        .required(),
                Field.text("days", ui.t("joint.days"))
                        .hint(ui.t("joint.days.hint", JointHandling.MOST_DAYS))
                        .maxLength(2)
                        .required(),
                Field.area("words", ui.t("joint.consent.words")).maxLength(1000));
    }
}
