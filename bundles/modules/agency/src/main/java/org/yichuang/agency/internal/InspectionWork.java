package org.yichuang.agency.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.agency.api.AgencyError;
import org.yichuang.agency.api.InspectionState;
import org.yichuang.agency.internal.AgencyViews.NoteView;
import org.yichuang.agency.internal.InspectionViews.BodyView;
import org.yichuang.agency.internal.InspectionViews.Counts;
import org.yichuang.agency.internal.InspectionViews.FindingView;
import org.yichuang.agency.internal.InspectionViews.InspectionView;
import org.yichuang.agency.internal.InspectionViews.PartView;
import org.yichuang.agency.internal.document.JointDocument;
import org.yichuang.agency.internal.domain.InspectedBody;
import org.yichuang.agency.internal.domain.InspectedContent;
import org.yichuang.agency.internal.domain.InspectedContent.Finding;
import org.yichuang.agency.internal.domain.Inspection;
import org.yichuang.agency.internal.domain.Inspection.Part;
import org.yichuang.agency.internal.domain.Now;
import org.yichuang.agency.internal.persistence.InspectedRows;
import org.yichuang.agency.internal.persistence.InspectionRows;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.ProblemException;

/** Where every step of a joint annual inspection ends: in its rows, their entries, events, papers and messages. */
class InspectionWork {
    private final InspectionRows rows;
    private final InspectedRows bodies;
    private final DocumentService documents;
    private final AgencyMessages messages;
    private final Clocked clocked;

    InspectionWork(
            InspectionRows rows,
            InspectedRows bodies,
            DocumentService documents,
            AgencyMessages messages,
            Clocked clocked) {
        this.rows = rows;
        this.bodies = bodies;
        this.documents = documents;
        this.messages = messages;
        this.clocked = clocked;
    }

    InspectionRows rows() {
        return rows;
    }

    InspectedRows bodies() {
        return bodies;
    }

    Now now(UnitOfWork unit) {
        return clocked.now(unit);
    }

    Inspection held(String id, UnitOfWork unit) {
        return rows.held(id, unit).orElseThrow(InspectionWork::unknown);
    }

    InspectedBody heldBody(String id, String body, UnitOfWork unit) {
        return bodies.held(body, unit)
                .filter(found -> found.inspection().equals(id))
                .orElseThrow(InspectionWork::unknown);
    }

    /** What numbers are known by again. */
    Map<String, String> keys(Collection<String> numbers, UnitOfWork unit) {
        Map<String, String> keys = new LinkedHashMap<>();
        numbers.forEach(number ->
                keys.put(number, bodies.seal().idNumberKey(unit.context().tenant(), number)));
        return keys;
    }

    /** Calls a body, on paper, and by a message where it has an account. */
    void call(Inspection inspection, InspectedContent content, String account, String key, UnitOfWork unit) {
        Now now = now(unit);
        InspectedBody made =
                InspectedBody.called(Ids.next(unit.context().at()), inspection.id(), content, account, key, now);
        documents.issue(JointDocument.call(inspection, made, now.centre()), unit);
        keep(made, "call", null, unit);
        messages.sendCalled(inspection, made, unit);
    }

    void keep(Inspection inspection, String action, String event, UnitOfWork unit) {
        keep(inspection, action, event, Map.of(), unit);
    }

    void keep(Inspection inspection, String action, String event, Map<String, String> more, UnitOfWork unit) {
        Map<String, String> details = new HashMap<>(more);
        details.put("name", inspection.name());
        rows.keep(inspection, action, details, event, inspection.changed(), unit);
    }

    /** @param before where it stood, null when it was called just now */
    void keep(InspectedBody body, String action, InspectionState before, UnitOfWork unit) {
        LocalDate today = unit.context().today();
        Map<String, String> details =
                Map.of("inspection", body.inspection(), "state", body.state().name());
        String event = before == null ? "body-called" : "body-inspected";
        bodies.keep(body, action, details, event, body.changed(today), unit);
        boolean isResult = before != null && before != body.state() && body.state() != InspectionState.CAME;
        if (isResult) {
            messages.sendInspected(rows.find(body.inspection(), unit).orElseThrow(InspectionWork::unknown), body, unit);
        }
    }

    /** Whoever works for another department says nothing of this one. */
    static void requireOwn(Part part, CallContext context) {
        if (!context.actor().worksFor(part.department())) {
            throw ProblemException.of(CommonError.NOT_ALLOWED);
        }
    }

    InspectionView view(Inspection inspection, UnitOfWork unit) {
        Map<InspectionState, Long> counts = bodies.counts(inspection.id(), unit);
        long called = counts.values().stream().mapToLong(Long::longValue).sum();
        return new InspectionView(
                inspection.id(),
                inspection.name(),
                inspection.beginsOn(),
                inspection.endsOn(),
                inspection.closedOn().orElse(null),
                inspection.parts().stream()
                        .map(part -> new PartView(part.department(), part.certificate()))
                        .toList(),
                new Counts(
                        called,
                        called - counts.getOrDefault(InspectionState.CALLED, 0L),
                        counts.getOrDefault(InspectionState.PASSED, 0L),
                        counts.getOrDefault(InspectionState.TO_RIGHT, 0L),
                        counts.getOrDefault(InspectionState.RIGHTED, 0L)),
                inspection.steps());
    }

    static BodyView view(InspectedBody body, CallContext context) {
        List<FindingView> findings = body.held().parts().stream()
                .map(part -> finding(part, body.held(), context))
                .toList();
        return new BodyView(
                body.id(),
                body.inspection(),
                body.held().name(),
                body.held().idNumber(),
                body.state(),
                body.visitedOn().orElse(null),
                body.isLate(context.today()),
                findings,
                NoteView.of(body.held().notes()),
                body.steps());
    }

    private static FindingView finding(Part part, InspectedContent content, CallContext context) {
        Optional<Finding> found = content.findings().stream()
                .filter(each -> each.certificate().equals(part.certificate()))
                .findFirst();
        return new FindingView(
                part.certificate(),
                part.department(),
                found.isPresent(),
                found.filter(Finding::passed).isPresent(),
                found.map(Finding::words).orElse(""),
                found.map(Finding::foundOn).orElse(null),
                found.map(Finding::by).orElse(""),
                found.map(Finding::due).orElse(null),
                found.map(Finding::rightedOn).orElse(null),
                context.actor().worksFor(part.department()));
    }

    static ProblemException unknown() {
        return ProblemException.of(AgencyError.INSPECTION_UNKNOWN);
    }
}
