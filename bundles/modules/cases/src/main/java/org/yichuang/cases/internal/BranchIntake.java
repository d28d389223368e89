package org.yichuang.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchRoad;
import org.yichuang.cases.internal.domain.RoutePlan;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.Examination.HearingDuty;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.api.Stage;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Which branches an application for a bundle has, each frozen in the version of its item (R3-10). */
final class BranchIntake {
    private final Catalogue catalogue;
    private final Tenants tenants;

    BranchIntake(Catalogue catalogue, Tenants tenants) {
        this.catalogue = catalogue;
        this.tenants = tenants;
    }

    /** Of an application that is handed in: in the versions of the day. */
    List<BranchFacts> taken(
            ItemVersion bundle, List<JointMember> needed, Map<String, Object> form, CallContext context) {
        if (needed.isEmpty()) {
            return List.of();
        }
        Map<String, ItemVersion> items = catalogue.members(bundle, needed, context);
        return needed.stream()
                .map(member -> facts(
                        member,
                        bundle.definition(),
                        Optional.ofNullable(items.get(member.id())),
                        bundle.owner().value()))
                .map(facts -> decidedAbove(
                        facts, bundle.definition(), Optional.ofNullable(items.get(facts.id())), form, context))
                .toList();
    }

    /**
     * Of one that is corrected: what it had stays as it was, and what it needs besides comes in the version of which
     * the bundle was made. Where what a level depends on is corrected, another centre may decide it.
     */
    List<BranchFacts> kept(
            ItemDefinition bundle,
            List<JointMember> needed,
            Submission submission,
            Map<String, Object> form,
            CallContext context) {
        Map<String, BranchFacts> before =
                submission.route().branches().stream().collect(Collectors.toMap(BranchFacts::id, facts -> facts));
        String owner = submission.item().owner();
        return needed.stream()
                .map(member -> before.containsKey(member.id())
                        ? before.get(member.id())
                        : facts(member, bundle, Optional.empty(), owner))
                .map(facts -> decidedAbove(facts, bundle, frozen(facts, context), form, context))
                .toList();
    }

    private Optional<ItemVersion> frozen(BranchFacts facts, CallContext context) {
        if (facts.item().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(catalogue.version(new TenantId(facts.owner()), facts.item(), facts.version(), context));
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * The same as what the form says of its road: by which department it is decided here, or which centre above decides
     * it, by a case of its own. Such a centre makes out what it grants itself, whoever would do so otherwise: what is
     * made out here is the result of the whole.
     */
    private BranchFacts decidedAbove(
            BranchFacts facts,
            ItemDefinition bundle,
            Optional<ItemVersion> version,
            Map<String, Object> form,
            CallContext context) {
        List<Tenant> lineage = tenants.lineage(context.tenant());
        List<Route> routes = version.map(item -> item.definition().routes()).orElse(List.of());
        boolean isEverAbove = routes.stream()
                .anyMatch(
                        route -> deciding(route).level().isAbove(lineage.get(0).level()));
        if (!isEverAbove && routes.size() < 2) {
            return facts;
        }
        ItemVersion item = version.get();
        List<String> fields =
                item.definition().form().stream().map(FormField::name).toList();
        Map<String, String> codes = codes(bundle, item.definition());
        BranchRoad plan = new BranchRoad(Intake.facts(item), "", null, fields, codes);
        RouteFacts road = RoutePlan.issuedWhereDecided(RoutePlan.lay(
                catalogue.routeAgain(item.definition(), plan.own(form)),
                lineage,
                item.definition().department()));
        String here = context.tenant().value();
        if (road.isDecidedAt(here)) {
            return facts.on(
                    null, road.deciding().department(), item.definition().examination());
        }
        String decides = road.deciding().centre();
        String name = lineage.stream()
                .filter(tenant -> tenant.id().value().equals(decides))
                .map(Tenant::name)
                .findFirst()
                .orElse(decides);
        BranchRoad up = new BranchRoad(plan.item(), name, road, fields, codes);
        return up.review(here)
                .map(stage -> facts.on(
                        up, stage.department(), unheard(item.definition().examination())))
                .orElseGet(() -> facts.on(up, up.decider(), Examination.NONE));
    }

    /** What a department here examines before it goes up; who is heard above, is heard there. */
    private static Examination unheard(Examination whole) {
        return new Examination(whole.review(), whole.siteVisit(), HearingDuty.NONE);
    }

    private static Stage deciding(Route route) {
        return route.stages().get(route.stages().size() - 1);
    }

    /** What the item calls the materials of which the bundle has made one set. */
    private static Map<String, String> codes(ItemDefinition bundle, ItemDefinition item) {
        Map<String, String> own = new HashMap<>();
        item.materials().forEach(material -> own.put(material.key(), material.code()));
        Map<String, String> codes = new HashMap<>();
        bundle.materials().forEach(material -> {
            String code = own.get(material.key());
            if (code != null) {
                codes.put(material.code(), code);
            }
        });
        return codes;
    }

    private static BranchFacts facts(
            JointMember member, ItemDefinition bundle, Optional<ItemVersion> item, String bundleOwner) {
        List<RequiredMaterial> materials = bundle.materials().stream()
                .filter(material -> !material.required() && member.materials().contains(material.code()))
                .map(Intake::required)
                .toList();
        boolean isItem = !member.item().isEmpty();
        return new BranchFacts(
                member.id(),
                member.item(),
                isItem ? item.map(version -> version.owner().value()).orElse(bundleOwner) : "",
                item.map(ItemVersion::number).orElse(member.version()),
                member.name(),
                member.department(),
                member.organ(),
                member.decides(),
                item.map(ItemVersion::definition)
                        .map(now -> now.promisedLimit() == null ? now.statutoryLimit() : now.promisedLimit())
                        .orElse(member.limit()),
                materials,
                member.materials(),
                item.map(version -> version.definition().fee()).orElse(""),
                item.map(ItemVersion::definition)
                        .map(ItemDefinition::examination)
                        .orElse(member.examination()),
                null);
    }
}
