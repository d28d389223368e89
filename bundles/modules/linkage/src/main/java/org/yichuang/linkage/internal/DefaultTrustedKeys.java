package org.yichuang.linkage.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.LinkageError;
import org.yichuang.linkage.api.LinkagePermission;
import org.yichuang.linkage.api.TrustedKeys;
import org.yichuang.linkage.internal.domain.Signatures;

/** Keys of other deployments, kept in the trust file. */
public class DefaultTrustedKeys implements TrustedKeys {
    private static final String AGGREGATE = "linkage-trust";
    private static final int GROUP = 4;
    private static final int GROUPS = 8;

    private final TrustFile trust;
    private final Whereabouts whereabouts;
    private final Transactions transactions;
    private final ExportedKeys exported;

    public DefaultTrustedKeys(TrustFile trust, Whereabouts whereabouts, Transactions transactions) {
        this.trust = trust;
        this.whereabouts = whereabouts;
        this.transactions = transactions;
        this.exported = new ExportedKeys(transactions);
    }

    @Override
    public KeyFile write(List<PublicKeyView> keys) {
        return new KeyFile(Json.write(keys), fingerprint(keys), keys);
    }

    @Override
    public void exported(List<PublicKeyView> keys, CallContext context) {
        context.require(LinkagePermission.VIEW_KEYS);
        exported.note(keys, context);
    }

    @Override
    public KeyFile read(String text) {
        List<PublicKeyView> keys;
        try {
            keys = Arrays.asList(Json.read(text, PublicKeyView[].class));
        } catch (ProblemException e) {
            throw unreadable();
        }
        if (keys.isEmpty() || !keys.stream().allMatch(DefaultTrustedKeys::isWhole)) {
            throw unreadable();
        }
        return new KeyFile(text, fingerprint(keys), List.copyOf(keys));
    }

    @Override
    public KeyFile trust(String text, String fingerprint, CallContext context) {
        context.require(LinkagePermission.ROTATE_KEY);
        KeyFile read = read(text);
        if (!read.fingerprint().equals(normal(fingerprint))) {
            throw new ProblemException(
                    LinkageError.FINGERPRINT_DIFFERS,
                    LocalizedMessage.of(DefaultTrustedKeys.class, "fingerprint.differs", read.fingerprint()));
        }
        read.keys().forEach(key -> requireElsewhere(key.centre()));
        record("trust-keys", read, context); // committed before: without an entry nobody is believed
        try {
            trust.replace(read.keys());
        } catch (RuntimeException e) {
            record("trust-keys-failed", read, context.withoutKey());
            throw e;
        }
        return read;
    }

    private void record(String action, KeyFile read, CallContext context) {
        transactions.write(context, KeyFile.class, work -> {
            Map<String, String> details = Map.of("fingerprint", read.fingerprint(), "keys", names(read));
            String id = Ids.next(work.context().at());
            work.record(new AuditEntry(AGGREGATE, id, action, "", "", details), ChainHead.START);
            return read;
        });
    }

    private void requireElsewhere(String centre) {
        if (!whereabouts.isSetElsewhere(centre)) {
            throw new ProblemException(
                    LinkageError.CENTRE_HERE, LocalizedMessage.of(DefaultTrustedKeys.class, "centre.here", centre));
        }
    }

    private static String names(KeyFile file) {
        return file.keys().stream().map(key -> key.centre() + "/" + key.keyId()).collect(Collectors.joining(", "));
    }

    private static boolean isWhole(PublicKeyView key) {
        if (key == null || key.keyId() == null || key.publicKey() == null || !TenantId.isWellFormed(key.centre())) {
            return false;
        }
        try {
            Signatures.publicKey(key.publicKey());
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Over every field of every key, whatever their order and however the file is laid out. */
    private static String fingerprint(List<PublicKeyView> keys) {
        String all = keys.stream()
                .sorted(Comparator.comparing(PublicKeyView::centre).thenComparing(PublicKeyView::keyId))
                .map(DefaultTrustedKeys::line)
                .collect(Collectors.joining("\n"));
        String digest = Digests.sha256(all.getBytes(StandardCharsets.UTF_8));
        return Stream.iterate(0, at -> at + GROUP)
                .limit(GROUPS)
                .map(at -> digest.substring(at, at + GROUP))
                .collect(Collectors.joining("-"));
    }

    private static String line(PublicKeyView key) {
        return Stream.of(key.centre(), key.keyId(), key.publicKey(), key.from(), key.until(), key.revokedAt())
                .map(field -> field instanceof Instant at ? at.toString() : Objects.toString(field, ""))
                .collect(Collectors.joining(" "));
    }

    private static String normal(String fingerprint) {
        return fingerprint == null ? "" : fingerprint.strip().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unreadable() {
        return new ProblemException(
                LinkageError.KEY_FILE_UNREADABLE, LocalizedMessage.of(DefaultTrustedKeys.class, "key-file.unreadable"));
    }
}
