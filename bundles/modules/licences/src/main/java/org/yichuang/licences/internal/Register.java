package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseItem;
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
import org.yichuang.licences.internal.domain.QuotaPlace;
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
    private static final String LICENCE = ItemType.LICENCE.name();
    private static final String PROMISE_CHECKED = "promise-checked";

    private final LicenceRows rows;
    private final Cases cases;
    private final Certificates certificates;
    private final QuotaRows quotas;
    private final Holdings holdings;
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
        this.holdings = holdings;
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
        return EventFilter.of(
                CaseEvent.MODULE,
                ISSUED,
                PROMISE_CHECKED,
                "refused",
                "withdrawn",
                "not-accepted",
                "lapsed",
                "returned");
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
        } else if (!event.event().type().equals(PROMISE_CHECKED)) {
            // What comes by a letter passes no gate: also here an application may have come to nothing
            holdings.end(number, unit);
        } else if (isBroken(event)) {
            String material = Json.read(event.event().data(), CaseEvent.PromiseChecked.class)
                    .material();
            of(number, unit).ifPresent(licence -> noteUntrue(licence, material, unit));
        }
    }

    /** What came of a case: a result of its own, or that which it has changed or renewed. */
    private Optional<Licence> of(String number, UnitOfWork unit) {
        return rows.find(number, unit).or(() -> holdings.done(number, unit));
    }

    private static boolean isBroken(EventEnvelope event) {
        CaseEvent.PromiseChecked checked = Json.read(event.event().data(), CaseEvent.PromiseChecked.class);
        return checked.granted() && checked.state() == PromiseState.BROKEN;
    }

    /** Only who has granted it can revoke it, or say why not. */
    private void noteUntrue(Licence licence, String material, UnitOfWork unit) {
        if (!licence.isDecidedAt(unit.context().tenant().value())) {
            return;
        }
        licence.revocationDue(licence.caseNumber(), material)
                .ifPresent(due -> rows.record(licence, "note-revocation", Map.of(), due, unit));
    }

    private void register(String number, UnitOfWork unit) {
        Optional<CaseRecord> file = cases.find(number, unit);
        Optional<CaseApplication> application = cases.application(number, unit);
        String here = unit.context().tenant().value();
        Optional<CaseResult> result =
                cases.result(number, unit).filter(made -> made.centre().equals(here));
        if (file.isEmpty() || application.isEmpty()) {
            return;
        }
        List<CaseItem> items = file.get().items();
        for (int i = 0; i < items.size(); i++) {
            String id = QuotaPlace.id(number, i);
            quotas.release(id, unit);
            if (result.isPresent() && rows.find(id, unit).isEmpty()) {
                enter(id, items.get(i), new Issued(file.get(), application.get().applicant(), result.get()), unit);
            }
        }
    }

    /** What was made out of a case. */
    private record Issued(CaseRecord file, Applicant applicant, CaseResult result) {
        /** Whether it is of a bundle, so that its decision is of several results. */
        boolean isJoint(CaseItem item) {
            return !item.code().equals(file.item()) || !item.owner().equals(file.owner());
        }
    }

    private void enter(String id, CaseItem item, Issued made, UnitOfWork unit) {
        Certificate certificate = certificates.of(item.owner(), item.code(), item.version(), unit);
        boolean isLicence = made.isJoint(item)
                ? certificates.isLicence(item, unit)
                : made.file().itemType().equals(LICENCE);
        if (certificate.kind() == Certificate.Kind.NONE && !isLicence) {
            return;
        }
        LicenceTerms terms = terms(id, item, made, certificate);
        LicenceContent content = content(made, made.isJoint(item), unit);
        CaseLicence concerned = made.file().licence();
        String idNumber = made.applicant().idNumber();
        boolean isFollowed =
                concerned != null && followings.follow(new Followings.Made(concerned, idNumber, terms, content), unit);
        if (!isFollowed) {
            Licence licence = new Licence(terms, content);
            holdings.inherit(terms.caseNumber(), licence, unit);
            rows.add(licence, idNumber, unit);
        }
        made.result().brokenDeclarations().stream().findFirst().ifPresent(material -> of(id, unit)
                .ifPresent(licence -> noteUntrue(licence, material, unit)));
    }

    /** The decision of a joint case proves all of its results, and does not end with one of them. */
    private LicenceContent content(Issued made, boolean isJoint, UnitOfWork unit) {
        Applicant applicant = made.applicant();
        String submitter = made.file().submitter();
        boolean isOwn = !made.file().transferred() && accounts.isApplicant(submitter, unit);
        Holder holder = new Holder(
                applicant.kind(), applicant.name(), applicant.idType(), applicant.idNumber(), isOwn ? submitter : "");
        String decision = made.result().decision();
        List<String> documents = decision.isEmpty() || isJoint ? List.of() : List.of(decision);
        return new LicenceContent(holder, made.result().remedies(), documents, List.of());
    }

    private static LicenceTerms terms(String id, CaseItem item, Issued made, Certificate certificate) {
        CaseResult result = made.result();
        LocalDate day = result.issuedAt().atZone(CallContext.ZONE).toLocalDate();
        return new LicenceTerms(
                id,
                made.file().number(),
                result.documentNumber(),
                certificate.kind().name(),
                item.owner(),
                item.code(),
                item.name(),
                item.version(),
                made.file().department(),
                result.organ(),
                day,
                result.validUntil() == null ? certificate.end(day).orElse(null) : result.validUntil(),
                result.decidedAt());
    }
}
