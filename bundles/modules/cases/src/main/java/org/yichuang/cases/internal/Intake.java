package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.RoutePlan;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.ItemFacts;
import org.yichuang.cases.internal.domain.Submission.Need;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * Everything about an application that can be found out before its transaction begins. What is refused here is refused
 * inside the transaction all the same: there a repeated command still finds its answer.
 */
public class Intake {
    private final Catalogue catalogue;
    private final Tenants tenants;

    public Intake(Catalogue catalogue, Tenants tenants) {
        this.catalogue = catalogue;
        this.tenants = tenants;
    }

    /** An application without its materials, or the refusal of it, for later. */
    Supplier<Prepared> prepare(CaseRequests.Submit request, CallContext context) {
        return later(() -> {
            Applicant applicant = Applicants.checked(request.applicant(), context.today(), context.actor());
            ItemVersion offered = catalogue.offered(request.item(), context);
            Map<String, Object> form = request.form() == null ? Map.of() : request.form();
            RouteFacts route = route(offered.definition(), form, context);
            return new Prepared(facts(offered), applicant, form, route, request.remark());
        });
    }

    /** The road of a changed application, by the version under which it was handed in. */
    RouteFacts route(Submission submission, Map<String, Object> changes, CallContext context) {
        ItemFacts item = submission.item();
        ItemVersion frozen = catalogue.version(new TenantId(item.owner()), item.code(), item.version(), context);
        Map<String, Object> form = submission.corrected(changes, List.of(), submission.route()).form();
        return route(frozen.definition(), form, context);
    }

    private RouteFacts route(ItemDefinition item, Map<String, Object> form, CallContext context) {
        return RoutePlan.lay(catalogue.route(item, form), tenants.lineage(context.tenant()), item.department());
    }

    private static ItemFacts facts(ItemVersion version) {
        ItemDefinition item = version.definition();
        return new ItemFacts(
                version.owner().value(),
                item.code(),
                version.number(),
                item.name(),
                item.kind(),
                item.type(),
                item.department(),
                item.statutoryLimit(),
                item.promisedLimit(),
                item.materials().stream()
                        .map(material -> new Need(material.code(), material.name(), material.required()))
                        .toList());
    }

    private static <T> Supplier<T> later(Supplier<T> work) {
        try {
            T result = work.get();
            return () -> result;
        } catch (ProblemException refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    /** An application without its materials. */
    record Prepared(ItemFacts item, Applicant applicant, Map<String, Object> form, RouteFacts route, String remark) {
        Submission with(List<MaterialView> materials) {
            return new Submission(item, applicant, form, materials, route, remark, null);
        }
    }
}
