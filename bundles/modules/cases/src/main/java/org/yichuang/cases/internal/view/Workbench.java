package org.yichuang.cases.internal.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.cases.api.CaseRequests.CorrectionItem;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.GateFact;
import org.yichuang.cases.api.ProgressView.Step;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Material;
import org.yichuang.documents.api.FileState;
import org.yichuang.tenancy.api.Tenant;

/**
 * A case on the desk of somebody who is to give a command: the file, and what the form of the command is made of.
 *
 * @param view the case
 * @param answers the application, under its labels
 * @param centres names of the centres by their ids
 * @param command what is to be done, in the word of its path
 * @param form the fields of the item's form
 * @param present what stands in them, by the names of the fields on pages
 * @param materials what a notice may ask for
 * @param missing required materials of which neither a file nor paper is there: they have to be promised
 * @param given codes of the materials that are there
 * @param asked what the last notice named
 * @param earlier what this centre has demanded before
 * @param facts what other modules want to know besides
 * @param chief whether it is a chief representative's desk
 * @param states of each file that may be opened, whether it is given out
 * @param audience that the item is for others than whoever applies; empty when it is not
 * @param meanwhile what has happened while the form was filled in
 */
public record Workbench(
        CaseView view,
        Map<String, String> answers,
        Map<String, String> centres,
        String command,
        List<FormField> form,
        Map<String, String> present,
        List<Material> materials,
        List<Material> missing,
        List<String> given,
        List<CorrectionItem> asked,
        EarlierDemands earlier,
        List<GateFact> facts,
        boolean chief,
        Map<String, FileState> states,
        String audience,
        Meanwhile meanwhile) {
    private static final Set<String> FILES =
            Set.of("correction", "supply", "on-the-spot-correction", "delivery", "withdrawal");

    /** Whether the case still allows it. */
    public boolean isOpen() {
        return view.commands().contains(command);
    }

    /** Whether an acceptance here is not the first one, by which alone something can be promised to follow. */
    public boolean isAcceptedAgain() {
        return view.lower() != null || view.acceptance() != null;
    }

    /** Whether the form carries files. */
    public boolean takesFiles() {
        return FILES.contains(command);
    }

    /** Whether it ends something that the applicant hoped for. */
    public boolean isGrave() {
        return command.equals("withdrawal") || command.equals("non-acceptance");
    }

    /** The names of all centres that have had a hand in a case, by their ids. */
    public static Map<String, String> centres(List<Step> steps, Tenant here) {
        Map<String, String> names = new HashMap<>();
        steps.forEach(step -> names.put(step.centre(), step.centreName()));
        names.put(here.id().value(), here.name());
        return names;
    }
}
