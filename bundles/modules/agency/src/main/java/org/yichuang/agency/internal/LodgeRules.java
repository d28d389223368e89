package org.yichuang.agency.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yichuang.agency.internal.AgencyCommands.Lodge;
import org.yichuang.agency.internal.domain.AgencyRequest;
import org.yichuang.agency.internal.domain.RequestContent.Applicant;
import org.yichuang.agency.internal.persistence.Seal;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.identifier.Check;
import org.yichuang.kernel.api.identifier.DocumentType;

/** What may be asked of an agent, and for whom. */
final class LodgeRules {
    private LodgeRules() {}

    /** @throws ProblemException {@code fields-invalid} with what is wrong with the applicant */
    static AgencyRequest.Lodged of(Lodge given, String account, Seal seal, CallContext context) {
        Applicant applicant = applicant(given.applicant(), context);
        if (given.investmentFen() < 0) {
            throw invalid("investmentFen", LocalizedMessage.of(LodgeRules.class, "investment.negative"));
        }
        return new AgencyRequest.Lodged(
                given.eligibility(),
                given.project(),
                new Money(given.investmentFen()),
                applicant,
                given.needs(),
                account,
                seal.idNumberKey(context.tenant(), applicant.idNumber()));
    }

    /** @throws ProblemException {@code fields-invalid} with what is wrong with the applicant */
    static Applicant applicant(AgencyCommands.Applicant given, CallContext context) {
        String kind = given.kind().toLowerCase(Locale.ROOT);
        if (!Set.of("person", "enterprise").contains(kind)) {
            throw invalid("applicant.kind", LocalizedMessage.of(LodgeRules.class, "applicant.kind"));
        }
        DocumentType type = type(given.idType(), kind.equals("person"));
        Check check = type.check(given.idNumber(), context.today());
        if (!check.isValid()) {
            throw invalid("applicant.idNumber", check.reason());
        }
        return new Applicant(
                kind,
                given.name(),
                type.key(),
                check.normalised(),
                Optional.ofNullable(given.contact()).orElse(""),
                given.phone());
    }

    private static DocumentType type(String word, boolean person) {
        DocumentType usual = person ? DocumentType.CITIZEN_ID : DocumentType.USCC;
        DocumentType type = word == null || word.isBlank() ? usual : DocumentType.parse(word);
        if (type.isPerson() != person) {
            throw invalid("applicant.idType", LocalizedMessage.of(LodgeRules.class, "applicant.id-type"));
        }
        return type;
    }

    private static ProblemException invalid(String field, LocalizedMessage sentence) {
        return ProblemException.field(CommonError.FIELDS_INVALID, field, sentence);
    }
}
