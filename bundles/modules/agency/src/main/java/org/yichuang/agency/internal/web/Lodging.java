package org.yichuang.agency.internal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yichuang.agency.api.Eligibility;
import org.yichuang.agency.internal.AgencyCommands.Applicant;
import org.yichuang.agency.internal.AgencyCommands.Lodge;
import org.yichuang.agency.internal.AgencyViews.EligibilityView;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.Ui;

/** The form by which an agent is asked for. */
final class Lodging {
    private static final int CENTS = 2;
    private static final int MOST_DIGITS = 13;

    private Lodging() {}

    static List<Field> fields(Ui ui, List<EligibilityView> classes) {
        List<Option> offered = classes.stream()
                .map(each -> new Option(
                        each.eligibility().name(),
                        ui.localize(each.eligibility().label())))
                .toList();
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("project", ui.t("request.project")).maxLength(200).required(),
                Field.select("eligibility", ui.t("request.eligibility"), offered)
                        .required(),
                Field.text("investmentFen", ui.t("request.investment"))
                        .hint(ui.t("request.investment.hint"))
                        .maxLength(20)
                        .required()));
        fields.addAll(applicant(ui));
        fields.add(Field.area("needs", ui.t("request.needs"))
                .hint(ui.t("request.needs.hint"))
                .maxLength(2000)
                .required());
        return fields;
    }

    /** What says who asks. */
    static List<Field> applicant(Ui ui) {
        List<Option> kinds = List.of(
                new Option("enterprise", ui.t("applicant.enterprise")), new Option("person", ui.t("applicant.person")));
        return List.of(
                Field.radios("applicant.kind", ui.t("applicant.kind"), kinds).required(),
                Field.text("applicant.name", ui.t("applicant.name"))
                        .maxLength(100)
                        .required(),
                Field.text("applicant.idNumber", ui.t("applicant.id-number"))
                        .hint(ui.t("applicant.id-number.hint"))
                        .maxLength(40)
                        .required(),
                Field.text("applicant.contact", ui.t("applicant.contact")).maxLength(50),
                Field.of(Field.Kind.TEL, "applicant.phone", ui.t("applicant.phone"))
                        .maxLength(30)
                        .required());
    }

    static Lodge read(Form form) {
        Eligibility eligibility = Arrays.stream(Eligibility.values())
                .filter(each -> each.name().equals(form.text("eligibility")))
                .findFirst()
                .orElse(null);
        return new Lodge(
                eligibility,
                form.text("project"),
                fen(form.text("investmentFen")),
                applicant(form),
                form.text("needs"));
    }

    /** Who asks. */
    static Applicant applicant(Form form) {
        return new Applicant(
                form.text("applicant.kind"),
                form.text("applicant.name"),
                null,
                form.text("applicant.idNumber"),
                form.text("applicant.contact"),
                form.text("applicant.phone"));
    }

    /** What was typed in yuan; null for what is no amount. */
    static Long fen(String yuan) {
        String plain = yuan.replace(",", "");
        return plain.matches("\\d{1," + MOST_DIGITS + "}(\\.\\d{1," + CENTS + "})?")
                ? new BigDecimal(plain).movePointRight(CENTS).longValueExact()
                : null;
    }
}
