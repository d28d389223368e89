package org.yichuang.cases.internal.document;

import static org.yichuang.cases.internal.document.DocumentWords.words;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Stage.Action;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Tells who signs the documents of a case. That is the item's implementing organ, at the level that has the power; the
 * decision is signed by whoever the route has decide, where that is somebody else: a government, another department, or
 * the same one's counterpart at another level. Where the whole power has been passed down, everything is signed there.
 * Where a body of a lower level examines first, the application is its own to accept (art. 43: "its acceptance").
 */
public final class SigningOrgans {
    private static final int SHORTEST_STEM = 2;

    /** What the names of bodies end with. */
    private static final List<String> ENDINGS = List.of(words("organ.endings").split(","));

    private final Tenants tenants;
    private final Departments departments;

    /** @param departments what the departments that routes name are called at their centres */
    public SigningOrgans(Tenants tenants, Departments departments) {
        this.tenants = tenants;
        this.departments = departments;
    }

    /**
     * The body that signs a document.
     *
     * @param item the frozen version; empty where the catalogue does not know it
     * @param here the centre that issues it
     */
    public SigningOrgan of(
            CaseDocumentTemplate template,
            Submission submission,
            Optional<ItemDefinition> item,
            Tenant here,
            UnitOfWork unit) {
        Implementing organ = implementing(submission, item);
        return stage(template, submission.route(), organ)
                .map(stage -> acting(stage, unit))
                .orElseGet(() -> usual(organ, here));
    }

    /** The stage whose body signs; empty where the implementing organ does. */
    private static Optional<StageFacts> stage(
            CaseDocumentTemplate template, Submission.RouteFacts route, Implementing organ) {
        StageFacts deciding = route.deciding();
        Optional<StageFacts> examinedBelow =
                template.isSignedByWhoDecides() || template == CaseDocumentTemplate.DELIVERY
                        ? Optional.empty()
                        : route.stages().stream()
                                .filter(stage -> stage.action() == Action.PRE_REVIEW
                                        && deciding.level().isAbove(stage.level()))
                                .findFirst();
        if (examinedBelow.isPresent() || organ.level() == null) {
            return examinedBelow;
        }
        boolean isPassedDown = organ.delegating().isEmpty() && organ.level().isAbove(deciding.level());
        return isPassedDown || template.isSignedByWhoDecides() && !organ.acts(deciding)
                ? Optional.of(deciding)
                : Optional.empty();
    }

    /**
     * The body that signs what a stage at another centre asks for.
     *
     * @param here the centre that tells the applicant
     */
    public SigningOrgan asking(
            StageFacts stage, Submission submission, Optional<ItemDefinition> item, Tenant here, UnitOfWork unit) {
        Implementing organ = implementing(submission, item);
        return organ.acts(stage) ? usual(organ, here) : acting(stage, unit);
    }

    /** The body that examines a branch of a joint case: that of its item, else its department. */
    public SigningOrgan examining(BranchFacts branch, StageFacts stage, UnitOfWork unit) {
        StageFacts own =
                new StageFacts(stage.action(), stage.level(), stage.centre(), branch.department(), null, List.of());
        return branch.organ().isBlank()
                ? acting(own, unit)
                : signing(branch.organ(), tenants.find(new TenantId(stage.centre())));
    }

    private SigningOrgan usual(Implementing organ, Tenant here) {
        Optional<Tenant> centre = Optional.ofNullable(organ.level()).flatMap(power -> tenants.above(here.id(), power));
        return signing(organ.name(), Optional.of(centre.orElse(here)));
    }

    private static Implementing implementing(Submission submission, Optional<ItemDefinition> item) {
        return new Implementing(
                known(item, ItemDefinition::exerciseLevel, submission.item().exerciseLevel()),
                known(item, ItemDefinition::department, submission.item().department()),
                known(item, ItemDefinition::organ, submission.item().organ()),
                delegating(
                        known(item, ItemDefinition::handling, submission.item().handling())));
    }

    private static String delegating(Handling handling) {
        return handling.delegation() == null ? "" : handling.delegation().organ();
    }

    /**
     * Who has the power of an item.
     *
     * @param level at which level; null where it is not known
     * @param department the department that handles it
     * @param organ the body; empty where it is the department
     * @param delegating the organ whose power it is, and in whose name it acts (R1-23); empty where it has it itself
     */
    private record Implementing(Level level, String department, String organ, String delegating) {
        String name() {
            return delegating.isBlank() ? own() : delegating;
        }

        private String own() {
            return organ.isBlank() ? department : organ;
        }

        /** Whether a stage is its own, and not another body's of its level or of another. */
        boolean acts(StageFacts stage) {
            return (stage.level() == level || !delegating.isBlank())
                    && (stage.department().equals(department)
                            || stage.department().equals(organ));
        }
    }

    private static <T> T known(Optional<ItemDefinition> item, Function<ItemDefinition, T> fact, T told) {
        return item.map(fact).orElse(told);
    }

    /** Whoever the route has act, by the name that it has at its centre. */
    private SigningOrgan acting(StageFacts stage, UnitOfWork unit) {
        TenantId id = new TenantId(stage.centre());
        Optional<Tenant> centre = tenants.find(id);
        String name = centre.isPresent() ? departments.presentName(stage.department(), id, unit) : stage.department();
        Optional<String> government = centre.filter(found -> found.level() != Level.TOWNSHIP)
                .map(found -> found.policy(Remedies.BODY, ""))
                .filter(SigningOrgan::isGovernment);
        if (SigningOrgan.isGovernment(name)) {
            return signing(government.orElse(name), centre);
        }
        String division = government.map(SigningOrgan::division).orElse("");
        String full = isNamedIn(name, division) ? name : division + name;
        boolean isBody = ENDINGS.stream().anyMatch(full::endsWith) || SigningOrgan.isLedFromAbove(full);
        return signing(isBody ? full : words("organ.competent", full), centre);
    }

    /**
     * Whether a name begins with that of the division, whole or without those in which it lies, or has its stem
     * anywhere, as that of a body which is led from above: 国家税务总局烟台市税务局, 烟台海关.
     */
    private static boolean isNamedIn(String name, String division) {
        int stem = division.length() - 1;
        return IntStream.range(0, Math.max(0, stem))
                .anyMatch(start -> name.startsWith(division.substring(start))
                        || stem - start >= SHORTEST_STEM && name.contains(division.substring(start, stem)));
    }

    /**
     * What departments do is reconsidered by their government, what a government does by the one above, and what a body
     * does that is led from above by the next of its own (R1-39); of the last no setting of a centre says anything.
     */
    private SigningOrgan signing(String name, Optional<Tenant> centre) {
        if (SigningOrgan.isLedFromAbove(name)) {
            return new SigningOrgan(name, Optional.empty(), "remedies.superior");
        }
        boolean isTownship =
                centre.filter(found -> found.level() == Level.TOWNSHIP).isPresent();
        if (isTownship) {
            return new SigningOrgan(name, centre, "remedies.government.above");
        }
        if (!SigningOrgan.isGovernment(name)) {
            return new SigningOrgan(name, centre, "remedies.government");
        }
        boolean isProvince =
                centre.filter(found -> found.level() == Level.PROVINCE).isPresent();
        return isProvince
                ? new SigningOrgan(name, centre, "remedies.government.itself")
                : new SigningOrgan(name, centre.flatMap(this::above), "remedies.government.above");
    }

    private Optional<Tenant> above(Tenant centre) {
        return tenants.lineage(centre.id()).stream()
                .filter(other -> other.level().isAbove(centre.level()))
                .findFirst();
    }
}
