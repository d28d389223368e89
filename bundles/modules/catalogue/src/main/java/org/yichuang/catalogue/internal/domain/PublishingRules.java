package org.yichuang.catalogue.internal.domain;

import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.internal.domain.RoutePartition.Finding;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** What a version must be to go before the public. */
public final class PublishingRules {
    private PublishingRules() {}

    /**
     * Fails with {@code item-invalid} and the fields, or with {@code routes-gap} or {@code routes-overlap} and an
     * example.
     *
     * @param disclosure the words of the centre's disclosure set
     * @param foreign what other modules say of the item
     */
    public static void require(ItemDefinition item, String disclosure, ForeignFields foreign) {
        refusal(item, disclosure, foreign).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Returns why an item cannot be published, if so. */
    public static Optional<ProblemException> refusal(ItemDefinition item, String disclosure, ForeignFields foreign) {
        Problems problems = new Problems();
        problems.addAll(DraftRules.problems(item));
        Disclosure.check(disclosure, item, foreign, problems);
        problems.when(
                item.type() == ItemType.NON_LICENCE,
                "type",
                LocalizedMessage.of(PublishingRules.class, "type.abolished", ItemType.NON_LICENCE.label()));
        checkInstant(item, problems);
        checkRoutes(item, problems);
        HandlingRules.checkComplete(item, problems);
        return problems.none()
                ? RoutePartition.firstFlaw(item.form(), item.routes()).map(PublishingRules::problem)
                : problems.refusal(
                        CatalogueError.ITEM_INVALID,
                        LocalizedMessage.of(PublishingRules.class, "item.not-publishable"));
    }

    private static void checkInstant(ItemDefinition item, Problems problems) {
        boolean slow = item.kind() == CaseKind.INSTANT
                && item.promisedLimit() != null
                && item.promisedLimit().amount() > 1;
        problems.when(slow, "promisedLimit", LocalizedMessage.of(PublishingRules.class, "instant.promise-too-long"));
    }

    private static void checkRoutes(ItemDefinition item, Problems problems) {
        problems.when(
                item.acceptanceLevels().isEmpty(),
                "acceptanceLevels",
                LocalizedMessage.of(PublishingRules.class, "acceptance-level.missing"));
        problems.when(item.routes().isEmpty(), "routes", LocalizedMessage.of(PublishingRules.class, "routes.missing"));
        for (int i = 0; i < item.routes().size(); i++) {
            Route route = item.routes().get(i);
            StageRules.check("routes[" + i + "]", route, item.acceptanceLevels(), problems);
            StageLimits.check("routes[" + i + "]", route, item, problems);
            for (Level level : item.acceptanceLevels()) {
                problems.when(
                        !StageRules.reaches(route, level),
                        "acceptanceLevels",
                        LocalizedMessage.of(
                                PublishingRules.class, "route.decided-below-acceptance", route.name(), level.label()));
            }
        }
    }

    private static ProblemException problem(Finding finding) {
        ErrorCode code =
                switch (finding.flaw()) {
                    case GAP -> CatalogueError.ROUTES_GAP;
                    case OVERLAP -> CatalogueError.ROUTES_OVERLAP;
                    case TOO_MANY -> CatalogueError.ITEM_INVALID;
                };
        LocalizedMessage shown = finding.example().isEmpty()
                ? finding.message()
                : LocalizedMessage.of(
                        PublishingRules.class, "partition.with-example", finding.message(), finding.example());
        return new ProblemException(code, finding.message(), List.of(new FieldProblem("routes", shown)));
    }
}
