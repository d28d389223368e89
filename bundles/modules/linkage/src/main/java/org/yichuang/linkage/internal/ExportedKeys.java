package org.yichuang.linkage.internal;

import java.util.List;
import java.util.Optional;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;

/**
 * Which keys of a centre have been written into a file for another deployment, by whichever container. Kept with what
 * has been received, and forgotten with it after more than a year: then somebody looks once more.
 */
public final class ExportedKeys {
    private static final String TOPIC = "linkage-exported";

    private final Transactions transactions;

    public ExportedKeys(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Notes them, of the context's centre. */
    void note(List<PublicKeyView> keys, CallContext context) {
        transactions.write(context.withoutKey(), Void.class, unit -> {
            for (PublicKeyView key : keys) {
                if (unit.firstSeen(TOPIC, key.keyId()) == null) {
                    unit.answer(TOPIC, key.keyId(), context.at().toString());
                }
            }
            return null;
        });
    }

    /** Returns the first of a centre's keys of which that has not been noted. */
    public Optional<PublicKeyView> firstLeftOut(List<PublicKeyView> keys, CallContext context) {
        return keys.stream().filter(key -> !isNoted(key, context)).findFirst();
    }

    /** What asks whether it has been noted notes it: a refusal takes that back. */
    private boolean isNoted(PublicKeyView key, CallContext context) {
        try {
            return transactions.write(context, Boolean.class, unit -> requireNoted(key, unit));
        } catch (ProblemException e) {
            if (e.code() != CommonError.NOT_FOUND) {
                throw e;
            }
            return false;
        }
    }

    private static boolean requireNoted(PublicKeyView key, UnitOfWork unit) {
        if (unit.firstSeen(TOPIC, key.keyId()) == null) {
            throw ProblemException.of(CommonError.NOT_FOUND);
        }
        return true;
    }
}
