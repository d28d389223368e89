package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** What the applicant corrects on the spot before the acceptance: nothing is demanded, and no days begin anew. */
public final class SpotCorrection {
    /** Before the name of a field: the detail that says what stood there. */
    public static final String BEFORE = "before.";

    /** Before the name of a field: the detail that says what stands there now. */
    public static final String AFTER = "after.";

    private static final int LONGEST_VALUE = 200;

    private SpotCorrection() {}

    /**
     * Takes the correction.
     *
     * @param corrected form data, materials, and the road that the changed application takes
     * @param remark anything else, or null
     * @param mask the form of an application as it may be told to anybody: what the audit trail keeps of the values
     * @throws ProblemException {@code fields-invalid} when nothing is changed
     */
    public static Done take(
            CaseFile file,
            CorrectionContent corrected,
            String remark,
            Function<Submission, Map<String, Object>> mask,
            CommandContext now) {
        Act act = Act.begin(file, CaseCommand.CORRECT_ON_THE_SPOT, now);
        CaseWork.requireInTime(act);
        Submission before = file.submission();
        List<String> fields = corrected.form().entrySet().stream()
                .filter(field -> !Objects.equals(
                        text(field.getValue()), text(before.form().get(field.getKey()))))
                .map(Map.Entry::getKey)
                .toList();
        if (fields.isEmpty() && corrected.materials().isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "form", LocalizedMessage.of(SpotCorrection.class, "correction.same"));
        }
        act.submission = before.corrected(
                corrected.form(),
                corrected.materials(),
                corrected.route() == null ? before.route() : corrected.route());
        act.detail("fields", String.join(",", fields));
        Map<String, Object> masked = mask.apply(before);
        Map<String, Object> maskedAfter = mask.apply(act.submission);
        for (String field : fields) {
            act.text(BEFORE + field, shortened(masked.get(field)));
            act.text(AFTER + field, shortened(maskedAfter.get(field)));
        }
        act.detail("materials", Integer.toString(corrected.materials().size()));
        act.detail("corrected", String.join(",", codes(corrected.materials())));
        for (MaterialView material : corrected.materials()) {
            act.detail(BEFORE + "material." + material.code(), digest(before.materials(), material.code()));
            act.detail(AFTER + "material." + material.code(), digest(material));
        }
        act.text("remark", remark);
        return act.finish();
    }

    private static List<String> codes(List<MaterialView> materials) {
        List<String> codes = new ArrayList<>();
        materials.forEach(material -> codes.add(material.code() == null ? "" : material.code()));
        return codes;
    }

    private static String digest(List<MaterialView> materials, String code) {
        return materials.stream()
                .filter(material -> Objects.equals(material.code(), code))
                .reduce((first, second) -> second)
                .map(SpotCorrection::digest)
                .orElse(null);
    }

    private static String digest(MaterialView material) {
        return material.sha256() == null ? "paper" : material.sha256();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String shortened(Object value) {
        return TextRules.first(text(value), LONGEST_VALUE);
    }
}
