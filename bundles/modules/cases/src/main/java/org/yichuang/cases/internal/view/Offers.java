package org.yichuang.cases.internal.view;

import gg.jte.Content;
import java.util.List;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.PageCall;

/**
 * What other modules have for a page of cases.
 *
 * @param actions what they let whoever asks do
 * @param panels what they show
 */
public record Offers(List<Action> actions, List<Content> panels) {
    private static final String CASE = "case";
    private static final String WORKBENCH = "workbench";
    private static final String PROGRESS = "progress";

    /** Nothing. */
    public static final Offers NONE = new Offers(List.of(), List.of());

    /** For the page of a case, the staff's or the applicant's: whose it is, the roles of each offer say. */
    public static Offers ofCase(String number, PageCall call) {
        return new Offers(call.actions(CASE, number), call.panels(CASE, number));
    }

    /** For the progress of a case, which whoever has its number and its code is shown without an account. */
    public static Offers ofProgress(String number, PageCall call) {
        return new Offers(List.of(), call.panels(PROGRESS, number));
    }

    /** For the workbench. */
    public static Offers ofWorkbench(PageCall call) {
        return new Offers(call.actions(WORKBENCH, ""), call.panels(WORKBENCH, ""));
    }
}
