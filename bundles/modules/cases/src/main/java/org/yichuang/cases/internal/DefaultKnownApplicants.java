package org.yichuang.cases.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.KnownApplicants;
import org.yichuang.cases.internal.domain.Almanac;
import org.yichuang.cases.internal.domain.Applicants;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseFiles.OfPerson;
import org.yichuang.cases.internal.domain.CaseFiles.Row;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.DocumentType;
import org.yichuang.tenancy.api.Tenants;

/** Finds applicants of earlier cases by the keyed digests of their numbers. */
public class DefaultKnownApplicants implements KnownApplicants {
    private static final int MOST = 20;
    private static final List<DocumentType> USUAL = List.of(DocumentType.CITIZEN_ID, DocumentType.USCC);

    private final Transactions transactions;
    private final CaseLedger ledger;
    private final Tenants tenants;
    private final Unmasking unmasking;

    DefaultKnownApplicants(Transactions transactions, CaseLedger ledger, Tenants tenants, Unmasking unmasking) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.tenants = tenants;
        this.unmasking = unmasking;
    }

    @Override
    public Known find(Wanted wanted, CallContext context) {
        context.require(CasePermission.TAKE_IN);
        Wanted typed = FieldRules.require(wanted);
        Wanted asked = new Wanted(Applicants.plainNumber(typed.idNumber()), typed.idType());
        Optional<Numbered> numbered = numbered(asked, context.today());
        String number = numbered.map(Numbered::number).orElse(asked.idNumber());
        Found found = transactions.read(context, unit -> find(number, ledger.cases(unit), context));
        String type = numbered.map(each -> each.type().key()).orElse("");
        String kind =
                numbered.map(each -> Applicants.kind(each.type().isPerson())).orElse("");
        if (found.newest() == null) {
            return new Known(kind, "", type, number, "", null, List.of());
        }
        Applicant applicant = found.newest().submission().applicant();
        return new Known(
                applicant.kind(),
                applicant.name(),
                applicant.idType(),
                applicant.idNumber(),
                phone(found.newest(), context),
                found.newest().number(),
                found.open(context, CaseViews.almanac(tenants, context)));
    }

    /** What cases say: the newest one, and those that go on. */
    private record Found(CaseFile newest, List<Row> rows) {
        List<CaseSummary> open(CallContext context, Almanac almanac) {
            Visibility visibility = Visibility.of(context.actor());
            return rows.stream()
                    .map(row -> CaseViews.summary(row, almanac, visibility))
                    .toList();
        }
    }

    private static Found find(String number, CaseFiles cases, CallContext context) {
        Set<String> departments = context.actor().departments();
        OfPerson all = new OfPerson(number, departments, null, null, false);
        CaseFile newest = cases.ofPerson(all, 1).stream()
                .findFirst()
                .map(row -> cases.get(row.number()))
                .orElse(null);
        List<Row> open =
                newest == null ? List.of() : cases.ofPerson(new OfPerson(number, departments, null, null, true), MOST);
        return new Found(newest, open);
    }

    private String phone(CaseFile from, CallContext context) {
        if (!context.actor().isPermitted(CasePermission.UNMASK)) {
            return "";
        }
        String reason = LocalizedMessage.of(DefaultKnownApplicants.class, "known-applicant.reason")
                .zh();
        unmasking.authorize(
                new UnmaskingRequest(
                        CasePermission.UNMASK,
                        CaseLedger.AGGREGATE,
                        from.number(),
                        Set.of("applicant.name", "applicant.phone"),
                        reason),
                context);
        return from.submission().applicant().phone();
    }

    /** A number that fits its kind of document, as it is kept. */
    private record Numbered(DocumentType type, String number) {}

    /** Which kind of document it is: the one that was said, which it has to fit, else a usual one that it fits. */
    private static Optional<Numbered> numbered(Wanted asked, LocalDate today) {
        if (asked.idType() == null || asked.idType().isBlank()) {
            return USUAL.stream().flatMap(type -> fitting(type, asked, today)).findFirst();
        }
        DocumentType type = DocumentType.parse(asked.idType());
        Check check = type.check(asked.idNumber(), today);
        if (check.isInvalid()) {
            throw ProblemException.field(CommonError.FIELDS_INVALID, "idNumber", check.reason());
        }
        return Optional.of(new Numbered(type, check.normalised()));
    }

    private static Stream<Numbered> fitting(DocumentType type, Wanted asked, LocalDate today) {
        Check check = type.check(asked.idNumber(), today);
        return check.isInvalid() ? Stream.empty() : Stream.of(new Numbered(type, check.normalised()));
    }
}
