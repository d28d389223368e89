package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yichuang.cases.api.Afterwards;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.CaseWork;
import org.yichuang.cases.internal.domain.CommandContext;
import org.yichuang.cases.internal.domain.Duplicates;
import org.yichuang.cases.internal.domain.Filing;
import org.yichuang.cases.internal.domain.Representatives;
import org.yichuang.cases.internal.domain.RoutePlan;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.RequiredMaterial;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.RouteChoice;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/**
 * Everything about an application that can be found out before its transaction begins. What is refused here is refused
 * inside the transaction all the same: there a repeated command still finds its answer.
 */
public class Intake {
    /** In characters of JSON; what is longer belongs into a material. */
    private static final int LONGEST_FORM = 64 << 10;

    private final Catalogue catalogue;
    private final Tenants tenants;
    private final Quotas quotas;
    private final BranchIntake branches;

    /** @param quotas how much one account may hand in */
    public Intake(Catalogue catalogue, Tenants tenants, Quotas quotas) {
        this.quotas = quotas;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.branches = new BranchIntake(catalogue, tenants);
    }

    /**
     * The application, if it may be taken now: whoever has handed in enough for today is refused, and where the centre
     * asks for it whoever does not say why they apply once more. Asked where a repeated command has already found its
     * answer.
     */
    Prepared requireTakable(Prepared application, CaseRequests.Submit asked, CaseFiles cases, UnitOfWork unit) {
        quotas.require(Quotas.Kind.APPLICATIONS, unit);
        CallContext context = unit.context();
        return application.with(Duplicates.told(
                application.filing(),
                application.with(List.of()),
                asked.duplicateReason(),
                tenants.get(context.tenant()),
                context.actor(),
                cases));
    }

    /** An application without its materials, or the refusal of it, for later. */
    Supplier<Prepared> prepare(CaseRequests.Submit request, CallContext context) {
        return later(() -> {
            EnteredAfterwards.require(request.afterwards(), tenants, context);
            Applicant applicant = Applicants.checked(request.applicant(), context.today(), context.actor());
            ItemVersion offered = offered(request, context);
            Representatives.requireAllowed(
                    request.representative(), offered.definition().handling().inPerson());
            Map<String, Object> form = request.form() == null ? Map.of() : request.form();
            RouteChoice choice = requireFitting(offered.definition(), form);
            RouteFacts route = RoutePlan.lay(
                    choice,
                    tenants.lineage(context.tenant()),
                    offered.definition().department(),
                    branches.taken(offered, choice.branches(), form, context));
            Access.requireIntake(route.stages().get(0).department(), context.actor());
            List<Material> asked = offered.definition().materials();
            return new Prepared(
                    facts(offered),
                    asked,
                    applicant,
                    form,
                    route,
                    request.remark(),
                    licence(request.licence()),
                    filing(request, applicant, context));
        });
    }

    /** What is known of it before a register has told more. */
    private static CaseLicence licence(CaseLicence.Given given) {
        return given == null ? null : new CaseLicence(given.number().strip(), given.matter(), null, null);
    }

    private static Filing filing(CaseRequests.Submit request, Applicant applicant, CallContext context) {
        return new Filing(
                Representatives.channel(request.channel(), context.actor()),
                Representatives.checked(request.representative(), applicant, context.today(), context.actor()));
    }

    /** What is applied for: an item or a bundle, one of the two. */
    private ItemVersion offered(CaseRequests.Submit request, CallContext context) {
        boolean isBundle = request.bundle() != null && !request.bundle().isBlank();
        boolean isItem = request.item() != null && !request.item().isBlank();
        if (isBundle == isItem) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    isBundle ? "bundle" : "item",
                    LocalizedMessage.of(Intake.class, isBundle ? "item.and-bundle" : "item.missing"));
        }
        ItemVersion offered = catalogue.offered(isBundle ? request.bundle() : request.item(), context);
        if (isBundle && !offered.definition().bundled()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "bundle", LocalizedMessage.of(Intake.class, "bundle.none"));
        }
        return offered;
    }

    /** What a correction is checked against: the version under which the application was handed in (R3-10). */
    Frozen frozen(Submission submission, Map<String, Object> changes, CallContext context) {
        ItemLabels item = submission.item();
        ItemVersion version = catalogue.version(new TenantId(item.owner()), item.code(), item.version(), context);
        // the road of a case from below was laid where it was handed in
        boolean laidHere = submission.origin() == null && !changes.isEmpty();
        Map<String, Object> form =
                submission.corrected(changes, List.of(), submission.route()).form();
        if (!changes.isEmpty() && !laidHere) {
            requireFittingStill(version.definition(), form);
        }
        RouteFacts route = laidHere ? routeAnew(version.definition(), form, submission, context) : null;
        return new Frozen(version.definition().materials(), route);
    }

    private RouteFacts routeAnew(
            ItemDefinition item, Map<String, Object> form, Submission submission, CallContext context) {
        RouteChoice choice = requireFittingStill(item, form);
        return RoutePlan.lay(
                choice,
                tenants.lineage(context.tenant()),
                item.department(),
                branches.kept(item, choice.branches(), submission, form, context));
    }

    /** Form data that the item's form takes, wherever its route has been laid. */
    private RouteChoice requireFitting(ItemDefinition item, Map<String, Object> form) {
        return catalogue.route(item, requireShort(form));
    }

    /** The same of what was taken in, and is corrected. */
    private RouteChoice requireFittingStill(ItemDefinition item, Map<String, Object> form) {
        return catalogue.routeAgain(item, requireShort(form));
    }

    private static Map<String, Object> requireShort(Map<String, Object> form) {
        if (Json.write(form).length() > LONGEST_FORM) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "form", LocalizedMessage.of(Intake.class, "form.too-long"));
        }
        return form;
    }

    static ItemLabels facts(ItemVersion version) {
        ItemDefinition item = version.definition();
        return new ItemLabels(
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
                        .filter(Material::required)
                        .map(Material::code)
                        .toList(),
                item.form().stream()
                        .filter(FormField::personal)
                        .map(FormField::name)
                        .toList(),
                item.organ(),
                item.legalBasis(),
                item.result(),
                item.exerciseLevel(),
                item.reconsiderationFirst(),
                item.examination(),
                item.materials().stream()
                        .filter(Material::required)
                        .map(Intake::required)
                        .toList(),
                item.bundled() ? item.joint().kind() : null,
                item.handling());
    }

    static RequiredMaterial required(Material material) {
        Material.Deferral deferral = material.deferral();
        Material.Declaration declaration = material.declaration();
        return new RequiredMaterial(
                material.code(),
                material.name(),
                deferral != null,
                deferral == null ? null : deferral.workingDays(),
                declaration != null,
                declaration == null ? "" : declaration.consequence());
    }

    /** Does it now, and says what came of it, or refuses, when asked. */
    static <T> Supplier<T> later(Supplier<T> work) {
        try {
            T result = work.get();
            return () -> result;
        } catch (ProblemException refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    /** What an item version says about a correction: its materials, and the road if that may change, else null. */
    record Frozen(List<Material> asked, RouteFacts route) {
        static final Frozen NOTHING = new Frozen(List.of(), null);
    }

    /** What is done to a new case in the transaction that takes it in. */
    @FunctionalInterface
    interface AtOnce {
        /** @param left the digest of the row that the submission has left */
        void take(UnitOfWork unit, CaseFile file, String left);
    }

    /** An application without its materials. */
    record Prepared(
            ItemLabels item,
            List<Material> asked,
            Applicant applicant,
            Map<String, Object> form,
            RouteFacts route,
            String remark,
            CaseLicence licence,
            Filing filing) {
        Prepared with(Filing told) {
            return new Prepared(item, asked, applicant, form, route, remark, licence, told);
        }

        /** The case that it becomes, with the materials that are handed in. */
        CaseFile open(CaseRequests.Submit request, StoredFiles files, CommandContext now) {
            String number = CaseNumbers.next(now.here().division(), now.at());
            List<MaterialView> materials = new ArrayList<>(new Materials(asked, files, now.actor())
                    .take(request.materials(), request.representative(), number));
            Afterwards afterwards = request.afterwards();
            if (afterwards != null) {
                materials.addAll(new Materials(List.of(), files, now.actor())
                        .take(
                                afterwards.proof(),
                                LocalizedMessage.of(Intake.class, "proof.afterwards")
                                        .zh(),
                                number,
                                "afterwards.proof."));
            }
            return CaseWork.open(number, CaseNumbers.queryCode(), with(materials), afterwards, now);
        }

        Submission with(List<MaterialView> materials) {
            return new Submission(item, applicant, form, materials, route, remark, filing).about(licence);
        }
    }
}
