package org.yichuang.kernel.api.identifier;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** The kinds of documents by which an applicant is known. */
public enum DocumentType {
    USCC(false),
    CITIZEN_ID(true),
    HK_MACAO_TAIWAN_RESIDENCE(true),
    FOREIGN_PERMANENT_RESIDENT(true),
    HK_MACAO_PASS(true),
    TAIWAN_PASS(true),
    PASSPORT(true),
    ORGANISATION_CODE(false);

    /** Words that other systems and older records use for the two common types. */
    private static final Map<String, DocumentType> ALSO = Map.of(
            "idcard", CITIZEN_ID,
            "residentid", CITIZEN_ID,
            "citizennumber", CITIZEN_ID,
            "身份证", CITIZEN_ID,
            "公民身份号码", CITIZEN_ID,
            "unifiedsocialcreditcode", USCC,
            "socialcreditcode", USCC);

    private final boolean person;

    DocumentType(boolean person) {
        this.person = person;
    }

    /** The word used in REST and data files, e.g. {@code citizen-id}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name used in the interface. */
    public LocalizedMessage label() {
        return LocalizedMessage.of(DocumentType.class, "document-type." + key());
    }

    /** The name used in the interface, in Chinese. */
    public String chinese() {
        return label().zh();
    }

    /** Tells whether natural persons carry it; the others belong to organisations and are public (R9-15). */
    public boolean isPerson() {
        return person;
    }

    /**
     * Finds a type by its key, enum name or Chinese name, whatever the case, hyphens, underscores and spaces.
     *
     * @throws ProblemException {@link CommonError#FIELDS_INVALID} with the known keys
     */
    public static DocumentType parse(String text) {
        String word = Text.stripped(text).toLowerCase(Locale.ROOT).replaceAll("[-_\\s]", "");
        return Stream.of(values())
                .filter(type -> type.key().replace("-", "").equals(word)
                        || type.chinese().equals(word))
                .findFirst()
                .or(() -> Optional.ofNullable(ALSO.get(word)))
                .orElseThrow(DocumentType::unknown);
    }

    /**
     * Examines a number of this type.
     *
     * @param today the day on which a birth may not lie in the future
     */
    public Check check(String number, LocalDate today) {
        return switch (this) {
            case USCC -> SocialCreditCode.check(number);
            case CITIZEN_ID -> CitizenNumber.check(number, today);
            case ORGANISATION_CODE -> OrganisationCode.check(number);
            default -> OtherDocument.check(this, number, today);
        };
    }

    private static ProblemException unknown() {
        String known = Stream.of(values()).map(DocumentType::key).collect(Collectors.joining(", "));
        return ProblemException.field(
                CommonError.FIELDS_INVALID,
                "idType",
                LocalizedMessage.of(DocumentType.class, "document-type.document-type-one", known));
    }
}
