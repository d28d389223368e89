package org.yichuang.licences.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.licences.internal.LicenceDecisions;
import org.yichuang.licences.internal.LicenceRequests.Cancel;
import org.yichuang.licences.internal.LicenceRequests.Decline;
import org.yichuang.licences.internal.LicenceRequests.Disclose;
import org.yichuang.licences.internal.LicenceRequests.Revoke;
import org.yichuang.licences.internal.LicenceRequests.Withdraw;
import org.yichuang.licences.internal.LicenceRequests.Withhold;
import org.yichuang.licences.internal.LicenceView;
import org.yichuang.licences.internal.domain.CancellationGround;
import org.yichuang.licences.internal.domain.RevocationGround;
import org.yichuang.licences.internal.domain.WithdrawalGround;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.Ui;

/** What the organ does with a result, as it is typed into forms. */
final class ActForms {
    private static final String DECLINED = "revocation-declined";
    private static final String WITHHOLDING = "withholding";
    private static final String DISCLOSURE = "disclosure";

    /** The acts, in the words of the paths. */
    static final Set<String> ACTS =
            Set.of("revocation", DECLINED, "withdrawal", "cancellation", WITHHOLDING, DISCLOSURE);

    private static final Set<String> WITHOUT_GROUND = Set.of(DECLINED, DISCLOSURE);

    private static final String GROUND = "ground";
    private static final String PERSON = "person";
    private static final int LONG = 2000;
    private static final int MIDDLE = 1000;

    private final LicenceDecisions decisions;

    ActForms(LicenceDecisions decisions) {
        this.decisions = decisions;
    }

    /** The fields of an act. */
    static List<Field> fields(String act, LicenceView view, Ui ui) {
        List<Field> fields = new ArrayList<>();
        if (!WITHOUT_GROUND.contains(act)) {
            fields.add(Field.select(GROUND, ui.t("act.ground"), grounds(act, view, ui))
                    .required());
        }
        if (act.equals("revocation")) {
            fields.add(Field.radios(
                            "harmsPublicInterest",
                            ui.t("act.harm"),
                            List.of(new Option("false", ui.t("act.harm.no")), new Option("true", ui.t("act.harm.yes"))))
                    .hint(ui.t("act.harm.hint"))
                    .required());
        }
        fields.add(Field.area("reasons", ui.t("act.reasons")).maxLength(LONG).required());
        fields.add(Field.area("basis", ui.t("act.basis"))
                .rows(2)
                .maxLength(MIDDLE)
                .value(ui.t("basis." + act))
                .required());
        if (Set.of("revocation", "withdrawal").contains(act)) {
            fields.add(Field.area("hearing", ui.t("act.hearing"))
                    .rows(2)
                    .maxLength(MIDDLE)
                    .hint(ui.t("act.hearing.hint"))
                    .required());
        }
        if (act.equals("withdrawal")) {
            fields.add(Field.area("compensation", ui.t("act.compensation"))
                    .rows(2)
                    .maxLength(MIDDLE)
                    .required());
        }
        fields.add(Field.text("decidedBy", ui.t("act.decided-by"))
                .hint(ui.t("act.decided-by.hint", view.organ()))
                .maxLength(100)
                .required());
        return fields;
    }

    /** Those of the law; of a cancellation those that fit. */
    private static List<Option> grounds(String act, LicenceView view, Ui ui) {
        boolean isPerson = view.holder().kind().equals(PERSON);
        Enum<?>[] grounds =
                switch (act) {
                    case "revocation" -> RevocationGround.values();
                    case "withdrawal" -> WithdrawalGround.values();
                    case WITHHOLDING -> WithholdingGround.values();
                    default -> Arrays.stream(CancellationGround.values())
                            .filter(ground -> ground.fits(view.state(), view.kind(), isPerson))
                            .toArray(CancellationGround[]::new);
                };
        return Arrays.stream(grounds)
                .map(ground -> new Option(ground.name(), ui.t("ground." + act + "." + ground.name())))
                .toList();
    }

    /** Does it. */
    void run(String act, String id, PageCall call) {
        Form form = call.form();
        switch (act) {
            case "revocation" -> decisions.revoke(id, revocation(form), call.context());
            case DECLINED -> decisions.decline(
                    id, new Decline(form.text("reasons"), form.text("basis"), form.text("decidedBy")), call.context());
            case WITHHOLDING -> decisions.withhold(
                    id,
                    new Withhold(
                            ground(form, WithholdingGround.values()),
                            form.text("reasons"),
                            form.text("basis"),
                            form.text("decidedBy")),
                    call.context());
            case DISCLOSURE -> decisions.disclose(
                    id, new Disclose(form.text("reasons"), form.text("basis"), form.text("decidedBy")), call.context());
            case "withdrawal" -> decisions.withdraw(id, withdrawal(form), call.context());
            default -> decisions.cancel(id, cancellation(form), call.context());
        }
    }

    private static Revoke revocation(Form form) {
        return new Revoke(
                ground(form, RevocationGround.values()),
                form.text("reasons"),
                form.text("basis"),
                form.text("hearing"),
                form.optional("harmsPublicInterest").map(Boolean::valueOf).orElse(null),
                form.text("decidedBy"));
    }

    private static Withdraw withdrawal(Form form) {
        return new Withdraw(
                ground(form, WithdrawalGround.values()),
                form.text("reasons"),
                form.text("basis"),
                form.text("hearing"),
                form.text("compensation"),
                form.text("decidedBy"));
    }

    private static Cancel cancellation(Form form) {
        return new Cancel(
                ground(form, CancellationGround.values()),
                form.text("reasons"),
                form.text("basis"),
                form.text("decidedBy"));
    }

    private static <T extends Enum<T>> T ground(Form form, T[] grounds) {
        Optional<String> chosen = form.optional(GROUND);
        return Arrays.stream(grounds)
                .filter(ground -> chosen.filter(ground.name()::equals).isPresent())
                .findFirst()
                .orElse(null);
    }
}
