package org.yichuang.licences.internal.domain;

import org.yichuang.kernel.api.identifier.DocumentType;
import org.yichuang.kernel.api.identifier.Masking;

/**
 * Who holds a result.
 *
 * @param kind {@code person} or {@code enterprise}
 * @param name the name
 * @param idType the type of the document
 * @param idNumber its number
 * @param account the account by which the holder has applied; empty for whoever applied at the window
 */
public record Holder(String kind, String name, String idType, String idNumber, String account) {
    private static final String PERSON = "person";

    public Holder {
        account = account == null ? "" : account;
    }

    /** Whether it is a person. */
    public boolean isPerson() {
        return PERSON.equals(kind);
    }

    /** The same with an account where it has none: who changes something at the window keeps theirs. */
    Holder orAccount(String known) {
        return account.isEmpty() ? new Holder(kind, name, idType, idNumber, known) : this;
    }

    /** The same with the number masked, and the name as well where a person's is not to be seen. */
    public Holder masked(boolean isNamed) {
        return new Holder(
                kind,
                isNamed ? name : Masking.name(isPerson(), name),
                idType,
                Masking.idNumber(DocumentType.parse(idType), idNumber),
                account);
    }
}
