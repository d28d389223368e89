package org.yichuang.cases.internal.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Stage.Action;

/**
 * The road of a member of a bundle that a centre above decides, frozen with it: what its file there is made of.
 *
 * @param item what a case of the member knows of its item
 * @param centreName what the centre that decides is called
 * @param route from the acceptance here to the decision there
 * @param fields names of the fields of the form that are the item's
 * @param materials the item's own codes of its materials, by those that the bundle has given them
 */
public record BranchRoad(
        ItemLabels item, String centreName, RouteFacts route, List<String> fields, Map<String, String> materials) {
    public BranchRoad {
        fields = fields == null ? List.of() : List.copyOf(fields);
        materials = materials == null ? Map.of() : Map.copyOf(materials);
    }

    /** The stage in which a department of a centre reviews it before it goes up; none where it goes up at once. */
    public Optional<StageFacts> review(String here) {
        return route.stages().stream()
                .filter(stage ->
                        stage.action() == Action.PRE_REVIEW && stage.centre().equals(here))
                .findFirst();
    }

    /** The place of the first stage that is not a centre's. */
    int beyond(String here) {
        int place = 0;
        while (route.isAt(here, place)) {
            place++;
        }
        return place;
    }

    /** Who decides, in words: centre and department. */
    public String decider() {
        return centreName + route.deciding().department();
    }

    /** The code of a material in the bundle, of one that is called otherwise by its item. */
    String ofBundle(String own) {
        return materials.entrySet().stream()
                .filter(entry -> entry.getValue().equals(own))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(own);
    }

    /** What of a form is the item's, in its order. */
    public Map<String, Object> own(Map<String, Object> form) {
        Map<String, Object> own = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (fields.contains(name)) {
                own.put(name, value);
            }
        });
        return own;
    }
}
