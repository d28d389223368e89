package org.yichuang.agency.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.AgencyPermission;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.AgencyCommands.Words;
import org.yichuang.agency.internal.InspectionCommands.BodyGiven;
import org.yichuang.agency.internal.InspectionCommands.Call;
import org.yichuang.agency.internal.InspectionCommands.Find;
import org.yichuang.agency.internal.InspectionCommands.Open;
import org.yichuang.agency.internal.InspectionCommands.PutRight;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.InspectionViews.InspectionView;
import org.yichuang.agency.internal.domain.InspectedBody;
import org.yichuang.agency.internal.domain.InspectedContent;
import org.yichuang.agency.internal.domain.Inspection;
import org.yichuang.agency.internal.domain.Inspection.Part;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.DocumentType;

/** Joint annual inspections (联合年检, M-CAS-10): one method is one transaction. */
public class Inspections {
    private final Transactions transactions;
    private final InspectionWork work;

    Inspections(Transactions transactions, InspectionWork work) {
        this.transactions = transactions;
        this.work = work;
    }

    /**
     * Begins one.
     *
     * @throws ProblemException {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.INSPECT)
    public InspectionView open(Open command, CallContext context) {
        context.require(AgencyPermission.INSPECT);
        Open given = FieldRules.require(command);
        if (given.to().isBefore(given.from()) || given.to().isBefore(context.today())) {
            throw invalid("to", "inspection.to");
        }
        List<Part> parts = given.parts().stream()
                .map(part ->
                        new Part(part.department().strip(), part.certificate().strip()))
                .toList();
        Set<String> certificates = parts.stream().map(Part::certificate).collect(Collectors.toSet());
        boolean isReadable = parts.stream()
                .noneMatch(part -> TextRules.isUnfit(part.department()) || TextRules.isUnfit(part.certificate()));
        if (certificates.size() < parts.size() || !isReadable) {
            throw invalid("parts", "inspection.parts");
        }
        String id = transactions
                .write(context, Written.class, unit -> {
                    Inspection made = Inspection.opened(
                            Ids.next(unit.context().at()), given.name(), given.from(), given.to(), parts);
                    work.keep(made, "open", "inspection-opened", unit);
                    return new Written(made.id());
                })
                .id();
        return view(id, context);
    }

    /**
     * Calls bodies: each gets a paper, and a message where it has an account. Those that are called already are left as
     * they are, so that a list may be sent again.
     *
     * @throws ProblemException {@code inspection-unknown}, {@code inspection-closed}, {@code fields-invalid} with the
     *     body that is wrong, or all of them once the days have passed
     */
    @RequiresPermission(AgencyPermission.INSPECT)
    public InspectionView call(String id, Call command, CallContext context) {
        context.require(AgencyPermission.INSPECT);
        Call given = FieldRules.require(command);
        Map<String, BodyGiven> bodies = new LinkedHashMap<>();
        for (int i = 0; i < given.bodies().size(); i++) {
            BodyGiven body = given.bodies().get(i);
            Check number = DocumentType.USCC.check(body.idNumber(), context.today());
            if (!number.isValid()) {
                throw ProblemException.field(CommonError.FIELDS_INVALID, "bodies[" + i + "].idNumber", number.reason());
            }
            bodies.putIfAbsent(number.normalised(), body);
        }
        transactions.write(context, Written.class, unit -> {
            Inspection inspection = work.held(id, unit);
            inspection.called();
            if (context.today().isAfter(inspection.endsOn())) {
                throw invalid("bodies", "inspection.passed", inspection.endsOn());
            }
            Map<String, String> keys = work.keys(bodies.keySet(), unit);
            Set<String> known = work.bodies().known(id, keys.values(), unit);
            bodies.forEach((number, body) -> {
                if (!known.contains(keys.get(number))) {
                    InspectedContent content =
                            new InspectedContent(body.name(), number, parts(inspection, body), List.of(), List.of());
                    work.call(inspection, content, body.account(), keys.get(number), unit);
                }
            });
            work.keep(inspection, "call", "inspection-called", unit);
            return new Written(id);
        });
        return view(id, context);
    }

    private static List<Part> parts(Inspection inspection, BodyGiven body) {
        Set<String> named = new HashSet<>(body.certificates());
        List<Part> parts = new ArrayList<>(inspection.parts());
        if (!named.isEmpty()) {
            parts.removeIf(part -> !named.remove(part.certificate()));
        }
        if (!named.isEmpty()) {
            throw ProblemException.of(
                    AgencyError.CERTIFICATE_NOT_CALLED, named.iterator().next());
        }
        return parts;
    }

    /**
     * Says what one's department has found at the visit; the first of them makes the visit.
     *
     * @throws ProblemException {@code inspection-unknown}, {@code inspection-closed}, {@code certificate-not-called},
     *     {@code inspected-before}, {@code not-allowed} for another department, {@code fields-invalid}
     */
    @RequiresPermission(AgencyPermission.FIND)
    public BodyView find(String id, String body, Find command, CallContext context) {
        context.require(AgencyPermission.FIND);
        Find given = FieldRules.require(command);
        boolean isToRight = !given.passed();
        if (isToRight && given.words().isEmpty()) {
            throw invalid("words", "inspection.words");
        }
        boolean isDueRight =
                isToRight ? given.due() != null && !given.due().isBefore(context.today()) : given.due() == null;
        if (!isDueRight) {
            throw invalid("due", "inspection.due");
        }
        return step(id, body, "find", context, (found, unit) -> {
            work.held(id, unit).requireOpen();
            InspectionWork.requireOwn(found.part(given.certificate()), context);
            found.find(given.certificate(), given.passed(), given.words(), given.due(), work.now(unit));
        });
    }

    /**
     * Says that one's department has seen that something is put right, also after the inspection has ended.
     *
     * @throws ProblemException {@code inspection-unknown}, {@code certificate-not-called}, {@code nothing-to-right},
     *     {@code not-allowed} for another department
     */
    @RequiresPermission(AgencyPermission.FIND)
    public BodyView putRight(String id, String body, PutRight command, CallContext context) {
        context.require(AgencyPermission.FIND);
        PutRight given = FieldRules.require(command);
        return step(id, body, "put-right", context, (found, unit) -> {
            InspectionWork.requireOwn(found.part(given.certificate()), context);
            found.right(given.certificate(), given.words(), work.now(unit));
        });
    }

    private BodyView step(
            String id, String body, String action, CallContext context, BiConsumer<InspectedBody, UnitOfWork> done) {
        transactions.write(context, Written.class, unit -> {
            InspectedBody found = work.heldBody(id, body, unit);
            context.requireVersion(found.steps());
            InspectionState before = found.state();
            done.accept(found, unit);
            work.keep(found, action, before, unit);
            return new Written(body);
        });
        return body(id, body, context.withoutKey());
    }

    /**
     * Ends it: nothing is found any more, and who has not come has not.
     *
     * @throws ProblemException {@code inspection-unknown}, {@code inspection-closed}
     */
    @RequiresPermission(AgencyPermission.INSPECT)
    public InspectionView close(String id, Words command, CallContext context) {
        context.require(AgencyPermission.INSPECT);
        FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            Inspection inspection = work.held(id, unit);
            context.requireVersion(inspection.steps());
            inspection.close(context.today());
            work.keep(inspection, "close", "inspection-closed", Map.of("words", command.words()), unit);
            return new Written(id);
        });
        return view(id, context);
    }

    /** Returns the inspections of the centre, the newest first. */
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Page<InspectionView> list(PageRequest page, CallContext context) {
        context.require(AgencyPermission.INSPECTIONS);
        return transactions.read(context, unit -> {
            List<Inspection> found = work.rows().all(page.cursor(), page.limit() + 1, unit);
            return Page.of(found, page.limit(), Inspection::id).map(each -> work.view(each, unit));
        });
    }

    /**
     * Returns one.
     *
     * @throws ProblemException {@code inspection-unknown}
     */
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public InspectionView find(String id, CallContext context) {
        context.require(AgencyPermission.INSPECTIONS);
        return view(id, context);
    }

    private InspectionView view(String id, CallContext context) {
        return transactions.read(
                context.withoutKey(),
                unit -> work.view(work.rows().find(id, unit).orElseThrow(InspectionWork::unknown), unit));
    }

    /**
     * Returns the bodies that are called, in the order in which they were; {@code state} may be null.
     *
     * @throws ProblemException {@code inspection-unknown}
     */
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public Page<BodyView> bodies(String id, InspectionState state, PageRequest page, CallContext context) {
        context.require(AgencyPermission.INSPECTIONS);
        return transactions.read(context, unit -> {
            work.rows().find(id, unit).orElseThrow(InspectionWork::unknown);
            List<InspectedBody> found = work.bodies().of(id, state, page.cursor(), page.limit() + 1, unit);
            return Page.of(found, page.limit(), InspectedBody::id).map(each -> InspectionWork.view(each, context));
        });
    }

    /**
     * Returns one of them.
     *
     * @throws ProblemException {@code inspection-unknown}
     */
    @RequiresPermission(AgencyPermission.INSPECTIONS)
    public BodyView body(String id, String body, CallContext context) {
        context.require(AgencyPermission.INSPECTIONS);
        return transactions.read(
                context,
                unit -> InspectionWork.view(
                        work.bodies()
                                .find(body, unit)
                                .filter(found -> found.inspection().equals(id))
                                .orElseThrow(InspectionWork::unknown),
                        context));
    }

    private static ProblemException invalid(String field, String key, Object... arguments) {
        return ProblemException.field(
                CommonError.FIELDS_INVALID, field, LocalizedMessage.of(Inspections.class, key, arguments));
    }
}
