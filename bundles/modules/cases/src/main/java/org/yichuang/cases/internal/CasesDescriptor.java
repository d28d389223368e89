package org.yichuang.cases.internal;

import static org.yichuang.cases.api.CasePermission.ACCEPT;
import static org.yichuang.cases.api.CasePermission.APPLY;
import static org.yichuang.cases.api.CasePermission.CHECK_PROMISE;
import static org.yichuang.cases.api.CasePermission.CONFIRM_REMOVAL;
import static org.yichuang.cases.api.CasePermission.COORDINATE;
import static org.yichuang.cases.api.CasePermission.CORRECT;
import static org.yichuang.cases.api.CasePermission.CORRECT_ON_THE_SPOT;
import static org.yichuang.cases.api.CasePermission.DECIDE;
import static org.yichuang.cases.api.CasePermission.DELIVER;
import static org.yichuang.cases.api.CasePermission.EXAMINE;
import static org.yichuang.cases.api.CasePermission.EXTEND;
import static org.yichuang.cases.api.CasePermission.HANDLE_SPECIALLY;
import static org.yichuang.cases.api.CasePermission.HOLD_HEARING;
import static org.yichuang.cases.api.CasePermission.ISSUE;
import static org.yichuang.cases.api.CasePermission.NOTIFY_CORRECTION;
import static org.yichuang.cases.api.CasePermission.OPINION;
import static org.yichuang.cases.api.CasePermission.PRE_REVIEW;
import static org.yichuang.cases.api.CasePermission.REFUSE_ACCEPTANCE;
import static org.yichuang.cases.api.CasePermission.REQUEST_HEARING;
import static org.yichuang.cases.api.CasePermission.RETAIN;
import static org.yichuang.cases.api.CasePermission.SUBMIT;
import static org.yichuang.cases.api.CasePermission.SUSPEND;
import static org.yichuang.cases.api.CasePermission.TAKE_IN;
import static org.yichuang.cases.api.CasePermission.UNMASK;
import static org.yichuang.cases.api.CasePermission.UPLOAD;
import static org.yichuang.cases.api.CasePermission.VIEW;
import static org.yichuang.cases.api.CasePermission.WITHDRAW;
import static org.yichuang.cases.api.CasePermission.WORK;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.internal.document.Remedies;
import org.yichuang.cases.internal.domain.AnswerWork;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseKinds;
import org.yichuang.cases.internal.domain.ClockWarnings;
import org.yichuang.cases.internal.domain.Deliveries;
import org.yichuang.cases.internal.domain.DemandBasis;
import org.yichuang.cases.internal.domain.Duplicates;
import org.yichuang.cases.internal.domain.HearingWork;
import org.yichuang.cases.internal.domain.OnlineReviewWork;
import org.yichuang.cases.internal.domain.PromisePolicy;
import org.yichuang.cases.internal.domain.RetentionSchedule;
import org.yichuang.cases.internal.domain.SeparateDuties;
import org.yichuang.cases.internal.domain.SpecialWork;
import org.yichuang.cases.internal.domain.Waiting;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the cases say of themselves. */
public class CasesDescriptor implements ModuleDescriptor {
    /** Who keeps the archive (档案管理员). */
    public static final String ARCHIVIST = "archivist";

    @Override
    public String word() {
        return "cases";
    }

    @Override
    public List<String> restRoots() {
        return List.of("cases", "progress", "materials", "retention");
    }

    @Override
    public List<String> pageRoots() {
        return List.of(
                "apply",
                "receipt",
                "my",
                "progress",
                "hearings",
                "intake",
                "workbench",
                "worklist",
                "cases",
                "retention");
    }

    @Override
    public Set<String> permissions() {
        return grants().stream().flatMap(grant -> grant.permissions().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to("applicant", SUBMIT, APPLY, VIEW, UPLOAD, CORRECT, REQUEST_HEARING, WITHDRAW),
                PermissionGrant.to(
                        "clerk",
                        SUBMIT,
                        TAKE_IN,
                        VIEW,
                        WORK,
                        UPLOAD,
                        ACCEPT,
                        NOTIFY_CORRECTION,
                        CORRECT,
                        CORRECT_ON_THE_SPOT,
                        REFUSE_ACCEPTANCE,
                        REQUEST_HEARING,
                        ISSUE,
                        DELIVER,
                        WITHDRAW,
                        UNMASK),
                reviewer(),
                chiefRepresentative(),
                PermissionGrant.to("centre-manager", VIEW, WORK, HANDLE_SPECIALLY, RETAIN, CONFIRM_REMOVAL),
                PermissionGrant.to(ARCHIVIST, RETAIN),
                PermissionGrant.to("supervision-officer", VIEW, WORK));
    }

    private static PermissionGrant reviewer() {
        return PermissionGrant.to(
                "reviewer",
                VIEW,
                WORK,
                UPLOAD,
                ACCEPT,
                NOTIFY_CORRECTION,
                CORRECT,
                CORRECT_ON_THE_SPOT,
                REFUSE_ACCEPTANCE,
                EXAMINE,
                PRE_REVIEW,
                OPINION,
                COORDINATE,
                CHECK_PROMISE,
                HOLD_HEARING,
                REQUEST_HEARING,
                SUSPEND,
                UNMASK);
    }

    private static PermissionGrant chiefRepresentative() {
        return PermissionGrant.to(
                "chief-representative",
                VIEW,
                WORK,
                ACCEPT,
                NOTIFY_CORRECTION,
                REFUSE_ACCEPTANCE,
                EXAMINE,
                PRE_REVIEW,
                OPINION,
                COORDINATE,
                DECIDE,
                CHECK_PROMISE,
                HOLD_HEARING,
                REQUEST_HEARING,
                SUSPEND,
                EXTEND,
                HANDLE_SPECIALLY,
                ISSUE,
                UNMASK);
    }

    @Override
    public List<SettingDefinition> settings() {
        List<SettingDefinition> settings =
                new ArrayList<>(List.of(SettingDefinition.time("policy.intake.closing", "17:00", "00:01", "23:59")));
        for (Quotas.Kind kind : Quotas.Kind.values()) {
            settings.add(SettingDefinition.number(kind.key(), kind.usual(), 1, 100_000));
        }
        settings.add(CaseIndicators.ON_TIME_TARGET);
        settings.addAll(
                List.of(PromisePolicy.DEFERRAL, PromisePolicy.MARGIN, PromisePolicy.REMINDER, PromisePolicy.CHECK));
        settings.add(OnlineReviewWork.DAYS);
        settings.add(AnswerWork.DAYS);
        settings.add(Deliveries.REFUSAL_DAYS);
        settings.add(Waiting.DAYS);
        settings.add(SpecialWork.THROUGH_HOLIDAYS);
        settings.add(IssuedDocuments.COLLECTION);
        settings.addAll(CaseKinds.settings());
        settings.add(KioskEnquiries.BY);
        settings.add(KioskEnquiries.DIGITS);
        settings.add(Duplicates.SETTING);
        settings.add(EnteredAfterwards.DAYS);
        settings.add(DemandBasis.SETTING);
        settings.add(SeparateDuties.SETTING);
        settings.add(HearingWork.FULL_DAYS);
        settings.addAll(List.of(BranchWork.REMINDER, BranchWork.SETTLEMENT));
        settings.addAll(List.of(ClockWarnings.DAYS, ClockWarnings.PERCENT));
        settings.add(SettingDefinition.text(Remedies.BODY, "", Remedies.LONGEST));
        settings.add(SettingDefinition.text(Remedies.CHANNEL, "", Remedies.LONGEST));
        settings.addAll(RetentionSchedule.settings());
        return List.copyOf(settings);
    }

    @Override
    public Texts texts() {
        return Texts.beside(CasesDescriptor.class, "module");
    }
}
