package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.Outcome;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.CaseSnapshot;
import org.yichuang.cases.api.Cases;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.licences.api.LicenceEvent;
import org.yichuang.licences.internal.domain.Grant;
import org.yichuang.licences.internal.domain.Holder;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.licences.internal.persistence.GrantRows;
import org.yichuang.tenancy.api.Tenants;

/** Enters each decision of a centre that grants, once, also those of before the module was there. */
public class GrantRegister implements EventListener {
    private static final String ENDED = "grant-ended";

    private final Holdings holdings;
    private final GrantRows grants;
    private final Cases cases;
    private final Certificates certificates;
    private final Tenants tenants;

    public GrantRegister(Holdings holdings, Certificates certificates, Tenants tenants) {
        this.holdings = holdings;
        this.grants = holdings.grants();
        this.cases = holdings.cases();
        this.certificates = certificates;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "licences-grants";
    }

    @Override
    public EventFilter wants() {
        return EventFilter.of(CaseEvent.MODULE, "granted", "deemed-renewed", ENDED);
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
        if (event.event().type().equals(ENDED)) {
            grants.held(number, unit)
                    .filter(grant -> !grant.isEnded())
                    .ifPresent(grant -> grants.record(grant, "end", Map.of(), grant.end(), unit));
            return;
        }
        Optional<CaseRecord> file =
                cases.find(number, unit).filter(found -> found.decision() == Outcome.GRANT && isLicensing(found, unit));
        String here = unit.context().tenant().value();
        Optional<CaseResult> result =
                cases.granted(number, unit).filter(found -> found.decidedAt().equals(here));
        Optional<CaseApplication> application = cases.application(number, unit);
        if (file.isPresent() && result.isPresent() && application.isPresent()) {
            LocalDate day = event.at().atZone(CallContext.ZONE).toLocalDate();
            Grant.About about = new Grant.About(
                    number, file.get().item(), file.get().itemName(), file.get().department());
            decided(about, application.get().applicant(), day, result.get().organ(), unit);
        }
    }

    private boolean isLicensing(CaseRecord file, UnitOfWork unit) {
        return isLicensing(file.itemType(), file.items(), unit);
    }

    private boolean isLicensing(String itemType, List<CaseItem> items, UnitOfWork unit) {
        return itemType.equals(ItemType.LICENCE.name())
                || items.stream().anyMatch(item -> certificates.isLicence(item, unit));
    }

    /** What is not there yet was decided while nobody was asked whether it is a secret. */
    private void decided(Grant.About about, Applicant applicant, LocalDate day, String organ, UnitOfWork unit) {
        Optional<Grant> known = grants.held(about.caseNumber(), unit);
        if (known.isEmpty()) {
            Grant grant = grant(about, applicant, day, unit);
            grant.decidedBy(organ);
            if (inherit(grant, unit).isEmpty()) {
                grant.hide();
            }
            grants.add(grant, details(grant), unit);
        } else if (!known.get().isWhole()) {
            known.get().decidedBy(organ);
            grants.note(known.get(), "name-organ", unit);
        }
    }

    /**
     * What came of it, or what it is of, withholds it where that is a secret; and nobody says so of that beside this.
     *
     * @return those results
     */
    private List<Licence> inherit(Grant grant, UnitOfWork unit) {
        List<Licence> concerned = holdings.concerned(grant.caseNumber(), unit);
        concerned.forEach(licence -> holdings.rows().hold(licence, unit));
        Holdings.secret(concerned)
                .filter(act -> !grant.isSecret())
                .ifPresent(act -> grant.withhold(WithholdingGround.of(act.ground()), act.basis()));
        return concerned;
    }

    /**
     * Whoever decides here has been asked whether it is a secret: where it is, nobody else reads of it from the first.
     *
     * @param ground of whom; none where it is no secret
     */
    void asked(CaseSnapshot before, Optional<WithholdingGround> ground, String basis, UnitOfWork unit) {
        boolean isHere = before.decidedAt().equals(unit.context().tenant().value());
        if (!isHere || !isLicensing(before.itemType(), before.items(), unit)) {
            return;
        }
        Optional<Grant> known = grants.held(before.number(), unit);
        if (known.isPresent()) {
            ground.filter(said -> !known.get().isSecret()).ifPresent(said -> {
                LicenceEvent event = known.get().withhold(said, basis);
                grants.record(known.get(), "withhold", Map.of("ground", said.name()), event, unit);
            });
            return;
        }
        Grant.About about = new Grant.About(before.number(), before.item(), before.itemName(), before.department());
        Grant grant = grant(about, before.applicant(), unit.context().today(), unit);
        ground.ifPresent(said -> grant.withhold(said, basis));
        inherit(grant, unit);
        grants.add(grant, details(grant), unit);
    }

    private Grant grant(Grant.About about, Applicant applicant, LocalDate day, UnitOfWork unit) {
        Holder holder = new Holder(applicant.kind(), applicant.name(), applicant.idType(), applicant.idNumber(), "");
        String key =
                holdings.rows().idNumberKey(applicant.idNumber(), unit.context().tenant());
        return new Grant(about, holder, key, day);
    }

    private static Map<String, String> details(Grant grant) {
        return grant.isWithheld() ? Map.of("withheld", grant.ground()) : Map.of();
    }
}
