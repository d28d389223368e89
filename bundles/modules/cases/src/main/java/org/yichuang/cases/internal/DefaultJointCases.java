package org.yichuang.cases.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.BranchSummary;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.ExaminationRequest;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.JointRequests;
import org.yichuang.cases.internal.CaseLedger.InBranch;
import org.yichuang.cases.internal.domain.AgreementWork;
import org.yichuang.cases.internal.domain.AppointmentWork;
import org.yichuang.cases.internal.domain.BranchClocks;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseBranches.Place;
import org.yichuang.cases.internal.domain.CaseBranches.Row;
import org.yichuang.cases.internal.domain.CaseCommand;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseNumbers;
import org.yichuang.cases.internal.domain.ExaminationWork;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Departments;
import org.yichuang.tenancy.api.Tenants;

/** The use cases of joint cases: each is one transaction. */
public class DefaultJointCases implements JointCases {
    /** How often somebody is heard out while others speak at the same moment. */
    private static final int TRIES = 3;

    private static final int PARTS = 3;

    private final DefaultCaseService service;
    private final Transactions transactions;
    private final CaseLedger ledger;
    private final Tenants tenants;
    private final Departments departments;

    /** @param service what writes a command and answers the case */
    public DefaultJointCases(
            DefaultCaseService service,
            Transactions transactions,
            CaseLedger ledger,
            Tenants tenants,
            Departments departments) {
        this.service = service;
        this.transactions = transactions;
        this.ledger = ledger;
        this.tenants = tenants;
        this.departments = departments;
    }

    @Override
    public CaseView giveOpinion(String number, String branch, JointRequests.Opinion request, CallContext context) {
        context.require(CasePermission.OPINION);
        JointRequests.Opinion asked = FieldRules.require(request);
        InBranch command = new InBranch(branch, CaseCommand.GIVE_OPINION, asked);
        return beside(number, command, (file, now) -> BranchWork.giveOpinion(file, branch, asked, now), context);
    }

    @Override
    public CaseView examine(String number, String branch, ExaminationRequest request, CallContext context) {
        context.require(CasePermission.EXAMINE);
        ExaminationRequest asked = FieldRules.require(request);
        InBranch command = new InBranch(branch, ExaminationWork.command(asked.kind()), asked);
        return beside(number, command, (file, now) -> ExaminationWork.examine(file, branch, asked, now), context);
    }

    @Override
    public CaseView suspend(String number, String branch, CaseRequests.Suspend request, CallContext context) {
        context.require(CasePermission.SUSPEND);
        CaseRequests.Suspend asked = FieldRules.require(request);
        InBranch command = new InBranch(branch, CaseCommand.SUSPEND_BRANCH, asked);
        return beside(number, command, (file, now) -> BranchClocks.suspend(file, branch, asked, now), context);
    }

    @Override
    public CaseView resume(String number, String branch, CaseRequests.Resume request, CallContext context) {
        context.require(CasePermission.SUSPEND);
        CaseRequests.Resume asked = FieldRules.require(request == null ? new CaseRequests.Resume(null) : request);
        InBranch command = new InBranch(branch, CaseCommand.RESUME_BRANCH, asked);
        return beside(number, command, (file, now) -> BranchClocks.resume(file, branch, asked, now), context);
    }

    /** What one department does changes nothing for the next: only another step in its own branch stands in its way. */
    private CaseView beside(String number, InBranch asked, CaseLedger.Step work, CallContext context) {
        for (int left = TRIES; left > 1; left--) {
            try {
                return once(number, asked, work, context);
            } catch (ProblemException e) {
                if (e.code() != CommonError.CHANGED_MEANWHILE) {
                    throw e;
                }
            }
        }
        return once(number, asked, work, context);
    }

    private CaseView once(String number, InBranch asked, CaseLedger.Step work, CallContext context) {
        return service.write(context, unit -> {
            CaseFile file = Access.examining(ledger.cases(unit).get(number), asked.branch(), context);
            ledger.step(unit, file, asked, work);
            return file;
        });
    }

    @Override
    public CaseView holdMeeting(String number, JointRequests.Meeting request, CallContext context) {
        context.require(CasePermission.COORDINATE);
        JointRequests.Meeting asked = FieldRules.require(request);
        return step(
                number,
                CaseCommand.HOLD_MEETING,
                asked,
                context,
                (file, now) -> BranchWork.holdMeeting(file, asked, now));
    }

    @Override
    public CaseView report(String number, String agreement, JointRequests.Report request, CallContext context) {
        context.require(CasePermission.COORDINATE);
        JointRequests.Report asked = FieldRules.require(request);
        return step(
                number,
                CaseCommand.REPORT_AGREEMENT,
                asked,
                context,
                (file, now) -> AgreementWork.report(file, agreement, asked, now));
    }

    @Override
    public CaseView appoint(String number, JointRequests.Appoint request, CallContext context) {
        context.require(CasePermission.COORDINATE);
        JointRequests.Appoint asked = FieldRules.require(request);
        return step(
                number, CaseCommand.APPOINT, asked, context, (file, now) -> AppointmentWork.appoint(file, asked, now));
    }

    @Override
    public CaseView record(String number, JointRequests.Record request, CallContext context) {
        context.require(CasePermission.COORDINATE);
        JointRequests.Record asked = FieldRules.require(request);
        return step(
                number,
                CaseCommand.RECORD_APPOINTMENT,
                asked,
                context,
                (file, now) -> AppointmentWork.record(file, asked, now));
    }

    @Override
    public CaseView callOff(String number, JointRequests.CallOff request, CallContext context) {
        context.require(CasePermission.COORDINATE);
        JointRequests.CallOff asked = FieldRules.require(request);
        return step(
                number,
                CaseCommand.CALL_OFF_APPOINTMENT,
                asked,
                context,
                (file, now) -> AppointmentWork.callOff(file, asked, now));
    }

    @Override
    public CaseView raise(String number, JointRequests.Raise request, CallContext context) {
        context.require(CasePermission.COORDINATE);
        JointRequests.Raise asked = FieldRules.require(request);
        return step(number, CaseCommand.RAISE, asked, context, (file, now) -> BranchWork.raise(file, asked, now));
    }

    @Override
    public CaseView settle(String number, JointRequests.Settle request, CallContext context) {
        context.require(CasePermission.COORDINATE);
        JointRequests.Settle asked = FieldRules.require(request);
        return step(number, CaseCommand.SETTLE, asked, context, (file, now) -> BranchWork.settle(file, asked, now));
    }

    private CaseView step(
            String number, CaseCommand command, CaseRequests.Request asked, CallContext context, CaseLedger.Step work) {
        return service.write(context, unit -> {
            CaseFile file = service.load(unit, number, context);
            ledger.step(unit, file, command, asked, work);
            return file;
        });
    }

    @Override
    public Page<BranchSummary> branches(String department, PageRequest page, CallContext context) {
        context.require(CasePermission.WORK);
        boolean isOne = department != null && !department.isBlank();
        boolean isForeign =
                isOne && (TextRules.isUnfit(department) || !context.actor().worksFor(department));
        if (isForeign) {
            return new Page<>(List.of(), null);
        }
        Set<String> wanted = isOne
                ? departments.allNames(Set.of(department), context)
                : context.actor().departments();
        Place after = page.cursor().map(DefaultJointCases::place).orElse(Place.START);
        List<Row> rows =
                transactions.read(context, unit -> ledger.branches(unit).open(wanted, after, page.limit() + 1));
        BranchViews views = new BranchViews(CaseViews.almanac(tenants, context), Visibility.of(context.actor()));
        return Page.of(rows, page.limit(), row -> row.due() + "_" + row.number() + "_" + row.branch())
                .map(views::summary);
    }

    private static Place place(String cursor) {
        String[] parts = cursor.split("_", PARTS);
        try {
            if (parts.length == PARTS && CaseNumbers.isWellFormed(parts[1]) && parts[2].matches("[a-z0-9]{1,10}")) {
                return new Place(LocalDate.parse(parts[0]), parts[1], parts[2]);
            }
        } catch (DateTimeException e) {
            throw (RuntimeException) unreadable().initCause(e);
        }
        throw unreadable();
    }

    private static ProblemException unreadable() {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE,
                "cursor",
                LocalizedMessage.of(DefaultJointCases.class, "cursor-unreadable"));
    }
}
