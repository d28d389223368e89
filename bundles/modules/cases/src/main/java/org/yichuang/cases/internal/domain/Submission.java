package org.yichuang.cases.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.Handling;
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
 * @param promises what the applicant has promised of required materials that were not there, in order
 * @param licence the result of which it is; null where something new is applied for
 * @param filing how it has come in, and who acts in it for the applicant
 */
public record Submission(
        ItemLabels item,
        Applicant applicant,
        Map<String, Object> form,
        List<MaterialView> materials,
        RouteFacts route,
        String remark,
        Origin origin,
        List<PromiseFact> promises,
        CaseLicence licence,
        Filing filing) {
    public Submission {
        form = form == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(form));
        materials = materials == null ? List.of() : List.copyOf(materials);
        promises = promises == null ? List.of() : List.copyOf(promises);
        filing = filing == null ? Filing.UNKNOWN : filing;
    }

    /** One in which nothing is promised. */
    public Submission(
            ItemLabels item,
            Applicant applicant,
            Map<String, Object> form,
            List<MaterialView> materials,
            RouteFacts route,
            String remark,
            Filing filing) {
        this(item, applicant, form, materials, route, remark, null, List.of(), null, filing);
    }

    /** The same with what was supplied afterwards. */
    public Submission corrected(Map<String, Object> changes, List<MaterialView> supplied, RouteFacts newRoute) {
        Map<String, Object> changed = new LinkedHashMap<>(form);
        changed.putAll(changes);
        List<MaterialView> all = new ArrayList<>(materials);
        all.addAll(supplied);
        return new Submission(item, applicant, changed, all, newRoute, remark, origin, promises, licence, filing);
    }

    /** Whether both are of one version of one item, and of one applicant at one place. */
    public boolean isOfOneMatterWith(Submission other) {
        return item.owner().equals(other.item.owner())
                && item.code().equals(other.item.code())
                && item.version() == other.item.version()
                && Objects.equals(applicant.idNumber(), other.applicant.idNumber())
                && Objects.equals(origin, other.origin);
    }

    /** The same with what is known here of its item. */
    Submission of(ItemLabels known) {
        return new Submission(known, applicant, form, materials, route, remark, origin, promises, licence, filing);
    }

    /** The same on another road. */
    Submission on(RouteFacts road) {
        return road == route ? this : corrected(Map.of(), List.of(), road);
    }

    /** The same with promises. */
    Submission with(List<PromiseFact> made) {
        return new Submission(item, applicant, form, materials, route, remark, origin, made, licence, filing);
    }

    /** The same about a result that was granted before. */
    public Submission about(CaseLicence result) {
        return new Submission(item, applicant, form, materials, route, remark, origin, promises, result, filing);
    }

    /** The same with what is kept of how it has come in. */
    Submission filed(Filing changed) {
        return new Submission(item, applicant, form, materials, route, remark, origin, promises, licence, changed);
    }

    /** Whether it asks for a renewal that counts as granted once the validity has ended. */
    boolean isTimedRenewal() {
        return licence != null && licence.isTimed();
    }

    /** The same with some promises changed. */
    Submission promises(Predicate<PromiseFact> which, UnaryOperator<PromiseFact> change) {
        return with(promises.stream()
                .map(promise -> which.test(promise) ? change.apply(promise) : promise)
                .toList());
    }

    /** The same with materials that were promised to follow: what of that is there now is outstanding no longer. */
    Submission supplied(List<MaterialView> given, LocalDate day) {
        Submission with = corrected(Map.of(), given, route);
        List<String> missing = with.missing();
        return with.promises(
                promise -> promise.isOutstanding() && !missing.contains(promise.material()),
                promise -> promise.supplied(day));
    }

    /** The digests of the files that were supplied as promised. */
    Set<String> suppliedFiles() {
        Set<String> supplied = promises.stream()
                .filter(promise -> promise.suppliedOn() != null)
                .map(PromiseFact::material)
                .collect(Collectors.toSet());
        return materials.stream()
                .filter(given -> given.file() != null && given.code() != null && supplied.contains(given.code()))
                .map(MaterialView::sha256)
                .collect(Collectors.toSet());
    }

    /** The first day by which something that was promised follows or is checked; none when nothing is to. */
    public Optional<LocalDate> promisedUntil() {
        return promises.stream()
                .filter(PromiseFact::isAwaited)
                .map(PromiseFact::until)
                .min(Comparator.naturalOrder());
    }

    /** The same without the files that have these digests: what was supplied by them alone is outstanding again. */
    Submission without(Set<String> sha256s) {
        List<MaterialView> left = HarmfulFiles.without(sha256s, materials);
        Submission without =
                new Submission(item, applicant, form, left, route, remark, origin, promises, licence, filing);
        List<String> missing = without.missing();
        return without.promises(
                promise -> promise.suppliedOn() != null && missing.contains(promise.material()), PromiseFact::reopened);
    }

    Submission from(Origin place) {
        return new Submission(item, applicant, form, materials, route, remark, place, promises, licence, filing);
    }

    /** Whether several departments examine it beside each other. */
    public boolean isJoint() {
        return item.bundle() != null;
    }

    /** Whether an item is decided of by it: its own, or that of a member of its bundle. */
    public boolean decidesOf(String owner, String code) {
        return isJoint()
                ? route.branches().stream()
                        .anyMatch(branch -> branch.item().equals(code) && owner.equals(branch.owner()))
                : item.code().equals(code) && item.owner().equals(owner);
    }

    /** Whether somebody may or has to be heard: one hearing is held for all branches, if one of them demands it. */
    public HearingDuty hearing() {
        return route.branches().stream()
                .map(branch -> branch.examination().hearing())
                .reduce(item.examination().hearing(), (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    private List<String> required() {
        return Stream.concat(item.required().stream(), needed().map(RequiredMaterial::code))
                .distinct()
                .toList();
    }

    /** What the branches need besides. */
    private Stream<RequiredMaterial> needed() {
        return route.branches().stream().flatMap(branch -> branch.materials().stream());
    }

    /** A required material, as far as the version has kept more than its code. */
    public Optional<RequiredMaterial> requiredMaterial(String code) {
        return Stream.concat(item.requiredMaterials().stream(), needed())
                .filter(each -> each.code().equals(code))
                .findFirst();
    }

    /** The required materials of which neither a file nor paper is there. */
    public List<String> missing() {
        return required().stream()
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
     * @param examination how the item demands to be examined; {@link Examination#NONE} in what older versions have kept
     * @param requiredMaterials names of the required ones, and what may stand in for them; none in what older
     *     versions have kept
     * @param bundle what is done jointly, where it is a bundle; else null
     * @param handling how it is taken in and given out; as usual in what older versions have kept
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
            boolean reconsiderationFirst,
            Examination examination,
            List<RequiredMaterial> requiredMaterials,
            BundleKind bundle,
            Handling handling) {
        public ItemLabels {
            required = required == null ? List.of() : List.copyOf(required);
            personal = personal == null ? List.of() : List.copyOf(personal);
            organ = organ == null ? "" : organ;
            legalBasis = legalBasis == null ? "" : legalBasis;
            result = result == null ? "" : result;
            examination = examination == null ? Examination.NONE : examination;
            handling = handling == null ? Handling.USUAL : handling;
            requiredMaterials = requiredMaterials == null ? List.of() : List.copyOf(requiredMaterials);
            // what is done at once and has no limit at all is promised within the day that R3-11 gives it
            boolean isUnlimited = kind == CaseKind.INSTANT && type != ItemType.LICENCE && statutory == null;
            promised = promised == null && isUnlimited ? Limit.working(1) : promised;
        }

        /** Whether it is a licence: the Administrative Licensing Law is of nothing else. */
        public boolean isLicence() {
            return type == ItemType.LICENCE;
        }
    }

    /**
     * A required material, and what may stand in for it where it is not there.
     *
     * @param code its code
     * @param name its name
     * @param deferrable whether it may follow (R3-19)
     * @param workingDays within how many days at most; null for as many as the centre allows
     * @param declarable whether a written promise may stand for it (R3-20)
     * @param consequence what happens when that is untrue; empty for what the law says
     */
    public record RequiredMaterial(
            String code,
            String name,
            boolean deferrable,
            Integer workingDays,
            boolean declarable,
            String consequence) {}

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

        /** The same with branches in the stage that decides. */
        RouteFacts with(List<BranchFacts> branches) {
            List<StageFacts> all = new ArrayList<>(stages);
            StageFacts last = deciding();
            all.set(
                    all.size() - 1,
                    new StageFacts(
                            last.action(), last.level(), last.centre(), last.department(), last.limit(), branches));
            return new RouteFacts(id, name, zh, en, all, issuer, issueLevel);
        }

        /** The branches of a joint case; none of any other. */
        public List<BranchFacts> branches() {
            return deciding().branches();
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
     * @param branches what departments examine beside each other in it; none outside of joint cases
     */
    public record StageFacts(
            Action action, Level level, String centre, String department, Limit limit, List<BranchFacts> branches) {
        public StageFacts {
            branches = branches == null ? List.of() : List.copyOf(branches);
        }

        /** The same done by another centre. */
        StageFacts at(String other) {
            return new StageFacts(action, level, other, department, limit, branches);
        }

        /** One without branches. */
        public StageFacts(Action action, Level level, String centre, String department, Limit limit) {
            this(action, level, centre, department, limit, List.of());
        }
    }
}
