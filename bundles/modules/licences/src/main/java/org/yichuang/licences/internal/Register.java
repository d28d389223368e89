package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.internal.domain.Holder;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceContent;
import org.yichuang.licences.internal.domain.LicenceTerms;
import org.yichuang.licences.internal.persistence.Json;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.licences.internal.persistence.QuotaRows;
import org.yichuang.tenancy.api.Tenants;

/**
 * Enters what has been made out, each once, also what was made out before the module was there; and notes what is to be
 * revoked since a declaration was untrue. The register of a result is that of the centre that has made it out.
 */
public class Register implements EventListener {
    private static final String ISSUED = "issued";
    private static final String PROMISE_CHECKED = "promise-checked";

    private final LicenceRows rows;
    private final Cases cases;
    private final Certificates certificates;
    private final QuotaRows quotas;
    private final Followings followings;
    private final AccountDirectory accounts;
    private final Tenants tenants;

    public Register(
            Holdings holdings,
            QuotaRows quotas,
            Cases cases,
            Certificates certificates,
            AccountDirectory accounts,
            Tenants tenants) {
        this.quotas = quotas;
        this.rows = holdings.rows();
        this.followings = new Followings(holdings);
        this.cases = cases;
        this.certificates = certificates;
        this.accounts = accounts;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "licences-register";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE, ISSUED, PROMISE_CHECKED);
    }

    @Override
    public Start start() {
        return Start.BEGINNING;
    }

    @Override
    public boolean follows(TenantId tenant) {
        return tenants.find(tenant)
                .filter(centre -> centre.has(LicencesDescriptor.WORD))
                .isPresent();
    }

    @Override
    public void on(EventEnvelope event, UnitOfWork unit) {
        String number = event.aggregateId();
        if (event.event().type().equals(ISSUED)) {
            register(number, unit);
        } else if (isBroken(event)) {
            String material = Json.read(event.event().data(), CaseEvent.PromiseChecked.class)
                    .material();
            rows.find(number, unit).ifPresent(licence -> noteUntrue(licence, material, unit));
        }
    }

    private static boolean isBroken(EventEnvelope event) {
        CaseEvent.PromiseChecked checked = Json.read(event.event().data(), CaseEvent.PromiseChecked.class);
        return checked.granted() && checked.state() == PromiseState.BROKEN;
    }

    private void noteUntrue(Licence licence, String material, UnitOfWork unit) {
        licence.revocationDue(licence.id(), material)
                .ifPresent(due -> rows.record(licence, "note-revocation", Map.of(), due, unit));
    }

    private void register(String number, UnitOfWork unit) {
        quotas.release(number, unit);
        String here = unit.context().tenant().value();
        Optional<CaseResult> result =
                cases.result(number, unit).filter(made -> made.centre().equals(here));
        Optional<CaseRecord> file = cases.find(number, unit);
        Optional<CaseApplication> application = cases.application(number, unit);
        if (result.isEmpty()
                || file.isEmpty()
                || application.isEmpty()
                || rows.find(number, unit).isPresent()) {
            return;
        }
        Certificate certificate = certificates.of(
                file.get().owner(), file.get().item(), file.get().itemVersion(), unit);
        if (certificate.kind() == Certificate.Kind.NONE
                && !file.get().itemType().equals(ItemType.LICENCE.name())) {
            return;
        }
        Applicant applicant = application.get().applicant();
        LicenceTerms terms = terms(file.get(), result.get(), certificate);
        LicenceContent content = content(file.get(), applicant, result.get(), unit);
        CaseLicence concerned = file.get().licence();
        if (concerned != null
                && followings.follow(new Followings.Made(concerned, applicant.idNumber(), terms, content), unit)) {
            return;
        }
        Licence licence = new Licence(terms, content);
        rows.add(licence, applicant.idNumber(), unit);
        result.get().brokenDeclarations().stream()
                .findFirst()
                .ifPresent(material -> noteUntrue(licence, material, unit));
    }

    private LicenceContent content(CaseRecord file, Applicant applicant, CaseResult result, UnitOfWork unit) {
        boolean isOwn = !file.transferred() && accounts.isApplicant(file.submitter(), unit);
        Holder holder = new Holder(
                applicant.kind(),
                applicant.name(),
                applicant.idType(),
                applicant.idNumber(),
                isOwn ? file.submitter() : "");
        List<String> documents = result.decision().isEmpty() ? List.of() : List.of(result.decision());
        return new LicenceContent(holder, result.remedies(), documents, List.of());
    }

    private static LicenceTerms terms(CaseRecord file, CaseResult result, Certificate certificate) {
        LocalDate day = result.issuedAt().atZone(CallContext.ZONE).toLocalDate();
        return new LicenceTerms(
                file.number(),
                result.documentNumber(),
                certificate.kind().name(),
                file.owner(),
                file.item(),
                file.itemName(),
                file.itemVersion(),
                file.department(),
                result.organ(),
                day,
                result.validUntil() == null ? certificate.end(day).orElse(null) : result.validUntil(),
                result.decidedAt());
    }
}
