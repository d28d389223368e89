package org.yichuang.cases.internal.domain;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.Origin;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.cases.internal.domain.Submission.StageFacts;
import org.yichuang.kernel.api.TenantId;

/** Whether a neighbour has said all of an application that a case stands on from its first step on. */
final class ToldFile {
    private ToldFile() {}

    static boolean isTold(Submission told) {
        return told != null
                && isTold(told.item())
                && isTold(told.applicant())
                && isTold(told.route())
                && isTold(told.origin())
                && areTold(told.materials())
                && told.promises().size() <= PromiseFact.MOST
                && told.promises().stream().allMatch(PromiseFact::isTold);
    }

    /** Whether materials, if there are any, say what they are; of one without a file nothing else is needed. */
    static boolean areTold(List<MaterialView> materials) {
        return materials == null || materials.stream().allMatch(ToldFile::isTold);
    }

    private static boolean isTold(MaterialView material) {
        return material != null
                && material.name() != null
                && (material.file() == null || material.sha256() != null && material.mediaType() != null);
    }

    private static boolean isTold(ItemLabels item) {
        return item != null
                && TenantId.isWellFormed(item.owner())
                && isAll(item.code(), item.name(), item.department(), item.kind(), item.type());
    }

    private static boolean isTold(Applicant applicant) {
        return applicant != null && isAll(applicant.kind(), applicant.name(), applicant.idNumber(), applicant.phone());
    }

    private static boolean isTold(Origin origin) {
        return origin == null || TenantId.isWellFormed(origin.centre()) && origin.number() != null;
    }

    private static boolean isTold(RouteFacts road) {
        return road != null
                && isAll(road.id(), road.name(), road.zh(), road.en(), road.issueLevel())
                && TenantId.isWellFormed(road.issuer())
                && !road.stages().isEmpty()
                && road.stages().stream().allMatch(ToldFile::isTold);
    }

    private static boolean isTold(StageFacts stage) {
        return isAll(stage.action(), stage.level(), stage.department())
                && TenantId.isWellFormed(stage.centre())
                && stage.branches().stream().allMatch(branch -> isAll(branch.id(), branch.name(), branch.department()));
    }

    private static boolean isAll(Object... said) {
        return Stream.of(said).allMatch(Objects::nonNull);
    }
}
