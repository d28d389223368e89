package org.yichuang.catalogue.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.kernel.api.TextRules;
import org.yichuang.tenancy.api.Tenant;

/**
 * Where a part of what the centres of a line have begins: behind a code of one of them. Every database sorts codes in
 * its own way, so that the lists of several centres are read one after the other and never merged.
 *
 * @param centre which of the line
 * @param code the code; empty for its beginning
 */
record LinePlace(int centre, String code) {
    /**
     * Reads a cursor.
     *
     * @throws ProblemException {@code parameter-unreadable} for one that is none of ours
     */
    static LinePlace of(Optional<String> cursor, List<Tenant> line) {
        if (cursor.isEmpty()) {
            return new LinePlace(0, "");
        }
        String[] parts = decoded(cursor.get()).split("\n", 2);
        for (int i = 0; i < line.size() && parts.length == 2; i++) {
            if (line.get(i).id().value().equals(parts[0]) && !TextRules.isUnfit(parts[1])) {
                return new LinePlace(i, parts[1]);
            }
        }
        throw unreadable();
    }

    /** The cursor of what comes behind a code. */
    static String after(TenantId centre, String code) {
        String text = centre + "\n" + code;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            ProblemException refusal = unreadable();
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.field(
                CommonError.PARAMETER_UNREADABLE, "cursor", LocalizedMessage.of(LinePlace.class, "cursor.unknown"));
    }
}
