package org.yichuang.licences.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseEvent;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.cases.api.PromiseState;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.journal.api.EventEnvelope;
import org.yichuang.journal.api.EventFilter;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.licences.internal.domain.Holder;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.LicenceAct;
import org.yichuang.licences.internal.domain.LicenceContent;
import org.yichuang.licences.internal.domain.LicenceTerms;
import org.yichuang.licences.internal.domain.Peer;
import org.yichuang.licences.internal.domain.QuotaPlace;
import org.yichuang.licences.internal.domain.RegisterLetter;
import org.yichuang.licences.internal.domain.RegisterLetter.Made;
import org.yichuang.licences.internal.persistence.Json;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.licences.internal.persistence.QuotaRows;
import org.yichuang.tenancy.api.Tenants;

/**
 * Enters what has been made out, each once, also what was made out before the module was there; and notes what is to be
 * revoked since a declaration was untrue. A result stands in the register of the centre that has made it out and of the
 * one that has granted it where that is another ({@link RegisterMail}).
 */
public class Register implements EventListener {
    private static final String ISSUED = "issued";
    private static final String LICENCE = ItemType.LICENCE.name();
    private static final String PROMISE_CHECKED = "promise-checked";
    private static final String TRANSFERRED = "transferred";

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
                TRANSFERRED,
                "refused",
                "withdrawn",
                "not-accepted",
                "lapsed",
                "clearly-answered",
                "returned",
                "grant-ended");
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
        } else if (event.event().type().equals(TRANSFERRED)) {
            expect(number, unit);
        } else if (!event.event().type().equals(PROMISE_CHECKED)) {
            // What comes by a letter passes no gate: also here an application may have come to nothing
            holdings.end(number, unit);
            release(number, unit);
        } else if (isBroken(event)) {
            String material = Json.read(event.event().data(), CaseEvent.PromiseChecked.class)
                    .material();
            noteUntrue(number, event.sequence(), material, unit);
        }
    }

    /** What was applied for in time at a centre below, and is decided here. */
    private void expect(String number, UnitOfWork unit) {
        String here = unit.context().tenant().value();
        Optional<CaseRecord> file = cases.find(number, unit)
                .filter(found -> found.licence() != null && found.licence().isTimed())
                .filter(found -> cases.links(number, unit)
                        .filter(links -> links.decidedAt().equals(here))
                        .isPresent());
        file.ifPresent(found -> cases.application(number, unit)
                .ifPresent(application ->
                        holdings.expect(found, application.applicant().idNumber(), unit)));
    }

    /** What is never made out holds no place. */
    private void release(String number, UnitOfWork unit) {
        int items = cases.find(number, unit).map(file -> file.items().size()).orElse(0);
        for (int i = 0; i < items; i++) {
            quotas.release(QuotaPlace.id(number, i), unit);
        }
    }

    /** What came of a case: a result of its own, or that which it has changed or renewed. */
    private Optional<Licence> of(String number, UnitOfWork unit) {
        return holdings.result(number, unit);
    }

    private static boolean isBroken(EventEnvelope event) {
        CaseEvent.PromiseChecked checked = Json.read(event.event().data(), CaseEvent.PromiseChecked.class);
        return checked.granted() && checked.state() == PromiseState.BROKEN;
    }

    /**
     * Only who has granted it can revoke it, or say why not: that centre hears of it. What is not in the register yet
     * is told of by the event's own place, which is the same whenever it is heard.
     */
    private void noteUntrue(String number, long place, String material, UnitOfWork unit) {
        Optional<Licence> known = of(number, unit);
        if (known.filter(licence -> isDecidedHere(licence, unit)).isPresent()) {
            noteUntrue(known.get(), material, unit);
            return;
        }
        // What was granted here and is decided above since is told of by the case of which that came
        Optional<String> told = Optional.of(number)
                .filter(each ->
                        cases.links(each, unit).filter(Register::isKnownAbove).isPresent())
                .or(() -> known.flatMap(licence -> holdings.sharedBy(licence, unit)));
        told.flatMap(each -> cases.links(each, unit)).ifPresent(links -> {
            known.ifPresent(licence -> rows.note(licence, "tell-untrue", Map.of("case", number), unit));
            String about = known.map(Licence::id).orElseGet(() -> RegisterLetter.aboutCase(number));
            long sequence = known.map(licence -> licence.chain().sequence()).orElse(place);
            RegisterLetter letter = RegisterLetter.about(RegisterLetter.Type.UNTRUE, links.upperNumber(), told.get(), 0)
                    .untrue(material);
            rows.send(links.upperCentre(), about, sequence, letter, unit);
        });
    }

    /**
     * What is untrue of what was made out; of a result that is to be revoked also what was declared for it before.
     *
     * @param id the number of the result in the register, where it has one of its own
     */
    List<String> untrue(String id, String number, CaseResult result, UnitOfWork unit) {
        List<String> broken = result.brokenDeclarations();
        Optional<Licence> due =
                rows.find(id, unit).or(() -> holdings.done(number, unit)).filter(Licence::isRevocationDue);
        if (!broken.isEmpty() || due.isEmpty()) {
            return broken;
        }
        return List.of(Holdings.ofIts(due.get())
                .flatMap(each -> cases.result(each, unit).stream())
                .flatMap(each -> each.brokenDeclarations().stream())
                .findFirst()
                .orElse(due.get().caseNumber()));
    }

    /**
     * Another centre has decided since about what was granted here.
     *
     * @param sender the neighbour that says so
     * @return whether it stood here
     */
    boolean takenOver(RegisterLetter letter, String sender, UnitOfWork unit) {
        Optional<Licence> known = rows.find(letter.licence(), unit)
                .or(() -> holdings.done(letter.receiverCase(), unit))
                .filter(licence -> isDecidedHere(licence, unit))
                .filter(licence -> licence.tells() && licence.peer().equals(sender) && licence.isHeld());
        known.ifPresent(licence -> {
            LicenceAct act = LicenceAct.handedOver(
                    unit.context().today(),
                    LocalizedMessage.of(Register.class, "handed-over", licence.number())
                            .zh());
            rows.record(licence, "hand-over", Map.of("centre", sender), licence.handOver(act), unit);
            holdings.letGo(licence, unit);
        });
        return known.isPresent();
    }

    static boolean isKnownAbove(CaseLinks links) {
        return links.upperCentre() != null && links.upperNumber() != null;
    }

    static boolean isDecidedHere(Licence licence, UnitOfWork unit) {
        return licence.isDecidedAt(unit.context().tenant().value());
    }

    /**
     * The centre below has found a declaration untrue.
     *
     * @return whether that is about what was granted here and stands in the register
     */
    boolean untrueBelow(String number, String material, UnitOfWork unit) {
        Optional<Licence> known = of(number, unit).filter(licence -> isDecidedHere(licence, unit));
        known.ifPresent(licence -> noteUntrue(licence, material, unit));
        return known.isPresent();
    }

    private void noteUntrue(Licence licence, String material, UnitOfWork unit) {
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
                Optional<Peer> above = above(number, result.get(), unit);
                Applicant applicant = application.get().applicant();
                LicenceAct secret = above.isEmpty() ? null : holdings.withheldAbove(number, unit);
                Issued made = new Issued(file.get(), applicant, result.get(), above.orElse(null), secret);
                if (enter(id, items.get(i), made, unit) && above.isPresent()) {
                    tellAbove(number, i, above.get(), unit);
                }
            }
        }
    }

    /** The neighbour on the way to who has granted, where that is another centre. */
    private Optional<Peer> above(String number, CaseResult result, UnitOfWork unit) {
        boolean isOwn = result.decidedAt().equals(unit.context().tenant().value());
        return isOwn
                ? Optional.empty()
                : cases.links(number, unit)
                        .filter(Register::isKnownAbove)
                        .map(links -> new Peer(links.upperCentre(), links.upperNumber(), ""));
    }

    private void tellAbove(String number, int item, Peer above, UnitOfWork unit) {
        RegisterLetter letter = RegisterLetter.about(RegisterLetter.Type.MADE_OUT, above.caseNumber(), number, item);
        of(QuotaPlace.id(number, item), unit)
                .ifPresent(licence ->
                        rows.send(above.centre(), licence.id(), licence.chain().sequence(), letter, unit));
    }

    /**
     * Enters what this centre has granted and one below has made out.
     *
     * @param letter what was made out, under the number of the case here
     * @param sender the neighbour that says so
     * @return whether it stands in the register now
     */
    boolean madeOutBelow(RegisterLetter letter, String sender, UnitOfWork unit) {
        String number = letter.receiverCase();
        Optional<CaseRecord> file = cases.find(number, unit)
                .filter(found -> letter.item() < found.items().size());
        Optional<CaseApplication> application = cases.application(number, unit);
        Optional<CaseResult> granted = cases.granted(number, unit);
        if (file.isEmpty() || application.isEmpty() || granted.isEmpty()) {
            return false;
        }
        String id = letter.licence();
        quotas.release(id, unit);
        if (rows.find(id, unit).isPresent()) {
            return true;
        }
        Made told = letter.made();
        CaseResult result = granted.get()
                .madeOut(TextRules.cleaned(told.number()), told.centre(), told.at(), told.validUntil(), told.untrue());
        Peer below = new Peer(sender, letter.senderCase(), told.centre());
        Issued made = new Issued(file.get(), application.get().applicant(), result, below, told.withheld());
        return enter(id, file.get().items().get(letter.item()), made, unit);
    }

    /** What was made out of a case, where else it stands, and what withholds it there; null for nowhere and nothing. */
    private record Issued(CaseRecord file, Applicant applicant, CaseResult result, Peer peer, LicenceAct withheld) {
        /** Whether it is of a bundle, so that its decision is of several results. */
        boolean isJoint(CaseItem item) {
            return !item.code().equals(file.item()) || !item.owner().equals(file.owner());
        }
    }

    private boolean enter(String id, CaseItem item, Issued made, UnitOfWork unit) {
        Certificate certificate = certificates.of(item.owner(), item.code(), item.version(), unit);
        boolean isLicence = made.isJoint(item)
                ? certificates.isLicence(item, unit)
                : made.file().itemType().equals(LICENCE);
        if (certificate.kind() == Certificate.Kind.NONE && !isLicence) {
            return false;
        }
        LicenceTerms terms = terms(id, item, made, certificate);
        holdings.grants().held(terms.caseNumber(), unit); // whoever withholds it does so before, or with the result
        LicenceContent content = content(made, made.isJoint(item), unit);
        CaseLicence concerned = made.file().licence();
        String idNumber = made.applicant().idNumber();
        boolean isFollowed = concerned != null
                && followings.follow(
                        new Followings.Made(concerned, idNumber, terms, content, made.peer(), made.withheld()), unit);
        if (!isFollowed) {
            Licence licence = new Licence(terms, content);
            if (made.peer() != null) {
                licence.shareWith(made.peer());
            }
            holdings.inherit(terms.caseNumber(), licence, made.withheld(), unit);
            rows.add(licence, idNumber, unit);
        }
        of(id, unit).ifPresent(licence -> holdings.show(licence, unit));
        made.result().brokenDeclarations().stream().findFirst().ifPresent(material -> of(id, unit)
                .filter(licence -> isDecidedHere(licence, unit))
                .ifPresent(licence -> noteUntrue(licence, material, unit)));
        return true;
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

    /** What is changed or replaced ends when it would have, or never; nobody reckons that anew. */
    private static boolean isKept(CaseLicence concerned) {
        return concerned != null && concerned.matter() != LicenceMatter.RENEWAL;
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
                result.validUntil() == null && !isKept(made.file().licence())
                        ? certificate.end(day).orElse(null)
                        : result.validUntil(),
                result.decidedAt());
    }
}
