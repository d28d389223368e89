package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointMember;
import org.yichuang.kernel.api.CallContext;

/** Which branches an application for a bundle has, each frozen in the version of its item (R3-10). */
final class BranchIntake {
    private final Catalogue catalogue;

    BranchIntake(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Of an application that is handed in: in the versions of the day. */
    List<BranchFacts> taken(ItemVersion bundle, List<JointMember> needed, CallContext context) {
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
                .toList();
    }

    /**
     * Of one that is corrected: what it had stays as it was, and what it needs besides comes in the version of which
     * the bundle was made.
     */
    static List<BranchFacts> kept(ItemDefinition bundle, List<JointMember> needed, Submission submission) {
        Map<String, BranchFacts> before =
                submission.route().branches().stream().collect(Collectors.toMap(BranchFacts::id, facts -> facts));
        String owner = submission.item().owner();
        return needed.stream()
                .map(member -> before.containsKey(member.id())
                        ? before.get(member.id())
                        : facts(member, bundle, Optional.empty(), owner))
                .toList();
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
                        .orElse(member.examination()));
    }
}
