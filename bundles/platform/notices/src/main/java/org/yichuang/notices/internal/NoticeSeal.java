package org.yichuang.notices.internal;

import java.util.Optional;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataCipher.DataScope;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.notices.api.Inbox.Ways;
import org.yichuang.notices.internal.domain.Notice;
import org.yichuang.notices.internal.domain.NoticeContent;
import org.yichuang.notices.internal.domain.Recipient;
import org.yichuang.notices.internal.domain.Sealed;
import org.yichuang.notices.internal.persistence.StoredTexts;

/** Encrypts what messages say, and where they go. */
public class NoticeSeal {
    private static final String CONTENT = "notices.content";
    private static final String WAYS = "notices.ways";

    private final PersonalDataCipher cipher;

    public NoticeSeal(PersonalDataCipher cipher) {
        this.cipher = cipher;
    }

    PersonalDataCipher cipher() {
        return cipher;
    }

    Sealed seal(String id, NoticeContent content, TenantId tenant) {
        return sealed(cipher.encrypt(new DataScope(tenant, CONTENT, id), StoredTexts.write(content)));
    }

    NoticeContent open(Notice notice, TenantId tenant) {
        return StoredTexts.content(cipher.decrypt(new DataScope(tenant, CONTENT, notice.id()), notice.content()));
    }

    /** Puts a message's own key under the newest master key. */
    void renew(Notice notice, TenantId tenant) {
        notice.resealed(sealed(cipher.rewrap(new DataScope(tenant, CONTENT, notice.id()), notice.content())));
    }

    void seal(Recipient recipient, Ways ways, TenantId tenant) {
        DataScope scope = new DataScope(tenant, WAYS, recipient.account());
        recipient.ways(sealed(cipher.encrypt(scope, StoredTexts.write(ways))));
    }

    /** How somebody wants to be told; not at all beside the inbox where nothing has been said. */
    Ways open(Optional<Recipient> recipient, TenantId tenant) {
        return recipient
                .map(known -> cipher.decrypt(new DataScope(tenant, WAYS, known.account()), known.ways()))
                .map(StoredTexts::ways)
                .orElse(Ways.NONE);
    }

    /** Puts the key of somebody's addresses under the newest master key. */
    void renew(Recipient recipient, TenantId tenant) {
        DataScope scope = new DataScope(tenant, WAYS, recipient.account());
        recipient.ways(sealed(cipher.rewrap(scope, recipient.ways())));
    }

    private Sealed sealed(String encrypted) {
        return new Sealed(encrypted, cipher.keyName(encrypted));
    }
}
