package org.yichuang.cases.internal.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.api.RemedyView;
import org.yichuang.cases.api.Representative;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Ui;

/** What pages say of deliveries. */
public final class DeliveryTexts {
    /** The field of a file that shows a delivery or a withdrawal. */
    public static final String PROOF_FILE = "proof.file";
    /** The field that says where the paper lies. */
    public static final String PROOF_PAPER = "proof.paper";

    private DeliveryTexts() {}

    /** The words under a key. */
    public static String say(Ui ui, String key, Object... values) {
        return ui.localize(LocalizedMessage.of(DeliveryTexts.class, key, values));
    }

    /** Who usually takes it: whoever acts for the applicant, else the applicant. */
    public static String receiver(CaseView view) {
        Representative acting = view.filing() == null ? null : view.filing().representative();
        return acting == null ? view.applicant().name() : acting.name();
    }

    /** Until when a refusal may be disputed; empty where there is nothing to dispute, or nobody has it yet. */
    public static String remedies(CaseView view, Ui ui) {
        RemedyView limits = view.remedyLimits();
        if (limits == null) {
            return "";
        }
        if (limits.litigationUntil() == null) {
            return say(
                    ui,
                    limits.told() ? "remedy.limits.first" : "remedy.untold.first",
                    ui.date(limits.reconsiderationUntil()));
        }
        return limits.told()
                ? say(ui, "remedy.limits", ui.date(limits.reconsiderationUntil()), ui.date(limits.litigationUntil()))
                : say(ui, "remedy.untold", ui.date(limits.reconsiderationUntil()));
    }

    /** How and when it was delivered, and of an announcement from when it counts. */
    public static String shown(DeliveryView delivery, Ui ui) {
        String made =
                say(ui, "delivery.made", ui.t("deliver." + delivery.method().name()), ui.moment(delivery.at()));
        return delivery.servedLater() ? say(ui, "delivery.served", made, ui.date(delivery.servedOn())) : made;
    }

    /** What shows a delivery or a withdrawal. */
    public static String proof(CaseProof proof, Ui ui) {
        Stream<String> file = Stream.ofNullable(proof.file()).map(id -> say(ui, "proof.is-file"));
        Stream<String> paper = Stream.ofNullable(proof.paper()).map(place -> say(ui, "proof.is-paper", place));
        return Stream.concat(file, paper).collect(Collectors.joining(" "));
    }
}
