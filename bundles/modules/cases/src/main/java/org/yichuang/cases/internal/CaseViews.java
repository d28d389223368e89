package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yichuang.cases.api.CaseChannel;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;
import org.yichuang.cases.api.CaseTag;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.DemandView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.CaseView.MissingView;
import org.yichuang.cases.api.CaseView.Peer;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.CaseView.RouteView;
import org.yichuang.cases.api.CaseView.StageView;
import org.yichuang.cases.api.ComparedView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.api.FilingView;
import org.yichuang.cases.api.KindsView;
import org.yichuang.cases.api.OnlineReviewView;
import org.yichuang.cases.api.VisitsView;
import org.yichuang.cases.internal.domain.Almanac;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles.Row;
import org.yichuang.cases.internal.domain.CaseKinds;
import org.yichuang.cases.internal.domain.ClockWarnings;
import org.yichuang.cases.internal.domain.Filing;
import org.yichuang.cases.internal.domain.Laws;
import org.yichuang.cases.internal.domain.Links;
import org.yichuang.cases.internal.domain.OnlineReview;
import org.yichuang.cases.internal.domain.OnlineReviewWork;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.Progress.StepFact;
import org.yichuang.cases.internal.domain.PromiseFact;
import org.yichuang.cases.internal.domain.RemedyLimits;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.cases.internal.domain.Visits;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.time.Deadline;
import org.yichuang.kernel.api.time.Deadlines;
import org.yichuang.kernel.api.time.TrafficLight;
import org.yichuang.kernel.api.time.TrafficLights;
import org.yichuang.kernel.api.time.WorkingCalendar;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** Turns cases into what leaves the module. */
final class CaseViews {
    private CaseViews() {}

    static CaseView view(
            CaseFile file,
            List<String> commands,
            Tenants tenants,
            List<MissingView> missing,
            Visibility visibility,
            CallContext context) {
        Submission submission = file.submission();
        Progress progress = file.progress();
        ClockViews clocks = new ClockViews(context.today(), tenants.calendar(context.tenant()));
        return new CaseView(
                file.number(),
                file.queryCode().isEmpty() ? null : file.queryCode(),
                file.state(),
                file.state().label().zh(),
                submission.item().owner(),
                submission.item().code(),
                submission.item().name(),
                submission.item().version(),
                submission.item().kind().name(),
                submission.item().type().name(),
                file.department(),
                visibility.applicant(submission.applicant()),
                visibility.form(submission),
                submission.materials().stream().map(visibility::material).toList(),
                route(submission.route()),
                progress.stage(),
                file.receivedAt(),
                progress.acceptance(),
                file.due().orElse(null),
                corrections(progress, visibility),
                visibility.showsWork() ? progress.opinions() : List.of(),
                ExaminationViews.of(file, visibility),
                ExaminationViews.outstanding(file, context.tenant().value(), visibility),
                clocks.hearing(progress, visibility),
                clocks.suspensions(file, visibility),
                ClockViews.extension(progress, visibility),
                promises(file, visibility, context.today()),
                decision(progress.decision(), visibility),
                visibility.issued(progress.issued(), submission.applicant()),
                delivery(progress.delivery(), visibility),
                ending(progress.ending(), visibility),
                visibility.proof(progress.withdrawalProof()),
                lower(file, tenants),
                upper(file, tenants),
                commands,
                missing,
                visibility.showsWork() ? authorities(progress.steps()) : List.of(),
                new BranchViews(almanac(tenants, context), visibility).of(file),
                BranchViews.joint(file, tenants.calendar(context.tenant()), visibility, context.today()),
                RemedyLimits.of(file, tenants.calendar(context.tenant()), Laws.IN_FORCE)
                        .orElse(null),
                visibility.licence(submission.licence(), submission.applicant()),
                filing(file, visibility, context, tenants),
                file.version());
    }

    private static FilingView filing(CaseFile file, Visibility visibility, CallContext context, Tenants tenants) {
        WorkingCalendar calendar = tenants.calendar(context.tenant());
        Tenant here = tenants.get(context.tenant());
        CaseChannel channel = file.channel().orElse(null);
        List<String> codes =
                file.submission().materials().stream().map(MaterialView::code).toList();
        Filing filing = file.submission().filing();
        return new FilingView(
                channel,
                channel == null ? null : channel.label().zh(),
                visibility.representative(filing.representative()),
                filing.beside(),
                visibility.text(filing.duplicateReason()),
                OnlineReviewWork.lastDay(file.progress(), calendar)
                        .map(due -> reviewed(
                                filing.review(),
                                due,
                                OnlineReviewWork.isOverdue(file.progress(), context.today(), calendar),
                                visibility))
                        .orElse(null),
                ClockViews.special(file.progress(), visibility, calendar),
                kinds(file, here),
                file.isTransferred() ? null : new VisitsView(Visits.made(file), Visits.promised(file)),
                visibility.afterwards(file.progress().afterwards()),
                file.progress().compared().stream()
                        .map(seen -> new ComparedView(
                                seen.material(),
                                visibility.text(seen.name()),
                                visibility.showsWork() ? seen.by() : null,
                                seen.at(),
                                seen.place(codes)))
                        .toList());
    }

    private static KindsView kinds(CaseFile file, Tenant here) {
        List<CaseTag> tags = CaseKinds.tags(file, here.id().value());
        return new KindsView(
                CaseKinds.name(file.submission().item().kind(), here),
                tags,
                tags.stream().map(tag -> CaseKinds.name(tag, here)).toList());
    }

    private static OnlineReviewView reviewed(
            OnlineReview made, LocalDate due, boolean isOverdue, Visibility visibility) {
        return made == null
                ? new OnlineReviewView(due, isOverdue, null, null, null, null)
                : new OnlineReviewView(
                        due,
                        isOverdue,
                        made.outcome(),
                        made.outcome().label().zh(),
                        visibility.text(made.words()),
                        made.at());
    }

    private static RouteView route(RouteFacts route) {
        List<StageView> stages = route.stages().stream()
                .map(stage ->
                        new StageView(stage.action().name(), stage.level().key(), stage.centre(), stage.department()))
                .toList();
        return new RouteView(
                route.id(),
                route.name(),
                route.zh(),
                route.en(),
                stages,
                route.issueLevel().key());
    }

    private static List<CorrectionView> corrections(Progress progress, Visibility visibility) {
        return progress.corrections().stream()
                .map(kept -> correction(kept, visibility))
                .toList();
    }

    /** An answer without words is an answer all the same: null stays for the open question. */
    private static CorrectionView correction(CorrectionView kept, Visibility visibility) {
        boolean silent = kept.answeredAt() != null && kept.statement() == null;
        String statement = silent ? "" : visibility.text(kept.statement());
        List<DemandView> answers = kept.answers().stream()
                .map(answer -> new DemandView(answer.supplied(), answer.how(), visibility.text(answer.statement())))
                .toList();
        return new CorrectionView(
                kept.centre(),
                kept.notifiedAt(),
                kept.items(),
                statement,
                kept.answeredAt(),
                answers,
                kept.awaitedUntil());
    }

    private static List<PromiseView> promises(CaseFile file, Visibility visibility, LocalDate today) {
        return file.sound().promises().stream()
                .map(promise -> promise(promise, visibility, today))
                .toList();
    }

    private static PromiseView promise(PromiseFact kept, Visibility visibility, LocalDate today) {
        return new PromiseView(
                kept.material(),
                kept.name(),
                kept.kind(),
                kept.kind().label().zh(),
                kept.until(),
                kept.isOverdue(today),
                kept.state(),
                kept.state().label().zh(),
                kept.suppliedOn(),
                kept.checkedOn(),
                kept.consequence(),
                visibility.showsWork() ? visibility.text(kept.finding()) : null);
    }

    private static DecisionView decision(DecisionView kept, Visibility visibility) {
        return kept == null || visibility.showsWork()
                ? kept
                : new DecisionView(
                        kept.centre(),
                        kept.department(),
                        kept.outcome(),
                        kept.opinion(),
                        kept.reasons(),
                        kept.basis(),
                        kept.remedies(),
                        null,
                        kept.at(),
                        kept.reconsiderationFirst());
    }

    private static DeliveryView delivery(DeliveryView kept, Visibility visibility) {
        return kept == null
                ? null
                : new DeliveryView(
                        kept.method(),
                        visibility.name(null, kept.receivedBy()),
                        visibility.showsWork() ? visibility.text(kept.remark()) : null,
                        kept.at(),
                        kept.servedOn(),
                        visibility.text(kept.consent()),
                        visibility.proof(kept.proof()));
    }

    /** The reasons of a withdrawal are the applicant's words, all others the centre's own. */
    private static EndingView ending(EndingView kept, Visibility visibility) {
        return kept == null || !kept.kind().equals("WITHDRAWN")
                ? kept
                : new EndingView(
                        kept.kind(),
                        kept.centre(),
                        visibility.text(kept.reasons()),
                        kept.basis(),
                        kept.remedies(),
                        kept.competentOrgan(),
                        kept.at());
    }

    private static Peer lower(CaseFile file, Tenants tenants) {
        Optional<CaseState> state = file.progress().links().map(Links::lowerState);
        return peer(tenants, file.lowerCentre(), file.lowerNumber(), state);
    }

    private static Peer upper(CaseFile file, Tenants tenants) {
        Optional<CaseState> state = file.progress().links().map(Links::upperState);
        return peer(tenants, file.upperCentre(), file.upperNumber(), state);
    }

    private static Peer peer(Tenants tenants, String centre, String number, Optional<CaseState> state) {
        if (centre == null) {
            return null;
        }
        String name = tenants.find(new TenantId(centre)).map(Tenant::name).orElse(centre);
        return new Peer(centre, name, number, state.map(Enum::name).orElse(null));
    }

    /** By what the days of a centre are reckoned for whoever looks. */
    static Almanac almanac(Tenants tenants, CallContext context) {
        TenantId here = context.tenant();
        return new Almanac(context.today(), tenants.calendar(here), ClockWarnings.setting(tenants.get(here)));
    }

    static CaseSummary summary(Row row, Almanac almanac, Visibility visibility) {
        boolean waits = !row.due().equals(CaseFile.NEVER);
        return new CaseSummary(
                row.number(),
                row.state(),
                row.state().label().zh(),
                row.item(),
                row.itemName(),
                visibility.name(row.person(), row.applicant()),
                row.department(),
                row.receivedAt(),
                waits ? row.due() : null,
                (waits ? light(row, almanac) : TrafficLight.GREEN).name().toLowerCase(Locale.ROOT),
                waits ? Deadlines.workdaysLeft(almanac.today(), row.due(), almanac.calendar()) : null,
                row.provisional(),
                row.promisedUntil(),
                row.promisedUntil() != null && almanac.today().isAfter(row.promisedUntil()),
                row.lowerCentre(),
                row.upperCentre(),
                row.version());
    }

    private static TrafficLight light(Row row, Almanac almanac) {
        Deadline next = deadline(row, row.due());
        Deadline lawful = deadline(row, row.lawDue());
        return TrafficLights.of(almanac.today(), next, lawful, almanac.warning(), almanac.calendar())
                .light();
    }

    private static Deadline deadline(Row row, LocalDate due) {
        LocalDate start = row.receivedAt().atZone(CallContext.ZONE).toLocalDate();
        return new Deadline(
                Optional.ofNullable(due),
                false,
                start,
                row.dueLimit(),
                List.of(),
                List.of(),
                LocalizedMessage.verbatim(""));
    }

    /** By which authorities the last step here was taken; none when no gate was asked. */
    private static List<String> authorities(List<StepFact> steps) {
        return steps.isEmpty() ? List.of() : steps.get(steps.size() - 1).authority();
    }
}
