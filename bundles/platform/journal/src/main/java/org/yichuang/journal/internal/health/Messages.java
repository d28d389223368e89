package org.yichuang.journal.internal.health;

import java.util.List;
import java.util.stream.Collectors;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.TenantId;

/** The sentences of this package. */
final class Messages {
    private static final int MOST = 20;

    private Messages() {}

    static LocalizedMessage of(String key, Object... arguments) {
        return LocalizedMessage.of(Messages.class, key, arguments);
    }

    /** The first of many names. */
    static String names(List<TenantId> tenants) {
        String names = tenants.stream().limit(MOST).map(TenantId::value).collect(Collectors.joining(", "));
        return tenants.size() > MOST ? names + " … (" + tenants.size() + ")" : names;
    }
}
