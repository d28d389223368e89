package org.yichuang.cases.internal.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;

/**
 * What was applied for, frozen when it was handed in (R3-10); only a correction changes form and materials.
 *
 * @param item the facts of the item version
 * @param applicant who applies
 * @param form the form data, in the order in which they came
 * @param materials what was handed in, the oldest first
 * @param route the road it takes
 * @param remark anything else, or empty
 * @param origin where it was first handed in, null when here
 */
public record Submission(
        ItemLabels item,
        Applicant applicant,
        Map<String, Object> form,
        List<MaterialView> materials,
        RouteFacts route,
        String remark,
        Origin origin) {
    public Submission {
        form = form == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(form));
        materials = materials == null ? List.of() : List.copyOf(materials);
    }

    /** The same with what was supplied afterwards. */
    public Submission corrected(Map<String, Object> changes, List<MaterialView> supplied, RouteFacts newRoute) {
        Map<String, Object> changed = new LinkedHashMap<>(form);
        changed.putAll(changes);
        List<MaterialView> all = new ArrayList<>(materials);
        all.addAll(supplied);
        return new Submission(item, applicant, changed, all, newRoute, remark, origin);
    }

    /** The same without the files that have these digests. */
    Submission without(Set<String> sha256s) {
        return new Submission(item, applicant, form, HarmfulFiles.without(sha256s, materials), route, remark, origin);
    }

    Submission from(Origin place) {
        return new Submission(item, applicant, form, materials, route, remark, place);
    }

    /** The required materials of which neither a file nor paper is there. */
    public List<String> missing() {
        return item.required().stream()
                .filter(code -> materials.stream()
                        .noneMatch(given -> code.equals(given.code()) && !HarmfulFiles.isLeftBehind(given)))
                .toList();
    }

    /**
     * Where an application was first handed in.
     *
     * @param centre the tenant
     * @param number the case there
     */
    public record Origin(String centre, String number) {}

    /**
     * What a case needs to know of its item version, so that it needs no catalogue afterwards.
     *
     * @param owner the centre in whose catalogue it stands
     * @param code its code
     * @param version the frozen version
     * @param name its name
     * @param kind instant or committed
     * @param type its type
     * @param department the competent department
     * @param statutory the limit of the law, or null
     * @param promised the promised limit, or null
     * @param required codes of the materials that must be there
     * @param personal names of the form's fields that the item calls personal
     * @param organ the implementing organ; empty in what older versions have kept
     * @param legalBasis what it stands on; the same
     * @param result the name of the result; the same
     * @param exerciseLevel the level that has the power; null in what older versions have kept
     * @param reconsiderationFirst whether reconsideration comes before any court (R1-41); older versions never say so
     */
    public record ItemLabels(
            String owner,
            String code,
            int version,
            String name,
            CaseKind kind,
            ItemType type,
            String department,
            Limit statutory,
            Limit promised,
            List<String> required,
            List<String> personal,
            String organ,
            String legalBasis,
            String result,
            Level exerciseLevel,
            boolean reconsiderationFirst) {
        public ItemLabels {
            required = required == null ? List.of() : List.copyOf(required);
            personal = personal == null ? List.of() : List.copyOf(personal);
            organ = organ == null ? "" : organ;
            legalBasis = legalBasis == null ? "" : legalBasis;
            result = result == null ? "" : result;
        }

        /** Whether it is a licence: the Administrative Licensing Law is of nothing else. */
        public boolean isLicence() {
            return type == ItemType.LICENCE;
        }
    }

    /**
     * The road of the case.
     *
     * @param id the route's short name in the item
     * @param name for people
     * @param zh why it applies, in Chinese
     * @param en why it applies, in English
     * @param stages from acceptance to decision; the first is this application's centre's
     * @param issuer the centre that makes out the result
     * @param issueLevel its level
     */
    public record RouteFacts(
            String id, String name, String zh, String en, List<StageFacts> stages, String issuer, Level issueLevel) {
        public RouteFacts {
            stages = List.copyOf(stages);
        }

        /** The stage that decides: the last one. */
        public StageFacts deciding() {
            return stages.get(stages.size() - 1);
        }

        /** Whether a centre decides on this road. */
        public boolean isDecidedAt(String centre) {
            return isAt(centre, Action.DECIDE);
        }

        /** The first stage of a centre from a place on. */
        public Optional<StageFacts> next(String centre, int place) {
            return stages.stream()
                    .skip(place)
                    .filter(stage -> stage.centre().equals(centre))
                    .findFirst();
        }

        /** Whether the stage at a place of this road is there, and a centre's. */
        boolean isAt(String centre, int place) {
            return place < stages.size() && stages.get(place).centre().equals(centre);
        }

        /** Whether a centre has a stage of this kind on this road. */
        boolean isAt(String centre, Action action) {
            return stages.stream()
                    .anyMatch(
                            stage -> stage.action() == action && stage.centre().equals(centre));
        }
    }

    /**
     * A stage of the road.
     *
     * @param action what is done
     * @param level at which level
     * @param centre by which centre
     * @param department by which department
     * @param limit how long it may take there, or null
     */
    public record StageFacts(Action action, Level level, String centre, String department, Limit limit) {}
}
