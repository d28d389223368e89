package org.yichuang.documents.internal;

import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.domain.PaperContent;
import org.yichuang.documents.internal.persistence.ContentText;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.TenantId;

/** Encrypts what documents say. */
public class ContentSeal {
    private static final String PURPOSE = "documents.content";

    private static final int LONGEST_TITLE = 400;

    private final PersonalDataCipher cipher;

    public ContentSeal(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    IssuedDocument.Sealed seal(String id, PaperContent content, String number, TenantId tenant) {
        String encrypted = cipher.encrypt(scope(tenant, id), ContentText.write(content));
        return new IssuedDocument.Sealed(encrypted, cipher.keyName(encrypted), content.digest(number), title(content));
    }

    private static String title(PaperContent content) {
        return content.title().length() > LONGEST_TITLE ? null : content.title();
    }

    PaperContent open(IssuedDocument document, TenantId tenant) {
        return ContentText.read(cipher.decrypt(scope(tenant, document.id()), document.content()));
    }

    /** Puts a document's own key under the newest master key. */
    void renew(IssuedDocument document, TenantId tenant) {
        String renewed = cipher.rewrap(scope(tenant, document.id()), document.content());
        document.renewed(renewed, cipher.keyName(renewed));
    }

    private static DataScope scope(TenantId tenant, String id) {
        return new DataScope(tenant, PURPOSE, id);
    }
}
