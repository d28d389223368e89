package org.yichuang.cases.internal.domain;

import java.util.Collection;
import java.util.List;

/** How one centre keeps what belongs to people: as JSON, encrypted, each text bound to the row that it stands in. */
public interface PersonalTexts {
    /** Writes a value as it is kept. */
    String write(Kind kind, String owner, Object value);

    /** Returns the JSON of what {@link #write} returned, as {@link #read} reads it. */
    String json(Kind kind, String owner, String kept);

    /** Reads what {@link #write} returned for the same kind and owner, or JSON from before texts were encrypted. */
    <T> T read(Kind kind, String owner, String kept, Class<T> type);

    /** Returns a kept text under the newest key: the same when it is so already. */
    String renewed(Kind kind, String owner, String kept);

    /** Returns the name of the master key under which all of these texts are kept; empty when it is not one. */
    String keyName(String... kept);

    /** Returns the digests by which cases are found, the same however the numbers are typed. */
    SearchKeys keys(String idNumber, String phone);

    /** Returns keyed digests of the small parts of names and numbers by which cases are found. */
    List<String> grams(Collection<String> parts);

    /** What is kept; a text of one kind is not read as one of another. */
    enum Kind {
        SUBMISSION,
        PROGRESS,
        DRAFT,
        MESSAGE
    }

    /**
     * Keyed digests, equal for equal numbers of one centre.
     *
     * @param idNumber of the number of the applicant's document
     * @param phone of the digits of the telephone number
     */
    record SearchKeys(String idNumber, String phone) {}
}
