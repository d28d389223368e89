package org.yichuang.cases.internal.view;

import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.KnownApplicants.Known;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.pages.api.Field;
import org.yichuang.pages.api.Ui;

/**
 * What the page of a window knows of whoever stands before it.
 *
 * @param ui whose language it is
 * @param item what is applied for
 * @param known what was found; null when nobody has asked
 */
public record KnownFields(Ui ui, String item, Known known) {
    /** The field that says why somebody applies once more. */
    public static final String REASON = "duplicateReason";

    private static final int NUMBER = 40;
    private static final int LONGEST = 200;

    /** The words under a key. */
    public String say(String key, Object... values) {
        return say(ui, key, values);
    }

    /** The same on any page. */
    public static String say(Ui ui, String key, Object... values) {
        return ui.localize(LocalizedMessage.of(KnownFields.class, key, values));
    }

    /** The number that is asked for first: typed, or read by a scanner, which sends the form by itself. */
    public Field number() {
        Field number = Field.text("idNumber", say("known.number"))
                .hint(say("known.number.hint"))
                .maxLength(NUMBER)
                .required()
                .value(known == null ? "" : known.idNumber());
        return known == null ? number.focused() : number;
    }

    /** The applicant's fields, filled with what is known. */
    public List<Field> applicant() {
        return FormFields.applicant(ui, values());
    }

    private Map<String, String> values() {
        if (known == null) {
            return Map.of("applicant.kind", "person");
        }
        return Map.of(
                "applicant.kind",
                known.kind().isEmpty() ? "person" : known.kind(),
                "applicant.name",
                known.name(),
                "applicant.idType",
                known.idType(),
                "applicant.idNumber",
                known.idNumber(),
                "applicant.phone",
                known.phone());
    }

    /** Whether somebody has asked, and nothing was found. */
    public boolean isUnknown() {
        return known != null && known.from() == null;
    }

    /** What goes on for whoever stands there. */
    public List<CaseSummary> open() {
        return known == null ? List.of() : known.open();
    }

    /** Whether one of these is of the same item. */
    public boolean isDuplicate() {
        return open().stream().anyMatch(row -> row.item().equals(item));
    }

    /** Why somebody applies once more. */
    public Field reason() {
        return reason(ui);
    }

    /** The same on any page. */
    public static Field reason(Ui ui) {
        return Field.text(REASON, say(ui, "known.reason"))
                .hint(say(ui, "known.reason.hint"))
                .maxLength(LONGEST);
    }
}
