package org.yichuang.kernel.api.identifier;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;

/** The kinds of documents by which an applicant is known. */
public enum DocumentType {
    USCC("统一社会信用代码", false),
    CITIZEN_ID("居民身份证", true),
    HK_MACAO_TAIWAN_RESIDENCE("港澳台居民居住证", true),
    FOREIGN_PERMANENT_RESIDENT("外国人永久居留身份证", true),
    HK_MACAO_PASS("港澳居民来往内地通行证", true),
    TAIWAN_PASS("台湾居民来往大陆通行证", true),
    PASSPORT("护照", true),
    ORGANISATION_CODE("组织机构代码", false);

    /** Words that other systems and older records use for the two common types. */
    private static final Map<String, DocumentType> ALSO = Map.of(
            "idcard", CITIZEN_ID,
            "residentid", CITIZEN_ID,
            "citizennumber", CITIZEN_ID,
            "身份证", CITIZEN_ID,
            "公民身份号码", CITIZEN_ID,
            "unifiedsocialcreditcode", USCC,
            "socialcreditcode", USCC);

    private final String chinese;
    private final boolean person;

    DocumentType(String chinese, boolean person) {
        this.chinese = chinese;
        this.person = person;
    }

    /** The word used in REST and data files, e.g. {@code citizen-id}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name used in the interface. */
    public String chinese() {
        return chinese;
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
                .filter(type -> type.key().replace("-", "").equals(word) || type.chinese.equals(word))
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
                "证件类型不在可用范围内：" + known,
                "The document type must be one of: " + known);
    }
}
