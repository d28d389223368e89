package org.yichuang.agency.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyEvent;
import org.yichuang.agency.api.JointState;
import org.yichuang.agency.internal.JointCommands.Consent;
import org.yichuang.agency.internal.domain.AgencyPolicy;
import org.yichuang.agency.internal.domain.JointContent;
import org.yichuang.agency.internal.domain.JointRequest;
import org.yichuang.agency.internal.persistence.JointRequestRows;
import org.yichuang.cases.api.BundleSource;
import org.yichuang.catalogue.api.BundleKind;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.catalogue.api.JointHandling;
import org.yichuang.catalogue.api.ReservedBundles;
import org.yichuang.catalogue.api.ReservedBundles.Wish;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** What is handled jointly at an applicant's request, as the catalogue puts it together of the items. */
public class JointBundles implements BundleSource {
    private static final int LONGEST_NAME = 200;

    private final Transactions transactions;
    private final JointRequestRows rows;
    private final Catalogue catalogue;
    private final ReservedBundles bundles;
    private final Clocked clocked;

    JointBundles(
            Transactions transactions,
            JointRequestRows rows,
            Catalogue catalogue,
            ReservedBundles bundles,
            Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.catalogue = catalogue;
        this.bundles = bundles;
        this.clocked = clocked;
    }

    /**
     * Refuses what cannot be handled jointly whoever leads, before somebody waits for it.
     *
     * @return the items, each once
     * @throws ProblemException {@code fields-invalid}, {@code joint-bundled}, {@code bundle-invalid}, {@code
     *     bundle-member-elsewhere}
     */
    List<JointContent.Item> requireJoinable(List<String> codes, CallContext context) {
        Set<String> once = new LinkedHashSet<>(codes.stream().map(String::strip).toList());
        List<JointContent.Item> items = new ArrayList<>();
        for (String code : once) {
            items.add(item(code, items.size(), context));
        }
        if (items.size() < 2) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "items", LocalizedMessage.of(JointBundles.class, "joint.items"));
        }
        bundles.published(once, context).ifPresent(known -> {
            throw ProblemException.of(
                    AgencyError.JOINT_BUNDLED,
                    known.definition().name(),
                    known.definition().code());
        });
        Wish provisional = new Wish(
                "LB", name(items), BundleKind.APPROVAL, lead(items), "", JointHandling.MOST_DAYS, List.copyOf(once));
        composed(provisional, context);
        return items;
    }

    private String lead(List<JointContent.Item> items) {
        return items.stream()
                .map(JointContent.Item::department)
                .filter(department -> !department.isBlank())
                .findFirst()
                .orElse("-");
    }

    private JointContent.Item item(String code, int index, CallContext context) {
        try {
            ItemDefinition item = catalogue.offered(code, context.withoutKey()).definition();
            return new JointContent.Item(item.code(), item.name(), item.department());
        } catch (ProblemException e) {
            if (e.code() != CatalogueError.ITEM_UNKNOWN) {
                throw e;
            }
            throw ProblemException.field(CommonError.FIELDS_INVALID, "items[" + index + "]", e.message());
        }
    }

    /**
     * Puts it together as the centre consents to it.
     *
     * @throws ProblemException {@code fields-invalid} where nobody knows in whose name it is decided; {@code
     *     bundle-invalid}, {@code bundle-member-elsewhere}, {@code department-unknown}
     */
    ItemDefinition compose(JointRequest request, Consent consent, CallContext context) {
        String lead =
                consent.lead().isEmpty() ? AgencyPolicy.section(clocked.centre(context.tenant())) : consent.lead();
        boolean isOfItem = request.held().items().stream()
                .anyMatch(item -> item.department().equals(lead));
        if (!isOfItem && consent.organ().isEmpty()) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID, "organ", LocalizedMessage.of(JointBundles.class, "joint.organ"));
        }
        Wish wish = new Wish(
                request.bundle(),
                name(request.held().items()),
                consent.kind(),
                lead,
                consent.organ(),
                consent.days(),
                request.codes());
        return composed(wish, context);
    }

    private static String name(List<JointContent.Item> items) {
        List<String> names = items.stream().map(JointContent.Item::name).toList();
        return TextRules.first(
                LocalizedMessage.of(JointBundles.class, "joint.name", String.join("、", names))
                        .zh(),
                LONGEST_NAME);
    }

    /** What is wrong is said by the fields of a request. */
    private ItemDefinition composed(Wish wish, CallContext context) {
        try {
            return bundles.compose(wish, context.withoutKey());
        } catch (ProblemException e) {
            List<FieldProblem> fields = e.fields().stream()
                    .map(field -> new FieldProblem(renamed(field.field()), field.message()))
                    .toList();
            throw fields.isEmpty() ? e : new ProblemException(e.code(), e.message(), fields);
        }
    }

    private static String renamed(String field) {
        return switch (field) {
            case "leadDepartment", "department" -> "lead";
            case "totalLimit" -> "days";
            default -> field.replaceFirst("^members", "items").replaceFirst("\\.item$", "");
        };
    }

    /** Keeps it, in the transaction in which the centre consents. */
    ItemVersion keep(ItemDefinition bundle, UnitOfWork unit) {
        return bundles.keep(bundle, unit);
    }

    @Override
    public String module() {
        return AgencyEvent.MODULE;
    }

    @Override
    public Optional<ItemVersion> reserved(String code, CallContext context) {
        Optional<Integer> version = JointRequest.ofBundle(code)
                .flatMap(id -> transactions.read(context.withoutKey(), unit -> rows.find(id, unit)
                        .filter(request -> request.state() == JointState.CONSENTED)
                        .map(JointRequest::bundleVersion)));
        return version.map(number -> catalogue.version(context.tenant(), code, number, context.withoutKey()));
    }
}
