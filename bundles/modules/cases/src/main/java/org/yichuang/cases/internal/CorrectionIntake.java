package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseRequests.DemandAnswer;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.CorrectionContent;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Takes what is changed of an application, held against the item version under which it was handed in (R3-10). */
final class CorrectionIntake {
    private final Transactions transactions;
    private final CaseRepositories store;
    private final CaseLedger desk;
    private final Intake intake;

    CorrectionIntake(Transactions transactions, CaseRepositories store, CaseLedger desk, Intake intake) {
        this.transactions = transactions;
        this.store = store;
        this.desk = desk;
        this.intake = intake;
    }

    /** What somebody changes of an application: form data, materials, and what they say of it. */
    record Changes(
            Map<String, Object> form, List<MaterialGiven> materials, String statement, List<DemandAnswer> answers) {
        Changes {
            form = form == null ? Map.of() : form;
            materials = materials == null ? List.of() : materials;
        }

        /** Without words. */
        Changes(Map<String, Object> form, List<MaterialGiven> materials) {
            this(form, materials, null, null);
        }
    }

    /** Changes that fit the item, to be taken into a case. */
    @FunctionalInterface
    interface Prepared {
        /**
         * Binds the files to the case.
         *
         * @throws ProblemException what does not fit the item, the case, or the eyes of whoever changes it
         */
        CorrectionContent take(UnitOfWork unit, CaseFile file);
    }

    /** Finds out what can be found out before the transaction; what is refused is refused when it is taken. */
    Prepared prepare(String number, Changes changes, CallContext context) {
        boolean isBare = changes.form().isEmpty() && changes.materials().isEmpty();
        Supplier<Intake.Frozen> item = Intake.later(() ->
                isBare ? Intake.Frozen.NOTHING : intake.frozen(submission(number, context), changes.form(), context));
        return (unit, file) -> {
            RouteFacts route = item.get().route();
            requireUnmasked(file.submission(), changes.form(), context);
            requireSameRoad(file, route);
            int already = file.submission().materials().size();
            List<MaterialView> materials = new Materials(item.get().asked(), store.files(unit), context.actor())
                    .take(changes.materials(), already, number);
            return new CorrectionContent(changes.statement(), changes.form(), materials, route, changes.answers());
        };
    }

    private Submission submission(String number, CallContext context) {
        return transactions.read(context, unit -> Access.acting(desk.cases(unit).get(number), context)
                .submission());
    }

    /** Whoever was shown a form with stars in it does not write the stars back where the truth was. */
    private static void requireUnmasked(Submission present, Map<String, Object> changes, CallContext context) {
        Set<String> masked = Visibility.of(context.actor()).writtenBack(present, changes);
        if (!masked.isEmpty()) {
            LocalizedMessage leaveOut = LocalizedMessage.of(CorrectionIntake.class, "form.masked");
            throw new ProblemException(
                    CommonError.FIELDS_INVALID,
                    leaveOut,
                    masked.stream()
                            .map(name -> new FieldProblem("form." + name, leaveOut))
                            .toList());
        }
    }

    /** Once the file has left, what the centres above have relied on cannot become another centre's business. */
    private static void requireSameRoad(CaseFile file, RouteFacts route) {
        boolean left = file.state() == CaseState.QUESTIONED || file.state() == CaseState.FORWARDED;
        if (left
                && route != null
                && !route.id().equals(file.submission().route().id())) {
            throw ProblemException.field(
                    CaseError.CASE_STATE,
                    "form",
                    LocalizedMessage.of(CorrectionIntake.class, "correction.other-route"));
        }
    }
}
