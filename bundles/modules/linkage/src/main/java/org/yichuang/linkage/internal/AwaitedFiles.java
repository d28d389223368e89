package org.yichuang.linkage.internal;

import java.time.Clock;
import java.util.List;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CarriedFile;
import org.yichuang.linkage.api.LinkageError;

/**
 * Which files have been sent for, of whom and by which centre: a neighbour's letter that waits has named them. Kept in
 * the database, as a file may come to another node than the one that has asked, and forgotten with the rest of what has
 * been received. Nobody leaves anything else here, however well it is signed.
 */
final class AwaitedFiles {
    private static final String TOPIC = "linkage-files";

    private final Transactions transactions;
    private final Clock clock;

    AwaitedFiles(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes what a letter waits for, before its sender is told. */
    void await(String sender, List<String> sha256s, String message, TenantId receiver) {
        transactions.write(context(receiver, message), Void.class, unit -> {
            for (String sha256 : sha256s) {
                String id = id(sender, sha256);
                if (unit.firstSeen(TOPIC, id) == null) {
                    unit.answer(TOPIC, id, message);
                }
            }
            return null;
        });
    }

    /**
     * Checks that a file has been sent for.
     *
     * @throws ProblemException {@code file-not-awaited}
     */
    void require(CarriedFile file, TenantId receiver) {
        transactions.write(context(receiver, file.messageId()), Void.class, unit -> {
            require(file, unit);
            return null;
        });
    }

    /** What asks whether it has been seen notes that it has: a refusal takes that back. */
    private static void require(CarriedFile file, UnitOfWork unit) {
        if (unit.firstSeen(TOPIC, id(file.sender(), file.sha256())) == null) {
            throw new ProblemException(
                    LinkageError.FILE_NOT_AWAITED, LocalizedMessage.of(AwaitedFiles.class, "file.not-awaited"));
        }
    }

    private CallContext context(TenantId receiver, String message) {
        return CallContext.system(receiver, clock.instant(), "linkage-" + message);
    }

    private static String id(String sender, String sha256) {
        return Digests.sha256(sender + "/" + sha256);
    }
}
