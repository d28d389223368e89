package org.yichuang.cases.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseRequests.NotifyCorrection;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;

/** The one-time notice as it is put together: ticked materials, and lines of one's own. */
final class NoticeForm {
    /** How many lines of one's own there are. */
    static final int LINES = 3;

    private NoticeForm() {}

    /**
     * @throws ProblemException when nothing is asked for
     */
    static NotifyCorrection read(PageCall call, List<Material> materials) {
        Form form = call.form();
        List<CorrectionItem> items = new ArrayList<>();
        for (Material material : materials) {
            if (form.given("ask-" + material.code()).isPresent()) {
                String demand = form.given("demand-" + material.code()).orElse("请提供“" + material.name() + "”");
                items.add(new CorrectionItem(material.code(), demand));
            }
        }
        for (int i = 0; i < LINES; i++) {
            String demand = form.text("free-" + i);
            if (!demand.isEmpty()) {
                items.add(new CorrectionItem("其他" + (i + 1), demand));
            }
        }
        if (items.isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "free-0",
                    "请勾选须补正的材料，或写明须补正的内容",
                    "Tick what is to be supplied, or say what is to be mended");
        }
        return new NotifyCorrection(items, form.given("overrideReason").orElse(null));
    }
}
